// GBK read one byte off: 址涣诰佣妓低３的… was 坊邻居都说停车难…
//
// The second byte of one character and the first of the next make a rare character; a run of rare ones gives the
// common ones back when it is read one byte later. Where a line changes from one reading to the other is found by
// weighing both for every character (two states, a fine for changing between them).
#include <algorithm>

#include "text/char_table.h"
#include "text/gbk.h"
#include "text/repair_parts.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

struct Glyph {
  std::uint32_t begin, end;  // in the line
  std::uint16_t bytes;       // GBK; 0 for what GBK writes in one byte or not at all
};

int plain_worth(char32_t c, const CharTable& chars) {
  const auto bits = chars[c];
  if ((bits & char_bits::odd) != 0) return -6;
  if ((bits & char_bits::han) != 0) return (bits & char_bits::common) != 0 ? 2 : -4;
  if ((bits & char_bits::mark) != 0 || (c >= 0x2010 && c <= 0x2026) || (c >= 0x300A && c <= 0x3011)) return 2;
  if ((bits & char_bits::symbol) != 0) return -4;
  return 0;
}

class Shifted {
 public:
  Shifted(std::string_view line, std::uint32_t base, std::vector<Repair>& out)
      : line_(line), base_(base), out_(out), chars_(CharTable::get()) {}

  void find() {
    std::vector<Glyph> run;
    for (std::size_t at = 0; at < line_.size();) {
      const std::size_t begin = at;
      const char32_t c = take(line_, at);
      const std::uint16_t bytes = gbk_bytes(c);
      if (bytes != 0) {
        run.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), bytes});
      } else {
        weigh(run);
        run.clear();
      }
    }
    weigh(run);
  }

 private:
  // Characters of the run, read as they stand or one byte later.
  void weigh(const std::vector<Glyph>& run) {
    if (run.size() < 5) return;
    constexpr int fine = 14;
    int plain = 0, shifted = -fine;
    std::vector<std::uint8_t> from(run.size());  // bit 0: plain came from shifted; bit 1: shifted came from plain
    for (std::size_t i = 0; i < run.size(); ++i) {
      const int as_plain = plain_worth(gbk(run[i].bytes), chars_);
      const int as_shifted = i + 1 < run.size() ? shifted_worth(run, i) : 0;
      const bool back = shifted - fine / 2 > plain, into = plain - fine > shifted;
      from[i] = static_cast<std::uint8_t>(back | into << 1);
      const int next_plain = std::max(plain, shifted - fine / 2) + as_plain;
      const int next_shifted = std::max(shifted, plain - fine) + as_shifted;
      plain = next_plain;
      shifted = next_shifted;
    }
    bool in_shift = shifted > plain;
    std::size_t end = run.size();
    for (std::size_t i = run.size(); i-- > 0;) {
      if (in_shift && (from[i] & 2) != 0) {
        report(run, i, end);
        in_shift = false;
      } else if (!in_shift && (from[i] & 1) != 0) {
        in_shift = true;
        end = i;
      }
    }
    if (in_shift) report(run, 0, end);
  }

  char32_t gbk(std::uint16_t bytes) const {
    return gbk_character(static_cast<unsigned char>(bytes >> 8), static_cast<unsigned char>(bytes & 0xFF));
  }
  char32_t shifted_at(const std::vector<Glyph>& run, std::size_t i) const {
    return gbk_character(static_cast<unsigned char>(run[i].bytes & 0xFF),
                         static_cast<unsigned char>(run[i + 1].bytes >> 8));
  }
  int shifted_worth(const std::vector<Glyph>& run, std::size_t i) const {
    const char32_t c = shifted_at(run, i);
    return c == 0 ? -6 : plain_worth(c, chars_);
  }

  bool good(const std::vector<Glyph>& run, std::size_t i) const { return shifted_worth(run, i) > 0; }

  // The characters [begin, end) one byte later; the byte before the first and that behind the last belong to nobody.
  void report(const std::vector<Glyph>& run, std::size_t begin, std::size_t end) {
    while (end - begin >= 4 && !good(run, begin)) ++begin;
    while (end - begin >= 4 && !good(run, end - 2)) --end;
    if (end - begin < 4) return;
    std::string text;
    std::size_t all = 0, fits = 0, fitted = 0;
    for (std::size_t i = begin; i + 1 < end; ++i) {
      const char32_t c = shifted_at(run, i);
      append_utf8(text, c == 0 ? 0xFFFD : c);
      ++all;
      fits += good(run, i);
      fitted += plain_worth(gbk(run[i].bytes), chars_) > 0;
    }
    if (fits * 10 < all * 9 || fitted * 4 > all * 3) return;
    const bool sure = all >= 8 && fits * 20 >= all * 19;
    out_.push_back(found(base_ + run[begin].begin, base_ + run[end - 1].end, RepairKind::ENCODING,
                         sure ? Confidence::CERTAIN : Confidence::PROBABLE, text, "GBK 编码错位一个字节",
                         "GBK read one byte off"));
  }

  std::string_view line_;
  std::uint32_t base_;
  std::vector<Repair>& out_;
  const CharTable& chars_;
};

}  // namespace

void find_shifted(Manuscript& m) {
  for (const Line& line : m.lines) {
    if ((line.flags & line_flags::garbled) == 0) continue;
    Shifted(m.text.substr(line.begin, line.end - line.begin), line.begin, m.inside).find();
  }
}

}  // namespace yizheng::text
