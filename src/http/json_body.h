// JSON bodies, read more strictly than JSON itself asks.
#pragma once

#include <string_view>

#include "base/json.h"

namespace yizheng::http {

// Throws Problem 400 `invalid_json` on wrong syntax, more than `depth` levels, or an object with the same key
// twice (which of the two counts would depend on the reader), and 400 `invalid_text` on invalid UTF-8 or a NUL,
// also one written \u0000: PostgreSQL cannot store it.
json::value parse_json_body(std::string_view text, int depth = 16);

}  // namespace yizheng::http
