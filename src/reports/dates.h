// Points in time and frames of reference, which are no figures: 2023年12月27日, 5、6、7月, 16:42, 过去五年.
#pragma once

#include <cstdint>
#include <string_view>

#include "reports/units.h"
#include "text/numerals.h"

namespace yizheng::reports {

// The end of the date or time that begins at `at` with `numeral`; 0 where none does. `no_list_before`: numbers before
// it belong to a list that was looked through already and names no months; kept from call to call, it begins as 0.
std::uint32_t date_end(std::string_view text, std::size_t at, const text::Numeral& numeral,
                       std::size_t& no_list_before);

// Whether a number of years, months or days is a frame of reference (五年来, 前两个月) and no duration (连续三年).
bool frame_of_time(std::string_view text, std::size_t begin, const text::Numeral& numeral, const Unit& unit);

}  // namespace yizheng::reports
