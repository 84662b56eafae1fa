#include "read_meaning.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/meaning.h"

namespace yizheng::bench {
namespace {

std::string code_of(const indicators::Catalogue& catalogue, int index) {
  return index < 0 ? std::string() : catalogue.at(index).code;
}

class Measure {
 public:
  Measure(const GoldClaim& gold, MeaningScore& score) : gold_(gold), score_(score) {}

  void compare(const char* what, const std::string& wanted, const std::string& found, int& all, int& right) {
    if (wanted.empty()) return;
    ++all;
    if (wanted == found) {
      ++right;
    } else {
      score_.errors.push_back({gold_.doc, gold_.quote, gold_.quantity, what, wanted, found});
    }
  }

 private:
  const GoldClaim& gold_;
  MeaningScore& score_;
};

int rank(const MeaningError& error) {
  return error.what == "indicator" ? 0 : error.what == "implied" ? 1 : error.what == "period" ? 2 : 3;
}

}  // namespace

MeaningScore measure_meaning(const std::vector<GoldText>& gold, const indicators::Catalogue& catalogue) {
  MeaningScore score;
  for (const auto& text : gold) {
    reports::Names names;
    auto claims = as_claims(text, names);
    reports::find_meaning(text.text, claims, names, catalogue);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const auto& one = text.claims[i];
      const auto& claim = claims[i];
      score.unplaced += one.end == 0;
      Measure measure(one, score);
      measure.compare("indicator", one.indicator, code_of(catalogue, claim.indicator), score.indicators,
                      score.indicators_right);
      measure.compare("implied", one.implies, code_of(catalogue, claim.implied), score.implied, score.implied_right);
      measure.compare("period", one.period == 0 ? "" : std::to_string(one.period), std::to_string(claim.period),
                      score.periods, score.periods_right);
      measure.compare("subject", one.subject, std::string(names.text(claim.subject)), score.subjects,
                      score.subjects_right);
      measure.compare("scope", one.scope, std::string(names.text(claim.scope)), score.scopes, score.scopes_right);
      if (one.scope.empty() && !one.indicator.empty() && claim.scope != 0) {
        ++score.scopes_extra;
        score.errors.push_back(
            {one.doc, one.quote, one.quantity, "scope", "none", std::string(names.text(claim.scope))});
      }
    }
  }
  std::stable_sort(score.errors.begin(), score.errors.end(),
                   [](const auto& a, const auto& b) { return rank(a) < rank(b); });
  return score;
}

std::string show(const MeaningScore& score) {
  const auto line = [](const char* name, int right, int all) {
    return fmt::format("{:<10} {:>4} of {:>4}  {:.3f}\n", name, right, all,
                       all == 0 ? 1.0 : static_cast<double>(right) / all);
  };
  std::string text =
      line("indicator", score.indicators_right, score.indicators) +
      line("implied", score.implied_right, score.implied) + line("period", score.periods_right, score.periods) +
      line("subject", score.subjects_right, score.subjects) + line("scope", score.scopes_right, score.scopes);
  text += fmt::format("{} figures without a scope in the gold were given one\n", score.scopes_extra);
  if (score.unplaced > 0) text += fmt::format("{} claims not found in the clean text\n", score.unplaced);
  for (const auto& error : score.errors) {
    text += fmt::format("{} {:<9} {} wanted {} found {}\n    {}\n", error.doc, error.what, error.quantity, error.wanted,
                        error.found.empty() ? "-" : error.found, error.quote);
  }
  return text;
}

}  // namespace yizheng::bench
