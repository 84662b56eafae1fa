// The same line over and over, as under every photograph of a page. The first one stays.
//
// Refrains of a report stay: salutations, headings with a number, and lines that always come with the same
// neighbours (then a whole passage stands twice, and that is not ours to judge).
#include <algorithm>

#include "text/char_table.h"
#include "text/repair_parts.h"

namespace yizheng::text {
namespace {

struct Candidate {
  std::uint64_t hash;
  std::uint32_t line;
};

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

bool starts_numbered(std::string_view line) {
  std::size_t at = 0;
  const char32_t c = take(line, at);
  if (c == U'（' || c == '(' || c == U'第' || (c >= '0' && c <= '9') || c == U'●' || c == U'—') return true;
  return std::u32string_view(U"一二三四五六七八九十①②③④⑤⑥⑦⑧⑨").find(c) != std::u32string_view::npos;
}

bool may_be_caption(const Line& line, std::string_view text) {
  if (line.han < 8 || line.columns > 100) return false;
  if (text.ends_with("：") || text.ends_with(":") || text.starts_with("各位") || text.starts_with("同志们"))
    return false;
  return !starts_numbered(text);
}

// A heading such as 存在的主要困难和问题 may come back in every part of a long report; a sentence about a photograph
// does not.
bool is_sentence(const Manuscript& m, std::size_t i) {
  const std::string_view text = m.line(i);
  if (m.lines[i].han >= 16) return true;
  for (const std::string_view mark : {"，", ",", "。", "！", "!", "图", "圖", "现场", "会场"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

void find_captions(Manuscript& m) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < m.lines.size(); ++i) {
    if (may_be_caption(m.lines[i], m.line(i))) {
      candidates.push_back({hash_of(m.line(i)), static_cast<std::uint32_t>(i)});
    }
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.line < b.line;
  });
  const std::size_t before = m.whole_lines.size();
  for (std::size_t i = 0; i < candidates.size();) {
    std::size_t j = i + 1;
    while (j < candidates.size() && candidates[j].hash == candidates[i].hash) ++j;
    if (j - i >= 3) {
      const std::string_view text = m.line(candidates[i].line);
      // The running text that comes next: of captions it differs.
      std::vector<std::uint64_t> next;
      std::size_t runs = 0;
      for (std::size_t k = i; k < j; ++k) {
        std::size_t after = candidates[k].line + 1;
        const std::size_t limit = std::min(after + 6, m.lines.size());
        while (after < limit && (m.lines[after].flags & line_flags::body) == 0 && m.line(after) != text) ++after;
        if (after < m.lines.size() && m.line(after) == text) continue;
        ++runs;
        next.push_back(after < limit ? hash_of(m.line(after)) : 0);
      }
      std::sort(next.begin(), next.end());
      const auto different = static_cast<std::size_t>(std::unique(next.begin(), next.end()) - next.begin());
      if (runs == 1 || different * 2 > runs) {
        const Confidence confidence = is_sentence(m, candidates[i].line) || runs < j - i || candidates[i].line == 0
                                          ? Confidence::CERTAIN
                                          : Confidence::PROBABLE;
        for (std::size_t k = i + 1; k < j; ++k) {
          const Line& line = m.lines[candidates[k].line];
          m.whole_lines.push_back(found(line.begin, line.end, RepairKind::REPEATED_CAPTION, confidence, "",
                                        "重复出现的同一行,保留第一处", "the same line again; the first one stays"));
        }
      }
    }
    i = j;
  }
  if (m.whole_lines.size() != before) order_whole_lines(m);  // a line may be furniture already
}

}  // namespace yizheng::text
