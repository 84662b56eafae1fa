#include "reports/figure_finder.h"

#include "reports/chinese_counts.h"
#include "reports/dates.h"
#include "reports/figure_context.h"

namespace yizheng::reports {

using text::Numeral;
using text::Sign;

void FigureFinder::run() {
  std::size_t at = 0;
  while ((at = text::next_sign(text_, at)) < text_.size()) {
    std::uint32_t length = 0;
    const Sign sign = text::sign_at(text_, at, length);
    if (sign == Sign::DIGIT || sign == Sign::CHINESE || sign == Sign::POWER) {
      at = number(at);
    } else if (sign == Sign::WORD) {
      at = half_or_double(at, length);
    } else {
      at += length;
      quotation(sign, at);
    }
  }
}

void FigureFinder::quotation(Sign sign, std::size_t at) {
  switch (sign) {
    case Sign::QUOTE_OPEN:
    case Sign::TITLE_OPEN:
      if (depth_ < std::size(open_)) open_[depth_++] = {at, sign == Sign::TITLE_OPEN};
      break;
    case Sign::QUOTE_PLAIN:
      if (depth_ > 0) {
        --depth_;
      } else {
        open_[depth_++] = {at, false};
      }
      break;
    case Sign::QUOTE_CLOSE:
    case Sign::TITLE_CLOSE:
      if (depth_ > 0) --depth_;
      break;
    default:  // the end of a line closes what was left open
      depth_ = 0;
  }
}

bool FigureFinder::in_label() const {
  if (depth_ == 0) return false;
  const Open& open = open_[depth_ - 1];
  std::size_t end = open.at;
  for (int signs = 0; signs < (open.title ? 80 : 18) && end < text_.size(); ++signs) {
    std::uint32_t length = 0;
    char32_t c = text::code_point_at(text_, end, length);
    if (std::u32string_view(U"”’\"」』》〉〞“").find(c) != std::u32string_view::npos) return true;
    if (!open.title && std::u32string_view(U"。，；！\n,").find(c) != std::u32string_view::npos) return false;
    if (c == U'\n' || c == U'。') return false;
    end += length;
  }
  return false;
}

std::size_t FigureFinder::other(std::size_t begin, std::size_t end, ClaimKind kind, double value) {
  if (kind == ClaimKind::ORDINAL) ordinal_end_ = end;
  if (keep_others_) {
    Claim claim;
    claim.begin = static_cast<std::uint32_t>(begin);
    claim.end = static_cast<std::uint32_t>(end);
    claim.kind = kind;
    claim.value = value;
    out_.push_back(claim);
  }
  return end;
}

std::size_t FigureFinder::half_or_double(std::size_t at, std::uint32_t length) {
  NumberPhrase phrase = number_phrase_at(text_, at);
  if (phrase.end > at && !phrase.plain) return other(phrase.begin, phrase.end, phrase.kind);
  if (starts(at, "双")) return other(at, at + length, ClaimKind::FIXED, 2);
  const bool about_half =
      starts(at, "半数") && (starts(at + 6, "以上") || ends(at, "过") || ends(at, "超") || ends(at, "近"));
  if (about_half && !in_label()) {
    Numeral half;
    half.value = 0.5;
    half.step = 0.1;
    half.end = static_cast<std::uint32_t>(at + 6);
    return figure(at, half, {half.end, UnitClass::FRACTION, "分数"}, false, kNoValue, half.end);
  }
  return at + length;
}

bool FigureFinder::counted_all_the_same(std::size_t at, const Numeral& numeral, const NumberPhrase& phrase) const {
  if (!numeral.chinese || phrase.begin != at) return false;
  Unit unit = unit_at(text_, numeral.end);
  if (unit.of == UnitClass::NONE || unit.end < phrase.end) return false;
  if (unit.of == UnitClass::POINTS) return true;
  if (numeral.value == 1 && (unit.text == "年" || unit.text == "月"))
    return !frame_of_time(text_, at, numeral, unit);  // 延长一年
  if (unit.text == "番") return ends(at, "翻") || ends(at, "翻了") || ends(at, "翻了近") || ends(at, "翻近");
  return numeral.bare_power && unit.of != UnitClass::SPAN && approx_before(text_, at) != Approx::EXACT;
}

bool FigureFinder::goes_on_counting_off(std::size_t at) const {
  if (ordinal_end_ == 0 || at < ordinal_end_ || at - ordinal_end_ > 3) return false;
  std::string_view between = text_.substr(ordinal_end_, at - ordinal_end_);
  if (between != "、" && between != "和" && between != "至" && between != "到" && between != "-") return false;
  return numeral_before(ordinal_end_) || (ends(ordinal_end_, "次") && starts(text::read_numeral(text_, at).end, "次"));
}

std::size_t FigureFinder::number(std::size_t at) {
  Numeral numeral = text::read_numeral(text_, at);
  const bool after_di = ends(at, "第");
  if (after_di && !numeral.too_long && ranked(text_, at - 3)) return ordinal(at, numeral);
  NumberPhrase phrase = number_phrase_at(text_, at);
  if (phrase.end > at && !phrase.plain && !counted_all_the_same(at, numeral, phrase)) {
    return other(phrase.begin, phrase.end, phrase.kind);
  }
  if (numeral.too_long) return other(at, numeral.end, ClaimKind::FIXED);
  if ((ends(at, "数") || ends(at, "几")) && (numeral.bare_power || (numeral.chinese && numeral.value == 10))) {
    Unit unit = unit_at(text_, numeral.end);  // 数十, 几百: an amount without a number
    return other(at - 3, unit.of == UnitClass::NONE ? numeral.end : unit.end, ClaimKind::VAGUE);
  }
  if (after_di) return ordinal(at, numeral);
  if (goes_on_counting_off(at)) {  // 第3、4期, 七届七次、八次全会
    Unit unit = unit_at(text_, numeral.end);
    return other(at, unit.of == UnitClass::NONE ? numeral.end : unit.end, ClaimKind::ORDINAL, numeral.value);
  }
  if (std::size_t end = list_number_end(text_, at, numeral)) return other(at, end, ClaimKind::LIST, numeral.value);
  if (std::size_t end = code_end(text_, at, numeral)) return other(at, end, ClaimKind::FIXED, numeral.value);
  if (starts(numeral.end, "届")) return session(at, numeral);
  if (std::size_t end = date_end(text_, at, numeral, no_months_before_))
    return other(at, end, ClaimKind::DATE, numeral.value);
  const bool label = in_label();
  if (!label) {
    if (std::size_t end = fraction(at, numeral)) return end;
    if (std::size_t end = one_half(at, numeral)) return end;
    if (std::size_t end = ratio(at, numeral)) return end;
  }
  if (!label && among_the_first(at, numeral)) {
    Unit place = unit_at(text_, numeral.end);
    Claim claim;
    claim.begin = static_cast<std::uint32_t>(at);
    claim.end = place.of == UnitClass::NONE ? numeral.end : place.end;
    claim.value = numeral.value;
    claim.unit = names_.of("位");
    claim.kind = ClaimKind::RANK;
    return keep(claim, UnitClass::NONE);
  }
  bool more = false;
  double high = kNoValue;
  Unit unit = unit_of(numeral, more);
  // 前三批, but 日前三次
  const bool the_first = ends(at, "前") && std::u32string_view(U"日目当此之年以提会节事眼").find(before(at - 3)) ==
                                               std::u32string_view::npos;
  if (the_first && (unit.text == "批" || unit.text == "期" || unit.text == "轮" || unit.text == "次")) {
    return other(at, unit.end, ClaimKind::ORDINAL, numeral.value);
  }
  if (unit.of == UnitClass::LOOSE && names_a_service(numeral)) {
    return other(at, unit.end, ClaimKind::FIXED, numeral.value);
  }
  if (unit.of == UnitClass::LOOSE && (names_a_year(numeral) || (unit.text == "度" && full_turn(numeral)))) {
    return other(at, numeral.end, names_a_year(numeral) ? ClaimKind::DATE : ClaimKind::FIXED, numeral.value);
  }
  std::size_t end = unit.of == UnitClass::NONE ? numeral.end : unit.end;
  range(at, numeral, unit, end, high);
  if (unit.of == UnitClass::NONE && !numeral.chinese) {
    unit = unit_of_list(numeral.end);
    unit.end = numeral.end;
  }
  if (label) {
    bool said = numeral.decimal && (unit.of == UnitClass::PERCENT || unit.of == UnitClass::MONEY);
    if (!said || open_[depth_ - 1].title) return other(at, end, ClaimKind::FIXED, numeral.value);
  }
  if (unit.of == UnitClass::NONE) {
    bool about_a_power = numeral.bare_power && approx_before(text_, at) != Approx::EXACT && !starts(numeral.end, "级");
    if (numeral.chinese && !about_a_power) return other(at, numeral.end, ClaimKind::FIXED, numeral.value);
    return without_unit(at, numeral);
  }
  if (unit.of == UnitClass::SPAN && frame_of_time(text_, at, numeral, unit)) {
    return other(at, end, ClaimKind::DATE, numeral.value);
  }
  if (starts(end, "工作制")) return other(at, end, ClaimKind::FIXED, numeral.value);  // 八小时工作制
  if (starts(end, "制") && !starts(end, "制定") && !starts(end, "制度") && !starts(end, "制作") &&
      !starts(end, "制造")) {
    return other(at, end + 3, ClaimKind::FIXED, numeral.value);  // 3人制篮球, 9年制
  }
  if (numeral.chinese && !chinese_counts(text_, at, numeral, unit)) {
    return other(at, end, unit.of == UnitClass::SPAN ? ClaimKind::DATE : ClaimKind::FIXED, numeral.value);
  }
  if (unit.text == "成" && numeral.chinese && numeral_at(end)) {  // 七成五
    Numeral part = text::read_numeral(text_, end);
    if (part.digits == 1 && part.value > 0 && part.value < 10) {
      numeral.value += part.value / 10;
      end = part.end;
    }
  }
  if (unit.of == UnitClass::SPAN && starts(end, "半") && !starts(end, "半年") && !starts(end, "半月")) {  // 三天半
    numeral.value += 0.5;
    end += 3;
  }
  if (numeral.high > 0) high = numeral.high;
  if (unit.of == UnitClass::PERCENT && below_zero(at)) {
    numeral.value = -numeral.value;
    at -= 1;
  }
  return figure(at, numeral, unit, more, high, end);
}

}  // namespace yizheng::reports
