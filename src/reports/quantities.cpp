#include "reports/quantities.h"

#include <cmath>

#include "reports/dates.h"
#include "reports/figure_context.h"
#include "reports/number_phrases.h"
#include "reports/units.h"
#include "text/numerals.h"

namespace yizheng::reports {
namespace {

using text::Numeral;
using text::Sign;

bool letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// A place where a sentence, a line or a clause begins: list numbers stand only there.
bool opens_sentence(char32_t c) {
  switch (c) {
    case 0:
    case U'\n':
    case U' ':
    case U'\t':
    case U'　':
    case U'。':
    case U'；':
    case U'：':
    case U'，':
    case U';':
    case U':':
    case U',':
    case U'！':
    case U'!':
    case U'？':
    case U'●':
    case U'■':
    case U'◆':
    case U'—':
    case U'”':
      return true;
    default:
      return false;
  }
}

class Finder {
 public:
  Finder(std::string_view text, Names& names, bool keep_others, std::vector<Claim>& out)
      : text_(text), names_(names), keep_others_(keep_others), out_(out) {}

  void run() {
    std::size_t at = 0;
    while ((at = text::next_sign(text_, at)) < text_.size()) {
      std::uint32_t length = 0;
      switch (text::sign_at(text_, at, length)) {
        case Sign::DIGIT:
        case Sign::CHINESE:
        case Sign::POWER:
          at = number(at);
          break;
        case Sign::WORD:
          at = half_or_double(at, length);
          break;
        case Sign::QUOTE_OPEN:
          quote_ = at + length;
          at += length;
          break;
        case Sign::QUOTE_CLOSE:
          quote_ = kNone;
          at += length;
          break;
        case Sign::QUOTE_PLAIN:
          quote_ = quote_ == kNone ? at + length : kNone;
          at += length;
          break;
        case Sign::TITLE_OPEN:
          title_ = true;
          at += length;
          break;
        case Sign::TITLE_CLOSE:
          title_ = false;
          at += length;
          break;
        default:  // the end of a line closes what was left open
          quote_ = kNone;
          title_ = false;
          at += length;
      }
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

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
  bool numeral_at(std::size_t at) const {
    if (at >= text_.size()) return false;
    std::uint32_t length = 0;
    Sign sign = text::sign_at(text_, at, length);
    return sign == Sign::DIGIT || sign == Sign::CHINESE || sign == Sign::POWER;
  }
  bool digit_at(std::size_t at) const {
    std::uint32_t length = 0;
    return at < text_.size() && text::sign_at(text_, at, length) == Sign::DIGIT;
  }

  // What is no claim, from `begin` to `end`; gives the place to read on from.
  std::size_t other(std::size_t begin, std::size_t end, ClaimKind kind, double value = 0) {
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
    return at + length;
  }

  // Inside a short quotation without a sentence of its own: a label, a slogan, the name of a scheme.
  bool in_label() const {
    if (title_) return true;
    if (quote_ == kNone) return false;
    std::size_t end = quote_;
    for (int signs = 0; signs < 18 && end < text_.size(); ++signs) {
      std::uint32_t length = 0;
      char32_t c = text::code_point_at(text_, end, length);
      if (c == U'”' || c == U'’' || c == U'"' || c == U'」' || c == U'』') return true;
      if (c == U'。' || c == U'，' || c == U'；' || c == U'！' || c == U'\n' || c == U',' || c == U'！') return false;
      end += length;
    }
    return false;
  }

  std::size_t number(std::size_t at);
  std::size_t ordinal(std::size_t at, const Numeral& numeral);
  std::size_t list_number(std::size_t at, const Numeral& numeral) const;
  std::size_t code_end(std::size_t at, const Numeral& numeral) const;
  std::size_t fraction(std::size_t at, const Numeral& numeral);
  std::size_t one_half(std::size_t at, const Numeral& numeral);
  bool counts(std::size_t at, const Numeral& numeral, const Unit& unit) const;
  Unit unit_of(std::size_t at, const Numeral& numeral, bool& more) const;
  Unit unit_of_list(std::size_t at) const;
  std::size_t figure(std::size_t at, const Numeral& numeral, Unit unit, bool more, double high, std::size_t end);

  std::string_view text_;
  Names& names_;
  bool keep_others_;
  std::vector<Claim>& out_;
  std::size_t quote_ = kNone;  // where the open quotation begins
  bool title_ = false;
  // For members of a list: where the figure before ended, what it was, and its unit's class.
  std::size_t last_end_ = kNone;
  ClaimKind last_kind_ = ClaimKind::COUNT;
  UnitClass last_class_ = UnitClass::NONE;
};

// 一、  （一）  1.  1、  （1）  一是  一要: the end of it, 0 where none stands.
std::size_t Finder::list_number(std::size_t at, const Numeral& numeral) const {
  if (numeral.multiplied || numeral.more || numeral.digits > 3) return 0;
  std::size_t front = 0;
  char32_t previous = text::code_point_before(text_, at, front);
  std::size_t end = numeral.end;
  if (previous == U'(' || previous == U'（') {
    char32_t close = behind(end);
    if ((close == U')' || close == U'）') && opens_sentence(before(front))) return end + (close == U')' ? 1 : 3);
    return 0;
  }
  if (previous == U'其' && numeral.chinese && numeral.digits == 1) {
    char32_t next = behind(end);
    return next == U'，' || next == U',' || next == U'是' ? end : 0;
  }
  if (!opens_sentence(previous)) return 0;
  bool line = previous == 0 || previous == U'\n' || previous == U' ' || previous == U'　' || previous == U'\t' ||
              previous == U'。' || previous == U'：' || previous == U':' || previous == U'；' || previous == U';';
  if (starts(end, "、")) {
    if (numeral_at(end + 3)) {  // 一、二、三产业, 5、6月: a list of numbers and not the number of a list
      Numeral next = text::read_numeral(text_, end + 3);
      if (next.digits <= 2 && (starts(next.end, "、") || !(line && starts(next.end, "年")))) {
        if (!starts(next.end, "年") && next.digits < 4) return 0;
      }
    }
    return line ? end + 3 : 0;
  }
  if (numeral.chinese) {
    for (std::string_view word : {"是", "要", "应", "抓", "为"}) {
      if (starts(end, word) && numeral.digits <= 2 && !starts(end, "是一"))
        return word == "为" && !starts(end, "为了") ? 0 : end + word.size();
    }
    if (line && starts(end, "．")) return end + 3;
    return 0;
  }
  if (line && numeral.digits <= 2 && !numeral.decimal) {
    if (starts(end, ".") && !digit_at(end + 1)) return end + 1;
    if (starts(end, "．") && !digit_at(end + 3)) return end + 3;
    if (starts(end, ")") || starts(end, "）")) return end + (text_[end] == ')' ? 1 : 3);
  }
  return 0;
}

// Codes: PM2.5, 5G, 〔2023〕5号, ［14］, 1+3, 7×24, 0431-85091234, 1.2.3. The end of the whole, 0 where it is none.
std::size_t Finder::code_end(std::size_t at, const Numeral& numeral) const {
  std::size_t front = 0;
  char32_t previous = text::code_point_before(text_, at, front);
  std::size_t end = numeral.end;
  char32_t next = behind(end);
  if (letter(previous) || previous == U'_' || previous == U'№') return end;
  if (previous == U'-' && letter(before(front))) return end;  // COVID-19
  if ((previous == U'［' && next == U'］') || (previous == U'[' && next == U']') ||
      (previous == U'【' && next == U'】'))
    return end;
  if (previous == U'〔' || previous == U'﹝') return end;
  if (previous == U'〕' || previous == U'﹞') return starts(end, "号") ? end + 3 : end;
  if (numeral.multiplied || numeral.more) return 0;
  if (previous == U'+' || previous == U'×' || previous == U'＋') return end;
  if ((next == U'+' || next == U'×' || next == U'＋')) {
    std::size_t here = end + (next == U'+' ? 1 : next == U'×' ? 2 : 3);
    // 500+ is more than 500; 1+3 is a name
    if (numeral_at(here) || letter(behind(here))) return here;
    if (behind(here) == U'N' || behind(here) == U'X' || behind(here) == U'“') return here;
    if (!numeral.chinese && unit_at(text_, here).of == UnitClass::NONE) return here;
    return 0;
  }
  if (next == U'.' && digit_at(end + 1)) {  // 1.2.3
    std::size_t here = end;
    while (here + 1 < text_.size() && text_[here] == '.' && digit_at(here + 1))
      here = text::read_numeral(text_, here + 1).end;
    return here;
  }
  if ((next == U'·' || next == U'•') && numeral_at(end + (next == U'·' ? 2 : 3))) {  // 5·12
    return text::read_numeral(text_, end + (next == U'·' ? 2 : 3)).end;
  }
  if (numeral.chinese) return 0;
  bool leading_zero = (text_[at] == '0' && numeral.digits > 1 && !numeral.decimal);
  if (next == U'-' && digit_at(end + 1) && (leading_zero || numeral.digits >= 5))
    return text::read_numeral(text_, end + 1).end;
  if (previous == U'-' && digit_at(front - 1) && numeral.digits >= 7) return end;
  if (leading_zero) {
    if (starts(end, "后")) return end + 3;
    return end;
  }
  if (letter(next) && unit_at(text_, end).of == UnitClass::NONE) {
    while (end < text_.size() && letter(static_cast<unsigned char>(text_[end]))) ++end;
    return end;
  }
  for (std::string_view word :
       {"号线", "号文件", "号", "版", "级", "后", "型", "代", "热线", "线", "周年", "世纪", "环", "英寸"}) {
    if (!starts(end, word)) continue;
    if (word == "后" && (numeral.digits != 2 || std::fmod(numeral.value, 10) != 0)) continue;
    if (word == "级" && ranked(text_, at)) continue;
    return end + word.size();
  }
  return 0;
}

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
      out_.push_back(claim);
      return claim.end;
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
  return figure(at, whole, unit, upper.more, std::nan(""), unit.end);
}

// 一半以上: half, where it is a part of something.
std::size_t Finder::one_half(std::size_t at, const Numeral& numeral) {
  if (!numeral.chinese || numeral.value != 1 || numeral.digits != 1 || !starts(numeral.end, "半")) return 0;
  std::uint32_t end = numeral.end + 3;
  Numeral half = numeral;
  half.value = 0.5;
  half.step = 0.1;
  return figure(at, half, {end, UnitClass::FRACTION, "分数"}, false, std::nan(""), end);
}

// The unit behind a number; 个多月 and 个多百分点 hold their 多 inside.
Unit Finder::unit_of(std::size_t at, const Numeral& numeral, bool& more) const {
  (void)at;
  std::size_t end = numeral.end;
  for (std::string_view inside : {"个多", "个余"}) {
    if (!starts(end, inside)) continue;
    static constexpr std::string_view kWords[] = {"百分点", "月", "小时", "星期", "工作日", "季度"};
    for (std::string_view word : kWords) {
      if (!starts(end + inside.size(), word)) continue;
      more = true;
      UnitClass of = word == "百分点" ? UnitClass::POINTS : UnitClass::SPAN;
      return {static_cast<std::uint32_t>(end + inside.size() + word.size()), of, word};
    }
  }
  return unit_at(text_, end);
}

// 3、5、7件: the unit that the list's last member carries.
Unit Finder::unit_of_list(std::size_t at) const {
  std::size_t here = at;
  for (int members = 0; members < 12; ++members) {
    std::size_t next = 0;
    for (std::string_view mark : {"、", "和", "与", "及", ","}) {
      if (starts(here, mark)) next = here + mark.size();
    }
    if (next == 0 || !digit_at(next)) return {};
    Numeral numeral = text::read_numeral(text_, next);
    Unit unit = unit_at(text_, numeral.end);
    if (unit.of != UnitClass::NONE) return unit.of == UnitClass::EMPTY ? Unit{} : unit;
    if (numeral.end == here) return {};
    here = numeral.end;
  }
  return {};
}

// Whether a number with this unit is a figure at all: for Arabic digits nearly always, for Chinese ones rarely.
bool Finder::counts(std::size_t at, const Numeral& numeral, const Unit& unit) const {
  if (!numeral.chinese) return true;
  if (unit.of == UnitClass::PERCENT || unit.of == UnitClass::POINTS) return true;
  if (unit.of == UnitClass::LOOSE || unit.of == UnitClass::NONE) return false;
  if (numeral.string) {
    // 七八个, 三五次: two digits in a row, one more than the other or two.
    double low = std::floor(numeral.value / 10), high = std::fmod(numeral.value, 10);
    return numeral.digits == 2 && numeral.value >= 12 && (high - low == 1 || high - low == 2) &&
           (unit.of == UnitClass::COUNT || unit.of == UnitClass::SPAN);
  }
  if (numeral.bare_power) {
    bool approx = numeral.more || ends(at, "上") || ends(at, "过") || approx_before(text_, at) != Approx::EXACT;
    if (numeral.digits == 1) return approx && unit.of != UnitClass::NONE;
    return approx || unit.of == UnitClass::MONEY || unit.of == UnitClass::PHYSICAL || unit.of == UnitClass::COUNT;
  }
  if (unit.of == UnitClass::PHYSICAL) {
    for (std::string_view loose :
         {"里", "方", "两", "目", "丈", "尺", "安", "克", "伏", "升", "米", "转", "卡", "焦"}) {
      if (unit.text == loose) return false;
    }
  }
  if (unit.of == UnitClass::TENTHS) return unit.text == "成" && !starts(unit.end, "立") && !starts(unit.end, "为");
  bool one = numeral.value == 1;
  if (one) return unit.of == UnitClass::TIMES || unit.of == UnitClass::MONEY;
  if (unit.of == UnitClass::MONEY) return numeral.value >= 10 || unit.text != "块";
  if (starts(at, "二") && numeral.digits == 1) return unit.of == UnitClass::TIMES;
  if (unit.of == UnitClass::COUNT) {
    for (std::string_view loose :
         {"口", "株", "片", "段", "面", "道", "节",   "笔",   "宗", "起", "单", "轮", "回", "班", "副", "门", "头",
          "只", "张", "字", "对", "则", "点", "尊",   "款",   "通", "封", "尾", "羽", "枝", "盘", "袋", "瓶", "箱",
          "列", "块", "集", "卷", "部", "本", "领域", "环节", "例", "桩", "趟", "位", "组", "台", "架", "处", "座"}) {
      if (unit.text == loose) {
        // True classifiers that also begin words: only where a number above nine or 多 makes it a count.
        if (loose == "部" || loose == "本" || loose == "位" || loose == "座" || loose == "处" || loose == "轮" ||
            loose == "则")
          return !starts(unit.end, "分");
        return numeral.value >= 10 || numeral.more;
      }
    }
    if (unit.text == "期" && numeral.value < 10 && starts(at, "两") == false) {
      for (std::string_view word : {"工程", "项目", "建设", "规划", "改造", "扩建", "厂", "、"}) {
        if (starts(unit.end, word)) return false;
      }
    }
    return true;
  }
  return true;
}

// Writes the claim of a number with its unit; the place to read on from.
std::size_t Finder::figure(std::size_t at, const Numeral& numeral, Unit unit, bool more, double high, std::size_t end) {
  Claim claim;
  claim.begin = static_cast<std::uint32_t>(at);
  claim.value = numeral.value;
  claim.value_high = high;
  claim.step = numeral.step;
  std::size_t noun_end = 0;
  if (unit.of == UnitClass::EMPTY) {
    std::string_view noun = noun_after(text_, unit.end);
    if (!noun.empty()) {
      unit.text = noun;
      noun_end = static_cast<std::size_t>(noun.data() - text_.data()) + noun.size();
    } else {
      if (numeral.chinese) return other(at, unit.end, ClaimKind::FIXED, numeral.value);
      noun = noun_before(text_, at);
      unit.text = noun.empty() ? std::string_view("个") : noun;
    }
  }
  claim.unit = names_.of(unit.text);
  claim.end = static_cast<std::uint32_t>(noun_end != 0 ? noun_end : end);
  // A list goes on: 分别增长6.8%、12.3%和7.8% say one thing of three.
  bool follows = false;
  if (last_end_ != kNone && last_end_ < at && at - last_end_ <= 4 && last_class_ == unit.of) {
    std::string_view between = text_.substr(last_end_, at - last_end_);
    follows = between == "、" || between == "和" || between == "与" || between == "及" || between == ",";
  }
  claim.kind = follows ? last_kind_ : kind_of_figure(text_, at, end, unit);
  claim.approx = more || numeral.more ? Approx::OVER : approx_before(text_, at);
  if (claim.approx == Approx::EXACT) claim.approx = approx_after(text_, end);
  if (claim.approx == Approx::EXACT && noun_end != 0) claim.approx = approx_after(text_, noun_end);
  if (claim.approx == Approx::EXACT && numeral.bare_power && (ends(at, "上") || ends(at, "过")))
    claim.approx = Approx::OVER;
  out_.push_back(claim);
  last_end_ = claim.end;
  last_kind_ = claim.kind;
  last_class_ = unit.of;
  return claim.end;
}

std::size_t Finder::number(std::size_t at) {
  NumberPhrase phrase = number_phrase_at(text_, at);
  if (phrase.end > at && !phrase.plain) return other(phrase.begin, phrase.end, phrase.kind);
  Numeral numeral = text::read_numeral(text_, at);
  if (numeral.too_long) return other(at, numeral.end, ClaimKind::FIXED);
  if (ends(at, "数") || ends(at, "几")) {  // 数十, 几百: an amount without a number
    if (numeral.bare_power || (numeral.chinese && numeral.value == 10)) {
      Unit unit = unit_at(text_, numeral.end);
      return other(at - 3, unit.of == UnitClass::NONE ? numeral.end : unit.end, ClaimKind::VAGUE);
    }
  }
  if (ends(at, "第")) return ordinal(at, numeral);
  if (std::size_t end = list_number(at, numeral)) return other(at, end, ClaimKind::LIST, numeral.value);
  if (std::size_t end = code_end(at, numeral)) return other(at, end, ClaimKind::FIXED, numeral.value);
  if (starts(numeral.end, "届")) {
    std::size_t end = numeral.end + 3;
    if (numeral_at(end)) {
      Numeral next = text::read_numeral(text_, end);
      if (starts(next.end, "次")) end = next.end + 3;
    }
    return other(at, end, ClaimKind::ORDINAL, numeral.value);
  }
  if (std::size_t end = date_end(text_, at, numeral)) return other(at, end, ClaimKind::DATE, numeral.value);
  if (std::size_t end = fraction(at, numeral)) return end;
  if (std::size_t end = one_half(at, numeral)) return end;

  bool more = false;
  Unit unit = unit_of(at, numeral, more);
  std::size_t end = unit.of == UnitClass::NONE ? numeral.end : unit.end;

  // 3-5个, 41.7%到86.7%, 3至5人
  double high = std::nan("");
  if (unit.of != UnitClass::EMPTY || starts(end, "-") || starts(end, "至")) {
    std::size_t mark = 0;
    for (std::string_view form : {"——", "—", "-", "–", "~", "～", "〜", "－", "−", "至", "到"}) {
      if (starts(end, form)) {
        mark = form.size();
        break;
      }
    }
    bool word = mark != 0 && (starts(end, "至") || starts(end, "到"));
    if (mark != 0 && numeral_at(end + mark)) {
      Numeral other_end = text::read_numeral(text_, end + mark);
      Unit upper = unit_at(text_, other_end.end);
      bool same = upper.of != UnitClass::NONE && (unit.of == UnitClass::NONE || upper.of == unit.of);
      bool levels = false;  // 由A到B: two levels and no range
      if (word) {
        std::size_t front = at;
        for (int signs = 0; signs < 12 && front > 0; ++signs) {
          std::size_t begin = 0;
          char32_t c = text::code_point_before(text_, front, begin);
          if (c == U'，' || c == U'。' || c == U'；' || c == U'\n' || c == U',') break;
          if (c == U'从' || c == U'由' || c == U'自') levels = true;
          front = begin;
        }
      }
      if (same && !levels && other_end.chinese == numeral.chinese && !other_end.too_long && !numeral.more) {
        double factor = 1;
        if (unit.of == UnitClass::NONE && !numeral.multiplied && other_end.multiplied) {
          // 3-5万人: the multiplier is said once
          Numeral last = other_end;
          double printed = 0;
          std::string_view digits = text_.substr(end + mark, last.digits_end - (end + mark));
          Numeral alone = text::read_numeral(digits, 0);
          printed = alone.value;
          if (printed > 0) factor = last.value / printed;
        }
        if (numeral.value * factor < other_end.value) {
          numeral.value *= factor;
          numeral.step *= factor;
          numeral.more = other_end.more;
          high = other_end.value;
          unit = upper;
          end = upper.end;
        }
      }
    }
  }

  if (unit.of == UnitClass::NONE && !numeral.chinese) {
    unit = unit_of_list(numeral.end);
    if (unit.of != UnitClass::NONE) {
      end = numeral.end;
      unit.end = numeral.end;
    }
  }
  if (in_label()) {
    bool said = !title_ && !numeral.chinese && numeral.decimal &&
                (unit.of == UnitClass::PERCENT || unit.of == UnitClass::MONEY);
    if (!said) return other(at, end, ClaimKind::FIXED, numeral.value);
  }
  if (unit.of == UnitClass::NONE) {
    if (numeral.chinese) return other(at, numeral.end, ClaimKind::FIXED, numeral.value);
    if (numeral.digits == 4 && !numeral.multiplied && !numeral.decimal && numeral.value >= 1900 &&
        numeral.value < 2100) {
      return other(at, numeral.end, ClaimKind::DATE, numeral.value);
    }
    std::string_view noun = noun_after(text_, numeral.end);
    std::size_t noun_at = noun.empty() ? 0 : static_cast<std::size_t>(noun.data() - text_.data());
    if (!noun.empty() && noun_at == numeral.end && !letter(behind(numeral.end))) {
      unit = {static_cast<std::uint32_t>(noun_at + noun.size()), UnitClass::LOOSE, noun};
      end = unit.end;
    } else if (numeral.multiplied || numeral.more || level_without_unit(text_, at, numeral.end)) {
      Claim claim;
      claim.begin = static_cast<std::uint32_t>(at);
      claim.end = numeral.end;
      claim.value = numeral.value;
      claim.step = numeral.step;
      claim.kind = numeral.decimal && !numeral.multiplied ? ClaimKind::RATE : ClaimKind::COUNT;
      claim.approx = numeral.more ? Approx::OVER : approx_before(text_, at);
      if (claim.approx == Approx::EXACT) claim.approx = approx_after(text_, numeral.end);
      out_.push_back(claim);
      return claim.end;
    } else {
      return other(at, numeral.end, ClaimKind::FIXED, numeral.value);
    }
  }
  if (unit.of == UnitClass::SPAN && frame_of_time(text_, at, numeral, unit)) {
    return other(at, end, ClaimKind::DATE, numeral.value);
  }
  if (!counts(at, numeral, unit)) {
    if (unit.of == UnitClass::SPAN) return other(at, end, ClaimKind::DATE, numeral.value);
    return other(at, end, ClaimKind::FIXED, numeral.value);
  }
  if (numeral.string && numeral.chinese) {
    high = std::fmod(numeral.value, 10);
    numeral.value = std::floor(numeral.value / 10);
  }
  // 一年, 一个月 count only as durations, which frame_of_time has told; the rest of 一 never.
  return figure(at, numeral, unit, more, high, end);
}

}  // namespace

std::vector<Claim> find_quantities(std::string_view text, Names& names, bool keep_others) {
  std::vector<Claim> claims;
  Finder(text, names, keep_others, claims).run();
  return claims;
}

}  // namespace yizheng::reports
