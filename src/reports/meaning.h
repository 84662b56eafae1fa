// What a figure says: its indicator, who did it, of which year, about what.
#pragma once

#include <string_view>
#include <vector>

#include "indicators/catalogue.h"
#include "reports/claim.h"

namespace yizheng::reports {

// A mapping corrected by hand and kept for the next time: claims whose clause has these words (folded, without the
// number) are this indicator's; `indicator` "" says that such a claim is none.
struct LearnedMapping {
  std::string words;
  std::string unit;
  std::string indicator;
};

struct MeaningOptions {
  int year = 0;  // of the report, 0: taken from its text
  std::vector<LearnedMapping> learned;
};

// Fills indicator, implied, subject, period and scope of the claims (`claims` may hold others too, which stay as they
// are).
void find_meaning(std::string_view text, std::vector<Claim>& claims, Names& names,
                  const indicators::Catalogue& catalogue, const MeaningOptions& options = {});

}  // namespace yizheng::reports
