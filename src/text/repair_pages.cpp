// What a printed page adds: its number, and the line that heads or ends nearly every one. Form feeds tell the pages.
#include <algorithm>

#include "text/repair_parts.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// - 3 -, — 3 —, 第 3 页, 第 3 页 共 20 页: up to four digits between marks on both sides, or between 第 and 页.
bool is_page_number(std::string_view line) {
  bool before = false, after = false, page = false;
  int digits = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (c < 0x80 && is_digit(static_cast<char>(c))) {
      if (after && !page) return false;
      if (++digits > 8) return false;
    } else if (c == U'第' || c == U'页' || c == U'頁' || c == U'共' || c == '/' || c == U'，') {
      page = page || c == U'页' || c == U'頁';
      (digits == 0 ? before : after) = true;
    } else if (c == '-' || c == U'—' || c == U'－' || c == U'–' || c == U'·' || c == '.') {
      (digits == 0 ? before : after) = true;
    } else if (c != ' ' && c != 0x3000 && c != 0xA0) {
      return false;
    }
  }
  return digits >= 1 && before && after && (page || digits <= 4);
}

std::uint64_t hash_of(std::string_view line, bool without_digits) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : line) {
    if (!without_digits || (!is_digit(c) && c != ' ')) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return hash;
}

}  // namespace

void find_pages(Manuscript& m) {
  const auto new_page = [&](std::size_t i) {
    return i >= m.lines.size() || (m.lines[i].flags & line_flags::new_page) != 0;
  };
  const auto add = [&](std::size_t i) {
    m.whole_lines.push_back(found(m.lines[i].begin, m.lines[i].end, RepairKind::PAGE_CHROME, Confidence::CERTAIN, "",
                                  "页码、页眉或页脚", "the number, head or foot of a page"));
  };
  std::size_t pages = 1;
  for (std::size_t i = 1; i < m.lines.size(); ++i) pages += new_page(i);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> edges;
  for (std::size_t i = 0; i < m.lines.size(); ++i) {
    if (m.lines[i].columns > 80) continue;
    const std::string_view line = m.line(i);
    const bool outermost = pages > 1 && (i == 0 || new_page(i) || new_page(i + 1));
    const bool number =
        m.lines[i].columns <= 24 &&
        (is_page_number(line) || (outermost && line.find_first_not_of("0123456789 /") == std::string_view::npos));
    if (number) {
      add(i);
    } else if (outermost || (pages > 1 && (new_page(i - 1) || new_page(i + 2)))) {
      // The very first line of a page and the last may count; those beside them must be the same to the letter.
      edges.emplace_back(hash_of(line, outermost), static_cast<std::uint32_t>(i));
    }
  }
  std::sort(edges.begin(), edges.end());
  for (std::size_t i = 0; i < edges.size();) {
    std::size_t j = i;
    while (j < edges.size() && edges[j].first == edges[i].first) ++j;
    if (j - i >= 3 && (j - i) * 3 >= pages) {
      for (std::size_t k = i; k < j; ++k) add(edges[k].second);
    }
    i = j;
  }
  order_whole_lines(m);
}

}  // namespace yizheng::text
