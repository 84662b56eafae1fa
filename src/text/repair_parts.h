// What the repairs share: the lines of a text with what was seen in them at the one look over it, and the findings.
// Each repair_X.cpp has one idea and adds what it finds; repair.cpp settles and applies. Not for other rooms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/repair.h"

namespace yizheng::text {

// Why a line is worth a second look. Most lines of a clean report have none but `body` and `ended`.
namespace line_flags {
inline constexpr std::uint16_t odd = 1;           // characters of char_bits::odd
inline constexpr std::uint16_t spam = 2;          // characters with which a word of a betting site begins
inline constexpr std::uint16_t gap = 4;           // two blanks together, or a wide one
inline constexpr std::uint16_t reading = 8;       // letters in brackets after a Chinese character, or after a lost one
inline constexpr std::uint16_t doubled = 16;      // the same mark twice
inline constexpr std::uint16_t ocr = 32;          // O or l beside digits
inline constexpr std::uint16_t lost = 64;         // 、等, 40%18名, 202519日, 2025年月9日
inline constexpr std::uint16_t garbled = 128;     // a run of rare characters
inline constexpr std::uint16_t body = 256;        // a sentence of running text
inline constexpr std::uint16_t ended = 512;       // ends as a sentence or an enumerated member does
inline constexpr std::uint16_t new_page = 1024;   // a form feed stands before it
inline constexpr std::uint16_t indented = 2048;   // two columns of blanks or more stand before it
inline constexpr std::uint16_t after_gap = 4096;  // the line before was ended by wide blanks, not by a line end
inline constexpr std::uint16_t digits = 8192;     // has an Arabic digit
}  // namespace line_flags

struct Line {
  std::uint32_t begin = 0, end = 0;  // without blanks around it; never empty
  std::uint16_t flags = 0;
  std::uint16_t columns = 0;  // Chinese characters count two; 65535 is "or more"
  std::uint16_t han = 0;      // the same
};

struct Manuscript {
  std::string_view text;
  std::vector<Line> lines;
  std::vector<Repair> whole_lines;  // furniture, captions: in order, none overlap
  std::vector<Repair> inside;       // in any order
  std::uint64_t han = 0, traditional = 0, symbols = 0;

  std::string_view line(std::size_t i) const { return text.substr(lines[i].begin, lines[i].end - lines[i].begin); }
  bool is_traditional() const { return traditional >= 4 && traditional * 100 >= han * 8; }
};

// The one look over the whole text (repair_lines.cpp). Blanks wide enough to set a paragraph off, inside a line, end
// the line, unless a choice of `options` keeps them.
Manuscript look_over(std::string_view text, const RepairOptions& options);

void find_readings(Manuscript& m);          // 協(xié)
void find_split_characters(Manuscript& m);  // 老?xiǎng)栴}(tí), where readings were found
void find_spam(Manuscript& m);              // 开云体育app
void find_furniture(Manuscript& m);         // menus, footers, counters
void find_edges(Manuscript& m);             // furniture on the report's first and last line
void find_pages(Manuscript& m);             // heads, feet and numbers of printed pages
void find_credits(Manuscript& m);           // 王小明 摄; after furniture
void find_captions(Manuscript& m);          // the same line again and again
void find_marks(Manuscript& m);             // ,, and 、等 and 40%18名
void find_numbers(Manuscript& m);           // 5O%, 202519日
void find_blanks(Manuscript& m);            // wide spaces inside lines
void find_breaks(Manuscript& m);            // hard line breaks; after furniture
void find_characters(Manuscript& m);        // odd characters
void find_resynced(Manuscript& m);          // the same, a few characters up to an ASCII one
void find_shifted(Manuscript& m);           // GBK read one byte off

// Lines that go, in order; of those found twice the first.
void order_whole_lines(Manuscript& m);

// What all findings come to, in order of place; overlaps settled, `applied` by the options.
std::vector<Repair> settle(Manuscript& m, const RepairOptions& options);

inline Repair found(std::size_t begin, std::size_t end, RepairKind kind, Confidence confidence,
                    std::optional<std::string> replacement, const char* zh, const char* en) {
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(end),
          kind,
          confidence,
          std::move(replacement),
          false,
          zh,
          en};
}

}  // namespace yizheng::text
