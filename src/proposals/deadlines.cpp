#include "proposals/deadlines.h"

#include <algorithm>

#include "proposals/proposal_store.h"
#include "proposals/stored_page.h"

namespace yizheng::proposals {
namespace {

const std::string& select_deadlines() {
  static const std::string sql =
      "SELECT " + store::columns_of<DeadlineRow>() + " FROM deadlines WHERE committee_id = ? ";
  return sql;
}

bool named(std::initializer_list<std::string_view> rules, std::string_view rule) {
  return rules.size() == 0 || std::find(rules.begin(), rules.end(), rule) != rules.end();
}

// Keeps the assignment's and the proposal's own copy of the date in step (lists sort and light up by it).
void copy_due(store::Write& write, const DeadlineRow& row) {
  if (!row.assignment_id) return;
  write.db.execute("UPDATE assignments SET due_on = ? WHERE committee_id = ? AND id = ? AND due_on IS NOT NULL",
                   row.due_on, row.committee_id, row.assignment_id);
  auto dossier = find_dossier(write.db, row.committee_id, row.proposal_id);
  if (!dossier || !dossier->proposal.due_on) return;
  std::optional<Date> due;
  for (const auto& a : dossier->assignments) {
    if (decides(a.role) && a.state != AssignmentState::VOID && a.state != AssignmentState::REPLIED && a.due_on) {
      due = due ? std::min(*due, *a.due_on) : *a.due_on;
    }
  }
  dossier->proposal.due_on = due;
  save(write.db, dossier->proposal);
}

}  // namespace

Date open_deadline(Context& context, Id proposal_id, Id assignment_id, std::string_view rule, Date start) {
  const auto calendar = context.rules.calendar(context.write.db, context.committee_id());
  const auto counted = committee::compute_deadline(context.pack().deadline(rule), start, *calendar);
  DeadlineRow row{context.committee_id(), new_id(), proposal_id,  assignment_id,
                  std::string(rule),      start,    counted.due,  counted.due,
                  counted.provisional,    "",       std::nullopt, to_json(counted.steps)};
  context.write.db.insert("deadlines", row);
  return row.due_on;
}

void close_deadlines(Context& context, Id proposal_id, std::optional<Id> assignment_id,
                     std::initializer_list<std::string_view> rules) {
  for (auto& row : deadlines_of(context.write.db, context.committee_id(), proposal_id)) {
    if (row.done_at || (assignment_id && row.assignment_id != *assignment_id) || !named(rules, row.rule)) continue;
    row.done_at = context.write.at;
    save(context.write.db, row);
  }
}

std::optional<DeadlineRow> open_deadline_of(store::Connection& db, Id committee_id, Id proposal_id, Id assignment_id,
                                            std::string_view rule) {
  for (auto& row : deadlines_of(db, committee_id, proposal_id)) {
    if (!row.done_at && row.assignment_id == assignment_id && row.rule == rule) return row;
  }
  return std::nullopt;
}

void extend_deadline(Context& context, Id proposal_id, Id assignment_id, std::string_view rule, Date until,
                     std::string_view reason) {
  auto row = open_deadline_of(context.write.db, context.committee_id(), proposal_id, assignment_id, rule);
  if (!row) return;
  row->extension = json::serialize(json::object{{"until", to_string(until)},
                                                {"from", to_string(row->due_on)},
                                                {"reason", reason},
                                                {"decided_at", to_string(context.write.at)}});
  row->due_on = until;
  save(context.write.db, *row);
}

std::vector<committee::DeadlineMove> recount_deadlines(Context& context, const committee::Calendar& calendar) {
  std::vector<committee::DeadlineMove> moved;
  auto& db = context.write.db;
  for (auto& row :
       db.select<DeadlineRow>(select_deadlines() + "AND done_at IS NULL ORDER BY +id", context.committee_id())) {
    const auto counted = committee::compute_deadline(context.pack().deadline(row.rule), row.start_on, calendar);
    const auto steps = to_json(counted.steps);
    if (counted.due == row.counted_due_on && counted.provisional == row.provisional && steps == row.steps) continue;
    const Date before = row.due_on;
    row.counted_due_on = counted.due;
    row.provisional = counted.provisional;
    row.steps = steps;
    // A date that was granted stands; a counted one follows the calendar.
    if (row.extension.empty()) row.due_on = counted.due;
    save(db, row);
    outdate_page(db, context.committee_id(), row.proposal_id, true);
    if (row.due_on == before) continue;
    copy_due(context.write, row);
    const auto proposal = find_proposal(db, context.committee_id(), row.proposal_id);
    const auto state = enum_name(proposal->state);
    record(context, row.proposal_id, "deadline-moved", state, state,
           {{"rule", row.rule}, {"from", to_string(before)}, {"to", to_string(row.due_on)}, {"cause", "calendar"}});
    moved.push_back({"proposal", row.proposal_id, proposal->title, row.rule, before, row.due_on});
  }
  return moved;
}

}  // namespace yizheng::proposals
