// Bytes as lower-case hexadecimal digits and back.
#pragma once

#include <string>
#include <string_view>

namespace yizheng::store {

std::string to_hex(std::string_view bytes);
std::string from_hex(std::string_view digits);  // throws std::runtime_error where these are not pairs of digits

// SHA-256 (FIPS 180-4): 32 bytes.
std::string sha256(std::string_view bytes);

}  // namespace yizheng::store
