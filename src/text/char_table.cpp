#include "text/char_table.h"

#include "text/repair_spam.h"
#include "text/script.h"
#include "text/utf8.h"

namespace yizheng::text {

using namespace char_bits;

const CharTable& CharTable::get() {
  static const CharTable made;
  return made;
}

std::uint8_t CharTable::plane(char32_t c) {
  if (c >= 0xF0000 || (c & 0xFFFE) == 0xFFFE || (c >= 0xE0000 && c < 0xE1000)) return odd;
  return 0;
}

CharTable::CharTable() {
  const auto range = [&](char32_t from, char32_t to, std::uint8_t bit) {
    for (char32_t c = from; c <= to; ++c) bits_[c] |= bit;
  };
  range(0x3400, 0x4DBF, han);
  range(0x4E00, 0x9FFF, han);
  bits_[0x3007] |= han;
  // Level 1 of GB 2312 is the rows 0xB0 to 0xD7.
  std::string level, rows;
  for (int lead = 0xB0; lead <= 0xD7; ++lead) {
    for (int trail = 0xA1; trail <= (lead == 0xD7 ? 0xF9 : 0xFE); ++trail) {
      level += static_cast<char>(lead);
      level += static_cast<char>(trail);
    }
  }
  for (int lead = 0xA4; lead <= 0xA9; ++lead) {
    for (int trail = 0xA1; trail <= 0xFE; ++trail) {
      rows += static_cast<char>(lead);
      rows += static_cast<char>(trail);
    }
  }
  const auto each = [&](const std::string& bytes, std::uint8_t bit) {
    const std::string text = decode_gb18030(bytes).value_or("");
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      if (c < 0x10000) bits_[c] |= bit;
    }
  };
  each(level, common);
  each(rows, symbol);
  range(0x2488, 0x249B, symbol);  // ⒈ to ⒛
  for (const char32_t c : std::u32string_view(U"一二三四五六七八九十")) bits_[c] |= common;
  for (const auto& [from, to] : simplified_characters()) {
    if (from >= 0x10000 || to >= 0x10000) continue;
    bits_[from] |= traditional;
    if ((bits_[to] & common) != 0) bits_[from] |= common;
  }
  for (const char32_t c : {U'\t', U' ', U'\u00A0', U'\u1680', U'\u202F', U'\u205F', U'\u3000'}) bits_[c] |= space;
  range(0x2000, 0x200A, space);
  for (const char32_t c : std::u32string_view(U",.;:!?，。、；：！？．")) bits_[c] |= mark;
  range(0x01, 0x08, odd);
  range(0x0B, 0x0B, odd);
  range(0x0E, 0x1F, odd);
  range(0x7F, 0x9F, odd);
  for (const char32_t c :
       {0xADU, 0x61CU, 0x180EU, 0xFEFFU, 0xFFFCU, 0xFFFDU, 0xFFFEU, 0xFFFFU, 0x115FU, 0x1160U, 0x3164U}) {
    bits_[c] |= odd;
  }
  range(0x200B, 0x200F, odd);
  range(0x202A, 0x202E, odd);
  range(0x2060, 0x206F, odd);
  range(0xFFF9, 0xFFFB, odd);
  range(0xE000, 0xF8FF, odd);
  range(0x2E80, 0x2FD5, odd);
  range(0xF900, 0xFAD9, odd);
  for (const std::string_view word : spam_words()) {
    std::size_t at = 0;
    const char32_t c = next_code_point(word, at);
    if (c < 0x10000) bits_[c] |= spam;
    spam_pairs_[pair_hash(c, next_code_point(word, at))] = true;
  }
}

}  // namespace yizheng::text
