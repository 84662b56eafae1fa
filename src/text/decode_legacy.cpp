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

// How often each character stands in what of the file is whole: the best judge of what is broken.
using Counts = std::vector<std::uint8_t>;

// What a pair of bytes is worth as a character of running Chinese text.
int worth(unsigned char first, unsigned char second, const Counts& counts) {
  const char32_t c = gbk_character(first, second);
  if (c == 0) return -16;
  const auto bits = CharTable::get()[c];
  const int count = counts.empty() ? 0 : counts[c];
  const int known = (count >= 1) + (count >= 3) + (count >= 9) + (count >= 27);
  if ((bits & char_bits::odd) != 0) return -16;
  if ((bits & char_bits::han) != 0) return ((bits & char_bits::common) != 0 ? 2 : -6) + known;
  return (bits & char_bits::symbol) != 0 ? -6 : 1 + known;
}

void pair(std::string& out, unsigned char first, unsigned char second, std::size_t& lost) {
  const char32_t c = gbk_character(first, second);
  lost += c == 0;
  append_utf8(out, c == 0 ? 0xFFFD : c);
}

// A stretch of bytes with no ASCII below 0x40 inside. An odd one has lost a byte (or got one too many): the byte to
// drop is the one that leaves the best reading before and behind it.
// Where two are as good, the last one at the end of a file (it was cut there), else the first.
void stretch(std::string& out, std::string_view bytes, bool last, const Counts& counts, std::size_t& lost) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const std::size_t size = bytes.size();
  std::size_t drop = size;
  if (size % 2 == 1) {
    // before: pairs from the beginning up to i; behind: pairs from i + 1 to the end. i is even.
    int total = 0;
    for (std::size_t i = 1; i + 1 < size; i += 2) total += worth(at(i), at(i + 1), counts);
    int best = total, sum = total;
    drop = 0;
    for (std::size_t i = 0; i + 2 < size; i += 2) {
      sum += worth(at(i), at(i + 1), counts) - worth(at(i + 1), at(i + 2), counts);
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

bool four_bytes(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  return at + 3 < bytes.size() && byte(at) >= 0x81 && byte(at + 1) >= 0x30 && byte(at + 1) <= 0x39 &&
         byte(at + 2) >= 0x81 && byte(at + 3) >= 0x30 && byte(at + 3) <= 0x39;
}

// The end of the stretch that begins at `at`: an ASCII character that cannot be a second byte. Those from 0x40 on
// belong to it only where a first byte stands before them.
std::size_t stretch_end(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  std::size_t end = at;
  while (end < bytes.size() && byte(end) >= 0x80 && !four_bytes(bytes, end)) {
    ++end;
    if (end < bytes.size() && byte(end) >= 0x40 && byte(end) < 0x7F && (end - at) % 2 == 1 &&
        gbk_character(byte(end - 1), byte(end)) != 0) {
      ++end;
    }
  }
  return end;
}

// From the stretches that have no byte too many or too few, up to some megabytes of them.
Counts count_characters(std::string_view bytes) {
  Counts counts(0x10000, 0);
  std::size_t end = 0;
  for (std::size_t at = 0; at < std::min<std::size_t>(bytes.size(), 4 << 20); at = std::max(end, at + 1)) {
    end = stretch_end(bytes, at);
    if ((end - at) % 2 != 0) continue;
    for (std::size_t i = at; i + 1 < end; i += 2) {
      auto& count =
          counts[gbk_character(static_cast<unsigned char>(bytes[i]), static_cast<unsigned char>(bytes[i + 1]))];
      if (count < 255) ++count;
    }
  }
  return counts;
}

}  // namespace

std::string decode_gb18030_mended(std::string_view bytes, std::size_t& lost, bool learn) {
  const Counts counts = learn ? count_characters(bytes) : Counts();
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2 + 16);
  lost = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      out += bytes[at++];
      continue;
    }
    const std::size_t end = stretch_end(bytes, at);
    stretch(out, bytes.substr(at, end - at), end == bytes.size(), counts, lost);
    at = end;
    if (four_bytes(bytes, at)) {
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
