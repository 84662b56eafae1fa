// Photographers' credits: 王小明 摄, 王小明/李小红/赵晓兰摄, 本报记者 张青 摄; a line of their own, or the end of a
// caption.
#include <algorithm>
#include <array>

#include "text/char_table.h"
#include "text/pinyin.h"
#include "text/repair_parts.h"

namespace yizheng::text {
namespace {

// What stands before a name and is longer than one.
bool names_office(std::string_view text) {
  static constexpr std::array<std::string_view, 12> words = {"记者", "記者", "通讯员", "通訊員", "日报", "晚报",
                                                             "新闻", "摄影", "报社",   "政协",   "宣传", "融媒"};
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.find(word) != std::string_view::npos; });
}

bool divides(char32_t c) {
  return c == ' ' || c == '/' || c == 0x3000 || c == 0xA0 || c == U'、' || c == U'：' || c == ':' || c == U'／';
}

// The bracket that opens the reading which ends at `end`; `end` where none does.
std::size_t reading_before(std::string_view text, std::size_t end) {
  const auto open = text.substr(0, end).rfind('(');
  if (open == std::string_view::npos || end - open > 12) return end;
  return syllable_at(text.substr(open + 1)) == end - open - 2 ? open : end;
}

// Where the names at the end of `text` begin: names of two to four characters with what divides them, and offices,
// back to the end of a sentence, an opening bracket or the line's beginning.
std::size_t credit_begin(std::string_view text) {
  const CharTable& chars = CharTable::get();
  std::size_t at = text.size(), word_end = text.size(), han = 0, words = 0, first = std::string_view::npos;
  const auto close_word = [&](std::size_t begin) {
    if (han == 0) return true;
    const bool name = han >= 2 && han <= 4;
    if (!name && !(han <= 20 && names_office(text.substr(begin, word_end - begin)))) return false;
    first = begin;
    han = 0;
    return ++words <= 8;
  };
  while (at > 0) {
    std::size_t before = at;
    const char32_t c = take_back(text, before);
    if ((chars[c] & char_bits::han) != 0) {
      if (++han > 20) return std::string_view::npos;
    } else if (c == ')' && reading_before(text, at) != at) {
      before = reading_before(text, at);  // 本報(bào)記者
    } else if (divides(c)) {
      if (!close_word(at)) return std::string_view::npos;
      word_end = before;
    } else {
      if (!close_word(at) || words == 0) return std::string_view::npos;
      if (c == U'（' || c == '(' || c == U'【') return before;
      return c == U'。' || c == U'！' || c == U'？' || c == U'】' ? first : std::string_view::npos;
    }
    at = before;
  }
  return close_word(0) && words > 0 ? 0 : std::string_view::npos;
}

}  // namespace

void find_credits(Manuscript& m) {
  static constexpr std::array<std::string_view, 5> ends = {"摄", "攝", "摄影", "摄影报道", "供图"};
  std::vector<Repair> credits;
  std::size_t next = 0;
  for (const Line& line : m.lines) {
    while (next < m.whole_lines.size() && m.whole_lines[next].end <= line.begin) ++next;
    if (line.columns > 120 || (next < m.whole_lines.size() && m.whole_lines[next].begin < line.end)) continue;
    std::string_view text = m.text.substr(line.begin, line.end - line.begin);
    for (const std::string_view close : {"）", ")", "】", "]"}) {
      if (text.ends_with(close)) text.remove_suffix(close.size());
    }
    const auto mark = std::find_if(ends.begin(), ends.end(), [&](auto word) { return text.ends_with(word); });
    if (mark == ends.end()) continue;
    text.remove_suffix(mark->size());
    // 书法、美术、摄影 is a list.
    if (*mark == "摄影" && !(text.ends_with(" ") || text.ends_with("　") || text.ends_with("/"))) continue;
    const std::size_t begin = credit_begin(text);
    if (begin == std::string_view::npos) continue;
    credits.push_back(found(line.begin + begin, line.end, RepairKind::PAGE_CHROME, Confidence::CERTAIN, "", "图片署名",
                            "a photographer's credit"));
  }
  m.whole_lines.insert(m.whole_lines.end(), credits.begin(), credits.end());
  order_whole_lines(m);
}

}  // namespace yizheng::text
