// The words and patterns of a catalogue made ready for matching: words by number, patterns by the word that must stand
// there anyway, units as sets of bits.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/catalogue.h"
#include "indicators/word_table.h"

namespace yizheng::indicators {

using UnitSet = std::bitset<192>;

class Lexicon {
 public:
  struct TermRule {
    std::uint32_t words = 0;             // offset of its set of words
    std::uint32_t first = 0, count = 0;  // its words as a list
    Place place = Place::PART;
    bool absent = false, optional = false;
  };
  struct Rule {
    std::int16_t indicator = -1;
    std::uint16_t first_term = 0, terms = 0;
    UnitSet units, own_units;  // own: the indicator's proper units, which speak for it
  };
  struct ImpliedRule {
    std::int16_t of = -1, gives = -1;
    std::uint32_t words = 0;
  };

  // Of those indicators that are `wanted`.
  Lexicon(const std::vector<Indicator>& indicators, bool (*wanted)(const Indicator&),
          const std::vector<Implication>& implications, const std::vector<std::string>& masks);

  const WordTable& words() const { return words_; }
  const Rule& rule(std::uint32_t index) const { return rules_[index]; }
  std::size_t rules() const { return rules_.size(); }
  const TermRule& term(std::uint32_t index) const { return terms_[index]; }
  WordId word_of(std::uint32_t list_index) const { return lists_[list_index]; }
  const std::vector<ImpliedRule>& implied() const { return implied_; }
  bool has(std::uint32_t set, WordId word) const { return sets_[set + word / 64] >> (word % 64) & 1; }
  bool is_mask(WordId word) const { return masks_[word]; }
  // Rules that cannot hold without this word or its alternatives.
  const std::vector<std::uint16_t>& anchored(WordId word) const { return anchored_[word]; }
  // The units that a unit in a text may stand for: itself, and a shorter one it ends in (委员工作室: 工作室).
  UnitSet units_of(std::string_view unit) const;

 private:
  std::uint32_t set_of(const std::vector<WordId>& words);
  std::size_t unit(std::string_view text);
  void add_pattern(int indicator, const Indicator& one, const Pattern& pattern);

  WordTable words_;
  std::vector<bool> masks_;
  std::vector<std::string> units_;
  std::vector<TermRule> terms_;
  std::vector<Rule> rules_;
  std::vector<ImpliedRule> implied_;
  std::vector<WordId> lists_;
  std::vector<std::uint64_t> sets_;
  std::size_t set_size_ = 0;
  std::vector<std::vector<std::uint16_t>> anchored_;
};

}  // namespace yizheng::indicators
