// The figures of one full sentence in their order, each with the words and marks that join it to the one before it. For
// relations*.cpp alone. A full sentence runs to 。 ! ? or the end of the paragraph: reports divide a total by
// semicolons.
#pragma once

#include "reports/relation_text.h"

namespace yizheng::reports {

// Stronger ones later. LISTED is 、 and 和.
enum class Mark : std::uint8_t { NONE, LISTED, COMMA, COLON, SEMICOLON, STOP };

struct Figure {
  std::uint32_t index = 0;  // in the claims
  std::string_view gap;     // from the figure before it, or the beginning of the sentence, to it
  std::string_view label;   // the end of the gap behind its last mark: "市政协"
  std::string_view behind;  // from it to the next mark, bracket or figure: "件次", "条信息"
  Mark mark = Mark::NONE;   // the strongest in the gap
  int depth = 0;            // brackets that are open around it
};

// The strongest mark in `words`; what stands inside quotation marks and 《》 does not count.
Mark strongest_mark(std::string_view words);

class Figures {
 public:
  // The full sentence of paragraph.sentences[from]; `next` is set to the first sentence behind it.
  Figures(const RelationText& text, const Paragraph& paragraph, std::size_t from, std::size_t& next);

  std::size_t size() const { return all_.size(); }
  const Figure& operator[](std::size_t at) const { return all_[at]; }
  const RelationText& text() const { return text_; }
  const Claim& claim(std::size_t at) const { return text_.claim(all_[at].index); }
  std::string_view unit(std::size_t at) const { return text_.unit(all_[at].index); }
  // As printed: "62条".
  std::string_view printed(std::size_t at) const { return text_.words(claim(at).begin, claim(at).end); }
  // Words between two figures of the sentence, other figures included.
  std::string_view between(std::size_t before, std::size_t after) const {
    return text_.between(all_[before].index, all_[after].index);
  }
  // What stands behind the last figure.
  std::string_view tail() const;
  std::uint32_t begin() const { return begin_; }
  std::uint32_t end() const { return end_; }

  // A whole number of things, exact.
  bool whole(std::size_t at) const { return whole_count(claim(at)) && !measuring_unit(unit(at)); }
  // A per cent, or tenths, that says part of a whole.
  bool percentage(std::size_t at) const {
    const auto kind = claim(at).kind;
    return (kind == ClaimKind::SHARE || kind == ClaimKind::RATE) && percent_unit(unit(at));
  }
  // A level of another time that the text only compares with: 较上年172件.
  bool compared_with(std::size_t at) const;
  bool same_unit(std::size_t a, std::size_t b) const {
    return claim(a).unit == claim(b).unit && claim(a).kind == claim(b).kind;
  }

 private:
  const RelationText& text_;
  std::vector<Figure> all_;
  std::uint32_t begin_ = 0, end_ = 0;
};

// All figures are printed exactly, and none is a range.
bool exact(const Claim& claim);

// Whether a percentage was judged already; a base that was only guessed may still be found.
bool judged(std::span<const Check> checks, std::uint32_t stated_claim);
// Adds the check, in place of a guess about the same printed figure.
void add_or_replace(std::vector<Check>& checks, std::size_t first_check, Check check);

// "62条、市政协…": the printed figures side by side, for an explanation.
std::string printed_list(const RelationText& text, std::span<const std::uint32_t> indexes);

}  // namespace yizheng::reports
