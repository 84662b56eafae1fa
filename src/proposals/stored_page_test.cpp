// A page made ready says what the records say, byte for byte, to everybody, after every step of the way; on both
// engines.
#include "proposals/stored_page.h"

#include "proposals/deadlines.h"
#include "proposals/page_pieces.h"
#include "proposals/page_testing.h"
#include "proposals/sweep.h"

namespace yizheng::proposals {
namespace {

using testing::District;

class StoredPage : public ::testing::TestWithParam<store::Engine> {
 protected:
  District d{GetParam()};

  int check() { return testing::check_pages(d); }
};
INSTANTIATE_TEST_SUITE_P(Engines, StoredPage, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(StoredPage, says_what_the_records_say_after_every_step) {
  d.after_each = [this] { EXPECT_GT(check(), 0); };
  d.submitted();
  const Id id = d.accepted({{d.bureau, UnitRole::LEAD}, {d.office, UnitRole::CO}});
  const Id lead = d.assignment_of(id, d.bureau), co = d.assignment_of(id, d.office);
  d.as(d.officer(d.bureau), [&](Context& c) {
    record_contact(c, lead,
                   {"DURING", d.rules.pack().lists.at("contact_methods").front().code, "委员", c.today(), "走访"});
  });
  d.as(d.clerk(), [&](Context& c) { nominate_key(c, id, {"群众关心"}); });
  DecideKeyBody key;
  key.key = true;
  key.note = "列为重点";
  key.special_committee_id = d.special;
  key.handling_leader = "某领导";
  key.supervising_leader = "某主席";
  d.as(d.caller("CHAIR"), [&](Context& c) { decide_key(c, id, key); });
  d.as(d.officer(d.bureau), [&](Context& c) { write_handling_plan(c, lead, {"分三步办理"}); });
  d.as(d.officer(d.bureau), [&](Context& c) { request_extension(c, lead, {make_date(2026, 8, 1), "需要征求意见"}); });
  d.as(d.government(), [&](Context& c) { decide_extension(c, lead, {true, "同意延期"}); });
  d.as(d.officer(d.office), [&](Context& c) { give_co_opinion(c, co, {"同意"}); });
  d.send_reply(id, d.bureau, "B");
  d.answer(id, d.first, Satisfaction::UNSATISFIED);
  d.as(d.clerk(), [&](Context& c) { release(c, id, {"公开的文本", true}); });
  d.as(d.clerk(), [&](Context& c) { rehandle_proposal(c, id, {"未落实", {}}); });
}

TEST_P(StoredPage, returned_and_merged_proposals) {
  d.after_each = [this] { check(); };
  const Id main = d.filed();
  const Id id = d.in_review();
  ReviewBody merge;
  merge.result = ReviewResult::MERGED;
  merge.explanation = "内容相同";
  merge.proposer_consulted = true;
  merge.main_id = main;
  make_all_pages(*d.database);
  d.as(d.clerk(), [&](Context& c) { review_proposal(c, id, merge); });
  // Neither is kept: each shows parts of the other.
  const auto clerk = d.clerk();
  for (const Id each : {main, id}) {
    EXPECT_FALSE(d.database->read(
        [&](store::Connection& db) { return find_ready_page(db, clerk, d.rules.pack(), each).has_value(); }));
  }
  d.as(d.clerk(), [&](Context& c) { assign_proposal(c, main, {{{d.bureau, UnitRole::SOLE}}, {}}); });
  const Id a = d.assignment_of(main, d.bureau);
  d.as(d.officer(d.bureau), [&](Context& c) {
    request_return(c, a, {d.rules.pack().lists.at("return_reasons").front().code, "不属本单位职责", d.office});
  });
  d.as(d.government(), [&](Context& c) { decide_return(c, a, {true, "改由财政局承办", d.office}); });
}

TEST_P(StoredPage, who_has_written_is_answered_what_he_then_reads) {
  const auto author = d.member(d.first);
  for (const bool submit : {false, true}) {
    auto body = District::draft();
    body.submit = submit;
    ProposalView view;
    d.as(author, [&](Context& c) { view = view_of(begin_proposal(c, body), author, d.rules.pack()); });
    d.database->read([&](store::Connection& db) {
      EXPECT_EQ(to_json(view), to_json(view_proposal(db, author, d.rules, view.proposal.id)));
    });
  }
}

TEST_P(StoredPage, drafts_have_none_until_they_are_submitted) {
  const auto author = d.member(d.first);
  const Id id = d.as(author, [&](Context& c) { return create_proposal(c, District::draft()); });
  d.as(author, [&](Context& c) { invite_signers(c, id, {{d.second, d.third}, {}, {}}); });
  make_all_pages(*d.database);
  EXPECT_EQ(testing::compare_pages(d), 0);
  d.as(d.member(d.second), [&](Context& c) { cosign_proposal(c, id, {true, {}}); });
  d.as(author, [&](Context& c) { submit_proposal(c, id); });
  EXPECT_GT(check(), 0);
  const Id gone = d.as(author, [&](Context& c) { return create_proposal(c, District::draft("另一件")); });
  d.as(author, [&](Context& c) { delete_proposal(c, gone); });
  EXPECT_GT(check(), 0);
}

TEST_P(StoredPage, follows_time_and_calendar) {
  const Id id = d.assigned();
  EXPECT_GT(check(), 0);
  // A calendar in which every day of the coming months is off moves the open deadlines.
  d.as(d.clerk(), [&](Context& c) {
    auto calendar = *c.rules.calendar(c.write.db, d.committee);
    for (int day = 1; day < 200; ++day) calendar.special_days[c.today() + day] = {"停工", true};
    recount_deadlines(c, calendar);
  });
  EXPECT_GT(check(), 0);
  EXPECT_TRUE(d.proposal(id).due_on.has_value());
  const Id replied = d.replied();
  EXPECT_GT(check(), 0);
  d.days_later(400);
  {
    const ScopedClock scoped(d.clock);
    EXPECT_GT(sweep(*d.database, d.rules).feedback_ended, 0);
  }
  EXPECT_GT(check(), 0);
  EXPECT_EQ(d.state(replied), ProposalState::FEEDBACK_DONE);
}

TEST_P(StoredPage, of_another_build_is_not_shown_and_made_anew) {
  const Id id = d.submitted();
  make_all_pages(*d.database);
  d.database->write_and_wait([&](store::Write& w) {
    w.db.execute("UPDATE proposal_pages SET form = 77, page = ? WHERE proposal_id = ?", store::Bytes{"old"}, id);
  });
  EXPECT_EQ(testing::compare_pages(d), 0);
  EXPECT_GT(check(), 0);
}

TEST(PagePieces, keep_what_depths_share_once) {
  Contact a;
  a.person = "甲";
  Contact b = a;
  b.note = "只给一方看的";
  PagePieces pieces;
  pieces.add_json<Contact>({&a, &a, &b});
  const auto bytes = pieces.take("}");
  EXPECT_LT(bytes.size(), to_json(b).size() + 20);
  for (std::size_t depth = 0; depth < page_depths; ++depth) {
    std::string text;
    append_pieces(text, bytes, depth);
    EXPECT_EQ(text + "}", to_json(depth == 2 ? b : a));
  }
}

}  // namespace
}  // namespace yizheng::proposals
