// The ways of DOMAIN §2.10, on both engines.
#include "proposals/deadlines.h"
#include "proposals/page_testing.h"
#include "proposals/view.h"

namespace yizheng::proposals {
namespace {

using enum ProposalState;
using testing::District;

class Way : public ::testing::TestWithParam<store::Engine> {
 protected:
  Way() {
    d.after_each = [this] { testing::check_pages(d); };
  }
  District d{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Way, ::testing::ValuesIn(store::testing::all_engines()), store::testing::engine_name);

TEST_P(Way, from_submission_to_archive) {
  const Id id = d.replied();
  EXPECT_EQ(d.state(id), REPLIED);
  d.answer(id, d.first, Satisfaction::SATISFIED);
  EXPECT_EQ(d.state(id), FEEDBACK_DONE);
  d.as(d.clerk(), [&](Context& c) { close_proposal(c, id, {}); });
  EXPECT_EQ(d.state(id), CLOSED);
  d.as(d.clerk(), [&](Context& c) { archive_proposal(c, id); });
  EXPECT_EQ(d.state(id), ARCHIVED);
  const auto p = d.proposal(id);
  EXPECT_EQ(p.serial, 1);
  EXPECT_EQ(p.number, 1);
  EXPECT_EQ(p.timing, Timing::ORDINARY);  // submitted after the deadline
  const auto report = d.database->read([](store::Connection& db) { return store::verify_ledger(db); });
  EXPECT_TRUE(report.faults.empty());
  EXPECT_EQ(report.entries, 12);  // one a step
}

TEST_P(Way, joint_proposals_are_signed_before_they_are_submitted) {
  const Id id = d.as(d.member(d.first), [&](Context& c) { return create_proposal(c, District::draft()); });
  d.as(d.member(d.first), [&](Context& c) { invite_signers(c, id, {{d.second, d.third}, {}, {}}); });
  EXPECT_EQ(d.state(id), COSIGNING);
  EXPECT_EQ(d.outcome(d.member(d.outsider), [&](Context& c) { cosign_proposal(c, id, {}); }), "not_found");
  d.as(d.member(d.second), [&](Context& c) { cosign_proposal(c, id, {true, {}}); });
  // Editing asks those who signed again.
  d.as(d.member(d.first), [&](Context& c) { edit_proposal(c, id, District::draft("改后的案由")); });
  EXPECT_EQ(d.outcome(d.member(d.second), [&](Context& c) { cosign_proposal(c, id, {true, {}}); }), "");
  d.as(d.member(d.first), [&](Context& c) { submit_proposal(c, id); });
  EXPECT_EQ(d.proposal(id).kind, ProposerKind::JOINT);
  const auto signers = d.database->read([&](store::Connection& db) { return signers_of(db, d.committee, id); });
  ASSERT_EQ(signers.size(), 3U);
  EXPECT_EQ(signers[1].state, SignerState::SIGNED);
  EXPECT_EQ(signers[2].state, SignerState::EXPIRED);
  EXPECT_EQ(d.outcome(d.member(d.third), [&](Context& c) { cosign_proposal(c, id, {true, {}}); }), "not_found");
}

// What was signed must not change under the signatures, not even after a return (§2.2).
TEST_P(Way, a_returned_joint_proposal_is_signed_again_when_its_text_changes) {
  const Id id = d.as(d.member(d.first), [&](Context& c) { return create_proposal(c, District::draft()); });
  d.as(d.member(d.first), [&](Context& c) { invite_signers(c, id, {{d.second, d.third}, {}, {}}); });
  for (const Id signer : {d.second, d.third}) {
    d.as(d.member(signer), [&](Context& c) { cosign_proposal(c, id, {true, {}}); });
  }
  d.as(d.member(d.first), [&](Context& c) { submit_proposal(c, id); });
  d.as(d.clerk(), [&](Context& c) { take_proposal(c, id); });
  d.as(d.clerk(), [&](Context& c) { preliminary_review(c, id, {}); });
  ReviewBody back;
  back.result = ReviewResult::RETURNED_FOR_REVISION;
  back.explanation = "请补充数据";
  d.days_later(40);  // long after the first time for signing
  d.as(d.clerk(), [&](Context& c) { review_proposal(c, id, back); });
  const auto state_of_signer = [&](Id person) {
    const auto signers = d.database->read([&](store::Connection& db) { return signers_of(db, d.committee, id); });
    return std::find_if(signers.begin(), signers.end(), [&](const Signer& s) { return s.person_id == person; })->state;
  };

  // What leaves the text as it is asks nobody.
  auto other_category = District::draft();
  other_category.category = "ECONOMY";
  d.as(d.member(d.first), [&](Context& c) { edit_proposal(c, id, other_category); });
  EXPECT_EQ(state_of_signer(d.second), SignerState::SIGNED);

  // To change the text and submit it in one call would leave no time to sign.
  auto changed = District::draft("补充数据后的提案");
  changed.submit = true;
  EXPECT_EQ(d.outcome(d.member(d.first), [&](Context& c) { edit_proposal(c, id, changed); }), "signatures_missing");
  EXPECT_EQ(d.proposal(id).title, District::draft().title);

  changed.submit = false;
  d.as(d.member(d.first), [&](Context& c) { edit_proposal(c, id, changed); });
  EXPECT_EQ(d.state(id), RETURNED_FOR_REVISION);
  EXPECT_EQ(state_of_signer(d.first), SignerState::SIGNED);
  EXPECT_EQ(state_of_signer(d.second), SignerState::WAITING);
  EXPECT_EQ(d.outcome(d.member(d.second), [&](Context& c) { cosign_proposal(c, id, {true, {}}); }), "");
  // Who does not sign the new text is no co-signer of it.
  d.as(d.member(d.first), [&](Context& c) { submit_proposal(c, id); });
  EXPECT_EQ(state_of_signer(d.second), SignerState::SIGNED);
  EXPECT_EQ(state_of_signer(d.third), SignerState::EXPIRED);
  EXPECT_EQ(d.proposal(id).kind, ProposerKind::JOINT);
}

TEST_P(Way, every_result_of_review_ends_where_it_should) {
  const auto review = [&](ReviewResult result) {
    const Id id = d.in_review();
    ReviewBody body;
    body.result = result;
    body.reason = "EMPTY";
    body.explanation = "说明";
    body.proposer_consulted = true;
    if (result == ReviewResult::MERGED) body.main_id = d.filed();
    d.as(d.clerk(), [&](Context& c) { review_proposal(c, id, body); });
    return id;
  };
  EXPECT_EQ(d.state(review(ReviewResult::NOT_FILED)), NOT_FILED);
  EXPECT_EQ(d.state(review(ReviewResult::TO_SUGGESTION)), TO_SUGGESTION);
  EXPECT_EQ(d.state(review(ReviewResult::TO_OPINION_REPORT)), TO_OPINION_REPORT);
  EXPECT_EQ(d.state(review(ReviewResult::AS_LETTER)), AS_LETTER);
  EXPECT_EQ(d.state(review(ReviewResult::MERGED)), MERGED);
  const Id returned = review(ReviewResult::RETURNED_FOR_REVISION);
  EXPECT_EQ(d.state(returned), RETURNED_FOR_REVISION);
  const auto serial = d.proposal(returned).serial;
  d.as(d.member(d.first), [&](Context& c) { submit_proposal(c, returned); });
  EXPECT_EQ(d.state(returned), SUBMITTED);
  EXPECT_EQ(d.proposal(returned).serial, serial);  // it keeps its serial number
}

TEST_P(Way, what_review_needs_is_demanded) {
  const Id id = d.in_review();
  const auto code = [&](ReviewBody body) {
    return d.outcome(d.clerk(), [&](Context& c) { review_proposal(c, id, body); });
  };
  ReviewBody body;
  body.result = ReviewResult::NOT_FILED;
  EXPECT_EQ(code(body), "invalid_field");  // no explanation
  body.explanation = "说明";
  EXPECT_EQ(code(body), "invalid_field");  // no reason
  body.reason = "NO_SUCH_REASON";
  EXPECT_EQ(code(body), "invalid_field");
  body.result = ReviewResult::MERGED;
  body.main_id = id;
  body.proposer_consulted = true;
  EXPECT_EQ(code(body), "invalid_field");  // into itself
  EXPECT_EQ(d.state(id), REVIEW);
}

TEST_P(Way, the_lead_waits_for_every_co_handler) {
  const Id id = d.accepted({{d.bureau, UnitRole::LEAD}, {d.office, UnitRole::CO}});
  const Id lead = d.assignment_of(id, d.bureau), co = d.assignment_of(id, d.office);
  d.as(d.officer(d.bureau), [&](Context& c) { draft_reply(c, lead, District::reply()); });
  EXPECT_EQ(d.outcome(d.leader(d.bureau), [&](Context& c) { sign_reply(c, lead, {}); }), "co_opinion_missing");
  d.as(d.officer(d.office), [&](Context& c) { give_co_opinion(c, co, {"同意"}); });
  EXPECT_EQ(d.outcome(d.leader(d.bureau), [&](Context& c) { sign_reply(c, lead, {}); }), "");
  EXPECT_EQ(d.outcome(d.officer(d.bureau), [&](Context& c) { check_reply(c, lead, {true, {}, {}}); }), "forbidden");
  EXPECT_EQ(d.outcome(d.party_office(), [&](Context& c) { check_reply(c, lead, {true, {}, {}}); }), "not_found");
  d.as(d.government(), [&](Context& c) { check_reply(c, lead, {true, {}, {}}); });
  EXPECT_EQ(d.state(id), REPLIED);
}

TEST_P(Way, separate_units_each_reply_and_the_worst_class_counts) {
  const Id id = d.accepted({{d.bureau, UnitRole::SEPARATE}, {d.court, UnitRole::SEPARATE}});
  d.send_reply(id, d.bureau, "A");
  EXPECT_EQ(d.state(id), ACCEPTED);
  d.send_reply(id, d.court, "C");
  EXPECT_EQ(d.state(id), REPLIED);
  EXPECT_EQ(d.proposal(id).result_class, "C");
}

TEST_P(Way, returns_are_decided_and_a_denied_one_must_be_accepted) {
  const Id id = d.assigned();
  const Id a = d.assignment_of(id, d.bureau);
  const RequestReturnBody request{d.rules.pack().lists.at("return_reasons").front().code, "不属本单位职责", d.office};
  d.as(d.officer(d.bureau), [&](Context& c) { request_return(c, a, request); });
  EXPECT_EQ(d.state(id), RETURN_REQUESTED);
  d.as(d.government(), [&](Context& c) { decide_return(c, a, {false, "属于你单位职责", {}}); });
  EXPECT_EQ(d.state(id), ASSIGNED);
  EXPECT_EQ(d.outcome(d.officer(d.bureau), [&](Context& c) { request_return(c, a, request); }), "return_denied");

  const Id other = d.assigned();
  const Id b = d.assignment_of(other, d.bureau);
  d.as(d.officer(d.bureau), [&](Context& c) { request_return(c, b, request); });
  d.as(d.government(), [&](Context& c) { decide_return(c, b, {true, "改由财政局承办", d.office}); });
  EXPECT_EQ(d.state(other), ASSIGNED);
  EXPECT_EQ(d.assignments(other).size(), 2U);
  EXPECT_TRUE(d.assignments(other).back().second);
  EXPECT_EQ(d.outcome(d.officer(d.bureau), [&](Context& c) { accept_assignment(c, b); }), "not_found");
}

TEST_P(Way, returns_come_within_their_limit) {
  const Id id = d.assigned();
  d.days_later(40);
  EXPECT_EQ(d.outcome(d.officer(d.bureau),
                      [&](Context& c) {
                        request_return(c, d.assignment_of(id, d.bureau),
                                       {d.rules.pack().lists.at("return_reasons").front().code, "不属职责", {}});
                      }),
            "too_late");
}

TEST_P(Way, extensions_move_the_deadline_and_say_so) {
  const Id id = d.accepted();
  const Id a = d.assignment_of(id, d.bureau);
  const Date due = d.assignments(id).front().due_on.value();
  EXPECT_EQ(due, make_date(2026, 6, 2));  // three months from 2 March
  EXPECT_EQ(d.outcome(d.officer(d.bureau),
                      [&](Context& c) {
                        request_extension(c, a, {make_date(2026, 12, 1), "情况复杂"});
                      }),
            "invalid_field");  // beyond six months
  d.as(d.officer(d.bureau), [&](Context& c) { request_extension(c, a, {make_date(2026, 8, 1), "情况复杂"}); });
  EXPECT_EQ(d.state(id), EXTENSION_REQUESTED);
  d.as(d.government(), [&](Context& c) { decide_extension(c, a, {true, "同意"}); });
  EXPECT_EQ(d.state(id), HANDLING);
  EXPECT_EQ(d.proposal(id).due_on, make_date(2026, 8, 1));
  const auto deadlines = d.database->read([&](store::Connection& db) { return deadlines_of(db, d.committee, id); });
  const auto reply =
      std::find_if(deadlines.begin(), deadlines.end(), [](const DeadlineRow& r) { return r.rule == "reply"; });
  ASSERT_NE(reply, deadlines.end());
  EXPECT_EQ(reply->counted_due_on, due);
  EXPECT_NE(reply->extension.find("情况复杂"), std::string::npos);
}

TEST_P(Way, unsatisfied_proposers_get_a_second_reply) {
  const Id id = d.replied();
  d.answer(id, d.first, Satisfaction::UNSATISFIED);
  EXPECT_EQ(d.state(id), FEEDBACK_DONE);
  EXPECT_EQ(d.outcome(d.clerk(), [&](Context& c) { close_proposal(c, id, {}); }), "invalid_field");  // must say why
  d.as(d.clerk(), [&](Context& c) { rehandle_proposal(c, id, {"未针对建议", {}}); });
  EXPECT_EQ(d.state(id), REHANDLING);
  d.send_reply(id, d.bureau);
  EXPECT_EQ(d.state(id), REPLIED);
  EXPECT_EQ(d.proposal(id).round, 2);
  d.answer(id, d.first, Satisfaction::BASICALLY);
  const auto feedback = d.database->read([&](store::Connection& db) { return feedback_of(db, d.committee, id); });
  EXPECT_EQ(feedback.size(), 2U);  // the history is kept
}

TEST_P(Way, silence_is_not_satisfaction) {
  const Id id = d.replied();
  EXPECT_EQ(d.outcome(d.clerk(), [&](Context& c) { end_feedback(c, id); }), "too_early");
  d.days_later(60);
  d.as(d.clerk(), [&](Context& c) { end_feedback(c, id); });
  EXPECT_EQ(d.proposal(id).satisfaction_result, Satisfaction::DEEMED_NONE);
}

TEST_P(Way, promises_are_tracked_until_they_are_settled) {
  const Id id = d.replied("B");
  d.answer(id, d.first, Satisfaction::SATISFIED);
  d.as(d.clerk(), [&](Context& c) { close_proposal(c, id, {}); });
  EXPECT_EQ(d.state(id), TRACKING);
  const auto promises = d.database->read([&](store::Connection& db) { return promises_of(db, d.committee, id); });
  ASSERT_EQ(promises.size(), 1U);
  d.as(d.clerk(), [&](Context& c) { record_promise(c, promises.front().id, {PromiseState::KEPT, "已建成"}); });
  EXPECT_EQ(d.state(id), CLOSED);
}

// A second reply that promises the same again moves the promise; it does not make two of it.
TEST_P(Way, the_same_promise_in_a_second_reply_stands_once) {
  const Id id = d.replied("B");
  d.answer(id, d.first, Satisfaction::UNSATISFIED);
  d.as(d.clerk(), [&](Context& c) { rehandle_proposal(c, id, {"未说明时限", {}}); });
  const Id a = d.assignment_of(id, d.bureau);
  const auto promises = [&] {
    return d.database->read([&](store::Connection& db) { return promises_of(db, d.committee, id); });
  };
  const auto send_again = [&](const std::string& planned, Date until) {
    auto body = District::reply("B");
    body.planned = planned;
    body.planned_until = until;
    d.as(d.officer(d.bureau), [&](Context& c) { draft_reply(c, a, body); });
    d.as(d.leader(d.bureau), [&](Context& c) { sign_reply(c, a, {}); });
    d.as(d.government(), [&](Context& c) { check_reply(c, a, {true, {}, {}}); });
  };
  send_again(" 年内再设两处\n", make_date(2026, 11, 30));
  ASSERT_EQ(promises().size(), 1U);
  EXPECT_EQ(promises().front().due_on, make_date(2026, 11, 30));
  const auto history =
      d.database->read([&](store::Connection& db) { return store::ledger_of(db, d.committee, "proposal", id); });
  EXPECT_NE(history.back().detail.find("2026-10-30"), std::string::npos);  // the date it had before

  // Another promise stands beside it, and one that was settled already is promised anew.
  d.as(d.clerk(), [&](Context& c) { record_promise(c, promises().front().id, {PromiseState::BROKEN, "未设"}); });
  d.answer(id, d.first, Satisfaction::UNSATISFIED);
  d.as(d.clerk(), [&](Context& c) { rehandle_proposal(c, id, {"承诺未兑现", {}}); });
  send_again("年内再设两处", make_date(2026, 12, 30));
  EXPECT_EQ(promises().size(), 2U);
}

TEST_P(Way, proposers_of_merged_proposals_are_answered_and_asked_separately) {
  const Id main = d.filed();
  const Id other = d.as(d.member(d.second), [&](Context& c) {
    auto body = District::draft("关于老年人就餐的提案");
    body.submit = true;
    return create_proposal(c, body);
  });
  d.as(d.clerk(), [&](Context& c) { take_proposal(c, other); });
  d.as(d.clerk(), [&](Context& c) { preliminary_review(c, other, {}); });
  ReviewBody merge;
  merge.result = ReviewResult::MERGED;
  merge.main_id = main;
  merge.explanation = "内容相同";
  merge.proposer_consulted = true;
  d.as(d.clerk(), [&](Context& c) { review_proposal(c, other, merge); });
  d.as(d.clerk(), [&](Context& c) { assign_proposal(c, main, {{{d.bureau, UnitRole::SOLE}}, {}}); });
  d.as(d.officer(d.bureau), [&](Context& c) { accept_assignment(c, d.assignment_of(main, d.bureau)); });
  d.send_reply(main, d.bureau);
  // The unit sees the merged one too, and its proposer sees the reply on his own page.
  const auto unit_view =
      d.database->read([&](store::Connection& db) { return view_proposal(db, d.officer(d.bureau), d.rules, other); });
  EXPECT_EQ(unit_view.proposal.id, other);
  const auto own =
      d.database->read([&](store::Connection& db) { return view_proposal(db, d.member(d.second), d.rules, other); });
  EXPECT_EQ(own.replies.size(), 1U);
  d.answer(main, d.first, Satisfaction::SATISFIED);
  EXPECT_EQ(d.state(main), REPLIED);  // the other proposer has not answered yet
  d.answer(other, d.second, Satisfaction::BASICALLY);
  EXPECT_EQ(d.state(main), FEEDBACK_DONE);
  EXPECT_EQ(d.proposal(main).satisfaction_result, Satisfaction::SATISFIED);  // the first proposer's counts
}

TEST_P(Way, a_change_of_the_calendar_moves_open_deadlines_and_says_from_what_to_what) {
  const Id id = d.assigned();
  committee::Calendar changed = d.rules.pack().calendar;
  const Date due = make_date(2026, 6, 2);
  changed.special_days[due] = {"临时放假", true};
  const auto moved = d.as(d.clerk(), [&](Context& c) { return recount_deadlines(c, changed); });
  ASSERT_FALSE(moved.empty());
  EXPECT_EQ(d.proposal(id).due_on, make_date(2026, 6, 3));
  const auto history =
      d.database->read([&](store::Connection& db) { return store::ledger_of(db, d.committee, "proposal", id); });
  EXPECT_EQ(history.back().action, "proposal.deadline-moved");
  EXPECT_NE(history.back().detail.find("2026-06-02"), std::string::npos);
  EXPECT_NE(history.back().detail.find("2026-06-03"), std::string::npos);
}

TEST_P(Way, the_public_sees_only_what_was_released_with_consent) {
  const Id id = d.replied();
  d.as(d.clerk(), [&](Context& c) { release(c, id, {{}, true}); });
  const auto view =
      d.database->read([&](store::Connection& db) { return view_proposal(db, d.member(d.outsider), d.rules, id); });
  EXPECT_TRUE(view.signers.empty());
  EXPECT_TRUE(view.deadlines.empty());
  ASSERT_EQ(view.replies.size(), 1U);
  EXPECT_EQ(view.replies.front().contact_phone, "");
  d.as(d.clerk(), [&](Context& c) { unrelease(c, id, {"含个人信息"}); });
  EXPECT_EQ(d.outcome(d.member(d.outsider), [&](Context& c) { withdraw_proposal(c, id, {"x"}); }), "not_found");

  auto body = District::draft();
  body.consents_to_publication = false;
  body.no_publication_reason = "涉及企业商业秘密";
  body.submit = true;
  const Id secret = d.as(d.member(d.first), [&](Context& c) { return create_proposal(c, body); });
  d.as(d.clerk(), [&](Context& c) { take_proposal(c, secret); });
  d.as(d.clerk(), [&](Context& c) { preliminary_review(c, secret, {}); });
  d.as(d.clerk(), [&](Context& c) { review_proposal(c, secret, {}); });
  EXPECT_EQ(d.outcome(d.clerk(), [&](Context& c) { release(c, secret, {{}, false}); }), "no_consent");
}

TEST_P(Way, release_is_offered_only_while_there_is_something_to_release) {
  const Id id = d.accepted();
  const Id a = d.assignment_of(id, d.bureau);
  auto body = District::reply();
  body.publishable = false;
  body.not_publishable_reason = "涉及尚未公布的规划";
  d.as(d.officer(d.bureau), [&](Context& c) { draft_reply(c, a, body); });
  d.as(d.leader(d.bureau), [&](Context& c) { sign_reply(c, a, {}); });
  d.as(d.government(), [&](Context& c) { check_reply(c, a, {true, {}, {}}); });
  const auto offered = [&](Id which) {
    const auto view =
        d.database->read([&](store::Connection& db) { return view_proposal(db, d.clerk(), d.rules, which); });
    return std::any_of(view.actions.begin(), view.actions.end(), [](const auto& one) { return one.code == "release"; });
  };
  EXPECT_TRUE(offered(id));
  d.as(d.clerk(), [&](Context& c) { release(c, id, {{}, false}); });
  EXPECT_EQ(d.outcome(d.clerk(), [&](Context& c) { release(c, id, {{}, true}); }), "reply_not_publishable");
  EXPECT_FALSE(offered(id));

  const Id open = d.replied();
  d.as(d.clerk(), [&](Context& c) { release(c, open, {{}, false}); });
  EXPECT_TRUE(offered(open));
  d.as(d.clerk(), [&](Context& c) { release(c, open, {{}, true}); });
  EXPECT_FALSE(offered(open));
}

TEST_P(Way, the_office_the_pack_names_is_the_one_told) {
  auto pack = std::make_shared<committee::Pack>(*testing::default_pack());
  pack->settings["supervision.SUPERVISION_OFFICE_GOV"] = "GOVERNMENT,COURT";
  pack->settings["supervision.SUPERVISION_OFFICE_PARTY"] = "PARTY";
  EXPECT_EQ(pack->offices_of("COURT"), std::vector<std::string>{"SUPERVISION_OFFICE_GOV"});
  EXPECT_EQ(pack->offices_of("PARTY"), std::vector<std::string>{"SUPERVISION_OFFICE_PARTY"});
  District own(GetParam(), pack);
  const auto watcher = own.government(), other = own.party_office();
  own.add_account(watcher);
  own.add_account(other);
  const Id id = own.assigned({{own.court, UnitRole::SOLE}});
  own.as(own.officer(own.court), [&](Context& c) {
    request_return(c, own.assignment_of(id, own.court),
                   {own.rules.pack().lists.at("return_reasons").front().code, "不属本院职责", {}});
  });
  const auto notices = [&](const http::Caller& who) {
    return own.database->read([&](store::Connection& db) {
      return *db.select_one<std::int64_t>(
          "SELECT COUNT(*) FROM notices WHERE account_id = ? AND kind = 'notice.proposal.return_requested'",
          who.account_id);
    });
  };
  EXPECT_EQ(notices(watcher), 1);
  EXPECT_EQ(notices(other), 0);
}

TEST_P(Way, two_editors_do_not_overwrite_each_other) {
  const Id id = d.as(d.member(d.first), [&](Context& c) { return create_proposal(c, District::draft()); });
  const auto version = d.proposal(id).version;
  d.as(
      d.member(d.first), [&](Context& c) { edit_proposal(c, id, District::draft("第一位的修改")); }, version);
  try {
    d.as(
        d.member(d.first), [&](Context& c) { edit_proposal(c, id, District::draft("第二位的修改")); }, version);
    FAIL() << "the second edit was accepted";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "changed_meanwhile");
  }
  EXPECT_EQ(d.proposal(id).title, "第一位的修改");
}

}  // namespace
}  // namespace yizheng::proposals
