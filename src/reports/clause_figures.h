// The figures of a text clause by clause, beside its sentences as they are read.
#pragma once

#include <cstddef>
#include <vector>

#include "reports/claim.h"
#include "reports/sentence.h"

namespace yizheng::reports {

class ClauseFigures {
 public:
  // `claims` in order of place; they stay where they are.
  explicit ClauseFigures(std::vector<Claim>& claims) : claims_(claims) {}

  bool at_end() const { return next_ >= claims_.size(); }
  // Goes on to the next clause of `sentence` that has numbers; false where it has no more. Sentences must come in
  // order, each asked until this is false.
  bool next(const Sentence& sentence);
  // Of the clause reached: its index in the sentence, and its figures (numbers that are claims, perhaps none).
  std::size_t clause() const { return clause_; }
  const std::vector<Claim*>& figures() const { return figures_; }

 private:
  std::vector<Claim>& claims_;
  std::size_t next_ = 0, clause_ = 0;
  std::vector<Claim*> figures_;
};

}  // namespace yizheng::reports
