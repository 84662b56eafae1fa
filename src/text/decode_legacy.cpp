#include <unicode/ucnv.h>

#include <memory>
#include <stdexcept>

#include "text/char_table.h"
#include "text/decode.h"
#include "text/gbk.h"
#include "text/utf8.h"

namespace yizheng::text {

std::string decode_legacy(std::string_view bytes, const char* encoding, std::size_t& lost) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &error), &ucnv_close);
  if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU's data lacks ") + encoding + ": install libicu72");
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2 + 16);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UChar units[8192];
  lost = 0;
  char16_t high = 0;
  do {
    error = U_ZERO_ERROR;
    UChar* target = units;
    ucnv_toUnicode(converter.get(), &target, units + std::size(units), &source, end, nullptr, true, &error);
    if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) break;
    for (const UChar* unit = units; unit < target; ++unit) {
      if (*unit >= 0xD800 && *unit < 0xDC00) {
        high = *unit;
        continue;
      }
      if (*unit >= 0xDC00 && *unit < 0xE000) {
        append_utf8(out,
                    high == 0 ? 0xFFFD : 0x10000 + (static_cast<char32_t>(high - 0xD800) << 10) + (*unit - 0xDC00));
        high = 0;
        continue;
      }
      high = 0;
      lost += *unit == 0xFFFD;
      append_utf8(out, *unit);
    }
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

namespace {

// What a pair of bytes is worth as a character of running Chinese text.
int worth(unsigned char first, unsigned char second) {
  const char32_t c = gbk_character(first, second);
  if (c == 0) return -8;
  const auto bits = CharTable::get()[c];
  if ((bits & char_bits::odd) != 0) return -8;
  if ((bits & char_bits::han) != 0) return (bits & char_bits::common) != 0 ? 2 : -3;
  return (bits & char_bits::symbol) != 0 ? -3 : 1;
}

void pair(std::string& out, unsigned char first, unsigned char second, std::size_t& lost) {
  const char32_t c = gbk_character(first, second);
  lost += c == 0;
  append_utf8(out, c == 0 ? 0xFFFD : c);
}

// A stretch of bytes with no ASCII below 0x40 inside. An odd one has lost a byte (or got one too many): the byte to
// drop is the one that leaves the best reading before and behind it.
// Where two are as good, the last one at the end of a file (it was cut there), else the first.
void stretch(std::string& out, std::string_view bytes, bool last, std::size_t& lost) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const std::size_t size = bytes.size();
  std::size_t drop = size;
  if (size % 2 == 1) {
    // before: pairs from the beginning up to i; behind: pairs from i + 1 to the end. i is even.
    int total = 0;
    for (std::size_t i = 1; i + 1 < size; i += 2) total += worth(at(i), at(i + 1));
    int best = total, sum = total;
    drop = 0;
    for (std::size_t i = 0; i + 2 < size; i += 2) {
      sum += worth(at(i), at(i + 1)) - worth(at(i + 1), at(i + 2));
      if (sum > best || (last && sum == best && i + 3 == size)) best = sum, drop = i + 2;
    }
  }
  for (std::size_t i = 0; i < size;) {
    if (i == drop) {
      append_utf8(out, 0xFFFD);
      ++lost;
      ++i;
      continue;
    }
    if (i + 1 >= size) break;
    pair(out, at(i), at(i + 1), lost);
    i += 2;
  }
}

}  // namespace

std::string decode_gb18030_mended(std::string_view bytes, std::size_t& lost) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2 + 16);
  lost = 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto four = [&](std::size_t i) {
    return i + 3 < bytes.size() && byte(i) >= 0x81 && byte(i + 1) >= 0x30 && byte(i + 1) <= 0x39 &&
           byte(i + 2) >= 0x81 && byte(i + 3) >= 0x30 && byte(i + 3) <= 0x39;
  };
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte(at) < 0x80) {
      out += bytes[at++];
      continue;
    }
    // Up to an ASCII character that cannot be a second byte. Second bytes from 0x40 on belong to the stretch only
    // where a first byte stands before them.
    std::size_t end = at;
    while (end < bytes.size() && byte(end) >= 0x80) {
      if (four(end)) break;
      end += 1;
      if (end < bytes.size() && byte(end) >= 0x40 && byte(end) < 0x7F && (end - at) % 2 == 1 &&
          gbk_character(byte(end - 1), byte(end)) != 0) {
        ++end;
      }
    }
    stretch(out, bytes.substr(at, end - at), end == bytes.size(), lost);
    at = end;
    if (four(at)) {
      std::size_t lost_here = 0;
      out += decode_legacy(bytes.substr(at, 4), "gb18030", lost_here);
      lost += lost_here;
      at += 4;
    }
  }
  return out;
}

int plausibility(std::string_view utf8) {
  const CharTable& chars = CharTable::get();
  std::size_t good = 0, all = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (c < 0x80) continue;
    ++all;
    const auto bits = chars[c];
    good += (bits & (char_bits::common | char_bits::mark)) != 0 || (c >= 0x3000 && c <= 0x301F) ||
            (c >= 0x2010 && c <= 0x2026) || (c >= 0xFF01 && c <= 0xFF5E) || c == 0xB7;
  }
  return all == 0 ? 1000 : static_cast<int>(good * 1000 / all);
}

}  // namespace yizheng::text
