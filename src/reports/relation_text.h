// What the finders of relations look at: the claims of one paragraph, and the words around a claim. For
// relations*.cpp alone.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "reports/relations.h"

namespace yizheng::reports {

// Claims [first, last) that stand in text[begin, end).
struct Stretch {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t first = 0, last = 0;
};

struct Paragraph : Stretch {
  std::vector<Stretch> sentences;  // those with a claim in them
};

class RelationText {
 public:
  RelationText(std::string_view text, const std::vector<Claim>& claims, const Names& names,
               const indicators::Catalogue& catalogue)
      : text_(text), claims_(claims), names_(names), catalogue_(catalogue) {}

  std::string_view text() const { return text_; }
  const std::vector<Claim>& claims() const { return claims_; }
  const Claim& claim(std::uint32_t index) const { return claims_[index]; }
  const indicators::Catalogue& catalogue() const { return catalogue_; }
  std::string_view unit(std::uint32_t index) const { return names_.text(claims_[index].unit); }
  std::string_view code(std::int16_t indicator) const {
    return indicator < 0 ? std::string_view() : std::string_view(catalogue_.at(indicator).code);
  }

  std::string_view words(std::uint32_t begin, std::uint32_t end) const {
    return begin < end ? text_.substr(begin, end - begin) : std::string_view();
  }
  // What stands between two claims.
  std::string_view between(std::uint32_t before, std::uint32_t after) const {
    return words(claims_[before].end, claims_[after].begin);
  }
  // From the beginning of the clause, or the end of the claim before it, to the claim.
  std::string_view before(std::uint32_t index) const;
  // From the claim to the end of its clause or the next claim.
  std::string_view after(std::uint32_t index) const;
  // The whole clause, up to `most` bytes to either side.
  std::string_view clause(std::uint32_t index, std::uint32_t most = 300) const;

  // Calls `use` with each paragraph that has claims, in order; the paragraph lives for the call alone.
  template <class Use>
  void each_paragraph(Use use) const {
    Paragraph paragraph;
    for (std::uint32_t at = 0, claim = 0; at < text_.size() && claim < claims_.size();) {
      next_paragraph(at, claim, paragraph);
      if (paragraph.first < paragraph.last) use(static_cast<const Paragraph&>(paragraph));
    }
  }

 private:
  void next_paragraph(std::uint32_t& at, std::uint32_t& claim, Paragraph& paragraph) const;

  std::string_view text_;
  const std::vector<Claim>& claims_;
  const Names& names_;
  const indicators::Catalogue& catalogue_;
};

// The code point (as bytes) that ends at `at`, and that begins there; "" at the ends of the text.
std::string_view code_point_before(std::string_view text, std::size_t at);
std::string_view code_point_at(std::string_view text, std::size_t at);
std::size_t code_points(std::string_view text);

bool ends_sentence(std::string_view code_point);  // 。 ; ! ? and line ends
bool ends_clause(std::string_view code_point);    // those, commas and colons
bool one_of(std::string_view text, std::initializer_list<std::string_view> words);
bool has_any(std::string_view text, std::initializer_list<std::string_view> words);
// Takes one of `words` off the end; the longest ones must come first.
bool drop_suffix(std::string_view& text, std::initializer_list<std::string_view> words);
bool drop_prefix(std::string_view& text, std::initializer_list<std::string_view> words);
// Whether some run of `least` code points stands in both.
bool share_words(std::string_view a, std::string_view b, std::size_t least);

// A count of whole things, printed in full: not 3.2万.
bool whole_count(const Claim& claim);
bool percent_unit(std::string_view unit);
// Units that measure, not count: time, length, weight, money, energy, per cent.
bool measuring_unit(std::string_view unit);

}  // namespace yizheng::reports
