// Readings of characters: what is a syllable, and whose it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yizheng::text {

// The bytes of the Mandarin syllable, with or without its tone, that `text` begins with and that no letter follows;
// 0 where there is none. Small letters.
std::size_t syllable_at(std::string_view text);

// "xié" → "xie", "lǜ" → "lü". Letters that carry no tone stay.
std::string without_tone(std::string_view syllable);

// Whether the syllable is the character's usual reading (ICU's Han-Latin), tones compared only where the syllable has
// one; or one of its further readings where the character is a frequent one with several.
bool reads_as(char32_t character, std::string_view syllable);

}  // namespace yizheng::text
