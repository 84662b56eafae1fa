#include "proposals/tasks.h"

#include <sstream>

#include "proposals/visibility.h"

namespace yizheng::proposals {
namespace {

class Collector {
 public:
  Collector(store::Connection& db, Id committee_id) : db_(db), committee_id_(committee_id) {}

  // `from`: the rest of a query over proposals p, with its parameters; urgent first. "@" stands for the committee's id:
  // a list within IN (…) that named p.committee_id instead would be made anew for each proposal.
  void add(std::string code, std::string_view from, const std::vector<store::Value>& given) {
    std::vector<store::Value> values{store::to_value(committee_id_)};
    std::string rest = " FROM proposals p WHERE p.committee_id = ? AND ";
    auto next = given.begin();
    for (const char c : from) {
      rest += c == '@' ? '?' : c;
      if (c == '@') values.push_back(store::to_value(committee_id_));
      if (c == '?') values.push_back(*next++);
    }
    const auto count = db_.select_with<std::int64_t>("SELECT COUNT(*)" + rest, values).front();
    if (count == 0) return;
    TaskGroup group{std::move(code), count, {}};
    group.items = db_.select_with<ProposalRow>("SELECT " + store::columns_of<ProposalRow>("p") + rest +
                                                   " ORDER BY COALESCE(p.due_on, '9999'), p.sorted_at, p.id LIMIT 10",
                                               values);
    tasks_.groups.push_back(std::move(group));
  }

  Tasks take() { return std::move(tasks_); }

 private:
  store::Connection& db_;
  Id committee_id_;
  Tasks tasks_;
};

std::string marks(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "?" : ", ?";
  return text;
}

void add_own(Collector& collector, const http::Caller& caller) {
  if (!caller.person_id) return;
  const std::vector<store::Value> me{store::to_value(caller.person_id)};
  collector.add(
      "cosign",
      "p.state IN ('COSIGNING', 'RETURNED_FOR_REVISION') AND p.id IN (SELECT s.proposal_id FROM signers s WHERE "
      "s.committee_id = @ "
      "AND s.person_id = ? AND s.state = 'WAITING')",
      me);
  collector.add(
      "feedback",
      "p.id IN (SELECT s.proposal_id FROM signers s WHERE s.committee_id = @ AND s.person_id = ? "
      "AND s.state = 'SIGNED' AND s.role <> 'SECONDER') AND (p.state = 'REPLIED' OR (p.state = 'MERGED' AND EXISTS "
      "(SELECT 1 FROM proposals m WHERE m.committee_id = p.committee_id AND m.id = p.merged_into_id AND m.state = "
      "'REPLIED'))) "
      "AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.committee_id = p.committee_id AND f.proposal_id = p.id "
      "AND f.person_id = ? AND f.round = (SELECT x.round FROM proposals x WHERE x.committee_id = p.committee_id "
      "AND x.id = COALESCE(p.merged_into_id, p.id)))",
      {me.front(), me.front()});
  collector.add(
      "edit",
      "p.state IN ('RETURNED_FOR_REVISION', 'DRAFT', 'COSIGNING') AND p.id IN (SELECT s.proposal_id FROM signers s "
      "WHERE s.committee_id = @ AND s.person_id = ? AND s.role = 'FIRST')",
      me);
}

void add_collective(Collector& collector, const http::Caller& caller) {
  std::vector<store::Value> mine;
  for (const auto role : {"PARTICIPATING_UNIT", "SPECIAL_COMMITTEE_STAFF", "SECTOR_CONVENER", "GROUP_LEADER"}) {
    for (const Id id : caller.organisations_as(role)) mine.push_back(store::to_value(id));
  }
  if (mine.empty()) return;
  const auto in = "p.proposer_organisation_id IN (" + marks(mine.size()) + ")";
  collector.add("feedback-collective",
                "p.state = 'REPLIED' AND " + in +
                    " AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.committee_id = p.committee_id "
                    "AND f.proposal_id = p.id AND f.round = p.round AND f.person_id = 0)",
                mine);
  collector.add("edit-collective", "p.state IN ('RETURNED_FOR_REVISION', 'DRAFT') AND " + in, mine);
}

// An action on assignments in some states, for these units or these systems.
void add_assignments(Collector& collector, std::string code, std::string_view column,
                     const std::vector<store::Value>& of, std::string_view states) {
  if (of.empty()) return;
  collector.add(
      std::move(code),
      fmt::format("p.id IN (SELECT a.proposal_id FROM assignments a WHERE a.committee_id = @ AND a.{} IN ({}) "
                  "AND a.state IN ({}))",
                  column, marks(of.size()), states),
      of);
}

void add_units(Collector& collector, const http::Caller& caller) {
  const auto units = [&](std::string_view role) {
    std::vector<store::Value> ids;
    for (const Id id : caller.organisations_as(role)) ids.push_back(store::to_value(id));
    return ids;
  };
  const auto officer = units("UNIT_OFFICER");
  add_assignments(collector, "accept", "unit_id", officer, "'ASSIGNED'");
  add_assignments(collector, "draft-reply", "unit_id", officer,
                  "'ACCEPTED', 'HANDLING', 'REPLY_SENT_BACK', 'REHANDLING'");
  add_assignments(collector, "sign-reply", "unit_id", units("UNIT_LEADER"), "'REPLY_DRAFTED'");
}

void add_office(Collector& collector, const http::Caller& caller, const committee::Pack& pack) {
  const bool all = caller.may("proposal.read_all");
  std::vector<store::Value> systems;
  if (all) {
    for (const char* system : {"PARTY", "GOVERNMENT", "PEOPLES_CONGRESS", "COURT", "PROCURATORATE", "CPPCC", "OTHER"}) {
      systems.emplace_back(std::string(system));
    }
  } else {
    for (const auto& system : systems_of(caller, pack)) systems.emplace_back(system);
  }
  if (systems.empty()) return;
  if (caller.may("proposal.decide_return"))
    add_assignments(collector, "decide-return", "system", systems, "'RETURN_REQUESTED'");
  if (caller.may("proposal.decide_extension")) {
    add_assignments(collector, "decide-extension", "system", systems, "'EXTENSION_REQUESTED'");
  }
  if (caller.may("proposal.check_reply"))
    add_assignments(collector, "check-reply", "system", systems, "'REPLY_UNDER_CHECK'");
  if (caller.may("proposal.assign") && !all) add_assignments(collector, "assign", "system", systems, "'PROPOSED'");
  if (caller.may("proposal.urge")) {
    std::vector<store::Value> values = systems;
    values.push_back(store::to_value(today()));
    collector.add("urge",
                  "p.id IN (SELECT a.proposal_id FROM assignments a WHERE a.committee_id = @ AND a.system IN (" +
                      marks(systems.size()) +
                      ") AND a.due_on < ? AND a.state IN ('ASSIGNED', 'ACCEPTED', 'HANDLING', "
                      "'REPLY_DRAFTED', 'REPLY_SENT_BACK', 'REHANDLING'))",
                  values);
  }
}

void add_desk(Collector& collector, const http::Caller& caller) {
  const auto states = [&](std::string_view permission, const char* code, const char* condition) {
    if (caller.may(permission)) collector.add(code, condition, {});
  };
  if (!caller.may("proposal.read_all")) return;
  states("proposal.prelim_review", "take", "p.state = 'SUBMITTED'");
  states("proposal.prelim_review", "preliminary", "p.state = 'PRELIM_REVIEW'");
  states("proposal.review", "review", "p.state = 'REVIEW'");
  states("proposal.assign", "assign", "p.state IN ('FILED', 'ASSIGNING')");
  states("proposal.decide_key", "decide-key", "p.key_state = 'CANDIDATE'");
  states("proposal.close", "close", "p.state = 'FEEDBACK_DONE'");
  if (caller.may("proposal.enter_feedback")) {
    collector.add("end-feedback",
                  "p.state = 'REPLIED' AND p.id IN (SELECT d.proposal_id FROM deadlines d WHERE d.committee_id = @ "
                  "AND d.rule = 'feedback' AND d.done_at IS NULL AND d.due_on < ?)",
                  {store::to_value(today())});
  }
  if (caller.may("proposal.track")) {
    collector.add("record-promise",
                  "p.state = 'TRACKING' AND p.id IN (SELECT m.proposal_id FROM promises m WHERE m.committee_id = @ "
                  "AND m.state = 'OPEN' AND m.due_on <= ?)",
                  {store::to_value(today())});
  }
  if (caller.may("proposal.release")) {
    collector.add("release",
                  "p.consents_to_publication = 1 AND p.id IN (SELECT d.proposal_id FROM deadlines d WHERE "
                  "d.committee_id = @ AND d.rule IN ('publication', 'publication.filed') AND d.done_at IS NULL)",
                  {});
  }
}

void add_leader(Collector& collector, const http::Caller& caller) {
  collector.add("instruct",
                "p.key_state = 'KEY' AND p.id IN (SELECT k.proposal_id FROM key_records k WHERE k.committee_id = @ "
                "AND k.supervision_report <> '' AND k.instructed_at IS NULL AND (k.handling_leader_account_id = ? "
                "OR k.supervising_leader_account_id = ?))",
                {store::to_value(caller.account_id), store::to_value(caller.account_id)});
}

}  // namespace

Tasks tasks_of(store::Connection& db, const http::Caller& caller, committee::Rules& rules) {
  Collector collector(db, caller.committee_id);
  if (labels_of(caller, rules.pack()).empty()) return {};
  add_own(collector, caller);
  add_collective(collector, caller);
  add_units(collector, caller);
  add_office(collector, caller, rules.pack());
  add_desk(collector, caller);
  add_leader(collector, caller);
  return collector.take();
}

}  // namespace yizheng::proposals
