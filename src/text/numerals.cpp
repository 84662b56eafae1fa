#include "text/numerals.h"

#include <array>
#include <cmath>

namespace yizheng::text {
namespace {

constexpr std::uint32_t kLongest = 24;  // digits; a sum of money has 16

constexpr char32_t kSigns[] = U"零〇○一二三四五六七八九两";

struct SignTable {
  std::array<std::uint8_t, 65536> of{};
  constexpr void set(std::u32string_view signs, Sign sign) {
    for (char32_t c : signs) of[c] = static_cast<std::uint8_t>(sign);
  }
  SignTable() {
    set(U"0123456789０１２３４５６７８９", Sign::DIGIT);
    set(kSigns, Sign::CHINESE);
    set(U"十百千万亿", Sign::POWER);
    set(U"双半", Sign::WORD);
    set(U"“‘「『", Sign::QUOTE_OPEN);
    set(U"”’」』〞", Sign::QUOTE_CLOSE);
    set(U"\"", Sign::QUOTE_PLAIN);
    set(U"《〈", Sign::TITLE_OPEN);
    set(U"》〉", Sign::TITLE_CLOSE);
    set(U"\n", Sign::LINE_END);
    for (int lead = 0xE0; lead < 0xF0; ++lead) {
      for (int cp = (lead & 15) << 12; cp < ((lead & 15) + 1) << 12; ++cp) leads[lead] = leads[lead] || of[cp] != 0;
    }
    for (int c = 0; c < 128; ++c) leads[c] = of[c] != 0;
  }
  std::array<bool, 256> leads{};  // first bytes with which something begins that is not OTHER
};

const SignTable& table() {
  static const SignTable kTable;
  return kTable;
}

// Value of a digit, -1 for other characters.
int arabic(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return -1;
}

int chinese_digit(char32_t c) {
  switch (c) {
    case U'零':
    case U'〇':
    case U'○':
      return 0;
    case U'一':
      return 1;
    case U'二':
    case U'两':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    default:
      return -1;
  }
}

double power(char32_t c) {
  switch (c) {
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    case U'万':
      return 1e4;
    case U'亿':
      return 1e8;
    default:
      return 0;
  }
}

bool more_word(char32_t c) { return c == U'多' || c == U'余' || c == U'几'; }

// 5千瓦, 300千米, 20百帕 and 5百分点: the 千 or 百 belongs to the unit.
bool begins_unit(char32_t power_sign, char32_t after) {
  if (power_sign == U'千') {
    return after == U'瓦' || after == U'米' || after == U'克' || after == U'伏' || after == U'卡' || after == U'赫' ||
           after == U'帕' || after == U'字';
  }
  return power_sign == U'百' && (after == U'分' || after == U'帕' || after == U'姓' || after == U'货');
}

class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  char32_t look() { return code_point_at(text_, at_, length_); }
  char32_t look_after() {  // the character behind the one that look() gave
    std::uint32_t length = 0;
    return code_point_at(text_, at_ + length_, length);
  }
  void take() { at_ += length_; }
  std::size_t at() const { return at_; }
  void back_to(std::size_t at) { at_ = at; }

 private:
  std::string_view text_;
  std::size_t at_;
  std::uint32_t length_ = 0;
};

// Digits with separators and decimals, read as one whole number; `places` of them are decimals. Dividing once, at the
// end, leaves no dust of floating point.
double digits(Reader& in, Numeral& out, int& places) {
  double value = 0;
  std::uint32_t count = 0, group = 0;
  bool grouped = false;
  places = 0;
  for (;;) {
    char32_t c = in.look();
    if (int digit = arabic(c); digit >= 0) {
      if (++count <= kLongest) value = value * 10 + digit;
      ++group;
      in.take();
      continue;
    }
    // A separator of thousands: one to three digits before the first, exactly three behind each.
    if ((c == U',' || c == U'，') && group >= 1 && (grouped ? group == 3 : group <= 3)) {
      std::size_t here = in.at();
      in.take();
      int behind = 0;
      while (behind < 4 && arabic(in.look()) >= 0) {
        in.take();
        ++behind;
      }
      bool full = c == U'，';  // 1，234 is written with a full comma only where more groups or a decimal follow
      bool good = behind == 3 && (!full || in.look() == U'.' || (in.look() == U'，' && arabic(in.look_after()) >= 0));
      in.back_to(here);
      if (!good || count > kLongest) break;
      in.look();
      in.take();
      grouped = true;
      group = 0;
      continue;
    }
    break;
  }
  char32_t c = in.look();
  if ((c == U'.' || c == U'．') && arabic(in.look_after()) >= 0) {
    in.take();
    while (int digit = arabic(in.look()) + 1) {
      if (++count <= kLongest) {
        value = value * 10 + (digit - 1);
        ++places;
      }
      in.take();
    }
    out.decimal = true;
  }
  out.digits += count;
  out.too_long = out.too_long || count > kLongest;
  return value;
}

// 百, 千, 万, 亿 and 多, 余 behind digits: 200多万, 1.2万余, 3万亿.
double multipliers(Reader& in, Numeral& out) {
  double factor = 1;
  if (in.look() == U' ') {  // 92.6 万亩
    const char32_t after = in.look_after();
    if (after == U'万' || after == U'亿' || after == U'余' || after == U'多') in.take();
  }
  for (int taken = 0; taken < 4; ++taken) {
    char32_t c = in.look();
    double next = power(c);
    if (next >= 100 && !begins_unit(c, in.look_after())) {
      in.take();
      factor *= next;
      out.multiplied = true;
      continue;
    }
    if (!more_word(c) || out.more) break;
    char32_t after = in.look_after();
    if (c == U'几' && power(after) == 0) break;
    out.more = true;
    in.take();
  }
  return factor;
}

void read_arabic(Reader& in, Numeral& out) {
  int places = 0;
  double value = digits(in, out, places);
  out.digits_end = static_cast<std::uint32_t>(in.at());
  double factor = multipliers(in, out);
  out.value = value * factor / std::pow(10.0, places);
  out.step = factor / std::pow(10.0, places);
  // 1亿3000万, 3万5千: a smaller part follows.
  if (factor >= 1e4 && !out.more && !out.decimal && arabic(in.look()) >= 0) {
    std::size_t here = in.at();
    Numeral part;
    double rest = digits(in, part, places);
    double rest_factor = multipliers(in, part);
    if (rest_factor > 1 && rest_factor < factor && !part.too_long && rest * rest_factor < factor) {
      out.value += rest * rest_factor / std::pow(10.0, places);
      out.step = rest_factor / std::pow(10.0, places);
      out.more = part.more;
    } else {
      in.back_to(here);
    }
  }
}

// A Chinese numeral as it is read, character by character.
struct ChineseSum {
  double total = 0, section = 0;  // below 万; the rest
  int digit = -1;                 // waiting for its 十, 百, 千
  int before = -1;                // the digit in front of it, where none stands between
  double last_power = 1;
  bool any_digit = false, any_power = false;
  double lower = 0;  // 三四十: what the first of two neighbouring digits would have given

  void take_digit(int value) {
    before = digit;
    digit = value;
    any_digit = any_digit || value > 0;
  }
  void take_power(double value) {
    any_power = true;
    last_power = value;
    if (before > 0 && digit == before + 1 && lower == 0) lower = before * value;
    before = -1;
    if (value < 1e4) {
      section += (digit > 0 ? digit : 1) * value;
    } else {
      section += digit > 0 ? digit : 0;
      if (section == 0 && total == 0) section = 1;
      if (total > 0 && section == 0) {
        total *= value;
      } else {
        total = value == 1e8 ? (total + section) * value : total + section * value;
      }
      if (lower > 0 && lower < value) lower *= value;
      section = 0;
    }
    digit = -1;
  }
  double value() const { return total + section + (digit > 0 ? digit : 0); }
};

void read_chinese(Reader& in, Numeral& out) {
  out.chinese = true;
  ChineseSum sum;
  double string_value = 0;
  for (;; ++out.digits) {
    char32_t c = in.look();
    if (int value = chinese_digit(c); value >= 0) {
      if (sum.digit > 0 || (sum.digit == 0 && value == 0)) out.string = true;
      if (out.digits < kLongest) string_value = string_value * 10 + value;
      sum.take_digit(value);
      in.take();
      continue;
    }
    double value = power(c);
    if (value == 0 || (begins_unit(c, in.look_after()) && out.digits > 0)) break;
    if (out.digits < kLongest) sum.take_power(value);
    in.take();
  }
  out.digits_end = static_cast<std::uint32_t>(in.at());
  if (!sum.any_power && out.digits > 1) out.string = true;
  out.value = out.string && !sum.any_power ? string_value : sum.value();
  out.bare_power = sum.any_power && !sum.any_digit && sum.last_power >= 100;
  out.too_long = out.digits > kLongest;
  out.step = sum.last_power >= 1e4 && sum.digit < 0 ? sum.last_power : 1;
  if (out.string && sum.any_power && sum.lower > 0 && sum.digit <= 0 && sum.lower < out.value) {  // 三四十名
    out.high = out.value;
    out.value = sum.lower;
    out.string = false;
  } else if (out.string && !sum.any_power && out.digits == 2 && sum.before > 0 && sum.digit == sum.before + 1) {
    out.value = sum.before;  // 七八个
    out.high = sum.digit;
  }
  // 三百多, 十余, 十几, 两千余万
  for (int taken = 0; taken < 3; ++taken) {
    char32_t c = in.look();
    if (more_word(c) && !out.more && sum.any_power) {
      if (c == U'几' && sum.digit >= 0) break;
      out.more = true;
      out.step = sum.last_power;
      in.take();
      continue;
    }
    if (out.more && power(c) >= 1e4) {
      out.value *= power(c);
      out.step *= power(c);
      in.take();
      continue;
    }
    break;
  }
}

}  // namespace

char32_t code_point_at(std::string_view text, std::size_t at, std::uint32_t& length) {
  if (at >= text.size()) {
    length = 0;
    return 0;
  }
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  unsigned char lead = byte(0);
  std::size_t left = text.size() - at;
  length = 1;
  if (lead < 0x80) return lead;
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3) {
    length = 3;
    return static_cast<char32_t>((lead & 15) << 12 | (byte(1) & 63) << 6 | (byte(2) & 63));
  }
  if (lead >= 0xC0 && lead < 0xE0 && left >= 2) {
    length = 2;
    return static_cast<char32_t>((lead & 31) << 6 | (byte(1) & 63));
  }
  if (lead >= 0xF0 && left >= 4) {
    length = 4;
    return static_cast<char32_t>((lead & 7) << 18 | (byte(1) & 63) << 12 | (byte(2) & 63) << 6 | (byte(3) & 63));
  }
  return 0xFFFD;
}

char32_t code_point_before(std::string_view text, std::size_t at, std::size_t& begin) {
  if (at == 0) {
    begin = 0;
    return 0;
  }
  begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  std::uint32_t length = 0;
  return code_point_at(text, begin, length);
}

Sign sign_at(std::string_view text, std::size_t at, std::uint32_t& length) {
  char32_t c = code_point_at(text, at, length);
  return c < 65536 ? static_cast<Sign>(table().of[c]) : Sign::OTHER;
}

std::size_t next_sign(std::string_view text, std::size_t at) {
  const SignTable& signs = table();
  const std::size_t size = text.size();
  while (at < size) {
    auto lead = static_cast<unsigned char>(text[at]);
    if (!signs.leads[lead]) {
      at += lead < 0x80 || lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      continue;
    }
    if (lead < 0x80) return at;
    if (at + 2 >= size) break;
    std::uint32_t cp = (lead & 15u) << 12 | (static_cast<unsigned char>(text[at + 1]) & 63u) << 6 |
                       (static_cast<unsigned char>(text[at + 2]) & 63u);
    if (signs.of[cp] != 0) return at;
    at += 3;
  }
  return size;
}

Numeral read_numeral(std::string_view text, std::size_t at) {
  Numeral out;
  Reader in(text, at);
  if (arabic(in.look()) >= 0) {
    read_arabic(in, out);
  } else {
    read_chinese(in, out);
  }
  out.end = static_cast<std::uint32_t>(in.at());
  return out;
}

}  // namespace yizheng::text
