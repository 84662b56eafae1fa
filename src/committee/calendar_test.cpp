#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "committee/calendar_year.h"
#include "committee/committee_fixture.h"
#include "store/ledger.h"

namespace yizheng::committee {
namespace {

using http::Method;

const char* const year_2027 =
    R"({"announced":true,"note":"国务院办公厅通知","days":[
        {"day":"2027-01-01","name":"元旦","off":true},
        {"day":"2027-02-05","name":"春节","off":true},
        {"day":"2027-02-08","name":"春节","off":true},
        {"day":"2027-02-14","name":"春节","off":false}]})";

class CalendarTest : public CommitteeTest {
 protected:
  Answer get(const char* year) {
    return call(Method::GET, "/api/v1/calendar", caller("MEMBER"), "", "", {}, {{"year", year}});
  }
  Answer put(const char* year, const std::string& body, const std::string& version) {
    return call(Method::PUT, "/api/v1/calendar/{year}", caller("OFFICE_STAFF"), body, version, {{"year", year}});
  }
  std::string refused(const std::string& days) {
    return problem_of([&] { put("2027", R"({"announced":true,"days":[)" + days + "]}", "\"0\""); });
  }
  Answer deadline(const char* rule, const char* start) {
    return call(Method::GET, "/api/v1/deadlines/preview", caller("MEMBER"), "", "", {},
                {{"rule", rule}, {"start", start}});
  }
  std::vector<store::LedgerRow> ledger() {
    return database_->read([&](store::Connection& db) {
      return store::ledger_of(db, made_.committee.committee_id, "calendar", Id{2027});
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, CalendarTest, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(CalendarTest, ACommitteesYearStandsInPlaceOfThePacks) {
  EXPECT_FALSE(get("2027").body.at("announced").get_bool());
  EXPECT_EQ(get("2027").etag, "\"0\"");
  EXPECT_EQ(get("2026").body.at("days").get_array().size(), 39u);
  EXPECT_TRUE(deadline("feedback", "2027-01-28").body.at("deadline").at("provisional").get_bool());

  const auto changed = put("2027", year_2027, "\"0\"");
  EXPECT_EQ(changed.body.at("calendar").at("days").get_array().size(), 4u);
  EXPECT_NE(changed.etag, "\"0\"");
  const auto read = get("2027");
  EXPECT_EQ(read.etag, changed.etag);
  EXPECT_TRUE(read.body.at("own").get_bool());
  EXPECT_TRUE(read.body.at("announced").get_bool());
  EXPECT_EQ(get("2026").body.at("days").get_array().size(), 39u);

  // 15 workdays from 28 January: without the two days off it would be 18 February; 14 February gives one back.
  const auto explained = deadline("feedback", "2027-01-28").body.at("deadline");
  EXPECT_EQ(explained.at("due").get_string(), "2027-02-19");
  EXPECT_FALSE(explained.at("provisional").get_bool());

  // The other committee keeps the pack's year.
  const auto other = make("donghe");
  database_->read([&](store::Connection& db) {
    EXPECT_FALSE(rules_.calendar(db, other.committee.committee_id)->announced_years.contains(2027));
    EXPECT_TRUE(rules_.calendar(db, made_.committee.committee_id)->announced_years.contains(2027));
  });
  // So does another process's copy of the rules see the change.
  Rules elsewhere(load_pack("default"));
  database_->read([&](store::Connection& db) {
    EXPECT_EQ(*elsewhere.calendar(db, made_.committee.committee_id),
              *rules_.calendar(db, made_.committee.committee_id));
  });
}

TEST_P(CalendarTest, AnotherProcessHearsOfAChange) {
  Rules elsewhere(load_pack("default"));
  const Id id = made_.committee.committee_id;
  const auto knows = [&] {
    return database_->read(
        [&](store::Connection& db) { return elsewhere.calendar(db, id)->announced_years.contains(2027); });
  };
  EXPECT_FALSE(knows());
  put("2027", year_2027, "\"0\"");
  EXPECT_TRUE(knows());
}

TEST_P(CalendarTest, EveryChangeIsInTheLedgerWithOldAndNewDays) {
  const auto first = put("2027", year_2027, "\"0\"");
  put("2027", R"({"announced":true,"days":[{"day":"2027-01-01","name":"元旦","off":true}]})", first.etag);
  const auto entries = ledger();
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].action, "calendar.change");
  const auto detail = json::parse(entries[1].detail);
  EXPECT_EQ(detail.at("before").get_array().size(), 4u);
  EXPECT_EQ(detail.at("after").get_array().size(), 1u);
  EXPECT_EQ(json::parse(entries[0].detail).at("note").get_string(), "国务院办公厅通知");
  EXPECT_FALSE(json::parse(entries[0].detail).at("announced_before").get_bool());
}

TEST_P(CalendarTest, LosesNoUpdate) {
  const auto first = put("2027", year_2027, "\"0\"");
  EXPECT_EQ(problem_of([&] { put("2027", year_2027, "\"0\""); }), "changed_meanwhile");
  EXPECT_EQ(problem_of([&] { put("2027", year_2027, ""); }), "if_match_required If-Match");
  EXPECT_EQ(problem_of([&] { put("2027", year_2027, first.etag); }), "");
  EXPECT_EQ(ledger().size(), 2u);
}

TEST_P(CalendarTest, ThePacksYearHasAVersionToo) {
  const auto shipped = get("2026").etag;
  EXPECT_NE(shipped, "\"0\"");
  EXPECT_NE(shipped, get("2025").etag);
  EXPECT_EQ(shipped, get("2026").etag);
  const char* const changed = R"({"announced":true,"days":[{"day":"2026-10-01","name":"国庆节","off":true}]})";
  EXPECT_EQ(problem_of([&] { put("2026", changed, "\"0\""); }), "changed_meanwhile");
  EXPECT_EQ(problem_of([&] { put("2026", changed, shipped); }), "");
  EXPECT_TRUE(get("2026").body.at("own").get_bool());
  EXPECT_EQ(get("2026").body.at("days").get_array().size(), 1u);
  EXPECT_FALSE(get("2025").body.at("own").get_bool());
}

TEST_P(CalendarTest, RefusesImpossibleDays) {
  EXPECT_EQ(refused(""), "invalid_field /days");
  EXPECT_EQ(refused(R"({"day":"2026-01-01","name":"元旦","off":true})"), "invalid_field /days/0/day");
  EXPECT_EQ(refused(R"({"day":"2027-01-01","name":"元旦","off":true},{"day":"2027-01-01","name":"元旦","off":true})"),
            "invalid_field /days/1/day");
  EXPECT_EQ(refused(R"({"day":"2027-01-04","name":"元旦","off":false})"), "invalid_field /days/0/off");
  EXPECT_EQ(refused(R"({"day":"2027-02-30","name":"元旦","off":true})"), "invalid_field /days/0/day");
  EXPECT_EQ(refused(R"({"day":"2027-01-01","name":"","off":true})"), "invalid_field /days/0/name");
  for (const char* year : {"1999", "2101", "20x7", "", "-2027", "99999999999999"}) {
    EXPECT_EQ(problem_of([&] { put(year, year_2027, "\"0\""); }), "not_found") << year;
  }
  EXPECT_TRUE(ledger().empty());
}

TEST_P(CalendarTest, OpenDeadlinesMoveInTheSameTransaction) {
  const Id subject{4711};
  bool fail = false;
  rules_.on_calendar_change([&](store::Write& write, Id committee_id, const Calendar& before, const Calendar& now,
                                const http::Caller& by) -> std::vector<DeadlineMove> {
    EXPECT_EQ(committee_id, made_.committee.committee_id);
    EXPECT_FALSE(before.announced_years.contains(2027));
    EXPECT_TRUE(now.announced_years.contains(2027));
    const auto& rule = rules_.pack().deadline("feedback");
    const DeadlineMove move{"proposal",
                            subject,
                            "一件提案",
                            "feedback",
                            compute_deadline(rule, day("2027-01-28"), before).due,
                            compute_deadline(rule, day("2027-01-28"), now).due};
    store::append(write, {.committee_id = committee_id,
                          .action = "proposal.deadline_moved",
                          .subject_kind = "proposal",
                          .subject_id = subject,
                          .actor_account_id = by.account_id,
                          .actor_role = "",
                          .from_state = "",
                          .to_state = "",
                          .detail = to_json(move)});
    if (fail) throw conflict("no", "不行。", "No.");
    return {move};
  });
  const auto moves_recorded = [&] {
    return database_->read([&](store::Connection& db) {
      return store::ledger_of(db, made_.committee.committee_id, "proposal", subject).size();
    });
  };

  // A preview says what would move, and leaves nothing.
  const auto preview =
      call(Method::POST, "/api/v1/calendar/{year}/preview", caller("OFFICE_STAFF"), year_2027, "", {{"year", "2027"}});
  EXPECT_EQ(preview.body.at("moved").to_number<int>(), 1);
  EXPECT_EQ(preview.body.at("moves").at(0).at("from").get_string(), "2027-02-18");
  EXPECT_EQ(preview.body.at("moves").at(0).at("to").get_string(), "2027-02-19");
  EXPECT_EQ(moves_recorded(), 0u);
  EXPECT_TRUE(ledger().empty());
  EXPECT_EQ(get("2027").etag, "\"0\"");
  EXPECT_FALSE(get("2027").body.at("announced").get_bool());

  // When a listener cannot, nothing changes at all.
  fail = true;
  EXPECT_EQ(problem_of([&] { put("2027", year_2027, "\"0\""); }), "no");
  EXPECT_EQ(moves_recorded(), 0u);
  EXPECT_FALSE(get("2027").body.at("announced").get_bool());

  fail = false;
  EXPECT_EQ(put("2027", year_2027, "\"0\"").body.at("moved").to_number<int>(), 1);
  EXPECT_EQ(moves_recorded(), 1u);
  EXPECT_EQ(json::parse(ledger()[0].detail).at("moved").to_number<int>(), 1);
}

TEST_P(CalendarTest, ADeadlineIsExplained) {
  const auto answer = deadline("first_contact", "2026-09-18").body;
  EXPECT_EQ(answer.at("deadline").at("due").get_string(), "2026-10-15");
  EXPECT_EQ(answer.at("rule").at("count").to_number<int>(), 15);
  const auto& steps = answer.at("deadline").at("steps").get_array();
  EXPECT_EQ(steps.size(), 27u);
  EXPECT_EQ(steps[1].at("kind").get_string(), "MAKE_UP_WORKDAY");
  EXPECT_EQ(problem_of([&] { deadline("never", "2026-09-18"); }), "invalid_field rule");
  EXPECT_EQ(problem_of([&] { deadline("reply", "9999-12-31"); }), "not_found");
}

}  // namespace
}  // namespace yizheng::committee
