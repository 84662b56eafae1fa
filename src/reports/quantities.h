// The numbers of a text: every Arabic or Chinese numeral, with its unit, and whether it is a figure at all.
#pragma once

#include <string_view>
#include <vector>

#include "reports/claim.h"

namespace yizheng::reports {

// All numbers of a repaired, Simplified text in order of place, claims and others (dates, ordinals, list numbers,
// fixed phrases), with begin, end, value, value_high, step, unit, kind and approx filled. Linear in the text's length.
// `keep_others` false leaves out what is no claim.
std::vector<Claim> find_quantities(std::string_view text, Names& names, bool keep_others = true);

}  // namespace yizheng::reports
