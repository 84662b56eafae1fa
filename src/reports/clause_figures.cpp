#include "reports/clause_figures.h"

namespace yizheng::reports {

bool ClauseFigures::next(const Sentence& sentence) {
  if (at_end() || claims_[next_].begin >= sentence.end) return false;
  clause_ = sentence.clause_of(claims_[next_].begin);
  const auto end = sentence.clause_end(clause_);
  figures_.clear();
  for (; !at_end() && claims_[next_].begin < end; ++next_) {
    if (is_claim(claims_[next_].kind)) figures_.push_back(&claims_[next_]);
  }
  return true;
}

}  // namespace yizheng::reports
