// Words and set phrases of the language with a numeral inside, which therefore is no figure: 进一步, 五位一体, 十分.
#pragma once

#include <cstdint>
#include <string_view>

#include "reports/claim.h"

namespace yizheng::reports {

struct NumberPhrase {
  std::uint32_t begin = 0, end = 0;  // bytes; end 0 where none stands
  ClaimKind kind = ClaimKind::FIXED;
  bool plain = false;  // listed only to say that here the numeral counts after all: 十分钟
};

// The longest phrase whose first numeral begins at `at`.
NumberPhrase number_phrase_at(std::string_view text, std::size_t at);

}  // namespace yizheng::reports
