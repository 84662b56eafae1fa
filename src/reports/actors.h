// The words by which reports name who acts: 区政协党组, 县委常委会, 各民主党派, 委员, 民盟.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace yizheng::reports {

// 区, 市, 县 …: what stands before 政协 in the short name of a committee.
std::span<const std::string_view> committee_levels();

// The actor whose name begins at `at` and ends by `end`, the longest; "" where none does, or where a longer word only
// begins like one (委员会, 委员提案).
std::string_view actor_at(std::string_view text, std::size_t at, std::size_t end);

// The short name of one democratic party, or of one organisation that takes part, which begins at `at`; "" for none.
std::string_view single_party_at(std::string_view text, std::size_t at);

}  // namespace yizheng::reports
