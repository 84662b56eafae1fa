// Which indicator of the catalogue a figure is: the rules of the pack weighed against the words around the number.
#pragma once

#include <cstdint>
#include <vector>

#include "reports/claim.h"
#include "reports/sentence.h"

namespace yizheng::reports {

// The number's own part of the clause: from the number before it to the number behind it.
struct Part {
  std::uint32_t begin, end;
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
  // The best rule for a claim of `sentence`, whose unit stands for `units`. `by_noun`: only rules with a word inside
  // the claim itself (12个工作室).
  Match find(const Sentence& sentence, const Claim& claim, const Part& part, const indicators::UnitSet& units,
             bool by_noun = false);

 private:
  float weigh(const indicators::Lexicon::Rule& rule);
  float weigh_term(const indicators::Lexicon::TermRule& term);
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
  Part part_{0, 0};
  bool inside_ = false;  // a word of the rule stands inside the claim
};

}  // namespace yizheng::reports
