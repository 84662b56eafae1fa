// Wide blanks inside a line become one plain blank: 区政协主席　王小明. (Those that begin a paragraph ended the line
// already, repair_lines.cpp.)
#include "text/char_table.h"
#include "text/repair_parts.h"

namespace yizheng::text {

void find_blanks(Manuscript& m) {
  const CharTable& chars = CharTable::get();
  for (const Line& line : m.lines) {
    if ((line.flags & line_flags::gap) == 0) continue;
    const std::string_view text = m.text.substr(line.begin, line.end - line.begin);
    for (std::size_t at = 0; at < text.size();) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte != ' ' && byte != '\t' && byte < 0x80) {
        ++at;
        continue;
      }
      std::size_t end = at;
      const char32_t first = take(text, end);
      if ((chars[first] & char_bits::space) == 0) {
        at = end;
        continue;
      }
      while (end < text.size()) {
        std::size_t next = end;
        if ((chars[take(text, next)] & char_bits::space) == 0) break;
        end = next;
      }
      if (end - at > 1 && text.substr(at, end - at) != "\u00A0") {
        m.inside.push_back(found(line.begin + at, line.begin + end, RepairKind::WIDE_SPACE, Confidence::CERTAIN, " ",
                                 "多余的空白", "wide blanks"));
      }
      at = end;
    }
  }
}

}  // namespace yizheng::text
