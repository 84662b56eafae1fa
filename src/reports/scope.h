// What a figure is about where its indicator alone does not say: the topic or the periodical named beside it, or the
// session since which it is counted.
#pragma once

#include <string>
#include <string_view>

#include "reports/claim.h"
#include "reports/sentence.h"

namespace yizheng::reports {

// "" where nothing is named.
std::string_view scope_of(std::string_view text, const Sentence& sentence, std::size_t clause, const Claim& claim);

}  // namespace yizheng::reports
