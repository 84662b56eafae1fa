#include "proposals/lifecycle.h"

#include <gtest/gtest.h>

namespace yizheng::proposals {
namespace {

Assignment unit(UnitRole role, AssignmentState state) {
  Assignment a;
  a.role = role;
  a.state = state;
  return a;
}

TEST(Lifecycle, the_lead_decides_and_co_handlers_do_not) {
  EXPECT_EQ(state_of({unit(UnitRole::LEAD, AssignmentState::REPLIED), unit(UnitRole::CO, AssignmentState::ASSIGNED)}),
            ProposalState::REPLIED);
  EXPECT_EQ(state_of({unit(UnitRole::LEAD, AssignmentState::ACCEPTED),
                      unit(UnitRole::CO, AssignmentState::RETURN_REQUESTED)}),
            ProposalState::ACCEPTED);
}

TEST(Lifecycle, separate_units_are_as_far_as_the_last_of_them) {
  EXPECT_EQ(state_of({unit(UnitRole::SEPARATE, AssignmentState::REPLIED),
                      unit(UnitRole::SEPARATE, AssignmentState::REPLY_DRAFTED)}),
            ProposalState::REPLY_DRAFTED);
  EXPECT_EQ(state_of({unit(UnitRole::SEPARATE, AssignmentState::REPLIED),
                      unit(UnitRole::SEPARATE, AssignmentState::REPLIED)}),
            ProposalState::REPLIED);
}

TEST(Lifecycle, what_was_made_void_counts_for_nothing) {
  EXPECT_EQ(state_of({unit(UnitRole::SOLE, AssignmentState::VOID)}), ProposalState::ASSIGNING);
  EXPECT_EQ(state_of({unit(UnitRole::SOLE, AssignmentState::VOID), unit(UnitRole::SOLE, AssignmentState::HANDLING)}),
            ProposalState::HANDLING);
}

TEST(Lifecycle, nothing_can_be_done_to_what_has_ended) {
  using enum ProposalState;
  for (const auto state : {NOT_FILED, TO_SUGGESTION, TO_OPINION_REPORT, AS_LETTER, WITHDRAWN, MERGED}) {
    EXPECT_TRUE(ended_at_review(state));
    for (const auto& rule : proposal_rules()) EXPECT_FALSE(rule.from.contains(state)) << rule.action;
  }
}

TEST(Lifecycle, actions_have_names_of_their_own) {
  std::set<std::string_view> names;
  for (const auto& rule : proposal_rules()) EXPECT_TRUE(names.insert(rule.action).second) << rule.action;
  for (const auto& rule : assignment_rules()) EXPECT_TRUE(names.insert(rule.action).second) << rule.action;
  EXPECT_THROW(proposal_rule("no-such-action"), std::logic_error);
}

}  // namespace
}  // namespace yizheng::proposals
