#include "store/hex.h"

#include <openssl/sha.h>

#include <array>
#include <stdexcept>

namespace yizheng::store {

std::string to_hex(std::string_view bytes) {
  constexpr char DIGITS[] = "0123456789abcdef";
  std::string out(bytes.size() * 2, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    out[2 * i] = DIGITS[byte >> 4];
    out[2 * i + 1] = DIGITS[byte & 15];
  }
  return out;
}

std::string from_hex(std::string_view digits) {
  static const auto values = [] {
    std::array<std::int8_t, 256> table;
    table.fill(-1);
    for (int i = 0; i < 10; ++i) table['0' + i] = static_cast<std::int8_t>(i);
    for (int i = 0; i < 6; ++i) table['a' + i] = table['A' + i] = static_cast<std::int8_t>(10 + i);
    return table;
  }();
  if (digits.size() % 2 != 0) throw std::runtime_error("an odd number of hexadecimal digits");
  std::string out(digits.size() / 2, '\0');
  int wrong = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const int high = values[static_cast<unsigned char>(digits[2 * i])];
    const int low = values[static_cast<unsigned char>(digits[2 * i + 1])];
    wrong |= high | low;
    out[i] = static_cast<char>((high << 4) | low);
  }
  if (wrong < 0) throw std::runtime_error("not a hexadecimal digit");
  return out;
}

std::string sha256(std::string_view bytes) {
  std::string digest(SHA256_DIGEST_LENGTH, '\0');
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
         reinterpret_cast<unsigned char*>(digest.data()));
  return digest;
}

}  // namespace yizheng::store
