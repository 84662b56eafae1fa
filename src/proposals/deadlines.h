// The open deadlines of proposals: opened when a step starts the clock, closed when it is done, moved by an
// extension or by a change of the holiday calendar; each keeps how its date was counted.
#pragma once

#include "proposals/change.h"

namespace yizheng::proposals {

// Opens a deadline of the pack's rule from `start`; returns its last day.
Date open_deadline(Context& context, Id proposal_id, Id assignment_id, std::string_view rule, Date start);
// Marks open deadlines of these rules done; assignment 0 = the proposal's own. Empty `rules`: all of them.
void close_deadlines(Context& context, Id proposal_id, std::optional<Id> assignment_id,
                     std::initializer_list<std::string_view> rules);
// Moves the open deadline of a rule to `until`, as granted.
void extend_deadline(Context& context, Id proposal_id, Id assignment_id, std::string_view rule, Date until,
                     std::string_view reason);
// The open deadline of a rule, if any.
std::optional<DeadlineRow> open_deadline_of(store::Connection& db, Id committee_id, Id proposal_id, Id assignment_id,
                                            std::string_view rule);

// Counts every open deadline again; each that moves is saved and gets its own ledger entry ("proposal.deadline-moved",
// from what to what). Extensions granted to a fixed date stay. Registered with Rules::on_calendar_change.
std::vector<committee::DeadlineMove> recount_deadlines(Context& context, const committee::Calendar& calendar);

}  // namespace yizheng::proposals
