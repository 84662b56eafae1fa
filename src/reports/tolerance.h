// What a printed figure may stand for: 98.3% for anything that rounds to it, 100余件 for more than a hundred.
#pragma once

#include <string>
#include <string_view>

#include "reports/claim.h"

namespace yizheng::reports {

// The values that a figure, as printed, does not contradict.
struct Band {
  double low = 0, high = 0;
  bool low_open = false, high_open = false;  // the end itself does not belong
  std::string zh, en;                        // how it was reckoned

  bool holds(double value) const;
};

// `before` and `after`: the text around the figure, for words that stand outside it (不少于, 以上).
Band band_of(const Claim& claim, std::string_view before, std::string_view after);

// 142, 98.3, 24000: as few digits as say it, two after the point at most.
std::string plain_number(double value);

}  // namespace yizheng::reports
