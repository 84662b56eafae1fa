// Small numbers in few bytes: seven bits a byte, the lowest first, the high bit set on all but the last.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace yizheng::store {

inline void put_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

// Reads at `at` and moves it on; throws where the bytes end too soon.
inline std::uint64_t get_varint(const unsigned char*& at, const unsigned char* end) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; at != end && shift < 64; shift += 7) {
    const unsigned char byte = *at++;
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  throw std::runtime_error("the search index is damaged: rebuild it");
}

inline const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace yizheng::store
