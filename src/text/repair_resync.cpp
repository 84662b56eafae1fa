// A few characters read one byte off, until an ASCII character made bytes and characters meet again: ?!崩钪怯抡f was
// 。”李智勇說, and 。ㄇ刂輩^ was (秦州區 with half a blank before it.
//
// The last byte of such a passage was taken for an ASCII letter. So a passage that ends in one, whose characters all
// become common ones when read one byte later, and of which two or more are rare or foreign as they stand, is certain.
#include <algorithm>

#include "text/char_table.h"
#include "text/gbk.h"
#include "text/pinyin.h"
#include "text/repair_parts.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

constexpr int longest = 40;

bool is_mark(char32_t c) {
  return std::u32string_view(U"。，、；：！？“”‘’（）《》〈〉…—　").find(c) != std::u32string_view::npos;
}
bool is_odd(char32_t c) {
  const auto bits = CharTable::get()[c];
  if ((bits & char_bits::han) != 0) return (bits & char_bits::common) == 0;
  return (bits & char_bits::symbol) != 0 || (c >= 0xE000 && c <= 0xF8FF);
}

struct Passage {
  std::size_t end = 0;
  std::string text;
  int characters = 0, odd = 0;
};

// Reads on from `at` with `held` as the first byte of the next character, to an ASCII character that is a second byte.
bool read_on(std::string_view text, std::size_t at, unsigned char held, Passage& passage) {
  for (int i = 0; i < longest && at < text.size(); ++i) {
    std::size_t next = at;
    const char32_t c = take(text, next);
    std::uint16_t bytes = gbk_bytes(c);
    // Some copies write full-width marks as ASCII.
    if (i == 0 && c == '!') bytes = 0xA3A1;
    if (c < 0x80 && bytes == 0) {
      if (c < 0x40 || c == 0x7F) return false;
      const char32_t whole = gbk_character(held, static_cast<unsigned char>(c));
      if (whole == 0 || is_odd(whole) || (CharTable::get()[whole] & char_bits::han) == 0) return false;
      append_utf8(passage.text, whole);
      ++passage.characters;
      passage.end = next;
      if (text.substr(next).starts_with("(")) {
        const std::size_t size = syllable_at(text.substr(next + 1));
        if (size > 0 && text.substr(next + 1 + size).starts_with(")")) {
          if (!reads_as(whole, text.substr(next + 1, size))) return false;
          passage.end = next + size + 2;
        }
      }
      return true;
    }
    if (bytes == 0) return false;
    const char32_t whole = gbk_character(held, static_cast<unsigned char>(bytes >> 8));
    const auto bits = whole == 0 ? std::uint8_t{0} : CharTable::get()[whole];
    const bool common = (bits & char_bits::han) != 0 && (bits & char_bits::common) != 0;
    if (!common && !is_mark(whole)) return false;
    append_utf8(passage.text, whole);
    passage.characters += common;
    passage.odd += is_odd(c);
    held = static_cast<unsigned char>(bytes & 0xFF);
    at = next;
  }
  return false;
}

void search(Manuscript& m, const Line& line) {
  const std::string_view text = m.text.substr(line.begin, line.end - line.begin);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = take(text, at);
    Passage passage;
    bool found_it = false;
    if ((c == '?' || c == 0xFFFD || c == U'？') && at < text.size()) {
      // Of 。 the first byte was lost, and its second leads on.
      found_it = read_on(text, at, 0xA1, passage) && passage.characters >= 2 && passage.odd >= 1 &&
                 (passage.text.starts_with("。") || passage.text.starts_with("”"));
    } else if (const auto bytes = gbk_bytes(c); bytes != 0 && begin == 0) {
      // At the beginning of a line the first byte was half a blank.
      found_it = (bytes >> 8) == 0xA1 && read_on(text, at, static_cast<unsigned char>(bytes & 0xFF), passage) &&
                 passage.characters >= 2 && passage.odd >= 2;
    }
    if (!found_it) continue;
    m.inside.push_back(found(line.begin + begin, line.begin + passage.end, RepairKind::ENCODING, Confidence::CERTAIN,
                             passage.text, "GBK 编码错位一个字节", "GBK read one byte off"));
    at = passage.end;
  }
}

}  // namespace

void find_resynced(Manuscript& m) {
  for (const Line& line : m.lines) {
    if ((line.flags & (line_flags::garbled | line_flags::odd)) != 0) search(m, line);
  }
}

}  // namespace yizheng::text
