// A small committee for the tests of this room: people, units, callers of every role, and a proposal at any stage.
#pragma once

#include <gtest/gtest.h>

#include "committee/committee_migrations.h"
#include "identity/identity_migrations.h"
#include "identity/people.h"
#include "proposals/assignment_actions.h"
#include "proposals/authoring_actions.h"
#include "proposals/feedback_actions.h"
#include "proposals/follow_up_actions.h"
#include "proposals/proposal_migrations.h"
#include "proposals/proposal_store.h"
#include "proposals/reply_actions.h"
#include "proposals/review_actions.h"
#include "store/ledger.h"
#include "store/testing.h"

namespace yizheng::proposals::testing {

inline std::vector<store::Migration> migrations() {
  std::vector<store::Migration> all;
  for (const auto* room :
       {&store::store_migrations(), &identity::identity_migrations(), &committee::committee_migrations(),
        &committee::choice_migrations(), &proposal_migrations()}) {
    all.insert(all.end(), room->begin(), room->end());
  }
  return all;
}

inline std::shared_ptr<const committee::Pack> default_pack() {
  static const auto reading = committee::read_pack(YIZHENG_SOURCE_DIR "/packs/default");
  if (!reading.pack) throw std::runtime_error("the default pack is faulty");
  return reading.pack;
}

class District {
 public:
  explicit District(store::Engine engine, std::shared_ptr<const committee::Pack> pack = default_pack())
      : database(engine, migrations()), rules(std::move(pack)) {
    clock = parse_instant("2026-03-02T09:00:00+08:00").value();
    database->write_and_wait([&](store::Write& w) { make(w); });
  }

  store::testing::FreshDatabase database;
  committee::Rules rules;
  Instant clock;
  std::function<void()> after_each;  // runs after each action that passed
  Id committee{1}, session{11}, first{101}, second{102}, third{103}, outsider{104};
  Id bureau{201}, office{202}, court{203}, party{301}, special{401};

  http::Caller caller(const std::string& role, Id person = {}, Id organisation = {}) const {
    http::Caller c;
    c.committee_id = committee;
    c.account_id = Id{1000 + (person         ? person.value
                              : organisation ? organisation.value
                                             : static_cast<std::int64_t>(std::hash<std::string>{}(role) % 500) + 5000)};
    c.person_id = person;
    c.grants.push_back({role, organisation});
    const auto* known = rules.pack().role(role);
    if (known == nullptr) throw std::runtime_error("no role " + role);
    for (const auto& permission : known->permissions) c.permissions.insert(permission);
    return c;
  }
  http::Caller member(Id person) const { return caller("MEMBER", person); }
  http::Caller clerk() const { return caller("PROPOSAL_COMMITTEE"); }
  http::Caller officer(Id unit) const { return caller("UNIT_OFFICER", {}, unit); }
  http::Caller leader(Id unit) const { return caller("UNIT_LEADER", {}, unit); }
  http::Caller government() const { return caller("SUPERVISION_OFFICE_GOV"); }
  http::Caller party_office() const { return caller("SUPERVISION_OFFICE_PARTY"); }
  http::Caller office_of(Id unit) const { return unit == court ? party_office() : government(); }

  // Makes the caller's account, so that notices reach it.
  void add_account(const http::Caller& who) {
    database->write_and_wait([&](store::Write& w) {
      identity::Account account;
      account.committee_id = committee;
      account.id = who.account_id;
      account.login = "account-" + to_string(who.account_id);
      account.display_name = account.login;
      account.created_at = w.at;
      identity::insert_account(w, account);
      for (const auto& grant : who.grants) {
        identity::insert_role(w, {committee, account.id, grant.role, grant.organisation_id});
      }
    });
  }

  // Runs f(Context&) as a caller; what it throws comes out.
  template <class F>
  auto as(const http::Caller& who, F f, std::optional<std::int64_t> version = {}) {
    ScopedClock scoped(clock);
    const auto act = [&] {
      return database->write_and_wait([&](store::Write& w) {
        Context context{w, who, rules, version, "127.0.0.1"};
        return f(context);
      });
    };
    if constexpr (std::is_void_v<decltype(act())>) {
      act();
      if (after_each) after_each();
    } else {
      auto result = act();
      if (after_each) after_each();
      return result;
    }
  }
  // "" where it passes, else the problem's code.
  template <class F>
  std::string outcome(const http::Caller& who, F f) {
    try {
      as(who, [&](Context& c) { f(c); });
      return "";
    } catch (const Problem& problem) {
      return problem.code;
    }
  }

  Proposal proposal(Id id) {
    return database->read([&](store::Connection& db) { return *find_proposal(db, committee, id); });
  }
  ProposalState state(Id id) { return proposal(id).state; }
  std::vector<Assignment> assignments(Id id) {
    return database->read([&](store::Connection& db) { return assignments_of(db, committee, id); });
  }
  Id assignment_of(Id id, Id unit) {
    for (const auto& a : assignments(id)) {
      if (a.unit_id == unit && a.state != AssignmentState::VOID) return a.id;
    }
    throw std::runtime_error("no assignment to this unit");
  }
  void days_later(int days) { clock.ms += days * 86'400'000LL; }

  static DraftBody draft(std::string title = "关于增设社区助餐点的提案") {
    DraftBody body;
    body.title = std::move(title);
    body.body = "情况:老年人用餐不便。分析:网点少、距离远。";
    body.suggestions = "建议:利用闲置用房设立助餐点。";
    body.category = "SOCIETY";
    return body;
  }
  static ReplyBody reply(std::string result_class = "A") {
    ReplyBody body;
    body.document_number = "青民函〔2026〕1号";
    body.result_class = std::move(result_class);
    body.signed_by = "局长";
    body.contact_name = "经办人";
    body.contact_phone = "0000-0000";
    body.done = "已设三处";
    body.body = "您提出的提案收悉,现答复如下。";
    if (body.result_class == "B") {
      body.planned = "年内再设两处";
      body.planned_until = make_date(2026, 10, 30);
    }
    return body;
  }

  // ---- the way, step by step ----
  Id submitted() {
    auto body = draft();
    body.submit = true;
    return as(member(first), [&](Context& c) { return create_proposal(c, body); });
  }
  Id in_review() {
    const Id id = submitted();
    as(clerk(), [&](Context& c) { take_proposal(c, id); });
    as(clerk(), [&](Context& c) { preliminary_review(c, id, {}); });
    return id;
  }
  Id filed() {
    const Id id = in_review();
    as(clerk(), [&](Context& c) { review_proposal(c, id, {}); });
    return id;
  }
  Id assigned(std::vector<UnitChoice> units = {}) {
    const Id id = filed();
    if (units.empty()) units = {{bureau, UnitRole::SOLE}};
    as(clerk(), [&](Context& c) { assign_proposal(c, id, {units, {}}); });
    return id;
  }
  Id accepted(std::vector<UnitChoice> units = {}) {
    const Id id = assigned(units);
    for (const auto& a : assignments(id)) as(officer(a.unit_id), [&](Context& c) { accept_assignment(c, a.id); });
    return id;
  }
  void send_reply(Id id, Id unit, const std::string& result_class = "A") {
    const Id a = assignment_of(id, unit);
    as(officer(unit), [&](Context& c) { draft_reply(c, a, reply(result_class)); });
    as(leader(unit), [&](Context& c) { sign_reply(c, a, {}); });
    as(office_of(unit), [&](Context& c) { check_reply(c, a, {true, {}, {}}); });
  }
  Id replied(const std::string& result_class = "A") {
    const Id id = accepted();
    send_reply(id, bureau, result_class);
    return id;
  }
  void answer(Id id, Id person, Satisfaction result) {
    FeedbackBody body;
    body.attitude = Satisfaction::SATISFIED;
    body.result = result;
    body.comment = "意见";
    as(member(person), [&](Context& c) { give_feedback(c, id, body); });
  }

 private:
  void make(store::Write& w) {
    using committee::OrganisationKind;
    yizheng::committee::insert_committee(
        w, {committee, "test", "测试区政协", committee::CommitteeLevel::COUNTY, "default", w.at});
    yizheng::committee::insert_term(w,
                                    {committee, Id{10}, 1, make_date(2022, 1, 1), make_date(2026, 12, 31), "default"});
    yizheng::committee::insert_session(
        w, {committee, session, Id{10}, 1, 5, "一届五次", make_date(2026, 1, 10), make_date(2026, 1, 14),
            start_of(make_date(2025, 10, 1)), start_of(make_date(2026, 1, 13)), "ORDINARY"});
    const auto unit = [&](Id id, OrganisationKind kind, const char* name, const char* subkind) {
      yizheng::committee::insert_organisation(w, {committee, id, kind, "", name, name, subkind, {}, 0, true});
    };
    unit(bureau, OrganisationKind::HANDLING_UNIT, "民政局", "GOVERNMENT");
    unit(office, OrganisationKind::HANDLING_UNIT, "财政局", "GOVERNMENT");
    unit(court, OrganisationKind::HANDLING_UNIT, "法院", "COURT");
    unit(party, OrganisationKind::PARTICIPATING_UNIT, "某党派区委", "PARTY");
    unit(special, OrganisationKind::SPECIAL_COMMITTEE, "提案委", "");
    for (const Id person : {first, second, third, outsider}) {
      identity::insert_person(w, {committee, person, "委员" + to_string(person), "", "", "", "", "", ""});
      identity::insert_membership(w, {committee,
                                      new_id(),
                                      person,
                                      Id{10},
                                      to_string(person),
                                      {},
                                      {},
                                      "",
                                      {},
                                      "",
                                      "",
                                      false,
                                      "",
                                      identity::MembershipStatus::ACTIVE});
    }
  }
};

}  // namespace yizheng::proposals::testing
