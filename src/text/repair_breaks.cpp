// Hard line breaks: a paragraph that was wrapped at a fixed width, joined again.
//
// Lines of running text that are all about as wide as one another were wrapped; a line that ends a sentence there ends
// a paragraph only where the next one is set in. Headings, lists and parallel verses stay: they are narrower than any
// page, or end where they please.
#include <algorithm>
#include <array>

#include "text/char_table.h"
#include "text/repair_parts.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

constexpr std::uint16_t narrowest = 36;  // columns; a wrapped page has at least eighteen characters a line
constexpr std::uint16_t widest = 200;
constexpr int slack = 4;  // punctuation may not begin a line, so that two characters more or less stand on it

bool starts_item(std::string_view line) {
  std::size_t at = 0;
  const char32_t c = take(line, at);
  if (c == U'●' || c == U'■' || c == U'◆' || c == U'—' || c == U'·' || c == U'•' || c == U'➢' || c == U'★' || c == U'◎')
    return true;
  if (c >= U'①' && c <= U'⑳') return true;
  const std::string_view rest = line.substr(at);
  const std::u32string_view numerals = U"一二三四五六七八九十";
  if (numerals.find(c) != std::u32string_view::npos) {
    // 一、 二是 十一、
    std::size_t next = 0;
    std::string_view tail = rest;
    if (!tail.empty()) {
      const char32_t second = take(tail, next);
      if (numerals.find(second) != std::u32string_view::npos) tail.remove_prefix(next);
    }
    return tail.starts_with("、") || tail.starts_with("是") || tail.starts_with("．") || tail.starts_with(".");
  }
  if (c == U'（' || c == '(') {
    std::size_t next = 0;
    if (rest.empty()) return false;
    const char32_t second = take(rest, next);
    return numerals.find(second) != std::u32string_view::npos || (second >= '0' && second <= '9');
  }
  if (c == U'第') {
    // 第三章, 第二部分: only numerals between.
    std::size_t next = 0;
    while (next < rest.size()) {
      std::size_t further = next;
      const char32_t digit = take(rest, further);
      if (numerals.find(digit) == std::u32string_view::npos && !(digit >= '0' && digit <= '9')) break;
      next = further;
    }
    const std::string_view unit = rest.substr(next);
    return next > 0 &&
           (unit.starts_with("章") || unit.starts_with("条") || unit.starts_with("部分") || unit.starts_with("节"));
  }
  if (c >= '0' && c <= '9') {
    std::size_t i = 0;
    while (i < rest.size() && rest[i] >= '0' && rest[i] <= '9') ++i;
    return i < 2 &&
           (rest.substr(i).starts_with("、") || rest.substr(i).starts_with("．") ||
            (rest.substr(i).starts_with(".") && !(rest.size() > i + 1 && rest[i + 1] >= '0' && rest[i + 1] <= '9')));
  }
  return false;
}

bool ends_sentence(std::string_view line) {
  std::size_t at = line.size();
  char32_t c = take_back(line, at);
  if ((c == U'”' || c == U'’' || c == U'）' || c == ')' || c == U'」') && at > 0) c = take_back(line, at);
  return std::u32string_view(U"。！？!?；;：:").find(c) != std::u32string_view::npos;
}

bool table_row(const Line& line) { return (line.flags & line_flags::gap) != 0; }

// The blank between two joined pieces: none beside Chinese, one between Latin words.
std::string glue(std::string_view before, std::string_view after) {
  const auto latin = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return latin(before.back()) && latin(after.front()) ? " " : "";
}

class Breaks {
 public:
  explicit Breaks(Manuscript& m) : m_(m) {}

  void find() {
    if (std::none_of(m_.lines.begin(), m_.lines.end(), wrapped_width)) return;
    kept_lines();
    if (!find_width()) return;
    for (std::size_t i = 0; i + 1 < kept_.size(); ++i) {
      if (joins(i)) {
        m_.inside.push_back(found(line(i).end, line(i).end + 1, RepairKind::LINE_BREAK, Confidence::CERTAIN,
                                  glue(m_.line(kept_[i]), m_.line(kept_[i + 1])), "句子中间的硬换行",
                                  "a line break inside a sentence"));
      }
    }
  }

 private:
  // Without furniture, so that a page's foot does not part a sentence.
  void kept_lines() {
    std::size_t next = 0;
    for (std::size_t i = 0; i < m_.lines.size(); ++i) {
      while (next < m_.whole_lines.size() && m_.whole_lines[next].end <= m_.lines[i].begin) ++next;
      if (next < m_.whole_lines.size() && m_.whole_lines[next].begin <= m_.lines[i].begin) continue;
      kept_.push_back(static_cast<std::uint32_t>(i));
    }
  }
  const Line& line(std::size_t i) const { return m_.lines[kept_[i]]; }

  // The width at which this text was wrapped: runs of three lines or more, alike within the slack, most of which stop
  // in mid-sentence, vote for theirs. Counted in columns, as a page or a terminal wraps, or in characters, as programs
  // do that cut every so many; whichever gets more votes. Nothing where there is no such run.
  bool find_width() {
    std::uint32_t columns = 0, characters = 0;
    const int by_columns = vote(false, columns), by_characters = vote(true, characters);
    if (columns + characters == 0) return false;
    in_characters_ = characters > columns;
    width_ = in_characters_ ? by_characters : by_columns;
    indented_ = std::count_if(m_.lines.begin(), m_.lines.end(),
                              [](const Line& line) { return (line.flags & line_flags::indented) != 0; }) >= 2;
    return true;
  }

  int vote(bool in_characters, std::uint32_t& all) {
    in_characters_ = in_characters;
    const int most_slack = in_characters ? slack : slack * 2;
    std::array<std::uint32_t, widest + 16> votes{};
    for (std::size_t i = 0; i < kept_.size();) {
      std::size_t j = i, open = 0;
      int low = widest + 1, high = 0;
      while (j < kept_.size() && wrapped_width(line(j)) && !table_row(line(j))) {
        const int size = width(j);
        if (std::max(high, size) - std::min(low, size) > most_slack) break;
        low = std::min(low, size), high = std::max(high, size);
        open += !ends_sentence(m_.line(kept_[j]));
        ++j;
      }
      if (j - i >= 3 && open * 2 >= j - i && open >= 2) {
        votes[static_cast<std::size_t>(high)] += static_cast<std::uint32_t>(open);
        all += static_cast<std::uint32_t>(open);
      }
      i = j > i + 1 ? j - 1 : i + 1;
    }
    const auto most = *std::max_element(votes.begin(), votes.end());
    // The widest among those with a fair share of the votes: narrower ones are the same page with hanging marks.
    for (int size = static_cast<int>(votes.size()) - 1; size > 0; --size) {
      if (most > 0 && votes[static_cast<std::size_t>(size)] * 4 >= most) return size;
    }
    return 0;
  }
  static bool wrapped_width(const Line& line) { return line.columns >= narrowest && line.columns <= widest; }
  int width(std::size_t i) const {
    const bool set_in = (line(i).flags & line_flags::indented) != 0;
    if (!in_characters_) return line(i).columns + (set_in ? 4 : 0);
    if (line(i).columns > widest) return widest;
    return static_cast<int>(length(m_.line(kept_[i]))) + (set_in ? 2 : 0);
  }

  // A line that fills the page (or more than one, where others were joined to it already) and stops in mid-sentence.
  bool joins(std::size_t i) const {
    const std::string_view before = m_.line(kept_[i]), after = m_.line(kept_[i + 1]);
    const int unit = in_characters_ ? 1 : 2;
    // Digits are half as wide: a line full of figures may hold more characters, or fewer columns, than others.
    if (width(i) < width_ * 4 / 5 || table_row(line(i)) || table_row(line(i + 1))) return false;
    if (starts_item(after)) return false;
    if ((line(i + 1).flags & (line_flags::indented | line_flags::after_gap)) != 0) return false;
    // A sentence that ends just where the line is full: most paragraphs end elsewhere.
    if (ends_sentence(before) &&
        (width(i) < width_ - unit || width(i) > width_ + 4 * unit || !goes_on(before, i + 1))) {
      return false;
    }
    if (line(i + 1).columns > widest && line(i).columns > widest && !stops_in_clause(before)) return false;
    // A blank line makes a new paragraph, unless a page ended there.
    const std::string_view gap = m_.text.substr(line(i).end, line(i + 1).begin - line(i).end);
    const bool neighbours = kept_[i + 1] == kept_[i] + 1;
    return !neighbours || gap.find('\f') != std::string_view::npos || std::count(gap.begin(), gap.end(), '\n') <= 1;
  }
  // Where paragraphs are set in, a line that is not goes on; else a full stop may be one inside a paragraph, and what
  // comes next must look like running text.
  bool goes_on(std::string_view before, std::size_t next) const {
    if (indented_) return true;
    return before.ends_with("。") && (line(next).flags & line_flags::body) != 0;
  }
  static bool stops_in_clause(std::string_view text) {
    return text.ends_with("，") || text.ends_with(",") || text.ends_with("、");
  }

  Manuscript& m_;
  std::vector<std::uint32_t> kept_;
  int width_ = 0;
  bool in_characters_ = false, indented_ = false;
};

}  // namespace

void find_breaks(Manuscript& m) { Breaks(m).find(); }

}  // namespace yizheng::text
