#include "proposals/sweep.h"

#include "base/log.h"
#include "identity/notices.h"
#include "identity/people.h"
#include "proposals/feedback_actions.h"
#include "proposals/proposal_store.h"

namespace yizheng::proposals {
namespace {

// The program itself, as an actor: it has no account and stands above no rule of the life cycle.
http::Caller program(Id committee_id) {
  http::Caller caller;
  caller.committee_id = committee_id;
  caller.permissions = {"proposal.read_all", "proposal.enter_feedback"};
  return caller;
}

// Runs `action` as the program; a proposal that changed meanwhile is left for the next sweep.
template <class F>
bool attempt(store::Database& database, committee::Rules& rules, Id committee_id, F action) {
  try {
    return database.write_and_wait([&](store::Write& write) {
      const auto caller = program(committee_id);
      Context context{write, caller, rules};
      return action(context);
    });
  } catch (const Problem& problem) {
    if (problem.status >= 500) throw;
    log::info("sweep left a proposal as it is: {}", problem.code);
    return false;
  }
}

using Stopped = std::function<bool()>;

int end_overdue_feedback(store::Database& database, committee::Rules& rules, Id committee_id, const Stopped& stopped) {
  const auto due = database.read([&](store::Connection& db) {
    return db.select<Id>(
        "SELECT p.id FROM deadlines d JOIN proposals p ON p.committee_id = d.committee_id AND p.id = d.proposal_id "
        "WHERE d.committee_id = ? AND d.rule = 'feedback' AND d.done_at IS NULL AND d.due_on < ? AND p.state = "
        "'REPLIED' "
        "ORDER BY +p.id LIMIT 200",
        committee_id, today());
  });
  int count = 0;
  for (const Id id : due) {
    if (stopped()) break;
    count += attempt(database, rules, committee_id, [&](Context& context) {
      end_feedback(context, id);
      return true;
    });
  }
  return count;
}

int expire_invitations(store::Database& database, committee::Rules& rules, Id committee_id, const Stopped& stopped) {
  const auto open = database.read([&](store::Connection& db) {
    return db.select<Id>(
        "SELECT DISTINCT p.id FROM signers s JOIN proposals p ON p.committee_id = s.committee_id AND p.id = "
        "s.proposal_id "
        "WHERE s.committee_id = ? AND s.state = 'WAITING' AND COALESCE(p.second_until, p.cosign_until) < ? "
        "AND p.cosign_until < ? LIMIT 200",
        committee_id, now(), now());
  });
  int count = 0;
  for (const Id id : open) {
    if (stopped()) break;
    attempt(database, rules, committee_id, [&](Context& context) {
      auto dossier = find_dossier(context.write.db, committee_id, id);
      if (!dossier) return false;
      int expired = 0;
      for (auto& signer : dossier->signers) {
        if (signer.state != SignerState::WAITING) continue;
        signer.state = SignerState::EXPIRED;
        save(context.write.db, signer);
        ++expired;
      }
      if (expired == 0) return false;
      const auto labels = labels_of(*dossier);
      if (put_labels(context.write.db, committee_id, id, labels))
        store::put_labels(context.write, committee_id, "proposal", id, labels);
      const auto state = enum_name(dossier->proposal.state);
      record(context, id, "invitations-expired", state, state, {{"expired", expired}});
      count += expired;
      return true;
    });
  }
  return count;
}

struct Due {
  Id id, proposal_id, unit_id;
  std::string title;
  Date due_on;
};
BOOST_DESCRIBE_STRUCT(Due, (), (id, proposal_id, unit_id, title, due_on))

bool remind(Context& context, const Due& item) {
  auto& db = context.write.db;
  const Id committee_id = context.committee_id();
  const std::string light(enum_name(committee::light_of(item.due_on, today())));
  if (db.execute("UPDATE deadlines SET reminded = ? WHERE committee_id = ? AND id = ? AND reminded <> ?", light,
                 committee_id, item.id, light) == 0) {
    return false;  // another process was faster
  }
  identity::notify(context.write,
                   {committee_id,
                    light == "RED" ? "notice.proposal.overdue" : "notice.proposal.due_soon",
                    "proposal",
                    item.proposal_id,
                    {{"title", item.title}, {"due_on", to_string(item.due_on)}}},
                   identity::accounts_with_role(db, committee_id, "UNIT_OFFICER", item.unit_id));
  return true;
}

// One notice a change of light (DOMAIN §2.10): at 15 days, at 5 days, and when overdue. A hundred an action: after a
// long standstill thousands may be due, and people's own actions must not wait behind them.
int remind_units(store::Database& database, committee::Rules& rules, Id committee_id, const Stopped& stopped) {
  constexpr std::size_t at_once = 100;
  int count = 0;
  while (!stopped()) {
    const Date day = today();
    const auto due = database.read([&](store::Connection& db) {
      return db.select<Due>(
          "SELECT d.id, d.proposal_id, a.unit_id, p.title, d.due_on FROM deadlines d "
          "JOIN assignments a ON a.committee_id = d.committee_id AND a.id = d.assignment_id "
          "JOIN proposals p ON p.committee_id = d.committee_id AND p.id = d.proposal_id "
          "WHERE d.committee_id = ? AND d.done_at IS NULL AND d.due_on <= ? AND d.rule IN ('reply', 'rehandling', "
          "'co_opinion') "
          "AND d.reminded <> CASE WHEN d.due_on < ? THEN 'RED' WHEN d.due_on <= ? THEN 'ORANGE' ELSE 'YELLOW' END "
          "AND a.state NOT IN ('REPLY_UNDER_CHECK', 'REPLIED', 'OPINION_GIVEN', 'VOID') ORDER BY d.due_on LIMIT 100",
          committee_id, day + 15, day, day + 5);
    });
    if (due.empty()) return count;
    const bool done = attempt(database, rules, committee_id, [&](Context& context) {
      for (const auto& item : due) count += remind(context, item);
      return true;
    });
    if (!done || due.size() < at_once) return count;
  }
  return count;
}

}  // namespace

SweepResult sweep(store::Database& database, committee::Rules& rules, const std::function<bool()>& stopped) {
  SweepResult result;
  const Stopped ends = stopped ? stopped : [] { return false; };
  const auto committees =
      database.read([](store::Connection& db) { return db.select<Id>("SELECT committee_id FROM committees"); });
  for (const Id committee_id : committees) {
    result.feedback_ended += end_overdue_feedback(database, rules, committee_id, ends);
    result.invitations_expired += expire_invitations(database, rules, committee_id, ends);
    result.reminders += remind_units(database, rules, committee_id, ends);
  }
  return result;
}

}  // namespace yizheng::proposals
