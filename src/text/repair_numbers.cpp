// Figures damaged by optical reading or by lost characters: 5O%, 2O24年, 202519日, 2025年月9日.
#include <algorithm>
#include <array>

#include "text/repair_parts.h"

namespace yizheng::text {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool looks_like_digit(char c) { return c == 'O' || c == 'o' || c == 'l' || c == 'I'; }

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}

// A run of digits and of letters that look like digits, before a unit that only numbers have: 2O24年, 1OO%, l2件.
// G20, CO2 and O2O have other letters or no unit behind them.
void find_letters(std::string_view line, std::uint32_t base, std::vector<Repair>& out) {
  for (std::size_t at = 0; at < line.size();) {
    if (!is_digit(line[at]) && !looks_like_digit(line[at])) {
      ++at;
      continue;
    }
    std::size_t end = at, digits = 0, letters = 0;
    while (end < line.size() && (is_digit(line[end]) || looks_like_digit(line[end]))) {
      (is_digit(line[end]) ? digits : letters) += 1;
      ++end;
    }
    const bool alone = (at == 0 || !is_letter(line[at - 1])) && (end == line.size() || !is_letter(line[end]));
    if (alone && letters > 0 && digits > 0 && letters + digits <= 9 &&
        (is_digit(line[at]) || line[at] == 'l' || line[at] == 'I') &&
        starts_with_any(line.substr(end),
                        {"%",  "％", "年", "月", "日", "件", "个", "個", "人", "名", "万", "亿", "元", "条",
                         "篇", "项", "次", "家", ".0", ".1", ".2", ".3", ".4", ".5", ".6", ".7", ".8", ".9"})) {
      std::string mended(line.substr(at, end - at));
      for (char& c : mended) {
        if (c == 'O' || c == 'o') c = '0';
        if (c == 'l' || c == 'I') c = '1';
      }
      out.push_back(found(base + at, base + end, RepairKind::BROKEN_OCR, Confidence::CERTAIN, mended, "数字误识为字母",
                          "digits read as letters"));
    }
    at = end;
  }
}

std::string two(int value) { return std::to_string(value); }

// 202519日: the year, then month and day without what divided them. Said, not written in: more readings may fit.
void find_run_together(std::string_view line, std::uint32_t base, std::vector<Repair>& out) {
  for (auto day = line.find("日"); day != std::string_view::npos; day = line.find("日", day + 3)) {
    std::size_t begin = day;
    while (begin > 0 && is_digit(line[begin - 1])) --begin;
    const std::string_view digits = line.substr(begin, day - begin);
    if (digits.size() < 5 || digits.size() > 8 || (!digits.starts_with("19") && !digits.starts_with("20"))) continue;
    const std::string_view rest = digits.substr(4);
    const auto number = [](std::string_view text) {
      return text.size() == 1 ? text[0] - '0' : (text[0] - '0') * 10 + text[1] - '0';
    };
    std::string reading;
    int readings = 0;
    for (std::size_t month = 1; month <= 2 && month < rest.size(); ++month) {
      const auto m = rest.substr(0, month), d = rest.substr(month);
      if (d.size() > 2) continue;
      if (number(m) < 1 || number(m) > 12 || number(d) < 1 || number(d) > 31) continue;
      reading = std::string(digits.substr(0, 4)) + "年" + two(number(m)) + "月" + two(number(d)) + "日";
      ++readings;
    }
    std::size_t end = day + 3;
    const bool bracket = line.substr(end).starts_with(")") || line.substr(end).starts_with("）");
    if (bracket && begin == 0) {
      const std::string_view close = line.substr(end).starts_with(")") ? ")" : "）";
      if (!reading.empty()) reading = (close == ")" ? "(" : "（") + reading + std::string(close);
      end += close.size();
    }
    std::optional<std::string> replacement;
    if (readings == 1) replacement = reading;
    out.push_back(found(base + begin, base + end, RepairKind::LOST_DIGITS,
                        readings == 1 ? Confidence::PROBABLE : Confidence::UNKNOWN, replacement, "日期缺字",
                        "characters of a date are lost"));
  }
}

// 2025年月9日, 2024年1月日: a number is missing between two units.
void find_missing(std::string_view line, std::uint32_t base, std::vector<Repair>& out) {
  static constexpr std::array<std::string_view, 2> gaps = {"年月", "月日"};
  for (const auto gap : gaps) {
    for (auto at = line.find(gap); at != std::string_view::npos; at = line.find(gap, at + gap.size())) {
      if (at == 0 || !is_digit(line[at - 1])) continue;
      // 3月日均, 5年月均: the second character begins another word.
      if (starts_with_any(line.substr(at + gap.size()),
                          {"均", "报", "報", "常", "益", "度", "租", "薪", "供", "产", "光", "前", "后", "本"}))
        continue;
      std::size_t begin = at, end = at + gap.size();
      while (begin > 0 && is_digit(line[begin - 1])) --begin;
      if (gap == "年月" && at - begin != 4) continue;
      while (end < line.size() && is_digit(line[end])) ++end;
      if (end > at + gap.size() && line.substr(end).starts_with("日")) end += 3;
      out.push_back(found(base + begin, base + end, RepairKind::LOST_DIGITS, Confidence::UNKNOWN, std::nullopt,
                          "日期缺少数字", "a number of a date is lost"));
    }
  }
}

}  // namespace

void find_numbers(Manuscript& m) {
  for (const Line& line : m.lines) {
    const std::string_view text = m.text.substr(line.begin, line.end - line.begin);
    if ((line.flags & line_flags::ocr) != 0) find_letters(text, line.begin, m.inside);
    if ((line.flags & line_flags::lost) != 0) {
      find_run_together(text, line.begin, m.inside);
      find_missing(text, line.begin, m.inside);
    }
  }
}

}  // namespace yizheng::text
