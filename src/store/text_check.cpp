#include "store/text_check.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace yizheng::store {

bool storable_text(std::string_view text) {
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  const auto* end = at + text.size();
  const auto follows = [&](int place) { return at + place < end && (at[place] & 0xC0) == 0x80; };
  while (at < end) {
    if (end - at >= 8) {  // eight ASCII characters at once
      std::uint64_t word;
      std::memcpy(&word, at, 8);
      // No byte with the high bit and none that is zero.
      if ((word & 0x8080808080808080u) == 0 && ((word - 0x0101010101010101u) & ~word & 0x8080808080808080u) == 0) {
        at += 8;
        continue;
      }
    }
    // Chinese, three bytes a character: all but those that begin with E0 or ED need no closer look.
    while (end - at >= 4) {
      std::uint32_t word;
      std::memcpy(&word, at, 4);
      if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap32(word);
      if ((word & 0x00C0C0F0U) != 0x008080E0U || (word & 0xFFU) == 0xE0 || (word & 0xFFU) == 0xED) break;
      at += 3;
    }
    const unsigned char c = *at;
    if (c == 0) return false;
    if (c < 0x80) {
      ++at;
    } else if (c >= 0xC2 && c <= 0xDF) {
      if (!follows(1)) return false;
      at += 2;
    } else if (c >= 0xE0 && c <= 0xEF) {
      if (!follows(1) || !follows(2)) return false;
      if (c == 0xE0 && at[1] < 0xA0) return false;   // longer than needed
      if (c == 0xED && at[1] >= 0xA0) return false;  // surrogates
      at += 3;
    } else if (c >= 0xF0 && c <= 0xF4) {
      if (!follows(1) || !follows(2) || !follows(3)) return false;
      if (c == 0xF0 && at[1] < 0x90) return false;
      if (c == 0xF4 && at[1] >= 0x90) return false;  // beyond U+10FFFF
      at += 4;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace yizheng::store
