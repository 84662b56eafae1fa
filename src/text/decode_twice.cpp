// Text that was decoded wrongly once and stored: 浣犲ソ for 你好 (UTF-8 read as GBK), ä½ å¥½ (UTF-8 read as Latin-1).
#include <algorithm>

#include "text/char_table.h"
#include "text/decode.h"
#include "text/gbk.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

// What Windows puts where Latin-1 has controls.
constexpr char16_t windows_1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// The byte a character of Latin-1 or Windows-1252 came from, -1 where it has none.
int latin_byte(char32_t c) {
  if (c < 0x100) return static_cast<int>(c);
  for (int i = 0; i < 32; ++i) {
    if (windows_1252[i] == c) return 0x80 + i;
  }
  return -1;
}

std::size_t sample_end(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text.size();
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return size;
}

// The bytes before the first decoding; characters that came from none become 0xFF, which no encoding has.
std::string latin_bytes(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 2 + 1);
  for (std::size_t at = 0; at < text.size();) {
    const int byte = latin_byte(take(text, at));
    bytes += static_cast<char>(byte < 0 ? 0xFF : byte);
  }
  return bytes;
}
std::string gbk_bytes_of(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = take(text, at);
    if (c < 0x80) {
      bytes += static_cast<char>(c);
    } else if (const auto pair = gbk_bytes(c); pair != 0) {
      bytes += static_cast<char>(pair >> 8);
      bytes += static_cast<char>(pair & 0xFF);
    } else if (c == 0x20AC) {
      bytes += static_cast<char>(0x80);
    } else {
      bytes += static_cast<char>(0xFF);
    }
  }
  return bytes;
}

// UTF-8 with U+FFFD for what is lost. Behind a character cut short the decoder of that time left "?" for its last byte.
std::string read_utf8(std::string_view bytes, std::size_t& lost) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    if (c == 0xFFFD && at - begin == 1) {
      while (at < bytes.size() && ((static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80 || bytes[at] == '\xFF')) ++at;
      const bool cut = static_cast<unsigned char>(bytes[begin]) >= 0xE0;
      if (cut && at < bytes.size() && bytes[at] == '?') ++at;
      append_utf8(out, 0xFFFD);
      ++lost;
    } else {
      out.append(bytes, begin, at - begin);
    }
  }
  return out;
}

struct Shape {
  std::size_t beyond = 0, latin = 0, uncommon = 0;
};
Shape shape_of(std::string_view text) {
  const CharTable& chars = CharTable::get();
  Shape shape;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = take(text, at);
    if (c < 0x80) continue;
    ++shape.beyond;
    shape.latin += latin_byte(c) >= 0;
    const auto bits = chars[c];
    shape.uncommon += (bits & (char_bits::common | char_bits::mark)) == 0;
  }
  return shape;
}

}  // namespace

Twice decode_twice(std::string_view utf8) {
  const std::string_view head = utf8.substr(0, sample_end(utf8, 64 << 10));
  const Shape shape = shape_of(head);
  if (shape.beyond < 12) return {};
  const auto accept = [&](std::string decoded_head, std::size_t lost) {
    const Shape now = shape_of(decoded_head);
    return now.beyond > 0 && lost * 8 <= now.beyond && plausibility(decoded_head) >= 850;
  };
  if (shape.latin * 10 >= shape.beyond * 9) {
    const std::string bytes = latin_bytes(head);
    std::size_t lost = 0;
    if (accept(read_utf8(bytes, lost), lost)) {
      Twice twice{"", "UTF-8 in Latin-1", 0};
      twice.text = read_utf8(latin_bytes(utf8), twice.lost);
      return twice;
    }
    lost = 0;
    if (accept(decode_legacy(bytes, "gb18030", lost), lost)) {
      Twice twice{"", "GB18030 in Latin-1", 0};
      twice.text = decode_gb18030_mended(latin_bytes(utf8), twice.lost);
      return twice;
    }
    return {};
  }
  // UTF-8 read as GBK makes a rare character of every other pair of bytes.
  if (shape.uncommon * 4 < shape.beyond) return {};
  std::size_t lost = 0;
  if (!accept(read_utf8(gbk_bytes_of(head), lost), lost)) return {};
  Twice twice{"", "UTF-8 in GB18030", 0};
  twice.text = read_utf8(gbk_bytes_of(utf8), twice.lost);
  return twice;
}

}  // namespace yizheng::text
