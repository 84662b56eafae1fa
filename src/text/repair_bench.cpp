// For work on the reader: what it makes of files. `repair_bench text|source|repairs|time FILE…`; `repair_bench damage
// FILE…` damages the files in memory in each way of damage.h and tells how far from them the reader's result is.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iostream>

#include "base/problem.h"
#include "text/damage.h"
#include "text/document.h"
#include "text/repair.h"
#include "text/utf8.h"

namespace {

using namespace yizheng::text;

std::string shown(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, 300)) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\f')
      out += "\\f";
    else
      out += c;
  }
  return out;
}

std::u32string points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

// Myers' greedy distance of insertions and deletions: quick where the texts are alike. Gives up at `most`.
std::size_t distance(const std::u32string& a, const std::u32string& b, std::size_t most) {
  const auto size_a = static_cast<std::ptrdiff_t>(a.size()), size_b = static_cast<std::ptrdiff_t>(b.size());
  std::vector<std::ptrdiff_t> far(2 * most + 3, 0);
  const auto at = [&](std::ptrdiff_t k) -> std::ptrdiff_t& {
    return far[static_cast<std::size_t>(k + static_cast<std::ptrdiff_t>(most) + 1)];
  };
  for (std::ptrdiff_t d = 0; d <= static_cast<std::ptrdiff_t>(most); ++d) {
    for (std::ptrdiff_t k = -d; k <= d; k += 2) {
      std::ptrdiff_t x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      while (x < size_a && x - k < size_b && a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)]) ++x;
      at(k) = x;
      if (x >= size_a && x - k >= size_b) return static_cast<std::size_t>(d);
    }
  }
  return most;
}

void measure(const std::string& path) {
  const std::string clean = repair(read_document_file(path).text).text;
  for (const Damage& damage : damages(clean, 7)) {
    const auto expected = points(damage.expected);
    std::string text;
    try {
      text = repair(read_document(damage.bytes).text).text;
    } catch (const yizheng::Problem& problem) {
      std::printf("%-28s %s\n", damage.name, problem.code.c_str());
      continue;
    }
    const auto far = distance(points(text), expected, 6000);
    std::printf("%-28s %6.3f %%  (%zu)\n", damage.name,
                100.0 * static_cast<double>(far) / static_cast<double>(expected.size()), far);
  }
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view what = count > 1 ? arguments[1] : "";
  for (int i = 2; i < count; ++i) {
    try {
      if (what == "damage") {
        std::cout << "== " << arguments[i] << std::endl;
        measure(arguments[i]);
        continue;
      }
      if (what == "damaged") {  // one kind of damage, as bytes: `repair_bench damaged FILE NAME`
        for (const Damage& damage : damages(repair(read_document_file(arguments[i]).text).text, 7)) {
          if (damage.name == std::string_view(arguments[i + 1])) std::cout << damage.bytes;
        }
        return 0;
      }
      const auto start = std::clock();  // of the processor, so that other work on the machine does not count
      const Document document = read_document_file(arguments[i]);
      const auto read = std::clock();
      const Repaired repaired = repair(document.text);
      const auto end = std::clock();
      if (what == "text") std::cout << repaired.text;
      if (what == "source") std::cout << document.text;
      if (what == "repairs") {
        std::cout << "== " << arguments[i] << " " << document.encoding << "\n";
        for (const auto& note : document.notes) std::cout << "note " << note.zh << "\n";
        for (const auto& r : repaired.repairs) {
          if (r.kind == RepairKind::TRADITIONAL_SCRIPT) continue;
          std::cout << boost::describe::enum_to_string(r.kind, "?") << " "
                    << boost::describe::enum_to_string(r.confidence, "?") << (r.applied ? " applied" : " kept") << " "
                    << r.begin << "-" << r.end << " ["
                    << shown(std::string_view(document.text).substr(r.begin, r.end - r.begin)) << "] -> ["
                    << (r.replacement ? shown(*r.replacement) : "?") << "]\n";
        }
      }
      if (what == "time") {
        const auto megabytes = static_cast<double>(document.text.size()) / 1e6;
        const double reading = static_cast<double>(read - start + 1) / CLOCKS_PER_SEC;
        const double repairing = static_cast<double>(end - read + 1) / CLOCKS_PER_SEC;
        std::cout << arguments[i] << ": read " << megabytes / reading << " MB/s, repair " << megabytes / repairing
                  << " MB/s, " << repaired.repairs.size() << " repairs\n";
      }
    } catch (const yizheng::Problem& problem) {
      std::cerr << arguments[i] << ": " << problem.code << " " << problem.zh << "\n";
    }
  }
}
