// What time itself does to proposals: it ends the asking for feedback, lets invitations to sign expire, and reminds
// units when the light of a deadline changes. Run by the server every few minutes; running twice changes nothing.
#pragma once

#include "committee/rules.h"
#include "store/database.h"

namespace yizheng::proposals {

struct SweepResult {
  int feedback_ended = 0, invitations_expired = 0, reminders = 0;
};

SweepResult sweep(store::Database& database, committee::Rules& rules);

}  // namespace yizheng::proposals
