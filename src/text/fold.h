// Folding: the form in which texts are compared and searched, so that 議政, 议政 and ｙｉｚｈｅｎｇ, Yizheng meet.
//
// Per code point, from one flat table made at the first use (OpenCC's and ICU's own data): compatibility forms
// become plain ones (full-width, ligatures, ㎡, radicals), letters lose case and diacritics (pinyin is found with or
// without its tones), Traditional characters become Simplified ones, and white space, control and zero-width characters
// vanish. Where a character has several Simplified forms the commonest is taken, and 著 stays 著: what depends on the
// neighbours is not for this table. Bytes that are not UTF-8 become U+FFFD, one each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yizheng::text {

std::string fold(std::string_view utf8);

struct FoldedText {
  std::string text;
  // For each code point of `text`, the index of the code point of the original it came from; never falling.
  std::vector<std::uint32_t> positions;
};
FoldedText fold_with_positions(std::string_view utf8);

// The code points of a folded text, and each pair of neighbours, in order and with repetitions. A text of one
// code point has no bigrams.
std::vector<std::string> unigrams(std::string_view folded);
std::vector<std::string> bigrams(std::string_view folded);

// Makes the tables now rather than at the first use (some tens of milliseconds).
void prepare_folding();

}  // namespace yizheng::text
