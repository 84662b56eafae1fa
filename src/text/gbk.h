// GBK as tables, for repairs that think in its bytes.
#pragma once

#include <cstdint>

namespace yizheng::text {

// The character of two bytes, 0 where there is none. Those without a meaning are private-use characters, as ICU has
// them.
char32_t gbk_character(unsigned char first, unsigned char second);
// First byte times 256 plus the second; 0 where GBK does not have the character in two bytes.
std::uint16_t gbk_bytes(char32_t character);

}  // namespace yizheng::text
