// The arithmetic inside one report: shares and their bases, parts and totals, lists and the number said of them,
// repeats.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/catalogue.h"
#include "reports/claim.h"

namespace yizheng::reports {

enum class CheckKind : std::uint8_t { SHARE, RATIO, SUM, REPEAT };
BOOST_DESCRIBE_ENUM(CheckKind, SHARE, RATIO, SUM, REPEAT)
enum class CheckVerdict : std::uint8_t {
  HOLDS,
  FAILS,
  BASE_IMPLIED,  // the base is not printed, or an open list (等) names fewer than the number
  UNSTATED,      // can be computed; no result is printed
};
BOOST_DESCRIBE_ENUM(CheckVerdict, HOLDS, FAILS, BASE_IMPLIED, UNSTATED)

struct Check {
  CheckKind kind = CheckKind::SHARE;
  CheckVerdict verdict = CheckVerdict::HOLDS;
  std::vector<std::uint32_t> parts;           // indexes in the claims
  std::optional<std::uint32_t> total;         // index of the claim that is the base or the sum
  std::optional<std::uint32_t> stated_claim;  // index of the printed percentage
  std::optional<double> base;                 // the denominator, printed or implied
  std::optional<double> stated, computed;
  std::int16_t indicator = -1;  // of a result that the text does not print
  std::string zh, en;           // why, with the rounding tolerance where one was used
};

std::vector<Check> find_relations(std::string_view text, const std::vector<Claim>& claims, const Names& names,
                                  const indicators::Catalogue& catalogue);

}  // namespace yizheng::reports
