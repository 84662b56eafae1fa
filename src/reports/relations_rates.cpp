// Rates that come with the figures they are made of (发出1200份、收回1146份,回收率95.5%), parts of what stands right
// before them (8篇,其中3篇…), and what is said to be all of it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/relation_finders.h"
#include "reports/relation_shares.h"
#include "reports/rounding.h"

namespace yizheng::reports {
namespace {

constexpr std::uint32_t farthest_base = 14;   // claims before the part
constexpr std::uint32_t looked_around = 300;  // claims in which no other base may fit before a misfit is told

std::size_t last_two(std::string_view word) {
  std::size_t begin = word.size();
  for (int i = 0; i < 2 && begin > 0; ++i) begin -= code_point_before(word, begin).size();
  return begin;
}

// 收回 speaks of 回收, 办结答复 of 办复: both characters of the verb stand there.
bool speaks_of(std::string_view words, std::string_view verb) {
  if (words.find(verb) != std::string_view::npos) return true;
  if (one_of(verb, {"出席", "到会", "参会"})) return has_any(words, {"实到", "出席", "到会", "实际参"});
  if (one_of(verb, {"采纳", "采用"})) return has_any(words, {"采纳", "采用", "吸纳"});
  const auto first = code_point_at(verb, 0);
  const auto second = verb.substr(first.size());
  const auto at = words.find(second), other = words.find(first);
  if (at == std::string_view::npos || other == std::string_view::npos) return false;
  return (at > other ? at - other : other - at) <= 12;
}

// Whether a run of three characters stands in both: 省政协.
bool same_name(std::string_view a, std::string_view b) { return share_words(a, b, 3); }

struct Percent {
  double value = 0, step = 0;
  bool loose = false;  // tenths and fractions are said roughly
};

class RateFinder {
 public:
  RateFinder(const Figures& figures, const Paragraph& paragraph, std::size_t first_check, std::vector<Check>& checks)
      : figures_(figures), text_(figures.text()), paragraph_(paragraph), checks_(checks), first_check_(first_check) {}

  void find() {
    for (std::size_t at = 0; at < figures_.size(); ++at) {
      if (figures_.percentage(at)) {
        if (!judged(std::span(checks_).subspan(first_check_), figures_[at].index)) percentage(at);
      } else if (figures_.claim(at).kind == ClaimKind::SHARE && one_of(figures_.unit(at), {"成", "分数"})) {
        tenths(at);
      } else if (at > 0 && figures_.whole(at)) {
        part_of_the_one_before(at);
      }
    }
  }

 private:
  struct Rate {
    std::string_view verb, noun;  // 回收; what stands before it in the clause
  };

  std::optional<Rate> rate_of(std::size_t at) const {
    auto label = figures_[at].label;
    while (drop_suffix(label, {"达到", "达", "为", "是", "约", "近", "超过", "超", "均"})) {
    }
    if (!drop_suffix(label, {"率"})) return {};
    const auto begin = last_two(label);
    if (code_points(label.substr(begin)) < 2) return {};
    return Rate{label.substr(begin), label.substr(0, begin)};
  }

  bool fits_percent(double part, double base, const Percent& percent) const {
    if (!(base > 0)) return false;
    const double share = 100 * part / base;
    if (percent.loose) return std::abs(share - percent.value) <= percent.step;
    return fits(share, percent.value, percent.step) != Fit::NONE;
  }

  // Counts before `part` that can be its base, nearest first.
  std::vector<std::uint32_t> bases(std::uint32_t part) const {
    std::vector<std::uint32_t> found;
    const auto begin = std::max(paragraph_.first, part > farthest_base ? part - farthest_base : 0);
    for (auto index = part; index-- > begin;) {
      const Claim& claim = text_.claim(index);
      if (claim.unit == text_.claim(part).unit && whole_count(claim) && claim.value >= text_.claim(part).value) {
        found.push_back(index);
      }
    }
    return found;
  }

  // Another figure of the report gives the printed rate: the text may mean that one.
  bool another_fits(std::uint32_t part, const Percent& percent) const {
    const auto size = static_cast<std::uint32_t>(text_.claims().size());
    const auto begin = part > looked_around ? part - looked_around : 0, end = std::min(size, part + looked_around);
    for (auto index = begin; index < end; ++index) {
      if (index == part || text_.claim(index).kind != ClaimKind::COUNT) continue;
      if (text_.claim(index).unit == text_.claim(part).unit &&
          fits_percent(text_.claim(part).value, text_.claim(index).value, percent)) {
        return true;
      }
    }
    return false;
  }

  void percentage(std::size_t at) {
    const Claim& claim = figures_.claim(at);
    if (!exact(claim) || !(claim.value > 0)) return;
    const Percent percent{claim.value, claim.step};
    const auto rate = rate_of(at);
    if (rate) all_of_it(at, *rate);
    if (at == 0 || figures_[at].mark > Mark::COMMA ||
        judged(std::span(checks_).subspan(first_check_), figures_[at].index))
      return;
    const auto part = at - 1;
    if (!figures_.whole(part)) return;
    if (rate) {
      rate_with_parts(part, at, *rate, percent);
    } else {
      share_with_named_base(part, at, percent);
    }
  }

  // 已全部办结,办结率98%.
  void all_of_it(std::size_t at, const Rate& rate) {
    if (!rate.noun.empty() || figures_.claim(at).value >= 100) return;
    const auto gap = figures_[at].gap;
    for (const std::string_view word : {"全部", "均已", "均予以", "百分之百"}) {
      const auto found = gap.find(word);
      if (found == std::string_view::npos || !gap.substr(found + word.size()).starts_with(rate.verb)) continue;
      const auto rest = gap.substr(found + word.size() + rate.verb.size());
      if (code_points(rest) > 8 || strongest_mark(rest) > Mark::COMMA) continue;
      Check check;
      check.kind = CheckKind::SHARE;
      check.verdict = CheckVerdict::FAILS;
      check.parts = {figures_[at].index};
      check.stated_claim = figures_[at].index;
      check.stated = figures_.claim(at).value;
      check.computed = 100;
      const auto verb = std::string(rate.verb), printed = std::string(figures_.printed(at));
      check.zh =
          fmt::format("前面写“{}{}”，即 100 %，这里{}率却写作 {}；两处必有一处写错。", word, verb, verb, printed);
      check.en =
          fmt::format("The text says that all of it is done ({}{}), which is 100 %, but the rate is printed as {}.",
                      word, verb, printed);
      add_or_replace(checks_, first_check_, std::move(check));
      return;
    }
  }

  void rate_with_parts(std::size_t part, std::size_t at, const Rate& rate, const Percent& percent) {
    const auto words = std::string(figures_[part].label) + std::string(figures_[part].behind);
    if (!speaks_of(words, rate.verb)) return;
    const auto index = figures_[part].index;
    const auto candidates = bases(index);
    for (const auto base : candidates) {
      if (!fits_percent(text_.claim(index).value, text_.claim(base).value, percent)) continue;
      add(index, base, figures_[at].index, percent, true);
      return;
    }
    const auto trap = words + std::string(figures_[at].gap) + std::string(rate.noun);
    if (has_any(trap, {"累计", "历年", "往年", "目前", "总体", "去年", "上年", "其中", "连续", "平均", "综合"})) return;
    if (!rate.noun.empty() && figures_[part].label.find(rate.noun) == std::string_view::npos) return;
    if (!whole_count(text_.claim(index)) || another_fits(index, percent)) return;
    if (const auto base = tied_base(part, rate)) {
      add(index, figures_[*base].index, figures_[at].index, percent, false);
    } else if (const auto meant = base_by_meaning(index, figures_[at].index)) {
      add(index, *meant, figures_[at].index, percent, false);
    }
  }

  // The rate is known as the quotient of two indicators, and the report has one figure of each in this paragraph.
  std::optional<std::uint32_t> base_by_meaning(std::uint32_t part, std::uint32_t stated) const {
    for (const auto& quotient : quotients()) {
      if (text_.code(text_.claim(stated).indicator) != quotient.share ||
          text_.code(text_.claim(part).indicator) != quotient.part) {
        continue;
      }
      std::optional<std::uint32_t> base;
      for (auto other = paragraph_.first; other < paragraph_.last; ++other) {
        if (other == part || other == stated || text_.claim(other).indicator < 0) continue;
        const auto code = text_.code(text_.claim(other).indicator);
        if (code == quotient.part || code == quotient.share) return {};
        if (code != quotient.base) continue;
        const Claim& claim = text_.claim(other);
        if (base || other > part || !whole_count(claim) || claim.unit != text_.claim(part).unit ||
            claim.period != text_.claim(part).period || claim.value < text_.claim(part).value) {
          return {};
        }
        base = other;
      }
      return base;
    }
    return {};
  }

  // The base that the words tie to the part: the count right before it, or the one of the same name.
  std::optional<std::size_t> tied_base(std::size_t part, const Rate& rate) const {
    const auto label = figures_[part].label;
    const auto at = label.find(rate.verb);
    auto name = at == std::string_view::npos ? std::string_view() : label.substr(0, at);
    while (drop_suffix(name, {"已经", "已", "督促", "推动", "促成", "现", "均", "共", "成功", "协调", "帮助", "及时",
                              "全部", "当场", "得到", "获", "被", "并", "予以"})) {
    }
    if (code_points(name) >= 3) {  // 省政协采用23条 of 报省政协62条
      std::optional<std::size_t> named;
      for (std::size_t other = 0; other < part; ++other) {
        if (!figures_.same_unit(other, part) || !figures_.whole(other) || figures_.compared_with(other)) continue;
        if (!same_name(figures_[other].label, name)) continue;
        if (named || figures_[other].label.find(rate.verb) != std::string_view::npos) return {};
        named = other;
      }
      if (named && figures_.claim(*named).value >= figures_.claim(part).value) return named;
      return {};
    }
    if (part == 0 || !figures_.same_unit(part - 1, part) || !figures_.whole(part - 1)) return {};
    if (figures_[part].mark > Mark::COMMA || figures_[part].depth != figures_[part - 1].depth) return {};
    if (figures_.compared_with(part - 1) || figures_.claim(part - 1).value < figures_.claim(part).value) return {};
    if (has_any(figures_[part].gap, {"另", "分别", "同时", "还"})) return {};
    // Beside other counts of the kind nobody can tell which one is meant.
    for (std::size_t other = 0; other + 1 < part; ++other) {
      if (figures_.same_unit(other, part) && figures_.claim(other).value >= figures_.claim(part).value &&
          figures_[part - 1].mark <= Mark::COMMA && other + 2 == part) {
        return {};
      }
    }
    return part - 1;
  }

  // 十件,占立案总数的6.1%: the base is named, and stands earlier in the paragraph.
  void share_with_named_base(std::size_t part, std::size_t at, const Percent& percent) {
    const auto gap = figures_[at].gap;
    const auto found = gap.rfind("占");
    if (found == std::string_view::npos || code_points(gap) > 24) return;
    const auto base = plain_base(gap.substr(found + 3));
    const auto index = figures_[part].index;
    if (code_points(base) < 2 || code_points(base) > 8 || strongest_mark(base) != Mark::NONE) return;
    if (has_any(figures_[part].label, {"累计", "去年", "上年"}) || has_any(gap, {"全国", "全省", "全市", "全县"}))
      return;
    std::optional<std::uint32_t> named;
    int candidates = 0;
    const auto begin = std::max(paragraph_.first, index > 30 ? index - 30 : 0);
    for (auto other = begin; other < index; ++other) {
      const Claim& claim = text_.claim(other);
      if (claim.unit != text_.claim(index).unit || claim.kind != ClaimKind::COUNT) continue;
      auto label = text_.before(other);
      if (has_any(label, {"上年", "去年", "较", "比", "上届", "同期"})) continue;
      while (drop_prefix(
          label, {"共",   "全年", "五年",   "收到", "征集",   "提交", "确定", "遴选",     "选定", "推荐", "评选",
                  "编报", "报送", "经审查", "审查", "\uFF0C", "、",   "其中", "主席会议", "了",   "本年", "有"})) {
      }
      while (drop_suffix(label, {"共", "为", "达", "总数", "总量"})) {
      }
      const bool verb = one_of(base, {"立案", "编报", "收到", "报送", "提交", "采用", "办结", "答复", "办复"});
      const bool same = verb ? text_.before(other).find(base) != std::string_view::npos : label == base;
      if (!same) continue;
      ++candidates;
      if (whole_count(claim)) named = other;
    }
    if (candidates != 1 || !named || text_.claim(*named).value < text_.claim(index).value) return;
    const bool holds = fits_percent(text_.claim(index).value, text_.claim(*named).value, percent);
    if (!holds && another_fits(index, percent)) return;
    add(index, *named, figures_[at].index, percent, holds);
  }

  // 96件,占比达六成四; 占三分之一.
  void tenths(std::size_t at) {
    const Claim& claim = figures_.claim(at);
    const bool tenth = figures_.unit(at) == "成";
    if (at == 0 || figures_[at].mark > Mark::COMMA || !std::isnan(claim.value_high) || !(claim.value > 0)) return;
    if (figures_[at].gap.find("占") == std::string_view::npos || code_points(figures_[at].gap) > 20) return;
    if (!figures_.whole(at - 1) || judged(std::span(checks_).subspan(first_check_), figures_[at].index)) return;
    Percent percent{claim.value * (tenth ? 10 : 100), tenth ? 5.0 : 2.0, true};
    if (tenth && claim.value != std::floor(claim.value)) percent.step = 0.5;
    const auto index = figures_[at - 1].index;
    for (const auto base : bases(index)) {
      const double share = 100 * text_.claim(index).value / text_.claim(base).value;
      const bool over = claim.approx == Approx::OVER && share >= percent.value && share < percent.value + 10;
      if (!over && !fits_percent(text_.claim(index).value, text_.claim(base).value, percent)) continue;
      add(index, base, figures_[at].index, percent, true);
      return;
    }
  }

  // 8篇,其中3篇得到批示; 问题18个,现已整改18个.
  void part_of_the_one_before(std::size_t at) {
    const auto before = at - 1;
    const Figure& figure = figures_[at];
    if (!figures_.same_unit(before, at) || !figures_.whole(before) || figure.mark > Mark::COMMA) return;
    if (figure.depth != figures_[before].depth || figures_.compared_with(at)) return;
    const double part = figures_.claim(at).value, whole = figures_.claim(before).value;
    const bool percent_behind = at + 1 < figures_.size() && figures_[at + 1].mark <= Mark::COMMA &&
                                (figures_.percentage(at + 1) || figures_.unit(at + 1) == "成");
    const auto label = figure.label;
    if (part == whole && part >= 2 && done(label)) {
      Check check;
      check.kind = CheckKind::SHARE;
      check.verdict = CheckVerdict::HOLDS;
      check.parts = {figure.index};
      check.total = figures_[before].index;
      check.base = whole;
      check.stated = 100;
      check.computed = 100;
      check.zh = fmt::format("{} ÷ {} = 100 %，已全部完成。", figure_of(part), figure_of(whole));
      check.en = fmt::format("{} ÷ {} = 100 %: all of it is done.", figure_of(part), figure_of(whole));
      const bool known = std::any_of(
          checks_.begin() + static_cast<std::ptrdiff_t>(first_check_), checks_.end(), [&](const Check& other) {
            return other.kind == CheckKind::SHARE && !other.parts.empty() && other.parts[0] == figure.index;
          });
      if (!known && !percent_behind) checks_.push_back(std::move(check));
      return;
    }
    if (label != "其中" && !label.starts_with("其中")) return;
    if (part > whole && !has_any(label, {"累计", "历年", "重点"}) && code_points(label) <= 14) {
      Check check;
      check.kind = CheckKind::SHARE;
      check.verdict = CheckVerdict::FAILS;
      check.parts = {figure.index};
      check.total = figures_[before].index;
      check.base = whole;
      check.computed = 100 * part / whole;
      const auto a = std::string(figures_.printed(at)), b = std::string(figures_.printed(before));
      check.zh = fmt::format("“其中”的 {} 多于总数 {}，不可能；请核对这两个数。", a, b);
      check.en = fmt::format("A part ({}) is larger than its whole ({}): check the two figures.", a, b);
      checks_.push_back(std::move(check));
      return;
    }
    const bool list =
        at + 1 < figures_.size() && figures_.same_unit(at, at + 1) && figures_[at + 1].mark <= Mark::COMMA;
    if (label != "其中" || percent_behind || list || part > whole) return;
    Check check;
    check.kind = CheckKind::SHARE;
    check.verdict = CheckVerdict::UNSTATED;
    check.parts = {figure.index};
    check.total = figures_[before].index;
    check.base = whole;
    check.computed = 100 * part / whole;
    const auto sum = fmt::format("{} ÷ {} = {} %", figure_of(part), figure_of(whole), figure_of(*check.computed));
    check.zh = fmt::format("{}；原文没有写出占比。", sum);
    check.en = fmt::format("{}; the text does not print the share.", sum);
    checks_.push_back(std::move(check));
  }

  static std::string figure_of(double value) { return reports::figure(value); }

  static bool done(std::string_view label) {
    return has_any(label,
                   {"整改", "办结", "解决", "完成", "销号", "答复", "办复", "落实", "化解", "采纳", "办理", "回复"}) &&
           code_points(label) <= 10 && has_any(label, {"已", "均", "全部", "现", "督促", "推动", "完成"}) &&
           !has_any(label, {"未", "率", "会", "协商"});
  }

  void add(std::uint32_t part, std::uint32_t base, std::uint32_t stated, const Percent& percent, bool holds) {
    const double computed = 100 * text_.claim(part).value / text_.claim(base).value;
    Check check;
    check.kind = CheckKind::SHARE;
    check.verdict = holds ? CheckVerdict::HOLDS : CheckVerdict::FAILS;
    check.parts = {part};
    check.total = base;
    check.stated_claim = stated;
    check.base = text_.claim(base).value;
    check.stated = text_.claim(stated).value;
    check.computed = computed;
    const auto printed = std::string(text_.words(text_.claim(stated).begin, text_.claim(stated).end));
    const auto sum =
        fmt::format("{} ÷ {} = {} %", figure_of(text_.claim(part).value), figure_of(*check.base), figure_of(computed));
    if (holds) {
      check.zh = fmt::format("{}，与所写的 {} 相符。", sum, printed);
      check.en = fmt::format("{}; {} is printed.", sum, printed);
    } else {
      const std::uint32_t two[] = {base, part};
      const auto figures = printed_list(text_, two);
      const auto correct = figure_in_steps(rounded(computed, percent.step), percent.step);
      check.zh = fmt::format("{}，写的却是 {}。若 {} 无误，应为 {} %。", sum, printed, figures, correct);
      check.en =
          fmt::format("{}, but {} is printed. If {} are right, it should be {} %.", sum, printed, figures, correct);
    }
    add_or_replace(checks_, first_check_, std::move(check));
  }

  const Figures& figures_;
  const RelationText& text_;
  const Paragraph& paragraph_;
  std::vector<Check>& checks_;
  std::size_t first_check_;
};

}  // namespace

void find_rates(const Figures& figures, const Paragraph& paragraph, std::size_t first_check,
                std::vector<Check>& checks) {
  RateFinder(figures, paragraph, first_check, checks).find();
}

}  // namespace yizheng::reports
