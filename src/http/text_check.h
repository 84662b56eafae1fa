// What comes from outside must be text: valid UTF-8 without NUL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace yizheng::http {

Problem invalid_text(std::string_view zh_where, std::string_view en_where);  // 400 `invalid_text`

// Throws invalid_text where `text` holds a NUL or invalid UTF-8.
void check_text(std::string_view text, std::string_view zh_where, std::string_view en_where);

// Percent-decoding (RFC 3986); `plus_is_space` for query strings. nullopt on "%" without two hex digits.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);

}  // namespace yizheng::http
