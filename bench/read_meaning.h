// How well figures are given their meaning, measured on the gold.
#pragma once

#include <string>
#include <vector>

#include "indicators/catalogue.h"
#include "read_gold.h"

namespace yizheng::bench {

struct MeaningError {
  std::string doc, quote, quantity, what, wanted, found;
};

struct MeaningScore {
  int indicators = 0, indicators_right = 0;
  int implied = 0, implied_right = 0;
  int subjects = 0, subjects_right = 0;
  int periods = 0, periods_right = 0;
  int scopes = 0, scopes_right = 0;
  int scopes_extra = 0;              // figures that the gold gives none
  int unplaced = 0;                  // claims not found in the clean text
  std::vector<MeaningError> errors;  // indicators first
};

MeaningScore measure_meaning(const std::vector<GoldText>& gold, const indicators::Catalogue& catalogue);
// The table and the errors, for people.
std::string show(const MeaningScore& score);

}  // namespace yizheng::bench
