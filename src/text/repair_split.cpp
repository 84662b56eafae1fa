// A reading put in one byte too late: 老?xiǎng)栴}(tí) was 老問題 in GBK.
//
// The machine that put readings in worked on GBK bytes and took the second byte of one character and the first of the
// next for a character of its own. Behind it the decoder lost "(" and read on, one byte off, until a byte stood
// alone. Both sides together give the bytes back, and the readings tell which.
#include <algorithm>
#include <array>

#include "text/char_table.h"
#include "text/gbk.h"
#include "text/pinyin.h"
#include "text/repair_parts.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

struct Piece {
  std::size_t end = 0;
  std::string text;  // what stood there
  int certain = 0;   // how many readings confirm it
};

bool lost_mark(std::string_view text, std::size_t at, std::size_t& size) {
  if (text.substr(at).starts_with("?"))
    size = 1;
  else if (text.substr(at).starts_with("\uFFFD"))
    size = 3;
  else if (text.substr(at).starts_with("？"))
    size = 3;
  else
    return false;
  return true;
}

// "xiǎng)" at `at`; the syllable, and `at` behind the bracket.
std::string_view closed_syllable(std::string_view text, std::size_t& at) {
  const std::size_t size = syllable_at(text.substr(at));
  if (size == 0) return {};
  const std::string_view rest = text.substr(at + size);
  const std::size_t close = rest.starts_with(")") ? 1 : rest.starts_with("）") ? 3 : 0;
  if (close == 0) return {};
  const auto syllable = text.substr(at, size);
  at += size + close;
  return syllable;
}

// All second bytes that make a Traditional character of this reading with the given first byte.
std::vector<unsigned char> seconds(unsigned char first, std::string_view syllable) {
  std::vector<unsigned char> fitting;
  for (int second = 0x40; second <= 0xFE; ++second) {
    const char32_t c = gbk_character(first, static_cast<unsigned char>(second));
    if (c == 0 || (CharTable::get()[c] & char_bits::traditional) == 0) continue;
    if (reads_as(c, syllable)) fitting.push_back(static_cast<unsigned char>(second));
  }
  return fitting;
}

// Reads on from `at` with `held` as the first byte of the next character, until bytes and characters meet again.
bool read_on(std::string_view text, std::size_t at, unsigned char held, Piece& piece) {
  piece.text.clear();
  for (int characters = 0; characters < 12; ++characters) {
    std::size_t mark = 0;
    if (lost_mark(text, at, mark)) {
      // The next reading came too late as well: (held, X) is the character it belongs to.
      std::size_t next = at + mark;
      const auto syllable = closed_syllable(text, next);
      if (syllable.empty()) return false;
      const auto fitting = seconds(held, syllable);
      if (fitting.size() != 1) return false;
      append_utf8(piece.text, gbk_character(held, fitting.front()));
      piece.end = next;
      ++piece.certain;
      return true;
    }
    if (at >= text.size()) return false;
    std::size_t next = at;
    const char32_t c = take(text, next);
    if (c < 0x80) {
      if (c < 0x40 || c == 0x7F) return false;
      const char32_t whole = gbk_character(held, static_cast<unsigned char>(c));
      if (whole == 0) return false;
      append_utf8(piece.text, whole);
      piece.end = next;
      // Its own reading may follow, and goes with it.
      if (text.substr(next).starts_with("(")) {
        std::size_t after = next + 1;
        const auto syllable = closed_syllable(text, after);
        if (!syllable.empty()) {
          if (!reads_as(whole, syllable)) return false;
          ++piece.certain;
          piece.end = after;
        }
      }
      return true;
    }
    const auto bytes = gbk_bytes(c);
    if (bytes == 0) return false;
    const char32_t whole = gbk_character(held, static_cast<unsigned char>(bytes >> 8));
    if (whole == 0 || (CharTable::get()[whole] & char_bits::common) == 0) return false;
    append_utf8(piece.text, whole);
    held = static_cast<unsigned char>(bytes & 0xFF);
    at = next;
  }
  return false;
}

bool restore(std::string_view line, std::size_t mark_at, char32_t before, Piece& best) {
  std::size_t mark = 0;
  if (!lost_mark(line, mark_at, mark)) return false;
  std::size_t at = mark_at + mark;
  const auto syllable = closed_syllable(line, at);
  if (syllable.empty()) return false;
  const auto bytes = gbk_bytes(before);
  if (bytes == 0) return false;
  int candidates = 0;
  for (const unsigned char held : seconds(static_cast<unsigned char>(bytes & 0xFF), syllable)) {
    Piece piece;
    if (!read_on(line, at, held, piece)) continue;
    if (candidates > 0 && piece.certain < best.certain) continue;
    candidates = candidates > 0 && piece.certain == best.certain ? candidates + 1 : 1;
    best = piece;
  }
  return candidates == 1;
}

}  // namespace

void find_split_characters(Manuscript& m) {
  const CharTable& chars = CharTable::get();
  for (const Line& line : m.lines) {
    if ((line.flags & line_flags::reading) == 0) continue;
    const std::string_view text = m.text.substr(line.begin, line.end - line.begin);
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t next = at;
      const char32_t c = take(text, next);
      if ((c == '?' || c == 0xFFFD || c == U'？') && (chars[before] & char_bits::han) != 0) {
        Piece piece;
        if (restore(text, at, before, piece)) {
          m.inside.push_back(found(line.begin + at, line.begin + piece.end, RepairKind::ENCODING, Confidence::CERTAIN,
                                   piece.text, "被插入内容拆开的汉字,按原来的字节拼回",
                                   "a character split by what was put in, put together again from its bytes"));
          next = piece.end;
        }
      }
      // Behind a reading in brackets it is still the character before it that counts.
      if (c >= 0x370 || c == '?') before = c;
      at = next;
    }
  }
}

}  // namespace yizheng::text
