// What a character is, told by one look into a flat table: the reader and the repairs look at every character of
// files of 100 MB.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace yizheng::text {

namespace char_bits {
inline constexpr std::uint8_t han = 1;
// Of the 3,755 commonest characters (GB 2312, level 1), or a Traditional form of one: 97 of 100 in running text.
inline constexpr std::uint8_t common = 2;
// OpenCC's table of single characters writes it otherwise in Simplified script.
inline constexpr std::uint8_t traditional = 4;
// White space of any width, U+3000 and U+00A0 among them; no line ends.
inline constexpr std::uint8_t space = 8;
// Never belongs in a report: U+FFFD, private use, controls, marks of direction, zero-width characters, radicals and
// compatibility forms that stand for ordinary characters.
inline constexpr std::uint8_t odd = 16;
// Chinese and Latin punctuation that ends or divides clauses.
inline constexpr std::uint8_t mark = 32;
// A character with which a word of betting sites begins (repair_spam.cpp).
inline constexpr std::uint8_t spam = 64;
// GB 2312 has it in its rows of symbols and foreign letters: Greek, kana, Cyrillic, lines of tables.
inline constexpr std::uint8_t symbol = 128;
}  // namespace char_bits

class CharTable {
 public:
  static const CharTable& get();  // made at the first use (some milliseconds)
  std::uint8_t operator[](char32_t c) const {
    if (c < 0x10000) return bits_[c];
    return c >= 0x20000 && c < 0x32000 ? char_bits::han : plane(c);
  }
  // Whether a word of betting sites may begin with these two; seldom true of others.
  bool spam_pair(char32_t first, char32_t second) const { return spam_pairs_[pair_hash(first, second)]; }

 private:
  CharTable();
  static std::uint32_t pair_hash(char32_t first, char32_t second) {
    return (first * 0x9E3779B1U ^ second * 0x85EBCA6BU) >> 16;
  }
  static std::uint8_t plane(char32_t c);
  std::array<std::uint8_t, 0x10000> bits_{};
  std::array<bool, 0x10000> spam_pairs_{};
};

// The code point at `at` of text that is known to be valid UTF-8; `at` moves behind it.
inline char32_t take(std::string_view text, std::size_t& at) {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data()) + at;
  if (p[0] < 0x80) {
    at += 1;
    return p[0];
  }
  if (p[0] < 0xE0) {
    at += 2;
    return static_cast<char32_t>((p[0] & 0x1F) << 6 | (p[1] & 0x3F));
  }
  if (p[0] < 0xF0) {
    at += 3;
    return static_cast<char32_t>((p[0] & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F));
  }
  at += 4;
  return static_cast<char32_t>((p[0] & 0x07) << 18 | (p[1] & 0x3F) << 12 | (p[2] & 0x3F) << 6 | (p[3] & 0x3F));
}

// The code point that ends before `at` (at > 0), which moves to its beginning.
inline char32_t take_back(std::string_view text, std::size_t& at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  std::size_t forth = at;
  return take(text, forth);
}

}  // namespace yizheng::text
