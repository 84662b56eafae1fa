// The reader behind find_quantities: one pass over a text, a number at a time. Private to this room.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "reports/claim.h"
#include "reports/number_codes.h"
#include "reports/number_phrases.h"
#include "reports/units.h"
#include "text/numerals.h"

namespace yizheng::reports {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

class FigureFinder {
 public:
  FigureFinder(std::string_view text, Names& names, bool keep_others, std::vector<Claim>& out)
      : text_(text), names_(names), keep_others_(keep_others), out_(out) {}

  void run();

 private:
  bool starts(std::size_t at, std::string_view word) const {
    return at <= text_.size() && text_.substr(at).starts_with(word);
  }
  bool ends(std::size_t at, std::string_view word) const { return text_.substr(0, at).ends_with(word); }
  char32_t before(std::size_t at) const {
    std::size_t begin = 0;
    return text::code_point_before(text_, at, begin);
  }
  char32_t behind(std::size_t at) const {
    std::uint32_t length = 0;
    return text::code_point_at(text_, at, length);
  }
  // 自然增长率为-0.6‰: a minus behind a word of level, and no dash.
  bool below_zero(std::size_t at) const {
    if (at < 4 || text_[at - 1] != '-') return false;
    return std::u32string_view(U"为至到达是率速长幅").find(before(at - 1)) != std::u32string_view::npos;
  }
  bool numeral_at(std::size_t at) const { return reports::numeral_at(text_, at); }
  bool numeral_before(std::size_t at) const {
    std::size_t begin = 0;
    text::code_point_before(text_, at, begin);
    return at > 0 && numeral_at(begin);
  }
  bool digit_at(std::size_t at) const { return reports::digit_at(text_, at); }

  // Keeps the place where the innermost open quotation or title begins. `at` is behind the sign.
  void quotation(text::Sign sign, std::size_t at);

  // Inside a short quotation without a sentence of its own (a label, a slogan, the name of a scheme), or a title.
  bool in_label() const;

  // What is no claim, from `begin` to `end`; gives the place to read on from.
  std::size_t other(std::size_t begin, std::size_t end, ClaimKind kind, double value = 0);

  std::size_t half_or_double(std::size_t at, std::uint32_t length);

  // Each reads what begins at `at`, writes what it found, and gives the place to read on from; 0 where it is not that.
  std::size_t number(std::size_t at);
  std::size_t ordinal(std::size_t at, const text::Numeral& numeral);
  std::size_t session(std::size_t at, const text::Numeral& numeral);
  std::size_t fraction(std::size_t at, const text::Numeral& numeral);
  std::size_t one_half(std::size_t at, const text::Numeral& numeral);
  std::size_t ratio(std::size_t at, const text::Numeral& numeral);
  bool counted_all_the_same(std::size_t at, const text::Numeral& numeral, const NumberPhrase& phrase) const;
  bool goes_on_counting_off(std::size_t at) const;
  bool among_the_first(std::size_t at, const text::Numeral& numeral) const;
  std::size_t without_unit(std::size_t at, const text::Numeral& numeral);
  Unit unit_of(text::Numeral& numeral, bool& more) const;
  Unit unit_of_list(std::size_t at);
  void range(std::size_t at, text::Numeral& numeral, Unit& unit, std::size_t& end, double& high) const;
  std::string_view noun_counted(std::size_t at, std::size_t after, std::size_t& end) const;
  std::string_view noun_before_in_sentence(std::size_t at) const;
  std::size_t figure(std::size_t at, const text::Numeral& numeral, Unit unit, bool more, double high, std::size_t end);
  std::size_t keep(Claim claim, UnitClass of);

  struct Open {
    std::size_t at;
    bool title;
  };

  std::string_view text_;
  Names& names_;
  bool keep_others_;
  std::vector<Claim>& out_;
  Open open_[4];
  std::size_t depth_ = 0;
  // For members of a list: the class of the last claim's unit, and how many claims before it belong to the same list.
  UnitClass last_class_ = UnitClass::NONE;
  std::size_t list_length_ = 0;
  std::size_t ordinal_end_ = 0;  // where the last ordinal ended
  // Lists that were looked through already: none of their members before these places is a month, or has a unit.
  std::size_t no_months_before_ = 0, no_units_before_ = 0;
  std::string_view last_noun_;  // counted by the last 个, and where it was said
  std::size_t last_noun_at_ = 0;
  bool approx_behind_ = false;  // the last claim's exactness was said behind it
};

}  // namespace yizheng::reports
