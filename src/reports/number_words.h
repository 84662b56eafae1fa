// The lists behind number_phrases.h: Chinese words with numerals, by what they are.
#pragma once

#include <span>
#include <string_view>

#include "reports/claim.h"

namespace yizheng::reports {

struct NumberWords {
  std::string_view words;  // separated by blanks and line ends
  ClaimKind kind = ClaimKind::FIXED;
  bool plain = false;  // the numeral counts, though a shorter word of the list would say that it does not
};

std::span<const NumberWords> number_words();

}  // namespace yizheng::reports
