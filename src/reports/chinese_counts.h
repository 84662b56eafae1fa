// Whether a Chinese numeral before a unit counts anything: 五个方面 does, 三级 and 一份 do not.
#pragma once

#include <string_view>

#include "reports/units.h"
#include "text/numerals.h"

namespace yizheng::reports {

bool chinese_counts(std::string_view text, std::size_t at, const text::Numeral& numeral, const Unit& unit);

// Whether what begins at `at`, behind N个, is the body of a slogan (坚持, 必须, 更加) and no noun.
bool slogan_at(std::string_view text, std::size_t at);

}  // namespace yizheng::reports
