#include "text/gbk.h"

#include <unicode/ucnv.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace yizheng::text {
namespace {

struct Tables {
  std::array<char16_t, 0x10000> characters{};
  std::array<std::uint16_t, 0x10000> bytes{};

  Tables() {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("gb18030", &error), &ucnv_close);
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU's data lacks gb18030: install libicu72");
    for (unsigned first = 0x81; first <= 0xFE; ++first) {
      for (unsigned second = 0x40; second <= 0xFE; ++second) {
        if (second == 0x7F) continue;
        const char source[] = {static_cast<char>(first), static_cast<char>(second)};
        UChar target[4];
        UErrorCode one = U_ZERO_ERROR;
        const auto size = ucnv_toUChars(converter.get(), target, 4, source, 2, &one);
        if (U_FAILURE(one) || size != 1 || target[0] == 0xFFFD) continue;
        characters[first << 8 | second] = target[0];
        if (bytes[target[0]] == 0) bytes[target[0]] = static_cast<std::uint16_t>(first << 8 | second);
      }
    }
  }
};

const Tables& tables() {
  static const Tables made;
  return made;
}

}  // namespace

char32_t gbk_character(unsigned char first, unsigned char second) {
  return tables().characters[static_cast<unsigned>(first) << 8 | second];
}

std::uint16_t gbk_bytes(char32_t character) { return character < 0x10000 ? tables().bytes[character] : 0; }

}  // namespace yizheng::text
