#include "reports/number_codes.h"

#include <cmath>

#include "reports/figure_context.h"
#include "reports/units.h"

namespace yizheng::reports {
namespace {

using text::Numeral;
using text::Sign;

bool starts(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at).starts_with(word);
}
char32_t before(std::string_view text, std::size_t at) {
  std::size_t begin = 0;
  return text::code_point_before(text, at, begin);
}
char32_t behind(std::string_view text, std::size_t at) {
  std::uint32_t length = 0;
  return text::code_point_at(text, at, length);
}

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

}  // namespace

bool numeral_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  std::uint32_t length = 0;
  Sign sign = text::sign_at(text, at, length);
  return sign == Sign::DIGIT || sign == Sign::CHINESE || sign == Sign::POWER;
}

bool digit_at(std::string_view text, std::size_t at) {
  std::uint32_t length = 0;
  return at < text.size() && text::sign_at(text, at, length) == Sign::DIGIT;
}

// 一、  （一）  1.  1、  （1）  一是  一要: the end of it, 0 where none stands.
std::size_t list_number_end(std::string_view text, std::size_t at, const Numeral& numeral) {
  if (numeral.multiplied || numeral.more || numeral.digits > 3) return 0;
  std::size_t front = 0;
  char32_t previous = text::code_point_before(text, at, front);
  std::size_t end = numeral.end;
  if (previous == U'(' || previous == U'（') {
    char32_t close = behind(text, end);
    if ((close == U')' || close == U'）') && opens_sentence(before(text, front))) return end + (close == U')' ? 1 : 3);
    return 0;
  }
  if (previous == U'其' && numeral.chinese && numeral.digits == 1) {
    char32_t next = behind(text, end);
    return next == U'，' || next == U',' || next == U'是' ? end : 0;
  }
  if (!opens_sentence(previous)) return 0;
  bool line = previous == 0 || previous == U'\n' || previous == U' ' || previous == U'　' || previous == U'\t' ||
              previous == U'。' || previous == U'：' || previous == U':' || previous == U'；' || previous == U';';
  if (starts(text, end, "、")) {
    if (numeral_at(text, end + 3)) {  // 一、二、三产业, 5、6月: a list of numbers and not the number of a list
      Numeral next = text::read_numeral(text, end + 3);
      if (next.digits <= 2 && (starts(text, next.end, "、") || !(line && starts(text, next.end, "年")))) {
        if (!starts(text, next.end, "年") && next.digits < 4) return 0;
      }
    }
    return line ? end + 3 : 0;
  }
  if (numeral.chinese) {
    for (std::string_view word : {"是", "要", "应", "抓", "为"}) {
      if (starts(text, end, word) && numeral.digits <= 2 && !starts(text, end, "是一"))
        return word == "为" && !starts(text, end, "为了") ? 0 : end + word.size();
    }
    if (line && starts(text, end, "．")) return end + 3;
    return 0;
  }
  if (line && numeral.digits <= 2 && !numeral.decimal) {
    if (starts(text, end, ".") && !digit_at(text, end + 1)) return end + 1;
    if (starts(text, end, "．") && !digit_at(text, end + 3)) return end + 3;
    if (starts(text, end, ")") || starts(text, end, "）")) return end + (text[end] == ')' ? 1 : 3);
  }
  return 0;
}

// Codes: PM2.5, 5G, 〔2023〕5号, ［14］, 1+3, 7×24, 0431-85091234, 1.2.3. The end of the whole, 0 where it is none.
std::size_t code_end(std::string_view text, std::size_t at, const Numeral& numeral) {
  std::size_t front = 0;
  char32_t previous = text::code_point_before(text, at, front);
  std::size_t end = numeral.end;
  char32_t next = behind(text, end);
  if (letter(previous) || previous == U'_' || previous == U'№') return end;
  if (previous == U'-' && letter(before(text, front))) return end;  // COVID-19
  if ((previous == U'［' && next == U'］') || (previous == U'[' && next == U']') ||
      (previous == U'【' && next == U'】'))
    return end;
  if (previous == U'〔' || previous == U'﹝') return end;
  if (previous == U'〕' || previous == U'﹞') return starts(text, end, "号") ? end + 3 : end;
  if (numeral.multiplied || numeral.more) return 0;
  if (previous == U'+' || previous == U'×' || previous == U'＋') return end;
  if ((next == U'+' || next == U'×' || next == U'＋')) {
    std::size_t here = end + (next == U'+' ? 1 : next == U'×' ? 2 : 3);
    // 500+ is more than 500; 1+3 is a name
    if (numeral_at(text, here) || letter(behind(text, here))) return here;
    if (behind(text, here) == U'N' || behind(text, here) == U'X' || behind(text, here) == U'“') return here;
    if (!numeral.chinese && unit_at(text, here).of == UnitClass::NONE) return here;
    return 0;
  }
  if (next == U'.' && digit_at(text, end + 1)) {  // 1.2.3
    std::size_t here = end;
    while (here + 1 < text.size() && text[here] == '.' && digit_at(text, here + 1))
      here = text::read_numeral(text, here + 1).end;
    return here;
  }
  if ((next == U'·' || next == U'•') && numeral_at(text, end + (next == U'·' ? 2 : 3))) {  // 5·12
    return text::read_numeral(text, end + (next == U'·' ? 2 : 3)).end;
  }
  if (numeral.chinese) return 0;
  bool leading_zero = (text[at] == '0' && numeral.digits > 1 && !numeral.decimal);
  if (next == U'-' && digit_at(text, end + 1) && (leading_zero || numeral.digits >= 5))
    return text::read_numeral(text, end + 1).end;
  if (previous == U'-' && digit_at(text, front - 1) && numeral.digits >= 7) return end;
  if (leading_zero) {
    if (starts(text, end, "后")) return end + 3;
    return end;
  }
  if (letter(next) && unit_at(text, end).of == UnitClass::NONE) {
    while (end < text.size() && letter(static_cast<unsigned char>(text[end]))) ++end;
    return end;
  }
  for (std::string_view word : {"号线", "号文件", "号", "版", "级", "后", "型", "代", "热线", "线", "环", "英寸"}) {
    if (!starts(text, end, word)) continue;
    if (word == "后" && (numeral.digits != 2 || std::fmod(numeral.value, 10) != 0)) continue;
    if (word == "级" && ranked(text, at)) continue;
    return end + word.size();
  }
  return 0;
}

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

}  // namespace yizheng::reports
