// For work on the reader: what it makes of files. `repair_bench text|repairs|time FILE…`
#include <chrono>
#include <iostream>

#include "base/problem.h"
#include "text/document.h"
#include "text/repair.h"

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

}  // namespace

int main(int count, char** arguments) {
  const std::string_view what = count > 1 ? arguments[1] : "";
  for (int i = 2; i < count; ++i) {
    try {
      const auto start = std::chrono::steady_clock::now();
      const Document document = read_document_file(arguments[i]);
      const auto read = std::chrono::steady_clock::now();
      const Repaired repaired = repair(document.text);
      const auto end = std::chrono::steady_clock::now();
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
        const std::chrono::duration<double> reading = read - start, repairing = end - read;
        std::cout << arguments[i] << ": read " << megabytes / reading.count() << " MB/s, repair "
                  << megabytes / repairing.count() << " MB/s, " << repaired.repairs.size() << " repairs\n";
      }
    } catch (const yizheng::Problem& problem) {
      std::cerr << arguments[i] << ": " << problem.code << " " << problem.zh << "\n";
    }
  }
}
