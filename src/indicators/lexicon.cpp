#include "indicators/lexicon.h"

#include <algorithm>
#include <stdexcept>

namespace yizheng::indicators {

Lexicon::Lexicon(const std::vector<Indicator>& indicators, bool (*wanted)(const Indicator&),
                 const std::vector<Implication>& implications, const std::vector<std::string>& masks) {
  // All words first: the sets are as wide as there are words.
  for (const auto& one : indicators) {
    if (!wanted(one)) continue;
    for (const auto& pattern : one.patterns) {
      for (const auto& term : pattern.terms) {
        for (const auto& word : term.words) words_.add(word);
      }
    }
  }
  for (const auto& one : implications) {
    for (const auto& word : one.words) words_.add(word);
  }
  for (const auto& mask : masks) words_.add(mask);
  words_.finish();
  set_size_ = (words_.size() + 63) / 64;
  anchored_.resize(words_.size());
  masks_.resize(words_.size());
  // WordTable::add knows every word by now and only gives its number.
  for (const auto& mask : masks) masks_[words_.add(mask)] = true;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    if (!wanted(indicators[i])) continue;
    for (const auto& pattern : indicators[i].patterns) add_pattern(static_cast<int>(i), indicators[i], pattern);
  }
  const auto find = [&](const std::string& code) {
    const auto found =
        std::find_if(indicators.begin(), indicators.end(), [&](const auto& one) { return one.code == code; });
    return static_cast<std::int16_t>(found == indicators.end() ? -1 : found - indicators.begin());
  };
  for (const auto& one : implications) {
    std::vector<WordId> ids;
    for (const auto& word : one.words) ids.push_back(words_.add(word));
    implied_.push_back({find(one.of), find(one.gives), set_of(ids)});
  }
}

std::uint32_t Lexicon::set_of(const std::vector<WordId>& words) {
  const auto set = sets_.size();
  sets_.resize(set + set_size_);
  for (const WordId word : words) sets_[set + word / 64] |= std::uint64_t{1} << (word % 64);
  return static_cast<std::uint32_t>(set);
}

std::size_t Lexicon::unit(std::string_view text) {
  const auto found = std::find(units_.begin(), units_.end(), text);
  if (found != units_.end()) return static_cast<std::size_t>(found - units_.begin());
  if (units_.size() == UnitSet().size()) throw std::length_error("too many units in the catalogue of indicators");
  units_.emplace_back(text);
  return units_.size() - 1;
}

void Lexicon::add_pattern(int indicator, const Indicator& one, const Pattern& pattern) {
  Rule rule;
  rule.indicator = static_cast<std::int16_t>(indicator);
  for (const auto& text : one.units) rule.own_units.set(unit(text));
  if (pattern.units.empty()) {
    rule.units = rule.own_units;
    for (const auto& text : one.other_units) rule.units.set(unit(text));
  } else {
    for (const auto& text : pattern.units) rule.units.set(unit(text));
  }
  rule.first_term = static_cast<std::uint16_t>(terms_.size());
  rule.terms = static_cast<std::uint16_t>(pattern.terms.size());
  // The rule is looked at when a word of its most telling necessary term stands in the clause: that with the longest
  // words, since long words are rare.
  int best = -1, best_length = 0;
  for (std::size_t i = 0; i < pattern.terms.size(); ++i) {
    const auto& term = pattern.terms[i];
    TermRule made{0,
                  static_cast<std::uint16_t>(lists_.size()),
                  static_cast<std::uint16_t>(term.words.size()),
                  term.place,
                  term.absent,
                  term.optional};
    std::vector<WordId> ids;
    int shortest = 255;
    for (const auto& word : term.words) {
      ids.push_back(words_.add(word));
      shortest = std::min(shortest, words_.length(ids.back()));
    }
    lists_.insert(lists_.end(), ids.begin(), ids.end());
    made.words = set_of(ids);
    terms_.push_back(made);
    const bool necessary = !term.absent && !term.optional && term.place < Place::NEAR;
    if (necessary && shortest > best_length) {
      best = static_cast<int>(i);
      best_length = shortest;
    }
  }
  if (best < 0) throw std::invalid_argument("a pattern without a word in the number's clause: " + pattern.source);
  const auto index = static_cast<std::uint16_t>(rules_.size());
  for (const auto& word : pattern.terms[static_cast<std::size_t>(best)].words) {
    auto& list = anchored_[words_.add(word)];
    if (list.empty() || list.back() != index) list.push_back(index);
  }
  rules_.push_back(rule);
}

UnitSet Lexicon::units_of(std::string_view text) const {
  UnitSet found;
  if (text.empty()) text = "个";
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (units_[i] == text || (units_[i].size() > 3 && text.ends_with(units_[i]))) found.set(i);
  }
  return found;
}

}  // namespace yizheng::indicators
