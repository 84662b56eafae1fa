// Review and filing (DOMAIN §2.5): take up, preliminary opinion, decision, merging.
#pragma once

#include "proposals/change.h"
#include "proposals/proposal_api.h"

namespace yizheng::proposals {

struct MergeBody {
  Id main_id;
  std::string explanation;
  bool proposer_consulted = false;
};
BOOST_DESCRIBE_STRUCT(MergeBody, (), (main_id, explanation, proposer_consulted))

void take_proposal(Context& context, Id id);
void preliminary_review(Context& context, Id id, const ReviewBody& body);
void review_proposal(Context& context, Id id, const ReviewBody& body);
void merge_proposal(Context& context, Id id, const MergeBody& body);  // after filing

}  // namespace yizheng::proposals
