// From a number with its unit to a claim: the noun counted, the kind, how exact it is, and what a list hands on.
#include "reports/chinese_counts.h"
#include "reports/figure_context.h"
#include "reports/figure_finder.h"

namespace yizheng::reports {

using text::Numeral;

std::string_view FigureFinder::noun_counted(std::size_t at, std::size_t after, std::size_t& end) const {
  std::size_t past = past_approx(text_, after);
  std::string_view noun = noun_after(text_, past);
  const char32_t next = behind(past);
  // Punctuation behind 个 says that the noun stood in front of the number.
  const bool word_follows = (next >= 0x4E00 && next <= 0x9FFF) || next == U'“';
  if (noun.empty() && word_follows) {
    noun = noun_of_list(text_, past);
    if (noun.empty()) noun = noun_after_clause(text_, past);
    if (!noun.empty()) return noun;
    noun = unknown_noun_after(text_, past);
  }
  if (noun.empty()) return word_follows && !phrase_ends_at(text_, past) ? noun : noun_before(text_, at);
  if (past == after) end = static_cast<std::size_t>(noun.data() - text_.data()) + noun.size();
  return noun;
}

std::string_view FigureFinder::noun_before_in_sentence(std::size_t at) const {
  if (last_noun_.empty() || at < last_noun_at_ || at - last_noun_at_ > 45) return {};
  std::string_view between = text_.substr(last_noun_at_, at - last_noun_at_);
  if (between.find("。") != std::string_view::npos || between.find('\n') != std::string_view::npos) return {};
  if (between.size() <= 21) return last_noun_;  // 洽谈项目22个，签约落地5个
  for (std::string_view word : {"新增", "其中", "省级", "市级", "国家级", "达", "级"}) {
    if (between.ends_with(word)) return last_noun_;
  }
  return {};
}

std::size_t FigureFinder::keep(Claim claim, UnitClass of) {
  // A list goes on: 分别增长6.8%、12.3%和7.8% say one thing of three, and 超过2万亿元、9万亿元 or 50吨、40吨以上 are
  // all above.
  bool follows = false;
  if (!out_.empty() && last_class_ == of && is_claim(out_.back().kind)) {
    const Claim& last = out_.back();
    std::size_t from = past_approx(text_, last.end);
    if (from < claim.begin && claim.begin - from <= 3) {
      std::string_view between = text_.substr(from, claim.begin - from);
      follows = between == "、" || between == "和" || between == "与" || between == "及" || between == ",";
      if (follows) {
        claim.kind = last.kind;
        if (claim.approx == Approx::EXACT && !approx_behind_) claim.approx = last.approx;
      }
    }
  }
  const bool said_behind = approx_after(text_, claim.end) != Approx::EXACT;
  list_length_ = follows ? list_length_ + 1 : 0;
  if (follows && said_behind && !approx_behind_) {
    for (std::size_t back = 1; back <= list_length_ && back <= 8 && back <= out_.size(); ++back) {
      Claim& member = out_[out_.size() - back];
      if (member.approx != Approx::EXACT) break;
      member.approx = claim.approx;
    }
  }
  approx_behind_ = said_behind;
  last_class_ = of;
  out_.push_back(claim);
  return claim.end;
}

std::size_t FigureFinder::figure(std::size_t at, const Numeral& numeral, Unit unit, bool more, double high,
                                 std::size_t end) {
  Claim claim;
  claim.begin = static_cast<std::uint32_t>(at);
  claim.value = numeral.value;
  claim.value_high = high;
  claim.step = numeral.step;
  std::size_t whole = end;
  if (unit.of == UnitClass::EMPTY && numeral.chinese && (digit_at(unit.end) || starts(unit.end, "“"))) {
    // 三个80%, 两个“一百年”: slogans
    return other(at, unit.end, ClaimKind::FIXED, numeral.value);
  }
  if (unit.of == UnitClass::EMPTY) {
    std::string_view noun = noun_counted(at, unit.end, whole);
    // 解决问题一千二百多个，: the noun stood in front; 做到四个坚持 has none.
    const char32_t next = behind(unit.end);
    const bool noun_in_front = !noun.empty() && (next < 0x4E00 || next > 0x9FFF);
    if (noun.empty() && !numeral.chinese) noun = noun_before_in_sentence(at);
    if (noun.empty() || (numeral.chinese && (whole == end ? !noun_in_front : slogan_at(text_, unit.end)))) {
      if (numeral.chinese) return other(at, unit.end, ClaimKind::FIXED, numeral.value);
      unit.text = "个";
    } else {
      unit.text = noun;
      last_noun_ = noun;
      last_noun_at_ = whole;
    }
  }
  claim.unit = names_.of(unit.text);
  claim.end = static_cast<std::uint32_t>(whole);
  claim.kind = kind_of_figure(text_, at, end, unit);
  claim.approx = more || numeral.more ? Approx::OVER : approx_after(text_, end);
  if (numeral.high > 0) claim.approx = Approx::ABOUT;  // 七八个
  if (claim.approx == Approx::EXACT && whole != end) claim.approx = approx_after(text_, whole);
  if (claim.approx == Approx::EXACT && !more && (starts(end, "多") || starts(end, "余")) &&
      (unit.of == UnitClass::SPAN || unit.of == UnitClass::TIMES || unit.of == UnitClass::PHYSICAL ||
       unit.of == UnitClass::TENTHS)) {
    claim.approx = Approx::OVER;  // 3年多, 2倍多
  }
  if (claim.approx == Approx::EXACT) claim.approx = approx_before(text_, at);
  if (claim.approx == Approx::EXACT && numeral.bare_power && (ends(at, "上") || ends(at, "过"))) {
    claim.approx = Approx::OVER;
  }
  if (claim.approx == Approx::EXACT && unit.of == UnitClass::TIMES && floor_in_clause(text_, at)) {
    claim.approx = Approx::OVER;
  }
  return keep(claim, unit.of);
}

std::size_t FigureFinder::without_unit(std::size_t at, const Numeral& numeral) {
  if (names_a_year(numeral)) return other(at, numeral.end, ClaimKind::DATE, numeral.value);
  if (names_a_service(numeral)) return other(at, numeral.end, ClaimKind::FIXED, numeral.value);
  for (std::string_view sign : {"￥", "¥", "$"}) {
    if (!ends(at, sign)) continue;
    return figure(at, numeral, {numeral.end, UnitClass::MONEY, sign == "$" ? "美元" : "元"}, false, kNoValue,
                  numeral.end);
  }
  if ((numeral.multiplied || numeral.bare_power) && money_left_out(text_, at)) {  // 贷款超过5.2亿
    return figure(at, numeral, {numeral.end, UnitClass::MONEY, "元"}, false, kNoValue, numeral.end);
  }
  std::string_view noun = noun_after(text_, numeral.end);
  const bool mark = noun == "大关" || noun == "台阶";  // 突破2000亿大关
  if (!mark && noun.size() >= 6 && noun.data() == text_.data() + numeral.end && behind(numeral.end) > 127) {
    std::size_t end = numeral.end + noun.size();
    return figure(at, numeral, {static_cast<std::uint32_t>(end), UnitClass::LOOSE, noun}, false, kNoValue, end);
  }
  if (!numeral.multiplied && !numeral.more && !numeral.bare_power && !level_without_unit(text_, at, numeral.end)) {
    return other(at, numeral.end, ClaimKind::FIXED, numeral.value);
  }
  Claim claim;
  claim.begin = static_cast<std::uint32_t>(at);
  claim.end = numeral.end;
  claim.value = numeral.value;
  claim.step = numeral.step;
  claim.kind = kind_of_figure(text_, at, numeral.end, {numeral.end, UnitClass::COUNT, {}});
  if (numeral.decimal && !numeral.multiplied && claim.kind == ClaimKind::COUNT) claim.kind = ClaimKind::RATE;
  claim.approx = numeral.more ? Approx::OVER : approx_after(text_, numeral.end);
  if (claim.approx == Approx::EXACT) claim.approx = approx_before(text_, at);
  return keep(claim, UnitClass::COUNT);
}

}  // namespace yizheng::reports
