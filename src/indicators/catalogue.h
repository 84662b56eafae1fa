// The catalogue of figures: each defined once, for the screen, the export, the report and the checker alike
// (ARCHITECTURE, idea 4). Read from the pack: packs/default/indicators.toml; docs/indicators.md says how to change it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "committee/pack.h"

namespace yizheng::indicators {

// Where a word of a pattern must stand, seen from the number.
enum class Place : std::uint8_t {
  PART,       // in the number's own part of the clause: up to the numbers beside it
  BEFORE,     // in that part, before the number
  AFTER,      // in that part, behind the number
  TAIL,       // behind the number, which is the last of its clause
  CLAUSE,     // anywhere in the clause
  NEAR,       // in the clause, or in the one before it: there stands what a share is the share of
  SENTENCE,   // anywhere in the sentence
  PARAGRAPH,  // in the sentence, or before it in the paragraph, or in the heading above
};

struct Term {
  std::vector<std::string> words;  // any of them
  Place place = Place::PART;
  bool absent = false;    // none of them may stand there
  bool optional = false;  // speaks for the indicator, but need not stand there
};

// All terms must hold. The more and the longer the words, and the nearer, the stronger.
struct Pattern {
  std::vector<Term> terms;
  std::vector<std::string> units;  // where it holds for these units alone
  std::string source;              // as written in the pack
};

struct Indicator {
  std::string code;  // "proposals.filed": room.what[.of whom]; "government.…": of a government's report
  std::string zh_hans, zh_hant, en;  // titles
  std::vector<std::string> units;    // "件"; two where texts use both (课题, 专题)
  std::string definition_zh, definition_en;
  std::vector<std::string> other_units;  // that reports print for it, too
  std::vector<Pattern> patterns;         // any of them
  std::string statistic;                 // of proposals/statistics.h or figures.cpp; "" where no room keeps its records
  bool of_denominator = false;           // its value is the denominator of that statistic
  bool is_part = false;                  // its value is the numerator of a rate
};

// 地区生产总值, 城镇新增就业: figures of governments, not of committees.
inline bool is_governments(const Indicator& indicator) { return indicator.code.starts_with("government."); }

// A word beside a number that gives it a second meaning: 80件,都立了案.
struct Implication {
  std::string of, gives;  // codes
  std::vector<std::string> words;
};

class Lexicon;

class Catalogue {
 public:
  explicit Catalogue(std::vector<Indicator> indicators, const std::vector<Implication>& implications = {},
                     const std::vector<std::string>& masks = {});
  const std::vector<Indicator>& all() const { return indicators_; }
  // What the matcher of reports/meaning.h works with. `masks` are words inside which no other word counts: 委员会 is no
  // 委员.
  const Lexicon& lexicon() const { return *lexicon_; }
  // The same for reports of governments: only their figures (`government.` codes) are looked for there, and nowhere
  // else.
  const Lexicon& government_lexicon() const { return *government_lexicon_; }
  // Index of a code, -1 where there is none.
  int find(std::string_view code) const;
  const Indicator& at(int index) const { return indicators_.at(static_cast<std::size_t>(index)); }

 private:
  std::vector<Indicator> indicators_;  // sorted by code
  std::shared_ptr<const Lexicon> lexicon_, government_lexicon_;
};

struct CatalogueReading {
  std::optional<Catalogue> catalogue;  // nothing when there are faults
  std::vector<committee::PackFault> faults;
};
// Reads indicators.toml of a pack's folder. Never throws for what the folder holds.
CatalogueReading check_catalogue(const std::string& folder);

// Of the pack in `folder`. Faults are told with file, line and what to write: the same list that `yizheng pack check`
// prints. Throws Problem 500 `pack_faulty`.
Catalogue read_catalogue(const std::string& folder);

}  // namespace yizheng::indicators
