// Numerals of Chinese text, Arabic and Chinese, as they are printed: 1,234.5  ２０２３  三百二十  二〇二三  2.4万
// 200多万  1亿3000万.
#pragma once

#include <cstdint>
#include <string_view>

namespace yizheng::text {

// What a numeral says beside its value.
struct Numeral {
  std::uint32_t end = 0;         // byte behind the last one taken, multipliers and 多/余 within included
  double value = 0;              // expanded
  double high = 0;               // 七八个 and 三四十名: the upper of the two, 0 elsewhere
  double step = 1;               // one unit of the last printed digit: 2.4万 is 1000
  std::uint32_t digits = 0;      // printed digits (Arabic) or characters (Chinese)
  std::uint32_t digits_end = 0;  // where the digits end, before 万 and 多
  bool chinese = false;
  bool more = false;        // 多, 余, 来, 几 inside: the value is a lower bound
  bool multiplied = false;  // 百, 千, 万 or 亿 behind Arabic digits
  bool decimal = false;     // a decimal point inside
  bool string = false;      // Chinese digits in a row without 十百千: 二〇二三, 一三三四
  bool bare_power = false;  // begins with 百, 千, 万 or 亿 and holds no digit: 万亿, 百余
  bool too_long = false;    // more digits than any figure has: nothing but the end is of use
};

// Classes of characters on which a reader of numbers stops, by code point of the basic plane.
enum class Sign : std::uint8_t {
  OTHER,
  DIGIT,        // 0-9 and full-width
  CHINESE,      // 零〇一…九两
  POWER,        // 十百千万亿
  WORD,         // 双 半
  QUOTE_OPEN,   // “ ‘ 「 『
  QUOTE_CLOSE,  // ” ’ 」 』
  QUOTE_PLAIN,  // "
  TITLE_OPEN,   // 《 〈
  TITLE_CLOSE,  // 》 〉
  LINE_END,
};

// The class of the character at `at`, and its length in bytes (1 for what is not UTF-8).
Sign sign_at(std::string_view text, std::size_t at, std::uint32_t& length);

// The first place from `at` on whose class is not OTHER, or the text's length.
std::size_t next_sign(std::string_view text, std::size_t at);

// The numeral that begins at `at`, where a DIGIT, CHINESE or POWER stands. `end` is at least one character on. Takes
// time in proportion to what it takes in.
Numeral read_numeral(std::string_view text, std::size_t at);

// The code point at `at` of a text that is UTF-8; 0 at its end. And the one before `at`, with where it begins.
char32_t code_point_at(std::string_view text, std::size_t at, std::uint32_t& length);
char32_t code_point_before(std::string_view text, std::size_t at, std::size_t& begin);

}  // namespace yizheng::text
