#include "proposals/sweep.h"

#include "proposals/testing.h"

namespace yizheng::proposals {
namespace {

using testing::District;

class Sweep : public ::testing::TestWithParam<store::Engine> {
 protected:
  SweepResult run() {
    ScopedClock scoped(d.clock);
    return sweep(*d.database, d.rules);
  }
  District d{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Sweep, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(Sweep, ends_the_asking_after_its_limit_and_only_once) {
  const Id id = d.replied();
  EXPECT_EQ(run().feedback_ended, 0);
  d.days_later(60);
  EXPECT_EQ(run().feedback_ended, 1);
  EXPECT_EQ(d.state(id), ProposalState::FEEDBACK_DONE);
  EXPECT_EQ(d.proposal(id).satisfaction_result, Satisfaction::DEEMED_NONE);
  EXPECT_EQ(run().feedback_ended, 0);
}

TEST_P(Sweep, lets_invitations_expire) {
  const Id id = d.as(d.member(d.first), [&](Context& c) { return create_proposal(c, District::draft()); });
  d.as(d.member(d.first), [&](Context& c) { invite_signers(c, id, {{d.second}, {}, {}}); });
  EXPECT_EQ(run().invitations_expired, 0);
  d.days_later(30);
  EXPECT_EQ(run().invitations_expired, 1);
  EXPECT_EQ(d.outcome(d.member(d.second), [&](Context& c) { cosign_proposal(c, id, {}); }), "not_found");
  EXPECT_EQ(run().invitations_expired, 0);
}

TEST_P(Sweep, reminds_a_unit_once_a_change_of_light) {
  d.accepted();
  EXPECT_EQ(run().reminders, 0);  // three months left
  d.days_later(80);
  EXPECT_EQ(run().reminders, 1);  // yellow
  EXPECT_EQ(run().reminders, 0);
  d.days_later(30);
  EXPECT_EQ(run().reminders, 1);  // red
  EXPECT_EQ(run().reminders, 0);
}

}  // namespace
}  // namespace yizheng::proposals
