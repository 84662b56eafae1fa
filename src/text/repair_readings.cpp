// Readings put in brackets after characters: 協(xié)商, 協(xie)商.
//
// One bracketed reading may be the author's own help with a rare name, 亳(bó)州. A text with several, on ordinary
// characters, was damaged by a machine; then every reading goes, also those of characters with several readings.
#include <algorithm>
#include <unordered_set>

#include "text/char_table.h"
#include "text/pinyin.h"
#include "text/repair_parts.h"

namespace yizheng::text {
namespace {

struct Reading {
  std::size_t begin = 0, open = 0, end = 0;  // of the character, the bracket, and what follows the closing one
  std::string_view syllable;
  bool fits = false;  // it is the character's usual reading
};

// "(xié)" at `open`; the size of all, 0 where it is none.
std::size_t bracketed(std::string_view line, std::size_t open, std::string_view& syllable) {
  const std::string_view rest = line.substr(open);
  const std::size_t mark = rest.starts_with("(") ? 1 : rest.starts_with("（") ? 3 : 0;
  if (mark == 0) return 0;
  const std::size_t size = syllable_at(rest.substr(mark));
  if (size == 0) return 0;
  const std::string_view after = rest.substr(mark + size);
  const std::size_t close = after.starts_with(")") ? 1 : after.starts_with("）") ? 3 : 0;
  if (close == 0) return 0;
  syllable = rest.substr(mark, size);
  return mark + size + close;
}

void search(std::string_view line, std::size_t base, std::vector<Reading>& readings) {
  const CharTable& chars = CharTable::get();
  std::size_t before = std::string_view::npos;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t next = at;
    const char32_t c = take(line, next);
    if ((c == '(' || c == U'（') && before != std::string_view::npos) {
      Reading reading;
      if (const std::size_t size = bracketed(line, at, reading.syllable); size > 0) {
        std::size_t character = before;
        const char32_t read = take(line, character);
        reading.begin = base + before;
        reading.open = base + at;
        reading.end = base + at + size;
        reading.fits = reads_as(read, reading.syllable);
        readings.push_back(reading);
        at += size;
        before = std::string_view::npos;
        continue;
      }
    }
    before = (chars[c] & char_bits::han) != 0 ? at : std::string_view::npos;
    at = next;
  }
}

}  // namespace

void find_readings(Manuscript& m) {
  std::vector<Reading> readings;
  for (const Line& line : m.lines) {
    if ((line.flags & line_flags::reading) != 0) {
      search(m.text.substr(line.begin, line.end - line.begin), line.begin, readings);
    }
  }
  if (readings.empty()) return;
  std::unordered_set<std::string_view> fitting;  // different characters whose reading fits
  std::size_t common = 0;
  const CharTable& chars = CharTable::get();
  for (const Reading& reading : readings) {
    if (!reading.fits) continue;
    const std::string_view character = m.text.substr(reading.begin, reading.open - reading.begin);
    std::size_t at = 0;
    if ((chars[take(character, at)] & char_bits::common) != 0) ++common;
    fitting.insert(character);
  }
  const bool machine = fitting.size() >= 3 && common * 2 >= readings.size();
  for (const Reading& reading : readings) {
    if (!machine && !reading.fits) continue;
    const bool toned = std::any_of(reading.syllable.begin(), reading.syllable.end(), [](char c) { return c < 0; });
    const Confidence confidence = machine && (reading.fits || toned) ? Confidence::CERTAIN : Confidence::UNKNOWN;
    if (confidence != Confidence::CERTAIN) continue;
    m.inside.push_back(found(reading.begin, reading.end, RepairKind::INJECTED_PINYIN, confidence,
                             std::string(m.text.substr(reading.begin, reading.open - reading.begin)),
                             "汉字后面插入了拼音", "a reading put in after the character"));
  }
  if (machine) find_split_characters(m);
}

}  // namespace yizheng::text
