// The one look over the whole text: lines, what is in them, and which of them need a second look.
#include <algorithm>

#include "text/char_table.h"
#include "text/repair_parts.h"

namespace yizheng::text {
namespace {

using namespace char_bits;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// A letter of a reading: plain, or one of āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü (C3, C4, C5, C7 in UTF-8).
bool begins_reading(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  return is_letter(text[at]) || byte == 0xC3 || byte == 0xC4 || byte == 0xC5 || byte == 0xC7;
}

bool ends_clause(char32_t c) {
  return std::u32string_view(U"。！？；：.!?;:”’」』…").find(c) != std::u32string_view::npos;
}

class Looker {
 public:
  Looker(std::string_view text, const RepairOptions& options)
      : text_(text), options_(options), chars_(CharTable::get()) {
    m_.text = text;
  }

  Manuscript look() {
    std::size_t at = 0;
    bool page = false;
    m_.lines.reserve(static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n')) + 1);
    while (at < text_.size()) {
      const char c = text_[at];
      if (c == '\n' || c == '\r') {
        ++at;
        continue;
      }
      if (c == '\f' || c == '\v') {
        page = page || c == '\f';
        ++at;
        continue;
      }
      at = one_line(at, page);
    }
    return std::move(m_);
  }

 private:
  // What was seen since the line began.
  struct Seen {
    std::uint32_t columns = 0, han = 0, digit_run = 0;
    std::uint16_t flags = 0;
    int rare = 0;
    bool clause = false, stop = false;
    char32_t before = 0, last = 0;  // the two characters before this one
  };

  // From a line's first byte to behind it; adds one line, or several where wide blanks divide it.
  std::size_t one_line(std::size_t at, bool& page) {
    std::uint16_t carried = 0;
    while (true) {
      std::uint32_t indent = 0;
      at = skip_blanks(at, indent);
      if (at >= text_.size() || is_line_end(text_[at])) return at;
      const std::size_t begin = at;
      std::size_t end = at;
      Seen seen;
      bool divided = false;
      while (at < text_.size() && !is_line_end(text_[at])) {
        const std::size_t here = at;
        const char32_t c = take(text_, at);
        const std::uint8_t bits = chars_[c];
        if ((bits & space) != 0) {
          std::uint32_t width = 0;
          at = skip_blanks(here, width);
          if (at >= text_.size() || is_line_end(text_[at])) break;
          if (width >= 4 && divides(here, at, seen.last)) {
            divided = true;
            break;
          }
          if (at - here > 1 && (width >= 2)) seen.flags |= line_flags::gap;
          seen.columns += width;
          seen.before = seen.last;
          seen.last = ' ';
          seen.digit_run = 0;
          continue;
        }
        character(seen, c, bits, at);
        end = at;
      }
      add(begin, end, indent, seen, carried, page);
      if (!divided) return at;
      m_.inside.push_back(found(end, at, RepairKind::WIDE_SPACE, Confidence::CERTAIN, "\n", "段落之间的空白",
                                "blanks between two paragraphs"));
      carried = line_flags::after_gap;
    }
  }

  void character(Seen& seen, char32_t c, std::uint8_t bits, std::size_t next) {
    if ((bits & han) != 0) {
      ++seen.han;
      seen.columns += 2;
      if ((bits & traditional) != 0) ++m_.traditional;
      if ((bits & common) != 0) {
        if (seen.rare > 0) --seen.rare;
      } else {
        rare(seen);
      }
      if ((chars_[seen.last] & spam) != 0 && chars_.spam_pair(seen.last, c)) seen.flags |= line_flags::spam;
      if (c == U'等' && seen.last == U'、') seen.flags |= line_flags::lost;
      if (c == U'日' && (seen.digit_run >= 5 || (seen.last == U'月' && is_digit(seen.before)))) {
        seen.flags |= line_flags::lost;
      }
      if (c == U'月' && seen.last == U'年' && is_digit(seen.before)) seen.flags |= line_flags::lost;
      seen.digit_run = 0;
    } else if (c < 0x80) {
      ascii(seen, c, next);
    } else {
      seen.columns += 2;
      if ((bits & odd) != 0) {
        seen.flags |= line_flags::odd;
        if (c == 0xFFFD && begins_reading(text_, next)) seen.flags |= line_flags::reading;
      }
      if ((bits & symbol) != 0 || (c >= 0xE000 && c <= 0xF8FF)) rare(seen);
      if (c == U'（' && (chars_[seen.last] & han) != 0 && begins_reading(text_, next))
        seen.flags |= line_flags::reading;
      if (c == U'。' || c == U'！' || c == U'？') seen.stop = true;
      if (c == U'，' || c == U'；' || c == U'、') seen.clause = true;
      if ((bits & mark) != 0 && (c == seen.last || seen.last == ',' || seen.last == U'，')) {
        seen.flags |= line_flags::doubled;
      }
      if (c >= U'０' && c <= U'９') seen.flags |= line_flags::digits;
      seen.digit_run = 0;
    }
    seen.before = seen.last;
    seen.last = c;
  }

  void ascii(Seen& seen, char32_t c, std::size_t next) {
    seen.columns += 1;
    if (c < 0x20 || c == 0x7F) seen.flags |= line_flags::odd;  // a control character
    if ((chars_[seen.last] & spam) != 0 && chars_.spam_pair(seen.last, c)) seen.flags |= line_flags::spam;
    if (is_digit(c)) {
      ++seen.digit_run;
      seen.flags |= line_flags::digits;
      if (seen.last == '%' || seen.last == U'％') seen.flags |= line_flags::lost;
      if (seen.last == 'O' || seen.last == 'o' || seen.last == 'l' || seen.last == 'I') seen.flags |= line_flags::ocr;
      return;
    }
    seen.digit_run = 0;
    switch (c) {
      case '(':
        if ((chars_[seen.last] & han) != 0 && begins_reading(text_, next)) seen.flags |= line_flags::reading;
        break;
      case '?':
        if (begins_reading(text_, next)) seen.flags |= line_flags::reading;
        if (text_.substr(next).starts_with("!") || text_.substr(next).starts_with("！")) {
          seen.flags |= line_flags::garbled;  // 。” read one byte off
        }
        seen.stop = true;
        break;
      case '!':
        seen.stop = true;
        break;
      case 'O':
      case 'o':
      case 'l':
      case 'I':
        if (is_digit(seen.last)) seen.flags |= line_flags::ocr;
        break;
      case ',':
      case ';':
        seen.clause = true;
        [[fallthrough]];
      case ':':
        if (c == seen.last || seen.last == ',' || seen.last == U'，') seen.flags |= line_flags::doubled;
        break;
      default:
        break;
    }
  }

  static void rare(Seen& seen) {
    seen.rare = std::min(seen.rare + 3, 60);
    if (seen.rare >= 5) seen.flags |= line_flags::garbled;
  }

  void add(std::size_t begin, std::size_t end, std::uint32_t indent, const Seen& seen, std::uint16_t carried,
           bool& page) {
    Line line;
    line.begin = static_cast<std::uint32_t>(begin);
    line.end = static_cast<std::uint32_t>(end);
    line.columns = static_cast<std::uint16_t>(std::min<std::uint32_t>(seen.columns, 0xFFFF));
    line.han = static_cast<std::uint16_t>(std::min<std::uint32_t>(seen.han, 0xFFFF));
    line.flags = static_cast<std::uint16_t>(seen.flags | carried);
    if (page) line.flags |= line_flags::new_page;
    if (indent >= 2) line.flags |= line_flags::indented;
    std::size_t back = end;
    if (ends_clause(take_back(text_, back))) line.flags |= line_flags::ended;
    if (seen.han >= 24 && (seen.stop || seen.clause)) line.flags |= line_flags::body;
    page = false;
    m_.han += seen.han;
    m_.lines.push_back(line);
  }

  static bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

  // Over blanks; a wide one counts two columns.
  std::size_t skip_blanks(std::size_t at, std::uint32_t& width) const {
    while (at < text_.size()) {
      if (text_[at] == ' ') {
        ++at, ++width;
        continue;
      }
      if (text_[at] == '\t') {
        ++at, width += 4;
        continue;
      }
      if (static_cast<unsigned char>(text_[at]) < 0x80) break;
      std::size_t next = at;
      const char32_t c = take(text_, next);
      if ((chars_[c] & space) == 0 && c != 0xFEFF && c != 0x200B) break;
      width += c == 0x3000 ? 2 : 1;
      at = next;
    }
    return at;
  }

  // Blanks of four columns after the end of a sentence begin a paragraph, as do two whole ideographic spaces in a text
  // without line ends, where even headings are set off so.
  bool divides(std::size_t begin, std::size_t end, char32_t last) const {
    const std::u32string_view ends = U"。！？；：!?;:”」』…)）";
    const std::string_view blanks = text_.substr(begin, end - begin);
    const bool after_sentence = ends.find(last) != std::u32string_view::npos;
    if (!after_sentence && !(long_line(begin) && blanks.find("　　") != std::string_view::npos)) return false;
    for (const auto& choice : options_.choices) {
      if (choice.kind == RepairKind::WIDE_SPACE && choice.begin == begin && choice.end == end) return choice.apply;
    }
    return true;
  }

  // More than any line of a page holds, so that paragraphs must be inside it.
  bool long_line(std::size_t at) const {
    if (at >= long_begin_ && at < long_end_) return true;
    if (at >= short_begin_ && at < short_end_) return false;
    std::size_t begin = text_.rfind('\n', at), end = text_.find('\n', at);
    begin = begin == std::string_view::npos ? 0 : begin;
    end = end == std::string_view::npos ? text_.size() : end;
    const bool is_long = end - begin > 3000;
    (is_long ? long_begin_ : short_begin_) = begin;
    (is_long ? long_end_ : short_end_) = end;
    return is_long;
  }

  std::string_view text_;
  const RepairOptions& options_;
  const CharTable& chars_;
  Manuscript m_;
  mutable std::size_t long_begin_ = 0, long_end_ = 0, short_begin_ = 0, short_end_ = 0;
};

}  // namespace

Manuscript look_over(std::string_view text, const RepairOptions& options) { return Looker(text, options).look(); }

}  // namespace yizheng::text
