// Patterns for LIKE ? ESCAPE '!'.
#pragma once

#include <string>
#include <string_view>

#include "text/utf8.h"

namespace yizheng::identity {

// Finds `part` anywhere; at most its first 50 code points are used.
inline std::string contains_pattern(std::string_view part) {
  std::string pattern = "%";
  for (const char c : text::substring(part, 0, 50)) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}

}  // namespace yizheng::identity
