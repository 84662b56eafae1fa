// UTF-8: checking, counting, and decoding of the other encoding people send.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yizheng::text {

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. NUL is valid UTF-8: who must refuse it, does.
bool valid_utf8(std::string_view bytes);

// Number of code points of valid UTF-8.
std::size_t length(std::string_view utf8);

// The part of valid UTF-8 from code point `start`, at most `count` code points.
std::string_view substring(std::string_view utf8, std::size_t start, std::size_t count);

// The code point that begins at `at`, which moves behind it; an invalid byte gives U+FFFD and moves by one.
char32_t next_code_point(std::string_view bytes, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);

// GB 18030 (and so GBK and GB 2312) to UTF-8; nothing where the bytes are not GB 18030.
std::optional<std::string> decode_gb18030(std::string_view bytes);

}  // namespace yizheng::text
