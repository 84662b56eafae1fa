#include "reports/period.h"

#include <algorithm>
#include <optional>

namespace yizheng::reports {
namespace {

constexpr std::string_view year_sign = "年";
constexpr std::string_view review_words[] = {"工作回顾", "工作回眸", "工作总结", "主要工作", "工作情况", "履职回顾"};
constexpr std::string_view plan_words[] = {"工作安排", "工作计划",       "工作建议", "工作打算",
                                           "主要任务", "总体要求",       "工作思路", "重点工作",
                                           "工作任务", "要开展哪些工作", "将这样",   "目标任务"};
constexpr std::string_view next_year_words[] = {"新的一年", "新一年", "明年", "来年", "下一步", "今后"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A year of four digits that begins at `at`, 1949 to 2099.
std::optional<int> year_at(std::string_view text, std::size_t at) {
  if (at + 4 > text.size() || (at > 0 && is_digit(text[at - 1]))) return std::nullopt;
  int year = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (!is_digit(text[i])) return std::nullopt;
    year = year * 10 + (text[i] - '0');
  }
  if (at + 4 < text.size() && is_digit(text[at + 4])) return std::nullopt;
  return year >= 1949 && year <= 2099 ? std::optional(year) : std::nullopt;
}

struct YearHit {
  std::size_t begin, end;
  int year;
};
// The next 20xx or 19xx of `text` from `from` on.
std::optional<YearHit> next_year(std::string_view text, std::size_t from) {
  for (auto at = from; at + 4 <= text.size(); ++at) {
    at = text.find_first_of("12", at);
    if (at == std::string_view::npos) return std::nullopt;
    if (const auto year = year_at(text, at)) {
      auto end = at + 4;
      if (text.substr(end).starts_with(year_sign)) end += year_sign.size();
      return YearHit{at, end, *year};
    }
  }
  return std::nullopt;
}

template <std::size_t n>
bool has_any(std::string_view text, const std::string_view (&words)[n]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// The month of a date whose year ends at `end`: 2024年1月, 2024-01-09; 0 where none follows.
int month_behind(std::string_view text, std::size_t end) {
  const bool sign = end >= 3 && text.substr(end - 3, 3) == year_sign;
  if (!sign) {
    if (end >= text.size() || (text[end] != '-' && text[end] != '.' && text[end] != '/')) return 0;
    ++end;
  }
  int month = 0, digits = 0;
  for (; end < text.size() && is_digit(text[end]) && digits < 2; ++end, ++digits)
    month = month * 10 + (text[end] - '0');
  if (sign && !text.substr(end).starts_with("月")) return 0;
  return month >= 1 && month <= 12 ? month : 0;
}

}  // namespace

int year_of_report(std::string_view text) {
  // A report says its year early; its body names many others.
  const auto head = text.substr(0, 12'000);
  std::optional<int> named, dated;
  for (auto hit = next_year(head, 0); hit; hit = next_year(head, hit->end)) {
    const auto behind = head.substr(hit->end, 30);
    if (const int month = month_behind(head, hit->end); month != 0) {
      if (!dated && hit->begin < 3000) dated = month <= 3 ? hit->year - 1 : hit->year;
      continue;
    }
    if (has_any(behind.substr(0, 24), review_words)) return hit->year;
    // A year alone (2023年,…; 2022工作), not one inside a title or a plan (2024年要).
    if (!named && !has_any(behind, plan_words) && hit->end - hit->begin > 4) named = hit->year;
  }
  // 2023年 in a report of January 2024 is the year looked back on; a plain 2024年 there is the plan's.
  if (named && dated && *named == *dated + 1) return *dated;
  return named ? *named : dated.value_or(0);
}

Periods::Periods(std::string_view text, int year) : text_(text), year_(year != 0 ? year : year_of_report(text)) {}

void Periods::read(std::uint32_t begin, std::uint32_t end) {
  const auto sentence = text_.substr(begin, end - begin);
  named_.clear();
  for (auto hit = next_year(sentence, 0); hit; hit = next_year(sentence, hit->end)) {
    // A date (截至2024年2月20日) says when a figure was taken, not of which year it is.
    if (hit->end - hit->begin > 4 && month_behind(sentence, hit->end) == 0) {
      named_.push_back({begin + static_cast<std::uint32_t>(hit->end), hit->year});
    }
  }
  // Only a heading, or the short sentence that opens the part, turns to the plans.
  if (sentence.size() > 240 || year_ == 0) return;
  // Plans follow the review: an announcement of both at the beginning does not turn to them yet.
  if (begin < text_.size() * 3 / 10) return;
  const bool plan = has_any(sentence, plan_words);
  if (const auto hit = next_year(sentence, 0); hit && month_behind(sentence, hit->end) == 0) {
    if (hit->year == year_ + 1 && plan && sentence.size() <= 120) planning_ = true;
    if (hit->year == year_ && has_any(sentence, review_words)) planning_ = false;
  } else if (plan && sentence.size() <= 90 && has_any(sentence, next_year_words)) {
    planning_ = true;
  }
}

std::int16_t Periods::of(const Claim& claim) const {
  int found = planning_ ? year_ + 1 : year_;
  for (const auto& named : named_) {
    if (named.end <= claim.begin) found = named.year;
  }
  return static_cast<std::int16_t>(found);
}

}  // namespace yizheng::reports
