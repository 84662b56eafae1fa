// What the words around a number say of it: how exact it is, and what sort of figure.
#pragma once

#include <cstdint>
#include <string_view>

#include "reports/claim.h"
#include "reports/units.h"

namespace yizheng::reports {

// From the words in front of `begin` (超, 近, 约) and behind the unit (以上, 左右); EXACT where they say nothing.
Approx approx_before(std::string_view text, std::size_t begin);
Approx approx_after(std::string_view text, std::size_t end);

// Behind the word of approximation at `end`, `end` itself where none stands.
std::size_t past_approx(std::string_view text, std::size_t end);

// 不低于当地标准的1.6倍: the floor is set far in front of the number.
bool floor_in_clause(std::string_view text, std::size_t begin);

// The kind of a figure from its unit and the words in front of it, in the same clause.
ClaimKind kind_of_figure(std::string_view text, std::size_t begin, std::size_t end, const Unit& unit);

// Whether 第N位 or 第N stands where a rank does (居全国第5位), not an ordinal (第5次).
bool ranked(std::string_view text, std::size_t begin);

// 贷款超过5.2亿: money without 元, said by the word in front.
bool money_left_out(std::string_view text, std::size_t begin);

// A number without any unit that nevertheless says a level: 收入比降至2.2.
bool level_without_unit(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace yizheng::reports
