// The gold of ../shared/gold as the reader's steps take it: the clean text of each seed, and each annotated number at
// its place in it. For measuring only; nothing of the gold is in this repository.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reports/claim.h"

namespace yizheng::bench {

struct GoldClaim {
  std::string doc, quote, quantity, unit, indicator, subject, scope, implies;
  reports::ClaimKind kind = reports::ClaimKind::COUNT;
  reports::Approx approx = reports::Approx::EXACT;
  double value = 0;
  int period = 0;
  std::uint64_t at = 0;              // code points in the raw seed
  std::uint32_t begin = 0, end = 0;  // bytes in the clean text; both 0 where it was not found there
};

struct GoldText {
  std::string doc, text;          // clean
  std::vector<GoldClaim> claims;  // claims only, in order of place
};

// $YIZHENG_SHARED, or ../shared beside the source tree; nothing where neither holds gold/seeds.claims.jsonl.
std::optional<std::string> shared_folder();
std::vector<GoldText> read_gold(const std::string& shared);

// The claims as find_quantities would give them.
std::vector<reports::Claim> as_claims(const GoldText& gold, reports::Names& names);

}  // namespace yizheng::bench
