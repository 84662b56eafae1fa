// Forms that say more than a number with its unit: ordinals, sessions, fractions, ratios, ranges, lists.
#include <cmath>

#include "reports/figure_context.h"
#include "reports/figure_finder.h"

namespace yizheng::reports {

using text::Numeral;

std::size_t FigureFinder::ordinal(std::size_t at, const Numeral& numeral) {
  std::size_t begin = at - 3;  // 第
  if (starts(numeral.end, "产业") || starts(numeral.end, "三产业"))
    return other(begin, numeral.end + 6, ClaimKind::FIXED, numeral.value);
  Unit unit = unit_at(text_, numeral.end);
  std::size_t end = numeral.end;
  bool place = unit.text == "位" || unit.text == "名";
  if (place || unit.of == UnitClass::NONE) {
    bool first_place = numeral.value == 1 && (ends(begin, "放在") || ends(begin, "摆在") || ends(begin, "的"));
    char32_t next = behind(end);
    bool bare =
        unit.of == UnitClass::NONE && (next == U'，' || next == U'。' || next == U'；' || next == U'、' ||
                                       next == U',' || next == U';' || next == U'）' || next == U'\n' || next == 0);
    if ((place || bare) && !first_place && ranked(text_, begin)) {
      Claim claim;
      claim.begin = static_cast<std::uint32_t>(begin);
      claim.end = place ? unit.end : static_cast<std::uint32_t>(end);
      claim.value = numeral.value;
      claim.unit = names_.of(place ? unit.text : "位");
      claim.kind = ClaimKind::RANK;
      return keep(claim, UnitClass::NONE);
    }
  }
  if (starts(end, "届")) {
    end += 3;
  } else if (unit.of != UnitClass::NONE) {
    end = unit.end;
  } else {
    for (std::string_view word : {"号", "级", "线", "代", "期", "轮", "章", "版", "季度", "产业"}) {
      if (starts(end, word)) {
        end += word.size();
        break;
      }
    }
  }
  return other(begin, end, ClaimKind::ORDINAL, numeral.value);
}

bool FigureFinder::among_the_first(std::size_t at, const Numeral& numeral) const {
  if (!ends(at, "前") || numeral.decimal || numeral.multiplied || numeral.more || numeral.value < 1) return false;
  Unit unit = unit_at(text_, numeral.end);
  const char32_t next = behind(numeral.end);
  const bool place = unit.text == "位" || unit.text == "名" || next == U'强';
  const bool bare =
      unit.of == UnitClass::NONE && std::u32string_view(U"，。；、,;）)\n").find(next) != std::u32string_view::npos;
  return (place || bare || next == 0) && ranked(text_, at - 3);
}

std::size_t FigureFinder::session(std::size_t at, const Numeral& numeral) {
  std::size_t end = numeral.end + 3;
  if (starts(at, "两届") || ends(at, "连续")) {  // two sessions, not the second
    return figure(at, numeral, {numeral.end + 3, UnitClass::COUNT, "届"}, false, kNoValue, end);
  }
  if (numeral_at(end)) {
    Numeral next = text::read_numeral(text_, end);
    if (starts(next.end, "次")) end = next.end + 3;
  }
  return other(at, end, ClaimKind::ORDINAL, numeral.value);
}

std::size_t FigureFinder::fraction(std::size_t at, const Numeral& numeral) {
  std::size_t end = numeral.end;
  Unit unit;
  double value = 0;
  Numeral upper;
  if (starts(end, "分之")) {
    if (!numeral_at(end + 6)) return 0;
    upper = text::read_numeral(text_, end + 6);
    if (upper.too_long || numeral.too_long || numeral.value <= 0) return 0;
    unit.end = upper.end;
    if (numeral.value == 100) {
      value = upper.value;
      if (starts(upper.end, "点") && numeral_at(upper.end + 3)) {  // 百分之九十九点八
        Numeral decimals = text::read_numeral(text_, upper.end + 3);
        if (decimals.chinese && decimals.digits <= 3) {
          value += decimals.value / std::pow(10.0, decimals.digits);
          upper.step = std::pow(10.0, -static_cast<double>(decimals.digits));
          upper.end = unit.end = decimals.end;
        }
      }
      unit.of = UnitClass::PERCENT;
      unit.text = "%";
    } else {
      value = upper.value / numeral.value;
      unit.of = UnitClass::FRACTION;
      unit.text = "分数";
    }
  } else {
    if (!starts(end, "/") || !digit_at(end + 1) || numeral.decimal || numeral.multiplied) return 0;
    upper = text::read_numeral(text_, end + 1);
    if (upper.decimal || upper.digits > 2 || numeral.value >= upper.value || upper.value > 20 || numeral.value == 0)
      return 0;
    if (starts(upper.end, "/") || starts(upper.end, "页") || before(at) == U'/') return 0;
    value = numeral.value / upper.value;
    unit = {upper.end, UnitClass::FRACTION, "分数"};
  }
  Numeral whole = upper;
  whole.value = value;
  whole.step = unit.of == UnitClass::PERCENT ? upper.step : 1e-4;
  return figure(at, whole, unit, upper.more, kNoValue, unit.end);
}

std::size_t FigureFinder::one_half(std::size_t at, const Numeral& numeral) {
  if (!numeral.chinese || numeral.value != 1 || numeral.digits != 1 || !starts(numeral.end, "半")) return 0;
  std::uint32_t end = numeral.end + 3;
  Numeral half = numeral;
  half.value = 0.5;
  half.step = 0.1;
  return figure(at, half, {end, UnitClass::FRACTION, "分数"}, false, kNoValue, end);
}

std::size_t FigureFinder::ratio(std::size_t at, const Numeral& numeral) {
  std::size_t end = numeral.end;
  std::size_t mark = starts(end, ":") ? 1 : starts(end, "：") || starts(end, "∶") || starts(end, "︰") ? 3 : 0;
  if (mark == 0 || !digit_at(end + mark) || numeral.multiplied || numeral.chinese) return 0;
  Numeral second = text::read_numeral(text_, end + mark);
  if (second.multiplied || second.more || second.too_long) return 0;
  Claim claim;
  claim.begin = static_cast<std::uint32_t>(at);
  claim.end = second.end;
  claim.value = numeral.value;
  claim.step = numeral.step;
  claim.kind = ClaimKind::RATE;
  if (second.value == 1 && !second.decimal && !starts(second.end, ":")) {
    claim.approx = approx_before(text_, at);
    return keep(claim, UnitClass::NONE);
  }
  std::size_t next = second.end;
  if (!(starts(next, ":") || starts(next, "：") || starts(next, "∶") || starts(next, "︰"))) return 0;
  std::size_t here = at;
  for (int parts = 0; parts < 5; ++parts) {
    Numeral part = text::read_numeral(text_, here);
    Claim share;
    share.begin = static_cast<std::uint32_t>(here);
    share.end = part.end;
    share.value = part.value;
    share.step = part.step;
    share.kind = ClaimKind::SHARE;
    keep(share, UnitClass::NONE);
    mark = starts(part.end, ":")                                                       ? 1
           : starts(part.end, "：") || starts(part.end, "∶") || starts(part.end, "︰") ? 3
                                                                                       : 0;
    here = part.end + mark;
    if (mark == 0 || !digit_at(here)) return part.end;
  }
  return here;
}

void FigureFinder::range(std::size_t at, Numeral& numeral, Unit& unit, std::size_t& end, double& high) const {
  std::size_t mark = 0;
  for (std::string_view form : {"——", "—", "-", "–", "~", "～", "〜", "－", "−", "至", "到"}) {
    if (starts(end, form)) {
      mark = form.size();
      break;
    }
  }
  if (mark == 0 || !numeral_at(end + mark)) return;
  Numeral upper = text::read_numeral(text_, end + mark);
  Unit upper_unit = unit_at(text_, upper.end);
  if (upper_unit.of == UnitClass::NONE || (unit.of != UnitClass::NONE && upper_unit.of != unit.of)) return;
  if (upper.chinese != numeral.chinese || upper.too_long || numeral.more) return;
  if (starts(end, "至") || starts(end, "到")) {  // 由A到B: two levels and no range
    std::size_t front = at;
    for (int signs = 0; signs < 12 && front > 0; ++signs) {
      std::size_t begin = 0;
      char32_t c = text::code_point_before(text_, front, begin);
      if (std::u32string_view(U"，。；\n,").find(c) != std::u32string_view::npos) break;
      if (c == U'从' || c == U'由' || c == U'自') return;
      front = begin;
    }
  }
  double factor = 1;
  if (unit.of == UnitClass::NONE && !numeral.multiplied && upper.multiplied && upper.value > 0) {
    // 3-5万人: the multiplier is said once.
    std::size_t begin = end + mark;
    Numeral printed = text::read_numeral(text_.substr(begin, upper.digits_end - begin), 0);
    if (printed.value > 0) factor = upper.value / printed.value;
  }
  if (numeral.value * factor >= upper.value) return;
  numeral.value *= factor;
  numeral.step *= factor;
  numeral.more = upper.more;
  high = upper.value;
  unit = upper_unit;
  end = upper_unit.end;
}

Unit FigureFinder::unit_of(Numeral& numeral, bool& more) const {
  std::size_t end = numeral.end;
  for (std::string_view inside : {"个多", "个余", "个半"}) {
    if (!starts(end, inside)) continue;
    static constexpr std::string_view kWords[] = {"百分点", "月", "小时", "星期", "工作日", "季度"};
    for (std::string_view word : kWords) {
      if (!starts(end + inside.size(), word)) continue;
      more = inside != "个半";
      if (inside == "个半") numeral.value += 0.5;  // 两个半小时
      UnitClass of = word == "百分点" ? UnitClass::POINTS : UnitClass::SPAN;
      return {static_cast<std::uint32_t>(end + inside.size() + word.size()), of, word};
    }
  }
  return unit_at(text_, end);
}

Unit FigureFinder::unit_of_list(std::size_t at) {
  if (at < no_units_before_) return {};
  std::size_t here = at;
  for (int members = 0; members < 12; ++members) {
    std::size_t next = 0;
    for (std::string_view mark : {"、", "和", "与", "及", ","}) {
      if (starts(here, mark)) next = here + mark.size();
    }
    if (next == 0 || !digit_at(next)) break;
    Numeral numeral = text::read_numeral(text_, next);
    Unit unit = unit_at(text_, numeral.end);
    if (unit.of != UnitClass::NONE) return unit.of == UnitClass::EMPTY ? Unit{} : unit;
    here = numeral.end;
  }
  no_units_before_ = here;
  return {};
}

}  // namespace yizheng::reports
