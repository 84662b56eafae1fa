// Traditional script to Simplified as OpenCC's t2s does it, from OpenCC's own tables, but as fast as a document is
// read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yizheng::text {

// Of OpenCC's table of single characters those that change, by code point.
const std::vector<std::pair<char32_t, char32_t>>& simplified_characters();
// The character itself where the table has none.
char32_t simplified(char32_t c);

// A place where folding changed the number of bytes: these of the text before became those of the text after.
struct FoldedSpan {
  std::uint32_t before_begin, before_end, after_begin, after_end;
};

// Longest phrase first, else character by character. 著 becomes 着 but in words such as 著名, 显著, 著作.
// `spans` (where given) gets the places whose length differs, in order.
std::string to_simplified(std::string_view traditional, std::vector<FoldedSpan>* spans = nullptr);

}  // namespace yizheng::text
