#include "reports/sentence.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace yizheng::reports {
namespace {

// Longer ones are cut at a clause, else at a mark between the members of a list, else where they are twice as long: a
// text without full stops must not be searched again and again as a whole. A thousand Chinese characters.
constexpr std::uint32_t longest_sentence = 3000;
constexpr std::uint32_t longest_heading = 120;

enum Mark : std::uint8_t { PLAIN, CLAUSE_END, SENTENCE_END, LINE_END, OPEN, CLOSE, STRAIGHT_QUOTE };

Mark mark_of(char32_t c) {
  switch (c) {
    case U',':
    case U'，':
    case U';':
    case U'；':
    case U':':
    case U'：':
      return CLAUSE_END;
    case U'。':
    case U'!':
    case U'！':
    case U'?':
    case U'？':
      return SENTENCE_END;
    case U'\n':
      return LINE_END;
    case U'“':
    case U'《':
    case U'「':
    case U'『':
    case U'〈':
      return OPEN;
    case U'”':
    case U'》':
    case U'」':
    case U'』':
    case U'〉':
      return CLOSE;
    case U'"':
      return STRAIGHT_QUOTE;
    default:
      return PLAIN;
  }
}

// Marks stand among ASCII, general punctuation (U+2018–201F), CJK punctuation (U+3000–301F) and full-width forms.
bool may_be_mark(char32_t c) {
  return c < 0x80 || (c >= 0x2018 && c <= 0x201F) || (c >= 0x3000 && c <= 0x301F) || c >= 0xFF00;
}

// Nearly every character of a Chinese text is of one byte or three.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    ++at;
    return first;
  }
  if ((first & 0xF0) == 0xE0 && at + 2 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]), third = static_cast<unsigned char>(text[at + 2]);
    at += 3;
    return static_cast<char32_t>((first & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F));
  }
  return text::next_code_point(text, at);
}

}  // namespace

std::size_t Sentence::clause_of(std::uint32_t at) const {
  const auto after = std::upper_bound(clauses.begin(), clauses.end(), at);
  return after == clauses.begin() ? 0 : static_cast<std::size_t>(after - clauses.begin()) - 1;
}

void SentenceReader::hit(Sentence& sentence, std::uint16_t root, std::uint32_t begin, std::size_t next) {
  std::uint32_t mask_end = 0;
  lexicon_.words().words_at(text_, next, root, [&](indicators::WordId word, std::size_t end) {
    const auto stop = static_cast<std::uint32_t>(end);
    if (stop > masked_) sentence.hits.push_back({begin, stop, word});
    if (lexicon_.is_mask(word)) mask_end = stop;
  });
  if (mask_end == 0) return;
  // Words within the mask are none of ours, nor those that reach into it; the mask itself may be, and longer ones that
  // begin with it are.
  masked_ = std::max(masked_, mask_end);
  std::erase_if(sentence.hits, [&](const WordHit& one) {
    return (one.begin == begin && one.end < mask_end) || (one.begin < begin && one.end > begin && one.end < mask_end);
  });
}

bool SentenceReader::next(Sentence& sentence) {
  if (at_ >= text_.size()) return false;
  sentence.begin = at_;
  sentence.clauses.clear();
  sentence.clauses.push_back(at_);
  sentence.hits.clear();
  sentence.starts_paragraph = at_ == 0 || text_[at_ - 1] == '\n';
  int depth = 0;
  bool straight = false;
  Mark last = PLAIN;
  std::size_t at = at_;
  while (at < text_.size()) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_character(text_, at);
    if (find_words_ && c <= 0xFFFF) {
      if (const auto root = lexicon_.words().root(c); root != 0) hit(sentence, root, begin, at);
    }
    const auto length = begin - sentence.begin;
    if (length > longest_sentence && ((c == U'、' && length > longest_sentence * 3 / 2) ||
                                      (length > longest_sentence * 2 && (c < U'0' || c > U'9') && c != U'.'))) {
      break;
    }
    if (!may_be_mark(c)) continue;
    const Mark mark = mark_of(c);
    if (mark == PLAIN) continue;
    if (mark == OPEN) ++depth;
    if (mark == CLOSE) depth = std::max(0, depth - 1);
    if (mark == STRAIGHT_QUOTE) straight = !straight;
    const bool number = mark == CLAUSE_END && c < 0x80 && begin > 0 && text_[begin - 1] >= '0' &&
                        text_[begin - 1] <= '9' && at < text_.size() && text_[at] >= '0' && text_[at] <= '9';
    if (number) continue;  // 1,234 and 9:30
    if (mark == LINE_END || (mark == SENTENCE_END && depth == 0 && !straight)) {
      last = mark;
      break;
    }
    if (mark == CLAUSE_END && ((depth == 0 && !straight) || begin - sentence.begin > longest_sentence)) {
      sentence.clauses.push_back(static_cast<std::uint32_t>(at));
      if (begin - sentence.begin > longest_sentence) break;
    }
    // A quotation that is never closed must not swallow the rest of the text.
    if (begin - sentence.clauses.back() > longest_sentence / 2) {
      depth = 0;
      straight = false;
    }
  }
  sentence.end = static_cast<std::uint32_t>(at);
  at_ = sentence.end;
  sentence.is_heading =
      sentence.starts_paragraph && last == LINE_END && sentence.end - sentence.begin <= longest_heading;
  return true;
}

}  // namespace yizheng::reports
