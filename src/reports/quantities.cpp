#include "reports/quantities.h"

#include <cmath>
#include <limits>

#include "reports/chinese_counts.h"
#include "reports/dates.h"
#include "reports/figure_context.h"
#include "reports/number_codes.h"
#include "reports/number_phrases.h"
#include "reports/units.h"
#include "text/numerals.h"

namespace yizheng::reports {
namespace {

using text::Numeral;
using text::Sign;

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

// 2022市政协工作回顾: a year without 年.
bool names_a_year(const Numeral& numeral) {
  return !numeral.chinese && numeral.digits == 4 && !numeral.multiplied && !numeral.decimal && !numeral.more &&
         numeral.value >= 1900 && numeral.value < 2100;
}

bool full_turn(const Numeral& numeral) { return numeral.value == 360 || numeral.value == 180; }  // 360度画像

// 985高校, 120急救中心, 12345平台: numbers that are names.
bool names_a_service(const Numeral& numeral) {
  if (numeral.decimal || numeral.multiplied) return false;
  for (double name : {985.0, 211.0, 110.0, 119.0, 120.0, 122.0, 315.0}) {
    if (numeral.value == name) return true;
  }
  return numeral.digits == 5 && numeral.value >= 12000 && numeral.value < 12500;
}

class Finder {
 public:
  Finder(std::string_view text, Names& names, bool keep_others, std::vector<Claim>& out)
      : text_(text), names_(names), keep_others_(keep_others), out_(out) {}

  void run() {
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

 private:
  bool starts(std::size_t at, std::string_view word) const {
    return at <= text_.size() && text_.substr(at).starts_with(word);
  }
  bool ends(std::size_t at, std::string_view word) const { return text_.substr(0, at).ends_with(word); }
  char32_t before(std::size_t at) const {
    std::size_t begin = 0;
    return text::code_point_before(text_, at, begin);
  }
  char32_t behind(std::size_t at) const {
    std::uint32_t length = 0;
    return text::code_point_at(text_, at, length);
  }
  // 自然增长率为-0.6‰: a minus behind a word of level, and no dash.
  bool below_zero(std::size_t at) const {
    if (at < 4 || text_[at - 1] != '-') return false;
    return std::u32string_view(U"为至到达是率速长幅").find(before(at - 1)) != std::u32string_view::npos;
  }
  bool numeral_at(std::size_t at) const { return reports::numeral_at(text_, at); }
  bool numeral_before(std::size_t at) const {
    std::size_t begin = 0;
    text::code_point_before(text_, at, begin);
    return at > 0 && numeral_at(begin);
  }
  bool digit_at(std::size_t at) const { return reports::digit_at(text_, at); }

  // Keeps the place where the innermost open quotation or title begins. `at` is behind the sign.
  void quotation(Sign sign, std::size_t at) {
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

  // Inside a short quotation without a sentence of its own (a label, a slogan, the name of a scheme), or a title.
  bool in_label() const {
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

  // What is no claim, from `begin` to `end`; gives the place to read on from.
  std::size_t other(std::size_t begin, std::size_t end, ClaimKind kind, double value = 0) {
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

  std::size_t half_or_double(std::size_t at, std::uint32_t length) {
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

  std::size_t number(std::size_t at);
  std::size_t ordinal(std::size_t at, const Numeral& numeral);
  std::size_t session(std::size_t at, const Numeral& numeral);
  std::size_t fraction(std::size_t at, const Numeral& numeral);
  std::size_t one_half(std::size_t at, const Numeral& numeral);
  std::size_t ratio(std::size_t at, const Numeral& numeral);
  bool counted_all_the_same(std::size_t at, const Numeral& numeral, const NumberPhrase& phrase) const;
  bool goes_on_counting_off(std::size_t at) const;
  bool among_the_first(std::size_t at, const Numeral& numeral) const;
  std::size_t without_unit(std::size_t at, const Numeral& numeral);
  Unit unit_of(Numeral& numeral, bool& more) const;
  Unit unit_of_list(std::size_t at);
  void range(std::size_t at, Numeral& numeral, Unit& unit, std::size_t& end, double& high) const;
  std::string_view noun_counted(std::size_t at, std::size_t after, std::size_t& end) const;
  std::string_view noun_before_in_sentence(std::size_t at) const;
  std::size_t figure(std::size_t at, const Numeral& numeral, Unit unit, bool more, double high, std::size_t end);
  std::size_t keep(Claim claim, UnitClass of);

  struct Open {
    std::size_t at;
    bool title;
  };

  std::string_view text_;
  Names& names_;
  bool keep_others_;
  std::vector<Claim>& out_;
  Open open_[4];
  std::size_t depth_ = 0;
  // For members of a list: the class of the last claim's unit, and how many claims before it belong to the same list.
  UnitClass last_class_ = UnitClass::NONE;
  std::size_t list_length_ = 0;
  std::size_t ordinal_end_ = 0;  // where the last ordinal ended
  // Lists that were looked through already: none of their members before these places is a month, or has a unit.
  std::size_t no_months_before_ = 0, no_units_before_ = 0;
  std::string_view last_noun_;  // counted by the last 个, and where it was said
  std::size_t last_noun_at_ = 0;
  bool approx_behind_ = false;  // the last claim's exactness was said behind it
};

std::size_t Finder::ordinal(std::size_t at, const Numeral& numeral) {
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

// 三分之一, 百分之八十, 2/3
std::size_t Finder::fraction(std::size_t at, const Numeral& numeral) {
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

// 一半以上: half, where it is a part of something.
std::size_t Finder::one_half(std::size_t at, const Numeral& numeral) {
  if (!numeral.chinese || numeral.value != 1 || numeral.digits != 1 || !starts(numeral.end, "半")) return 0;
  std::uint32_t end = numeral.end + 3;
  Numeral half = numeral;
  half.value = 0.5;
  half.step = 0.1;
  return figure(at, half, {end, UnitClass::FRACTION, "分数"}, false, kNoValue, end);
}

// The unit behind a number; 个多月 and 个多百分点 hold their 多 inside.
Unit Finder::unit_of(Numeral& numeral, bool& more) const {
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

// 3、5、7件: the unit that the list's last member carries.
Unit Finder::unit_of_list(std::size_t at) {
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

// 4.0∶37.7∶58.3 are parts of a hundred, 2.27:1 is one number.
std::size_t Finder::ratio(std::size_t at, const Numeral& numeral) {
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

// 七届二次, 第十四届, 二十届四中全会
std::size_t Finder::session(std::size_t at, const Numeral& numeral) {
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

// 3-5个, 41.7%到86.7%, 3至5人: sets `high`, and unit and end of the whole.
void Finder::range(std::size_t at, Numeral& numeral, Unit& unit, std::size_t& end, double& high) const {
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

// The noun that 个 counts: behind it (14个村), behind a clause of its own (40个吸引力强的场景), or in front (机场31个).
// `end` becomes where the noun ends when nothing stands between it and 个.
std::string_view Finder::noun_counted(std::size_t at, std::size_t after, std::size_t& end) const {
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
  if (noun.empty()) return word_follows && next != U'和' ? noun : noun_before(text_, at);
  if (past == after) end = static_cast<std::size_t>(noun.data() - text_.data()) + noun.size();
  return noun;
}

std::size_t Finder::keep(Claim claim, UnitClass of) {
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

// 合作社769个，新增6个: the noun of the number before, in the same sentence.
std::string_view Finder::noun_before_in_sentence(std::size_t at) const {
  if (last_noun_.empty() || at < last_noun_at_ || at - last_noun_at_ > 45) return {};
  std::string_view between = text_.substr(last_noun_at_, at - last_noun_at_);
  if (between.find("。") != std::string_view::npos || between.find('\n') != std::string_view::npos) return {};
  for (std::string_view word : {"新增", "其中", "省级", "市级", "国家级", "达", "级"}) {
    if (between.ends_with(word)) return last_noun_;
  }
  return {};
}

// Writes the claim of a number with its unit; the place to read on from.
std::size_t Finder::figure(std::size_t at, const Numeral& numeral, Unit unit, bool more, double high, std::size_t end) {
  Claim claim;
  claim.begin = static_cast<std::uint32_t>(at);
  claim.value = numeral.value;
  claim.value_high = high;
  claim.step = numeral.step;
  std::size_t whole = end;
  if (unit.of == UnitClass::EMPTY && numeral.chinese && digit_at(unit.end)) {  // 三个80%: a slogan
    return other(at, unit.end, ClaimKind::FIXED, numeral.value);
  }
  if (unit.of == UnitClass::EMPTY) {
    std::string_view noun = noun_counted(at, unit.end, whole);
    if (noun.empty() && !numeral.chinese) noun = noun_before_in_sentence(at);
    if (noun.empty() || (numeral.chinese && (whole == end || slogan_at(text_, unit.end)))) {
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

// Arabic digits behind which no unit stands: a noun counted without classifier (8部门), a level (降至2.2), or no
// figure.
std::size_t Finder::without_unit(std::size_t at, const Numeral& numeral) {
  if (names_a_year(numeral)) return other(at, numeral.end, ClaimKind::DATE, numeral.value);
  if (names_a_service(numeral)) return other(at, numeral.end, ClaimKind::FIXED, numeral.value);
  for (std::string_view sign : {"￥", "¥", "$"}) {
    if (!ends(at, sign)) continue;
    return figure(at, numeral, {numeral.end, UnitClass::MONEY, sign == "$" ? "美元" : "元"}, false, kNoValue,
                  numeral.end);
  }
  if (numeral.multiplied && money_left_out(text_, at)) {  // 贷款超过5.2亿
    return figure(at, numeral, {numeral.end, UnitClass::MONEY, "元"}, false, kNoValue, numeral.end);
  }
  std::string_view noun = noun_after(text_, numeral.end);
  if (noun.size() >= 6 && noun.data() == text_.data() + numeral.end && behind(numeral.end) > 127) {
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

// 近百家, 翻了一番: what else is a word (百家争鸣) counts behind such a word.
bool Finder::counted_all_the_same(std::size_t at, const Numeral& numeral, const NumberPhrase& phrase) const {
  if (!numeral.chinese || phrase.begin != at) return false;
  Unit unit = unit_at(text_, numeral.end);
  if (unit.of == UnitClass::NONE || unit.end < phrase.end) return false;
  if (unit.of == UnitClass::POINTS) return true;
  if (numeral.value == 1 && (unit.text == "年" || unit.text == "月"))
    return !frame_of_time(text_, at, numeral, unit);  // 延长一年
  if (unit.text == "番") return ends(at, "翻") || ends(at, "翻了") || ends(at, "翻了近") || ends(at, "翻近");
  return numeral.bare_power && unit.of != UnitClass::SPAN && approx_before(text_, at) != Approx::EXACT;
}

// Behind an ordinal that has no unit of its own, or one that ends in 次: its list goes on.
bool Finder::goes_on_counting_off(std::size_t at) const {
  if (ordinal_end_ == 0 || at < ordinal_end_ || at - ordinal_end_ > 3) return false;
  std::string_view between = text_.substr(ordinal_end_, at - ordinal_end_);
  if (between != "、" && between != "和" && between != "至" && between != "到" && between != "-") return false;
  return numeral_before(ordinal_end_) || (ends(ordinal_end_, "次") && starts(text::read_numeral(text_, at).end, "次"));
}

// 稳居全省前三, 进入全国前10位
bool Finder::among_the_first(std::size_t at, const Numeral& numeral) const {
  if (!ends(at, "前") || numeral.decimal || numeral.multiplied || numeral.more || numeral.value < 1) return false;
  Unit unit = unit_at(text_, numeral.end);
  const char32_t next = behind(numeral.end);
  const bool place = unit.text == "位" || unit.text == "名" || next == U'强';
  const bool bare =
      unit.of == UnitClass::NONE && std::u32string_view(U"，。；、,;）)\n").find(next) != std::u32string_view::npos;
  return (place || bare || next == 0) && ranked(text_, at - 3);
}

std::size_t Finder::number(std::size_t at) {
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

}  // namespace

std::vector<Claim> find_quantities(std::string_view text, Names& names, bool keep_others) {
  std::vector<Claim> claims;
  Finder(text, names, keep_others, claims).run();
  return claims;
}

}  // namespace yizheng::reports
