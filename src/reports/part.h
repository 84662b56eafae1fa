// Which words of a clause belong to which of its numbers: 提出5方面19条意见, 送出棉衣300件、40套.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "reports/claim.h"
#include "reports/matcher.h"

namespace yizheng::reports {

// The parts of the figures of one clause, in order. `parts` is overwritten.
void find_parts(std::string_view text, std::uint32_t clause_begin, std::uint32_t clause_end,
                std::span<Claim* const> claims, std::vector<Part>& parts);

}  // namespace yizheng::reports
