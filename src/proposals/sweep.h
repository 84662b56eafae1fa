// What time itself does to proposals: it ends the asking for feedback, lets invitations to sign expire, and reminds
// units when the light of a deadline changes. Run by the server every few minutes; running twice changes nothing.
#pragma once

#include <functional>

#include "committee/rules.h"
#include "store/database.h"

namespace yizheng::proposals {

struct SweepResult {
  int feedback_ended = 0, invitations_expired = 0, reminders = 0;
};

// `stopped` is asked between actions: a server that is to end must not wait for thousands of reminders.
SweepResult sweep(store::Database& database, committee::Rules& rules, const std::function<bool()>& stopped = {});

}  // namespace yizheng::proposals
