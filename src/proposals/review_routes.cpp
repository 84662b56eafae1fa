#include "proposals/action_routes.h"
#include "proposals/assignment_actions.h"
#include "proposals/review_actions.h"

namespace yizheng::proposals {

http::Routes review_routes(Services s) {
  return {
      proposal_action<Nothing>(s, "take", "proposal.prelim_review", "接收提案,开始初审",
                               "Take a proposal up for preliminary review", take_proposal),
      proposal_action<ReviewBody>(s, "preliminary", "proposal.prelim_review", "提出初审意见",
                                  "Give the preliminary opinion", preliminary_review),
      proposal_action<ReviewBody>(s, "review", "proposal.review", "作出审查决定", "Decide the review", review_proposal),
      proposal_action<MergeBody>(s, "merge", "proposal.merge", "立案后并入他案", "Merge a filed proposal into another",
                                 merge_proposal),
      proposal_action<AssignBody>(s, "propose-handlers", "proposal.propose_handlers", "提出承办单位建议",
                                  "Propose handling units", propose_handlers),
      proposal_action<AssignBody>(s, "assign", "proposal.assign", "交办", "Assign to handling units", assign_proposal),
  };
}

}  // namespace yizheng::proposals
