// From findings to repairs: in order of place, no two over the same characters, each decided.
#include <algorithm>
#include <tuple>

#include "text/repair_parts.h"

namespace yizheng::text {
namespace {

// Which of two findings at the same place tells more.
int rank(RepairKind kind) {
  switch (kind) {
    case RepairKind::ENCODING:
      return 0;
    case RepairKind::INJECTED_PINYIN:
      return 1;
    case RepairKind::INJECTED_SPAM:
      return 2;
    case RepairKind::PAGE_CHROME:
    case RepairKind::REPEATED_CAPTION:
      return 3;
    case RepairKind::BROKEN_OCR:
      return 4;
    case RepairKind::LOST_DIGITS:
      return 5;
    case RepairKind::DOUBLED_PUNCTUATION:
      return 6;
    case RepairKind::LOST_WORDS:
      return 7;
    default:
      return 8;
  }
}

using Choice = std::tuple<RepairKind, std::uint32_t, std::uint32_t>;

// Furniture and captions with the names of betting sites inside them kept apart, as two findings of two kinds.
std::vector<Repair> furniture_around_spam(std::vector<Repair> lines, const std::vector<Repair>& spam) {
  std::vector<Repair> out;
  std::size_t next = 0;
  for (Repair& line : lines) {
    while (next < spam.size() && spam[next].end <= line.begin) ++next;
    std::uint32_t at = line.begin;
    for (std::size_t i = next; i < spam.size() && spam[i].begin < line.end; ++i) {
      if (spam[i].begin > at) {
        out.push_back(line);
        out.back().begin = at;
        out.back().end = spam[i].begin;
      }
      at = std::max(at, spam[i].end);
    }
    if (at < line.end) {
      line.begin = at;
      out.push_back(std::move(line));
    }
  }
  return out;
}

}  // namespace

void order_whole_lines(Manuscript& m) {
  std::stable_sort(m.whole_lines.begin(), m.whole_lines.end(),
                   [](const Repair& a, const Repair& b) { return a.begin < b.begin; });
  m.whole_lines.erase(std::unique(m.whole_lines.begin(), m.whole_lines.end(),
                                  [](const Repair& a, const Repair& b) { return b.begin < a.end; }),
                      m.whole_lines.end());
}

std::vector<Repair> settle(Manuscript& m, const RepairOptions& options) {
  const auto by_place = [](const Repair& a, const Repair& b) {
    return std::tuple(a.begin, rank(a.kind), b.end) < std::tuple(b.begin, rank(b.kind), a.end);
  };
  std::stable_sort(m.inside.begin(), m.inside.end(), by_place);
  std::stable_sort(m.whole_lines.begin(), m.whole_lines.end(), by_place);
  std::vector<Repair> spam;
  for (const Repair& repair : m.inside) {
    if (repair.kind == RepairKind::INJECTED_SPAM) spam.push_back(repair);
  }
  const auto lines = furniture_around_spam(std::move(m.whole_lines), spam);

  std::vector<Repair> settled;
  settled.reserve(m.inside.size() + lines.size());
  // Inside a line that goes, only the names of betting sites are told apart.
  std::size_t next = 0;
  for (Repair& repair : m.inside) {
    while (next < lines.size() && lines[next].end <= repair.begin) ++next;
    const bool covered = next < lines.size() && lines[next].begin < repair.end && repair.begin < lines[next].end;
    if (!covered) settled.push_back(std::move(repair));
  }
  m.inside.clear();
  m.inside.shrink_to_fit();
  settled.insert(settled.end(), lines.begin(), lines.end());
  std::stable_sort(settled.begin(), settled.end(), by_place);

  std::vector<Repair> out;
  out.reserve(settled.size());
  for (Repair& repair : settled) {
    if (!out.empty() && repair.begin < out.back().end) {
      if (rank(repair.kind) < rank(out.back().kind)) out.back() = std::move(repair);
      continue;
    }
    out.push_back(std::move(repair));
  }
  std::vector<std::pair<Choice, bool>> choices;
  for (const auto& choice : options.choices) choices.push_back({{choice.kind, choice.begin, choice.end}, choice.apply});
  std::sort(choices.begin(), choices.end());
  for (Repair& repair : out) {
    const Choice key(repair.kind, repair.begin, repair.end);
    const auto chosen = std::lower_bound(choices.begin(), choices.end(), std::pair(key, false));
    repair.applied =
        chosen != choices.end() && chosen->first == key ? chosen->second : repair.confidence <= options.apply;
    if (!repair.replacement) repair.applied = false;  // what stood there is not known
  }
  return out;
}

}  // namespace yizheng::text
