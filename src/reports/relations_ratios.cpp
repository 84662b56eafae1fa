// Quotients of two figures that belong together.
#include <fmt/format.h>

#include <cmath>

#include "reports/relation_finders.h"
#include "reports/rounding.h"

namespace yizheng::reports {
namespace {

bool bearer(const RelationText& text, std::uint32_t index) {
  return text.claim(index).kind == ClaimKind::COUNT &&
         one_of(text.unit(index),
                {"名",   "人",   "位", "户",   "村",     "家",   "户次", "人次", "社区", "学生", "家庭",
                 "职工", "学校", "所", "乡镇", "行政村", "企业", "群众", "孩子", "儿童", "老人", "患者"});
}

bool gives(std::string_view words) {
  return has_any(words, {"补助", "救助", "资助", "帮扶", "慰问", "奖励", "发放", "扶持", "补贴", "捐", "助学", "支持",
                         "拨付", "拨出", "救济", "帮助"});
}

class RatioFinder {
 public:
  RatioFinder(const RelationText& text, const Stretch& sentence, std::vector<Check>& checks)
      : text_(text), sentence_(sentence), checks_(checks) {}

  void find() {
    for (auto index = sentence_.first; index < sentence_.last; ++index) {
      if (!is_claim(claim(index).kind)) continue;
      if (claim(index).kind == ClaimKind::MONEY) money_for_each(index);
      if (claim(index).kind == ClaimKind::COUNT) counted_for_each(index);
    }
  }

 private:
  const Claim& claim(std::uint32_t index) const { return text_.claim(index); }

  // 为60名患者补助2.4万元: one amount and one number of those who got it, in one clause.
  void money_for_each(std::uint32_t money) {
    const auto clause = text_.clause(money);
    const auto begin = static_cast<std::uint32_t>(clause.data() - text_.text().data());
    const auto end = begin + static_cast<std::uint32_t>(clause.size());
    std::optional<std::uint32_t> who;
    for (auto index = sentence_.first; index < sentence_.last; ++index) {
      if (claim(index).begin < begin || claim(index).end > end || index == money) continue;
      if (claim(index).kind == ClaimKind::MONEY || claim(index).kind == ClaimKind::MONEY_PER) return;
      if (!bearer(text_, index)) continue;
      if (who) return;  // two kinds of receivers: nobody can tell what each got
      who = index;
    }
    if (!who || !gives(clause) || !(claim(*who).value > 0)) return;
    if (const auto each = stated_for_each(std::max(money, *who))) {
      stated(money, *who, *each);
    } else {
      unstated(money, *who);
    }
  }

  // …,人均400元 right behind.
  std::optional<std::uint32_t> stated_for_each(std::uint32_t last) const {
    const auto next = last + 1;
    if (next >= sentence_.last) return {};
    if (claim(next).kind != ClaimKind::MONEY_PER && claim(next).kind != ClaimKind::MONEY) return {};
    auto before = text_.before(next);
    while (drop_suffix(before, {"约", "达到", "达", "为", "补助", "资助", "救助"})) {
    }
    if (!has_any(before, {"人均", "户均", "村均", "平均每", "每人", "每户", "每村", "每名", "每位"}) ||
        code_points(before) > 8) {
      return {};
    }
    return next;
  }

  // The next figure before `index` in the sentence that is a claim.
  std::optional<std::uint32_t> claim_before(std::uint32_t index) const {
    while (index-- > sentence_.first) {
      if (is_claim(claim(index).kind)) return index;
    }
    return {};
  }

  void counted_for_each(std::uint32_t index) {
    const auto code = text_.code(claim(index).indicator);
    if (code == "supervision.activities" || code == "proposals.key.lead_units_heard") {
      for (auto other = sentence_.first; other < index; ++other) {
        if (text_.code(claim(other).indicator) == "proposals.key") return unstated(index, other);
      }
      return;
    }
    const auto before = claim_before(index);
    if (!before || claim(*before).kind != ClaimKind::COUNT) return;
    const auto unit = text_.unit(index), of = text_.unit(*before);
    const auto between = text_.between(*before, index);
    // 六个方面17条建议: items must not be fewer than the aspects they belong to.
    if (one_of(unit, {"条", "项", "点"}) && one_of(of, {"方面", "大类", "领域", "板块", "大方面"}) &&
        claim(index).value >= claim(*before).value &&
        one_of(between, {"", "提出", "形成", "共", "、", "\uFF0C", ",", "\uFF0C提出", "\uFF0C共", ",共", ",提出", "的",
                         "提出了", "共提出", "梳理", "梳理出", "归纳", "归纳出"})) {
      return unstated(index, *before);
    }
    // 6期、30万字.
    if (unit == "字" && one_of(of, {"期", "篇", "册", "本", "卷", "辑", "部"}) &&
        one_of(between, {"", "、", "\uFF0C", ",", "共", "\uFF0C共", ",共", "共计", "\uFF0C共计", ",共计", "计"})) {
      return unstated(index, *before);
    }
    // 讲座30余场次,听众500余人次.
    auto who = text_.before(index);
    if (unit == "人次" && one_of(of, {"场次", "场", "次", "期", "批", "批次", "班次"}) &&
        text_.claim(*before).value > 0) {
      while (drop_prefix(who, {"累计", "共", "总", "有", "各类"})) {
      }
      for (const std::string_view word :
           {"参与", "参加", "参训", "覆盖", "惠及", "受益", "吸引", "培训", "服务", "受众", "观众"}) {
        if (who.starts_with(word)) return unstated(index, *before);
      }
    }
  }

  void unstated(std::uint32_t part, std::uint32_t total) {
    if (!(claim(total).value > 0)) return;
    Check check;
    check.kind = CheckKind::RATIO;
    check.verdict = CheckVerdict::UNSTATED;
    check.parts = {part};
    check.total = total;
    check.computed = claim(part).value / claim(total).value;
    const bool rough = claim(part).approx != Approx::EXACT || claim(total).approx != Approx::EXACT;
    const auto sum =
        fmt::format("{} ÷ {} = {}", figure(claim(part).value), figure(claim(total).value), figure(*check.computed));
    const auto unit = std::string(text_.unit(part)), of = std::string(text_.unit(total));
    check.zh = fmt::format("{}，即每{} {} {}；原文没有写出{}。", sum, of, figure(*check.computed), unit,
                           rough ? "（两数含约数，只是大概）" : "");
    check.en = fmt::format("{} ({} for each {}); the text does not print it{}.", sum, unit, of,
                           rough ? " (rough: not both figures are exact)" : "");
    checks_.push_back(std::move(check));
  }

  void stated(std::uint32_t part, std::uint32_t total, std::uint32_t each) {
    const auto p = interval_of(claim(part)), t = interval_of(claim(total));
    const Claim& printed = claim(each);
    Check check;
    check.kind = CheckKind::RATIO;
    check.parts = {part};
    check.total = total;
    check.stated_claim = each;
    check.stated = printed.value;
    check.computed = claim(part).value / claim(total).value;
    const auto said = printed.approx == Approx::EXACT
                          ? Interval{printed.value - printed.step, printed.value + printed.step}
                          : interval_of(printed);
    const bool holds = overlap({p.low / t.high, p.high / t.low}, said);
    const bool exact = claim(part).approx == Approx::EXACT && claim(total).approx == Approx::EXACT &&
                       printed.approx == Approx::EXACT && whole_count(claim(total));
    if (!holds && !exact) return unstated(part, total);
    check.verdict = holds ? CheckVerdict::HOLDS : CheckVerdict::FAILS;
    const auto sum =
        fmt::format("{} ÷ {} = {}", figure(claim(part).value), figure(claim(total).value), figure(*check.computed));
    check.zh = fmt::format("{}，所写为 {}，{}取整允许的范围。", sum, figure(printed.value), holds ? "未超出" : "超出");
    check.en = fmt::format("{}; {} is printed, {} what rounding allows.", sum, figure(printed.value),
                           holds ? "within" : "beyond");
    checks_.push_back(std::move(check));
  }

  const RelationText& text_;
  const Stretch& sentence_;
  std::vector<Check>& checks_;
};

}  // namespace

void find_ratios(const RelationText& text, const Paragraph& paragraph, std::vector<Check>& checks) {
  for (const auto& sentence : paragraph.sentences) RatioFinder(text, sentence, checks).find();
}

}  // namespace yizheng::reports
