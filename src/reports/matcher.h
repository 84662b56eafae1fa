// Which indicator of the catalogue a figure is: the rules of the pack weighed against the words around the number.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reports/claim.h"
#include "reports/sentence.h"

namespace yizheng::reports {

// The number's own part of the clause: from the number before it to the number behind it.
struct Part {
  std::uint32_t begin = 0, end = 0;
  // Words that are another number's: 办复率和 in 办复率和满意率分别为99%和97%, for the second number.
  std::uint32_t gap_begin = 0, gap_end = 0;
  // What stands before the first number of the list that this one goes on with: the verb there is said of all of its
  // members (编写调研报告9篇、提案20件).
  std::uint32_t head_begin = 0, head_end = 0;
  // What stands behind the last number of a list whose nouns follow their numbers: 9名常委、80名委员参加述职.
  std::uint32_t tail_begin = 0, tail_end = 0;

  bool in_gap(std::uint32_t from, std::uint32_t to) const { return from < gap_end && to > gap_begin; }
};

class Matcher {
 public:
  explicit Matcher(const indicators::Lexicon& lexicon);

  void begin_paragraph(bool after_heading);
  // To be called for every sentence in order; remembers its words for the rest of the paragraph.
  void remember(const Sentence& sentence);
  struct Match {
    std::int16_t indicator = -1;
    std::int16_t implied = -1;
    float score = 0;
  };
  // The best rule for a claim of `sentence`, whose unit stands for `units`. `noun`, where it is given: only rules with
  // a word for that noun, inside the claim (12个工作室) or in its part (读书群12个).
  Match find(const Sentence& sentence, const Claim& claim, const Part& part, const indicators::UnitSet& units,
             std::string_view noun = {});

 private:
  float weigh(const indicators::Lexicon::Rule& rule);
  float weigh_term(const indicators::Lexicon::TermRule& term);
  float weigh_between(const indicators::Lexicon::TermRule& term, std::uint32_t from, std::uint32_t to) const;
  float weigh_list(const indicators::Lexicon::TermRule& term) const;
  std::uint32_t near_begin() const;
  bool part_of_word(const WordHit& hit) const;
  bool names_noun(const WordHit& hit) const;
  float weigh_hit(const WordHit& hit) const;
  std::int16_t implied_by(std::int16_t indicator) const;

  const indicators::Lexicon& lexicon_;
  std::vector<std::uint32_t> tried_;  // by rule: serial of the claim it was last weighed for
  std::vector<std::uint32_t> seen_;   // by word: serial of the last sentence that had it
  std::uint32_t claim_serial_ = 0, sentence_serial_ = 1, paragraph_serial_ = 1;
  // The claim that is looked at.
  const Sentence* sentence_ = nullptr;
  std::uint32_t begin_ = 0, end_ = 0, clause_begin_ = 0, clause_end_ = 0;
  std::size_t clause_ = 0;
  Part part_;
  std::string_view noun_;
  bool named_ = false;    // a word of the rule is the noun that the claim counts
  bool in_part_ = false;  // a word that must stand in the claim's part does
};

}  // namespace yizheng::reports
