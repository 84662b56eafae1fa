// Differences and growth between two printed levels, and a difference with its own growth: 187件,较上年172件增加15件、
// 增长8.7%; 由32件增加到41件; 187件,较上年增加15件、增长8.7%.
#include <fmt/format.h>

#include <cmath>

#include "reports/relation_finders.h"
#include "reports/rounding.h"

namespace yizheng::reports {
namespace {

bool falls(std::string_view words) { return has_any(words, {"减少", "下降", "降低", "下滑", "回落", "减", "降"}); }
bool rises(std::string_view words) {
  return has_any(words, {"增加", "增长", "提高", "提升", "上升", "增幅", "多", "扩大", "增"});
}
// Growth that is not the one between the two levels.
bool another_growth(std::string_view words) {
  return has_any(words, {"年均", "平均", "实际", "可比", "其中", "占", "分别", "环比", "名义", "累计", "高于", "低于"});
}

class GrowthFinder {
 public:
  GrowthFinder(const Figures& figures, std::size_t first_check, std::vector<Check>& checks)
      : figures_(figures), text_(figures.text()), checks_(checks), first_check_(first_check) {}

  void find() {
    bool any = false;
    for (std::size_t at = 0; at < figures_.size(); ++at) {
      any = any || figures_.claim(at).kind == ClaimKind::CHANGE || figures_.percentage(at);
    }
    if (!any) return;
    for (std::size_t at = 0; at + 1 < figures_.size(); ++at) {
      if (!level(at)) continue;
      const auto next = at + 1;
      const auto gap = figures_[next].gap;
      if (figures_.claim(next).kind == ClaimKind::CHANGE) {
        own_growth(at);
      } else if (!level(next) || !comparable(at, next) || code_points(gap) > 30) {
        continue;
      } else if (has_any(figures_[at].label, {"由", "从"}) && has_any(gap, {"到", "至", "为"}) &&
                 strongest_mark(gap) == Mark::NONE && code_points(gap) <= 14) {
        changes(at, next, next + 1);
      } else if (has_any(gap, {"较", "比"}) && earlier(figures_[next].label) && figures_[next].mark <= Mark::COMMA) {
        changes(next, at, next + 1);
      } else if (earlier(figures_[at].label) && has_any(figures_[next].label, {"今年", "本年", "本届"}) &&
                 figures_[next].mark <= Mark::COMMA) {
        changes(at, next, next + 1);
      }
    }
  }

 private:
  bool earlier(std::string_view words) const {
    return has_any(words, {"上年", "去年", "上届", "上一", "前一", "同期", "前年", "年"}) &&
           !has_any(words, {"计划", "目标", "全国", "全省", "全市", "平均"});
  }

  bool level(std::size_t at) const {
    const Claim& claim = figures_.claim(at);
    if (!std::isnan(claim.value_high) || !(claim.value > 0)) return false;
    return claim.kind == ClaimKind::COUNT || claim.kind == ClaimKind::MONEY || claim.kind == ClaimKind::RATE ||
           claim.kind == ClaimKind::SHARE;
  }

  bool comparable(std::size_t a, std::size_t b) const {
    return figures_.claim(a).unit == figures_.claim(b).unit && figures_[a].depth == figures_[b].depth;
  }

  // The changes that follow two levels.
  void changes(std::size_t from, std::size_t to, std::size_t first) {
    for (auto at = first; at < figures_.size() && at < first + 3; ++at) {
      const Figure& figure = figures_[at];
      const auto& by = figures_.claim(at);
      const bool change = by.kind == ClaimKind::CHANGE || percent_unit(figures_.unit(at));
      if (!change || figure.mark > Mark::COMMA || code_points(figure.gap) > 16 || another_growth(figure.gap)) return;
      if (!std::isnan(by.value_high) || (!falls(figure.gap) && !rises(figure.gap))) return;
      if (first == at && from < to && figure.gap.find("同比") != std::string_view::npos) return;
      // 比上年增加5件: against a third level.
      if (has_any(figure.gap, {"较", "比"}) && figure.gap.find("同比") == std::string_view::npos) return;
      judge(from, to, at);
    }
  }

  void judge(std::size_t from, std::size_t to, std::size_t by) {
    const Claim &a = figures_.claim(from), &b = figures_.claim(to), &c = figures_.claim(by);
    if (judged(std::span(checks_).subspan(first_check_), figures_[by].index)) return;
    const auto unit = figures_.unit(by);
    const bool levels_percent = percent_unit(figures_.unit(from));
    const auto x = interval_of(a), y = interval_of(b);
    const double sign = falls(figures_[by].gap) && !rises(figures_[by].gap) ? -1 : 1;
    double value = 0;
    Interval result;
    const bool growth = percent_unit(unit) && !levels_percent;
    if (growth && x.low > 0) {
      value = 100 * (b.value - a.value) / a.value;
      result = {100 * (y.low - x.high) / x.high, 100 * (y.high - x.low) / x.low};
    } else if ((unit == "百分点" && levels_percent) || c.unit == a.unit) {
      if (levels_percent && unit != "百分点") return;
      value = b.value - a.value;
      result = {y.low - x.high, y.high - x.low};
      if (levels_percent) result = {value - (a.step + b.step) / 2, value + (a.step + b.step) / 2};
    } else {
      return;
    }
    const auto printed = interval_of(c);
    const double rounding = growth ? c.step / 2 : 0;  // growth may be cut off
    const double low = std::min(sign * printed.low, sign * printed.high) - rounding;
    const double high = std::max(sign * printed.low, sign * printed.high) + rounding;
    const bool plain = growth && whole_count(a) && whole_count(b) && exact(c);
    const bool holds = plain ? fits(sign * value, c.value, c.step) != Fit::NONE : overlap(result, {low, high});
    const bool all_exact = exact(a) && exact(b) && exact(c);
    const bool firm = all_exact && (levels_percent || (whole_count(a) && whole_count(b)));
    if (!holds && !firm) return;
    add(from, to, by, value, holds, growth ? "%" : std::string(unit));
  }

  void add(std::size_t from, std::size_t to, std::size_t by, double value, bool holds, const std::string& unit) {
    const Claim &a = figures_.claim(from), &b = figures_.claim(to), &c = figures_.claim(by);
    Check check;
    check.kind = CheckKind::RATIO;
    check.verdict = holds ? CheckVerdict::HOLDS : CheckVerdict::FAILS;
    check.parts = {figures_[to].index};
    check.total = figures_[from].index;
    check.stated_claim = figures_[by].index;
    check.base = a.value;
    check.stated = c.value;
    check.computed = std::abs(value);
    const bool growth = percent_unit(unit);
    const auto sum =
        growth ? fmt::format("({} − {}) ÷ {} = {} %", figure(b.value), figure(a.value), figure(a.value), figure(value))
               : fmt::format("{} − {} = {}", figure(b.value), figure(a.value), figure(value));
    const auto printed = std::string(figures_.printed(by));
    const double rounded_value = growth ? rounded(std::abs(value), c.step) : std::abs(value);
    const auto correct = growth ? figure_in_steps(rounded_value, c.step) : figure(rounded_value);
    if (holds) {
      check.zh = fmt::format("{}，与所写的 {} 相符。", sum, printed);
      check.en = fmt::format("{}; {} is printed.", sum, printed);
    } else {
      const bool wrong_way = value != 0 && (value < 0) != (falls(figures_[by].gap) && !rises(figures_[by].gap));
      check.zh = fmt::format("{}，写的却是 {}{}。若 {} 与 {} 无误，应{}为 {}{}。", sum, wrong_way ? "相反方向的 " : "",
                             printed, std::string(figures_.printed(from)), std::string(figures_.printed(to)),
                             value < 0 ? "减少" : "增加", correct, growth ? " %" : "");
      check.en =
          fmt::format("{}, but {} is printed{}. If {} and {} are right, it should be {} by {}{}.", sum, printed,
                      wrong_way ? " the other way" : "", std::string(figures_.printed(from)),
                      std::string(figures_.printed(to)), value < 0 ? "less" : "more", correct, growth ? " %" : "");
    }
    add_or_replace(checks_, first_check_, std::move(check));
  }

  // 187件,较上年增加15件、增长8.7%: the level before is the difference.
  void own_growth(std::size_t at) {
    const auto by = at + 1, percent = at + 2;
    if (percent >= figures_.size() || figures_.claim(by).unit != figures_.claim(at).unit) return;
    const Figure &step = figures_[by], &growth = figures_[percent];
    if (figures_.claim(percent).kind != ClaimKind::CHANGE || !percent_unit(figures_.unit(percent))) return;
    if (step.mark > Mark::COMMA || growth.mark > Mark::COMMA || code_points(growth.gap) > 6) return;
    if (!has_any(step.gap, {"较", "比"}) || another_growth(step.gap) || another_growth(growth.gap)) return;
    const Claim &b = figures_.claim(at), &d = figures_.claim(by), &p = figures_.claim(percent);
    if (!whole_count(b) || !(d.value > 0) || d.value != std::floor(d.value) || d.step > 1 || !exact(d) || !exact(p)) {
      return;
    }
    const bool down = falls(step.gap) && !rises(step.gap);
    if (down != (falls(growth.gap) && !rises(growth.gap))) return;
    if (judged(std::span(checks_).subspan(first_check_), growth.index)) return;
    const auto fitting = [&](double level) {
      const double before = down ? level + d.value : level - d.value;
      return before > 0 && fits(100 * d.value / before, p.value, p.step) != Fit::NONE;
    };
    bool holds = fitting(b.value);
    for (std::size_t other = 0; other < at && !holds; ++other) {
      // It may be told of an earlier figure: 收到187件,其中甲131件,较上年增加….
      if (figures_.same_unit(other, at) && fitting(figures_.claim(other).value)) return;
    }
    const double before = down ? b.value + d.value : b.value - d.value;
    if (!(before > 0) || (!holds && has_any(step.gap, {"其中", "分别"}))) return;
    Check check;
    check.kind = CheckKind::RATIO;
    check.verdict = holds ? CheckVerdict::HOLDS : CheckVerdict::FAILS;
    check.parts = {step.index};
    check.total = figures_[at].index;
    check.stated_claim = growth.index;
    check.base = before;
    check.stated = p.value;
    check.computed = 100 * d.value / before;
    const auto sum = fmt::format("{} ÷ ({} {} {}) = {} %", figure(d.value), figure(b.value), down ? "+" : "−",
                                 figure(d.value), figure(*check.computed));
    const auto printed = figure_in_steps(p.value, p.step);
    if (holds) {
      check.zh = fmt::format("{}，与所写的 {} % 相符。", sum, printed);
      check.en = fmt::format("{}; {} % is printed.", sum, printed);
    } else {
      const auto correct = figure_in_steps(rounded(*check.computed, p.step), p.step);
      check.zh = fmt::format("{}，写的却是 {} %。若 {} 与 {} 无误，应为 {} %。", sum, printed,
                             std::string(figures_.printed(at)), std::string(figures_.printed(by)), correct);
      check.en = fmt::format("{}, but {} % is printed. If {} and {} are right, it should be {} %.", sum, printed,
                             std::string(figures_.printed(at)), std::string(figures_.printed(by)), correct);
    }
    add_or_replace(checks_, first_check_, std::move(check));
  }

  const Figures& figures_;
  const RelationText& text_;
  std::vector<Check>& checks_;
  std::size_t first_check_;
};

}  // namespace

void find_growth(const Figures& figures, std::size_t first_check, std::vector<Check>& checks) {
  GrowthFinder(figures, first_check, checks).find();
}

}  // namespace yizheng::reports
