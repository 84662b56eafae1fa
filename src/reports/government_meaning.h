// What the figures of a government's report are: 地区生产总值, 城镇新增就业 and the few others that every year's has.
#pragma once

#include <string_view>
#include <vector>

#include "indicators/catalogue.h"
#include "reports/claim.h"

namespace yizheng::reports {

// Fills the indicator of claims that have none, where the report is no committee's (document_kind.h), from the
// `government.` codes of the catalogue. They serve comparison alone: no relation and no record is looked for by them,
// since such a report tells targets, results and those of five years in the same words.
void find_government_meaning(std::string_view text, std::vector<Claim>& claims, const Names& names,
                             const indicators::Catalogue& catalogue);

}  // namespace yizheng::reports
