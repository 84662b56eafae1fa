// Averages whose divisor is printed: 465次,年均93次 in a report of five years; 慰问236户、11.8万元,户均500元.
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "reports/relation_finders.h"
#include "reports/rounding.h"

namespace yizheng::reports {
namespace {

// 五年 before `at` (where 年 begins): 5; 0 where no small number stands there.
int number_before(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 10> digits{"", "", "两", "三", "四", "五", "六", "七", "八", "九"};
  const auto c = code_point_before(text, at);
  const auto before = code_point_before(text, at - c.size());
  if (c.size() == 1 && c[0] >= '2' && c[0] <= '9') {
    return before.size() == 1 && ((before[0] >= '0' && before[0] <= '9') || before[0] == '.') ? 0 : c[0] - '0';
  }
  if (one_of(before, {"十", "第", "百", "零", "〇", "二", "三"})) return 0;
  for (int value = 2; value < 10; ++value) {
    if (c == digits[static_cast<std::size_t>(value)]) return value;
  }
  return 0;
}

// The years that the report tells of, in so many words: 五年来, 过去五年, 这五年. 0 where it names none or several.
int years_told(std::string_view text) {
  int years = 0;
  for (auto at = text.find("年"); at != std::string_view::npos; at = text.find("年", at + 3)) {
    const int number = number_before(text, at);
    if (number == 0) continue;
    const auto behind = text.substr(at + 3, 12);
    auto before = text.substr(0, at - code_point_before(text, at).size());
    before = before.substr(before.size() - std::min<std::size_t>(before.size(), 12));
    if (has_any(before, {"今后", "未来", "连续", "近", "后", "前", "上一个", "每", "下"})) continue;
    const bool period = behind.starts_with("来") || behind.starts_with("间") || behind.starts_with("工作") ||
                        behind.starts_with("共") || behind.starts_with("累计") || behind.starts_with("合计") ||
                        behind.starts_with("履职") || before.ends_with("过去") || before.ends_with("这") ||
                        before.ends_with("过去的");
    if (!period) continue;
    if (years != 0 && years != number) return 0;
    years = number;
  }
  return years;
}

// What is left of the label behind 年均 or 户均, without words that only lead to the number.
std::string_view led_by(std::string_view label, std::string_view word) {
  const auto at = label.rfind(word);
  if (at == std::string_view::npos) return label;
  auto rest = label.substr(at + word.size());
  while (drop_suffix(rest, {"达到", "达", "为", "约", "近", "是", "超过", "超"})) {
  }
  return rest;
}

struct Bearer {
  std::string_view word;
  std::initializer_list<std::string_view> units;
};

bool belongs_to(std::string_view unit, std::string_view word) {
  static const std::initializer_list<Bearer> bearers{
      {"人均", {"人", "名", "位", "委员", "学生", "患者", "老人", "职工"}},
      {"每人", {"人", "名", "位", "委员", "学生", "患者", "老人", "职工"}},
      {"每名", {"人", "名", "位", "委员", "学生"}},
      {"每位", {"人", "名", "位", "委员"}},
      {"户均", {"户", "家庭", "农户"}},
      {"每户", {"户", "家庭", "农户"}},
      {"村均", {"村", "行政村", "个村"}},
      {"每村", {"村", "行政村"}},
      {"校均", {"所", "学校"}},
      {"每所", {"所", "学校"}},
      {"每件", {"件"}},
      {"每篇", {"篇"}},
      {"每期", {"期"}},
      {"每场", {"场", "场次"}},
      {"场均", {"场", "场次"}},
      {"每次", {"次", "场次"}},
      {"每家", {"家", "企业"}},
      {"每个委员", {"名", "人", "位"}},
      {"每辑", {"辑"}},
      {"每册", {"册"}},
      {"每部", {"部"}},
      {"每天", {"天"}},
  };
  for (const auto& bearer : bearers) {
    if (bearer.word == word && one_of(unit, bearer.units)) return true;
  }
  return false;
}

std::string_view bearer_word(std::string_view label) {
  for (const std::string_view word :
       {"每个委员", "人均", "每人", "每名", "每位", "户均", "每户", "村均", "每村", "校均", "每所",
        "每件",     "每篇", "每期", "每场", "场均", "每次", "每家", "每辑", "每册", "每部", "每天"}) {
    if (label.find(word) != std::string_view::npos) return word;
  }
  return {};
}

struct Average {
  std::uint32_t part = 0;
  std::optional<std::uint32_t> total;
  double divisor = 0;
  std::uint32_t each = 0;
};

Interval quotient(const Claim& part, const Interval& divisor) {
  const auto p = interval_of(part);
  return {p.low / divisor.high, p.high / divisor.low};
}

bool fits_average(const Claim& part, const Interval& divisor, const Claim& each) {
  if (!(divisor.low > 0)) return false;
  auto printed = interval_of(each);
  // Rounded half up, or cut off.
  if (exact(each)) printed = {each.value - each.step / 2, each.value + each.step * 0.999};
  return overlap(quotient(part, divisor), printed);
}

Check average_check(const RelationText& text, const Average& one, bool holds) {
  const Claim &part = text.claim(one.part), &each = text.claim(one.each);
  Check check;
  check.kind = CheckKind::RATIO;
  check.verdict = holds ? CheckVerdict::HOLDS : CheckVerdict::FAILS;
  check.parts = {one.part};
  check.total = one.total;
  check.stated_claim = one.each;
  check.base = one.divisor;
  check.stated = each.value;
  check.computed = part.value / one.divisor;
  const auto sum = fmt::format("{} ÷ {} = {}", figure(part.value), figure(one.divisor), figure(*check.computed));
  const auto whole = std::string(text.words(part.begin, part.end)),
             average = std::string(text.words(each.begin, each.end));
  const auto years_zh = one.total ? "" : fmt::format("（报告期 {} 年）", figure(one.divisor));
  const auto years_en = one.total ? "" : fmt::format(" (a report of {} years)", figure(one.divisor));
  if (holds) {
    check.zh = fmt::format("{}{}，与所写的 {} 相符。", sum, years_zh, average);
    check.en = fmt::format("{}{}; {} is printed.", sum, years_en, average);
  } else {
    check.zh = fmt::format("{}{}，平均数却写作 {}。请核对 {} 与 {}；若总数无误，平均应为 {}。", sum, years_zh,
                           figure(each.value), whole, average, figure(rounded(*check.computed, each.step)));
    check.en =
        fmt::format("{}{}, but the average is printed as {}. Check {} and {}; if the total is right, it should be {}.",
                    sum, years_en, figure(each.value), whole, average, figure(rounded(*check.computed, each.step)));
  }
  return check;
}

}  // namespace

int AverageFinder::years() {
  if (years_ < 0) years_ = years_told(text_.text());
  return years_;
}

void AverageFinder::find(const Figures& figures, std::size_t first_check) {
  for (std::size_t at = 1; at < figures.size(); ++at) {
    const Figure& figure = figures[at];
    const auto kind = figures.claim(at).kind;
    if ((kind != ClaimKind::COUNT && kind != ClaimKind::MONEY && kind != ClaimKind::MONEY_PER) ||
        !(figures.claim(at).value > 0) || !std::isnan(figures.claim(at).value_high) || figure.mark > Mark::COMMA) {
      continue;
    }
    if (judged(std::span(checks_).subspan(first_check), figure.index)) continue;
    std::string_view year_word;
    for (const std::string_view word : {"年均", "平均每年", "年平均", "每年平均"}) {
      if (year_word.empty() && figure.label.find(word) != std::string_view::npos) year_word = word;
    }
    if (!year_word.empty()) {
      const Claim& part = figures.claim(at - 1);
      if (!led_by(figure.label, year_word).empty() || !std::isnan(part.value_high)) continue;
      if (part.unit != figures.claim(at).unit || part.kind != kind || percent_unit(figures.unit(at))) continue;
      if (figures.compared_with(at - 1) || figures[at - 1].label.find("每年") != std::string_view::npos) continue;
      const int divisor = years();
      if (divisor < 2) continue;
      const Interval whole{static_cast<double>(divisor), static_cast<double>(divisor)};
      const Average average{figures[at - 1].index, {}, whole.low, figure.index};
      if (fits_average(part, whole, figures.claim(at))) {
        checks_.push_back(average_check(text_, average, true));
        continue;
      }
      bool other = false;  // the figure may be of other years
      for (int years = 1; years <= 10; ++years) {
        const auto divided = static_cast<double>(years);
        other = other || fits_average(part, {divided, divided}, figures.claim(at));
      }
      if (other || !whole_count(part) || !exact(figures.claim(at)) ||
          has_any(figures[at - 1].label, {"其中", "今年", "累计", "2"})) {
        continue;
      }
      checks_.push_back(average_check(text_, average, false));
      continue;
    }
    const auto word = bearer_word(figure.label);
    if (word.empty() || !led_by(figure.label, word).empty()) {
      const auto rest = led_by(figure.label, word);
      if (word.empty() || code_points(rest) > 4 || !has_any(rest, {"补助", "资助", "救助", "提交", "发放"})) continue;
    }
    std::vector<std::size_t> parts, totals;
    for (std::size_t other = 0; other < at; ++other) {
      const Claim& claim = figures.claim(other);
      if (!std::isnan(claim.value_high) || !(claim.value > 0)) continue;
      if (belongs_to(figures.unit(other), word) && claim.kind == ClaimKind::COUNT) {
        totals.push_back(other);
      } else if (claim.unit == figures.claim(at).unit &&
                 (claim.kind == ClaimKind::MONEY || claim.kind == ClaimKind::COUNT)) {
        parts.push_back(other);
      }
    }
    if (parts.empty() || totals.empty() || parts.size() * totals.size() > 64) continue;
    std::optional<Average> found;
    for (auto part = parts.rbegin(); part != parts.rend() && !found; ++part) {
      for (auto total = totals.rbegin(); total != totals.rend() && !found; ++total) {
        if (!fits_average(figures.claim(*part), interval_of(figures.claim(*total)), figures.claim(at))) continue;
        found = Average{figures[*part].index, figures[*total].index, figures.claim(*total).value, figure.index};
      }
    }
    if (found) {
      checks_.push_back(average_check(text_, *found, true));
      continue;
    }
    const bool beside = parts.size() == 1 && totals.size() == 1 && at >= 2 && std::min(parts[0], totals[0]) == at - 2 &&
                        std::max(parts[0], totals[0]) == at - 1;
    const auto words = figures.between(at - 1 > 0 ? at - 2 : 0, at);
    if (!beside || !whole_count(figures.claim(totals[0])) || !exact(figures.claim(parts[0])) ||
        !exact(figures.claim(at)) || has_any(words, {"累计", "其中", "。", "\uFF1B"})) {
      continue;
    }
    const Average average{figures[parts[0]].index, figures[totals[0]].index, figures.claim(totals[0]).value,
                          figure.index};
    checks_.push_back(average_check(text_, average, false));
  }
}

}  // namespace yizheng::reports
