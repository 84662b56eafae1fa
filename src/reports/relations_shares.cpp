// A figure and the per cent it is said to be of a whole.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/relation_finders.h"
#include "reports/relation_shares.h"
#include "reports/rounding.h"

namespace yizheng::reports {
namespace {

constexpr double largest_implied_base = 1000;

std::string_view room_of(std::string_view code) { return code.substr(0, code.find('.')); }

std::string percent_text(const Claim& percent) { return figure_in_steps(percent.value, percent.step); }

// How the quotient was compared with what is printed, for people.
struct Comparison {
  bool holds = false;
  bool cut_off = false;
  bool rough = false;  // one of the figures is no exact one
};

Comparison compare(const Claim& part, const Claim& base, const Claim& percent) {
  Comparison result;
  if (exact(part) && exact(base) && exact(percent)) {
    const auto p = interval_of(part), b = interval_of(base);
    if (p.low == p.high && b.low == b.high) {
      const auto fit = fits(100 * part.value / base.value, percent.value, percent.step);
      return {fit != Fit::NONE, fit == Fit::CUT_OFF, false};
    }
  }
  const auto p = interval_of(part), b = interval_of(base);
  const double half = percent.step / 2;
  Interval printed{percent.value - half, percent.value + half};
  if (!exact(percent)) printed = interval_of(percent);
  result.rough = true;
  result.holds = b.low > 0 && overlap({100 * p.low / b.high, 100 * p.high / b.low}, printed);
  return result;
}

}  // namespace

struct ShareFinder::Share : PrintedShare {
  bool rate = false;  // 立案率81.31%: the base is not named beside it
};

ShareFinder::ShareFinder(const RelationText& text, std::vector<Check>& checks) : text_(text), checks_(checks) {}

void ShareFinder::find(const Paragraph& paragraph) {
  for (const auto& sentence : paragraph.sentences) {
    for (auto index = sentence.first; index < sentence.last; ++index) {
      const auto kind = text_.claim(index).kind;
      if (kind == ClaimKind::COUNT) all_of(sentence, index);
      if ((kind != ClaimKind::SHARE && kind != ClaimKind::RATE) || !percent_unit(text_.unit(index))) continue;
      if (const auto row = row_of_shares(text_, sentence, index); !row.empty()) {
        for (const auto& share : row) judge(paragraph, sentence, Share{share, false});
        index += static_cast<std::uint32_t>(row.size()) - 1;
      } else if (const auto share = printed_share(text_, sentence, index)) {
        judge(paragraph, sentence, Share{*share, false});
      } else if (kind == ClaimKind::RATE && index > sentence.first) {
        // 立案470件,立案率81.31%: the word of the rate stands at its part.
        auto word = text_.before(index);
        while (drop_suffix(word, {"达到", "达", "为", "均"})) {
        }
        const auto part = index - 1;
        if (!drop_suffix(word, {"率"}) || !whole_count(text_.claim(part))) continue;
        std::size_t begin = word.size();
        for (int i = 0; i < 2 && begin > 0; ++i) begin -= code_point_before(word, begin).size();
        const auto verb = word.substr(begin);
        if (code_points(verb) < 2 || text_.before(part).find(verb) == std::string_view::npos) continue;
        Share rate{{part, index, {}, true, false}, true};
        judge(paragraph, sentence, rate);
      }
    }
  }
}

bool ShareFinder::fits_base(const Share& share, std::uint32_t base) const {
  const Claim& claim = text_.claim(base);
  if (base == share.part || claim.kind != text_.claim(share.part).kind || percent_unit(text_.unit(base))) return false;
  return claim.value > 0 && compare(text_.claim(share.part), claim, text_.claim(share.percent)).holds;
}

// The base is a figure of its own nearby: 占重点提案的25% and 20件重点提案.
std::optional<std::uint32_t> ShareFinder::base_by_name(const Stretch& place, const Share& share) const {
  if (code_points(share.base) < 2) return {};
  std::optional<std::uint32_t> best;
  for (auto index = place.first; index < place.last; ++index) {
    if (index == share.part || text_.claim(index).kind != text_.claim(share.part).kind) continue;
    if (text_.claim(index).value < text_.claim(share.part).value) continue;
    auto before = text_.before(index);
    while (drop_suffix(before, {"总数", "总量", "共", "为", "达", "达到"})) {
    }
    if (!text_.after(index).starts_with(share.base) && !before.ends_with(share.base)) continue;
    if (!best || fits_base(share, index)) best = index;
  }
  return best;
}

// The base is the figure of which the part is told apart: 共470件,其中甲类433件,占92.1%.
std::optional<std::uint32_t> ShareFinder::base_by_place(const Paragraph& paragraph, const Stretch& sentence,
                                                        const Share& share) const {
  std::optional<std::uint32_t> fallback, cut_off;
  const auto most = std::min<std::uint32_t>(share.part - paragraph.first, 40);
  for (std::uint32_t step = 1; step <= most; ++step) {
    const auto index = share.part - step;
    const Claim& claim = text_.claim(index);
    if (claim.unit != text_.claim(share.part).unit || claim.value < text_.claim(share.part).value) continue;
    if (fits_base(share, index)) {
      // One that is rounded is meant rather than one nearer by that only fits when it is cut off.
      if (!compare(text_.claim(share.part), claim, text_.claim(share.percent)).cut_off) return index;
      if (!cut_off) cut_off = index;
      continue;
    }
    // Told apart in so many words, and nothing else stands between.
    if (!fallback && index >= sentence.first && index + 1 == share.part &&
        text_.between(index, share.part).find("其中") != std::string_view::npos) {
      fallback = index;
    }
  }
  return cut_off ? cut_off : fallback;
}

// A base printed elsewhere in the report, found by its value: it must be one of the few that fit, and be about the
// same thing.
std::optional<std::uint32_t> ShareFinder::base_by_value(const Share& share) {
  const Claim& part = text_.claim(share.part);
  const Claim& percent = text_.claim(share.percent);
  if (!whole_count(part)) return {};
  const auto bases = bases_of(part.value, percent.value, percent.step);
  if (bases.count() < 1 || bases.count() > 50) return {};
  if (!sorted_) {
    for (std::uint32_t index = 0; index < text_.claims().size(); ++index) {
      if (whole_count(text_.claim(index))) by_value_.emplace_back(text_.claim(index).value, index);
    }
    std::sort(by_value_.begin(), by_value_.end());
    sorted_ = true;
  }
  const auto room = room_of(text_.code(part.indicator));
  const auto noun = text_.before(share.part);
  std::optional<std::uint32_t> best;
  std::uint32_t distance = 0;
  int looked = 0;
  for (auto it = std::lower_bound(by_value_.begin(), by_value_.end(), std::pair(bases.first, std::uint32_t{0}));
       it != by_value_.end() && it->first <= bases.last && looked < 2000; ++it, ++looked) {
    const auto index = it->second;
    if (index == share.part) continue;
    bool same = false;
    const auto before = text_.before(index);
    if (code_points(share.base) >= 2 && (text_.after(index).starts_with(share.base) || before.ends_with(share.base))) {
      same = true;
    } else if (share.base.empty() ||
               !share_words(share.base, std::string(noun) + std::string(text_.after(share.part)), 2)) {
      // The base has a word of its own (来稿): a figure of the same subject that fits is taken for it.
      const auto other = text_.code(text_.claim(index).indicator);
      same = !room.empty() && room_of(other) == room &&
             (text_.claim(index).unit == part.unit || share_words("件条篇份", text_.unit(index), 1));
    }
    if (!same) continue;
    const auto far = index > share.part ? index - share.part : share.part - index;
    if (!best || far < distance) best = index, distance = far;
  }
  return best;
}

void ShareFinder::judge(const Paragraph& paragraph, const Stretch& sentence, const Share& share) {
  const Claim& part = text_.claim(share.part);
  const Claim& percent = text_.claim(share.percent);
  if (!(part.value > 0) || !(percent.value > 0) || !std::isnan(percent.value_high)) return;
  Check check;
  check.kind = CheckKind::SHARE;
  check.parts = {share.part};
  check.stated_claim = share.percent;
  check.stated = percent.value;

  auto base = base_by_name(sentence, share);
  const bool named_here = base.has_value();
  if (!base || !fits_base(share, *base)) {
    if (const auto found = base_by_name(paragraph, share); found && fits_base(share, *found)) base = found;
  }
  bool placed = false;
  if ((!base || !fits_base(share, *base)) && share.counts_the_same) {
    if (const auto found = base_by_place(paragraph, sentence, share)) {
      placed = share.base.empty() && !share.rate;
      if (fits_base(share, *found) || (!base && placed)) base = found;
    }
  }
  if (!base || !fits_base(share, *base)) {
    if (const auto found = share.counts_the_same ? base_by_value(share) : std::nullopt) base = found;
  }

  if (base && !fits_base(share, *base)) {
    // A misfit is told only where the text itself says that this is the base, and every figure is exact.
    const bool certain = (named_here || placed) && exact(part) && exact(percent) && whole_count(text_.claim(*base)) &&
                         whole_count(part) && share.counts_the_same && !share.rate;
    if (!certain) base.reset();
  }
  if (base) {
    const Claim& whole = text_.claim(*base);
    const auto result = compare(part, whole, percent);
    check.total = base;
    check.base = whole.value;
    check.computed = 100 * part.value / whole.value;
    check.verdict = result.holds ? CheckVerdict::HOLDS : CheckVerdict::FAILS;
    const auto sum = fmt::format("{} ÷ {} = {} %", figure(part.value), figure(whole.value), figure(*check.computed));
    if (!result.holds) {
      check.zh = fmt::format("{}，与所写的 {} % 不符（按所写位数四舍五入或截尾都不等）。", sum, percent_text(percent));
      check.en = fmt::format("{}, but {} % is printed; neither rounding nor cutting off gives it.", sum,
                             percent_text(percent));
    } else if (result.rough) {
      check.zh = fmt::format("{}，所写 {} % 在这些约数允许的范围内。", sum, percent_text(percent));
      check.en = fmt::format("{}; {} % is within what these rough figures leave open.", sum, percent_text(percent));
    } else {
      check.zh = fmt::format("{}，{}为 {} %，相符。", sum, result.cut_off ? "截尾" : "四舍五入", percent_text(percent));
      check.en =
          fmt::format("{}, {} {} %.", sum, result.cut_off ? "cut off to" : "rounded half up to", percent_text(percent));
    }
    checks_.push_back(std::move(check));
    return;
  }
  if (share.rate || !share.counts_the_same || !whole_count(part) || !exact(percent) ||
      measuring_unit(text_.unit(share.part)))
    return;

  const auto bases = bases_of(part.value, percent.value, percent.step);
  if (bases.count() == 0 || percent.value > 100) {
    if (!share.whole_named) return;
    check.verdict = CheckVerdict::FAILS;
    check.zh = fmt::format("没有一个整数总数能使 {} 占 {} %（按所写位数四舍五入）：这两个数不能同时成立。",
                           figure(part.value), percent_text(percent));
    check.en = fmt::format(
        "There is no whole number of which {} is {} %, rounded half up: the two figures exclude each "
        "other.",
        figure(part.value), percent_text(percent));
  } else {
    check.verdict = CheckVerdict::BASE_IMPLIED;
    const double last = std::min(bases.last, largest_implied_base - 1);
    if (bases.first == last) {
      check.base = bases.first;
      check.computed = 100 * part.value / bases.first;
      const auto beside = [&](double other) {
        return fmt::format("{} ÷ {} = {} %", figure(part.value), figure(other), figure(100 * part.value / other));
      };
      check.zh = fmt::format("没有写出总数；1000 以内只有 {} 符合：{}，四舍五入为 {} %。", figure(bases.first),
                             beside(bases.first), percent_text(percent));
      check.en = fmt::format(
          "The base is not printed; {} is the only whole number below 1000 that fits: {}, rounded "
          "half up to {} %.",
          figure(bases.first), beside(bases.first), percent_text(percent));
    } else {
      check.zh = fmt::format("没有写出总数；{} 至 {} 的整数都符合 {} %，不能断定是哪一个。", figure(bases.first),
                             figure(bases.last), percent_text(percent));
      check.en = fmt::format("The base is not printed; every whole number from {} to {} fits {} %.",
                             figure(bases.first), figure(bases.last), percent_text(percent));
    }
  }
  checks_.push_back(std::move(check));
}

// 80件,都立了案; 6篇论文全部入选: the whole of it, 100 %.
void ShareFinder::all_of(const Stretch& sentence, std::uint32_t index) {
  const Claim& claim = text_.claim(index);
  if (claim.value < 2 || !std::isnan(claim.value_high) || measuring_unit(text_.unit(index))) return;
  bool all = claim.implied >= 0;
  if (!all) {
    const auto rest = text_.words(claim.end, std::min<std::uint32_t>(sentence.end, claim.end + 60));
    for (const std::string_view word : {"全部", "均"}) {
      const auto at = rest.find(word);
      if (at == std::string_view::npos || code_points(rest.substr(0, at)) > 10) continue;
      auto verb = rest.substr(at + word.size());
      drop_prefix(verb, {"予以", "已", "得到", "获得", "获", "按期", "按时", "如期", "依法"});
      for (const std::string_view done :
           {"立案", "办结", "办复", "答复", "入选", "采纳", "通过", "落实", "完成", "交办", "办理", "转化", "脱贫",
            "摘帽", "达标", "整改", "销号", "化解", "签收"}) {
        all = all || verb.starts_with(done);
      }
      if (all) break;
    }
  }
  if (!all) return;
  Check check;
  check.kind = CheckKind::SHARE;
  check.verdict = CheckVerdict::HOLDS;
  check.parts = {index};
  check.total = index;
  check.base = claim.value;
  check.stated = 100;
  check.computed = 100;
  for (const auto& quotient : quotients()) {
    if (claim.implied < 0 || claim.indicator < 0) break;
    if (text_.code(claim.implied) == quotient.part && text_.code(claim.indicator) == quotient.base) {
      check.indicator = static_cast<std::int16_t>(text_.catalogue().find(quotient.share));
    }
  }
  check.zh = fmt::format("写明全部（均）：{0} ÷ {0} = 100 %。", figure(claim.value));
  check.en = fmt::format("All of them (全部, 均): {0} ÷ {0} = 100 %.", figure(claim.value));
  checks_.push_back(std::move(check));
}

}  // namespace yizheng::reports
