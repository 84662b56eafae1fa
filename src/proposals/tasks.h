// "My tasks": what waits for the caller, by the action that is due.
#pragma once

#include "committee/rules.h"
#include "http/caller.h"
#include "proposals/proposal_api.h"

namespace yizheng::proposals {

Tasks tasks_of(store::Connection& db, const http::Caller& caller, committee::Rules& rules);

}  // namespace yizheng::proposals
