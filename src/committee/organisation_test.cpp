#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "committee/committee_fixture.h"
#include "committee/organisation_actions.h"
#include "store/ledger.h"

namespace yizheng::committee {
namespace {

using http::Method;

class OrganisationTest : public CommitteeTest {
 protected:
  std::string refused(const std::string& body) {
    return problem_of([&] { call(Method::POST, "/api/v1/organisations", caller("OFFICE_STAFF"), body); });
  }
  std::vector<store::LedgerRow> ledger(const char* kind, Id id) {
    return database_->read(
        [&](store::Connection& db) { return store::ledger_of(db, made_.committee.committee_id, kind, id); });
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, OrganisationTest, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST(SessionTitle, IsWrittenAsTheFieldDoes) {
  EXPECT_EQ(session_title(10, 3), "十届三次");
  EXPECT_EQ(session_title(13, 1), "十三届一次");
  EXPECT_EQ(session_title(7, 10), "七届十次");
  EXPECT_EQ(session_title(20, 25), "二十届二十五次");
}

TEST_P(OrganisationTest, ANewCommitteeIsWholeAndInItsLedger) {
  EXPECT_EQ(made_.session.title, "十届五次");
  const auto entries = ledger("committee", made_.committee.committee_id);
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0].action, "committee.create");
  EXPECT_EQ(entries[0].seq, 1);
  EXPECT_EQ(problem_of([&] { make("qinghe"); }), "already_exists");
  EXPECT_EQ(problem_of([&] { make("Qing he"); }), "invalid_field code");
  // A committee of this name could never be reached: /public/committees is the list of committees.
  for (const auto& route : routes_) {
    const std::string_view open = "/api/v1/public/";
    if (!route.path.starts_with(open) || route.path[open.size()] == '{') continue;
    const auto word = route.path.substr(open.size());
    EXPECT_EQ(problem_of([&] { make(word.substr(0, word.find('/'))); }), "invalid_field code") << word;
  }
  EXPECT_NE(make("donghe").committee.committee_id, made_.committee.committee_id);
  database_->read([&](store::Connection& db) {
    EXPECT_EQ(committees(db).size(), 2u);
    EXPECT_EQ(committee_by_code(db, "qinghe")->name, "政协清河区委员会");
    EXPECT_FALSE(committee_by_code(db, "nowhere"));
    const Id id = made_.committee.committee_id;
    EXPECT_FALSE(session_at(db, id, start_of(day("2025-10-11"))));
    EXPECT_EQ(session_at(db, id, start_of(day("2025-10-12")))->number, 5);
    EXPECT_EQ(session_at(db, id, start_of(day("2026-11-01")))->number, 5);
  });
}

TEST_P(OrganisationTest, OfficeStaffMakeAndChangeOrganisations) {
  const auto made = call(Method::POST, "/api/v1/organisations", caller("OFFICE_STAFF"),
                         R"({"kind":"HANDLING_UNIT","name":"区水务局","code":"WATER","subkind":"GOVERNMENT"})");
  EXPECT_EQ(made.status, 201);
  EXPECT_EQ(made.etag, "\"1\"");
  EXPECT_EQ(made.body.at("position").to_number<int>(), 1);
  const std::string id(made.body.at("id").get_string());

  const auto changed = call(Method::PATCH, "/api/v1/organisations/{id}", caller("OFFICE_STAFF"),
                            R"({"short_name":"水务","active":false})", "\"1\"", {{"id", id}});
  EXPECT_EQ(changed.etag, "\"2\"");
  EXPECT_FALSE(changed.body.at("active").get_bool());
  EXPECT_EQ(changed.body.at("name").get_string(), "区水务局");
  EXPECT_EQ(problem_of([&] {
              call(Method::PATCH, "/api/v1/organisations/{id}", caller("OFFICE_STAFF"), R"({"short_name":"水"})",
                   "\"1\"", {{"id", id}});
            }),
            "changed_meanwhile");
  EXPECT_EQ(problem_of([&] {
              call(Method::PATCH, "/api/v1/organisations/{id}", caller("OFFICE_STAFF"), R"({"short_name":"水"})", "",
                   {{"id", id}});
            }),
            "if_match_required If-Match");

  const auto entries = ledger("organisation", parse_id(id).value());
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[1].action, "organisation.change");
  EXPECT_EQ(entries[1].actor_role, "OFFICE_STAFF");
  const auto detail = json::parse(entries[1].detail);
  EXPECT_EQ(detail.at("before").at("short_name").get_string(), "");
  EXPECT_EQ(detail.at("after").at("short_name").get_string(), "水务");

  const auto active = call(Method::GET, "/api/v1/organisations", caller("MEMBER"), "", "", {},
                           {{"kind", "HANDLING_UNIT"}, {"active", "true"}});
  EXPECT_TRUE(active.body.at("items").get_array().empty());
  EXPECT_EQ(call(Method::GET, "/api/v1/organisations", caller("MEMBER")).body.at("items").get_array().size(), 1u);
}

TEST_P(OrganisationTest, RefusesWhatDoesNotFit) {
  EXPECT_EQ(refused(R"({"kind":"SECTOR","name":" "})"), "invalid_field /name");
  EXPECT_EQ(refused(R"({"kind":"CLUB","name":"甲"})"), "invalid_field /kind");
  EXPECT_EQ(refused(R"({"kind":"SECTOR","name":"甲","subkind":"PARTY"})"), "invalid_field /subkind");
  EXPECT_EQ(refused(R"({"kind":"HANDLING_UNIT","name":"甲"})"), "invalid_field /subkind");
  EXPECT_EQ(refused(R"({"kind":"PARTICIPATING_UNIT","name":"甲","subkind":"GOVERNMENT"})"), "invalid_field /subkind");
  EXPECT_EQ(refused(R"({"kind":"SECTOR","name":"甲","code":"a b"})"), "invalid_field /code");
  EXPECT_EQ(refused(R"({"kind":"SECTOR","name":"甲","parent_id":"123"})"), "invalid_field /parent_id");
  EXPECT_EQ(refused(R"({"kind":"SECTOR","name":"教育界","code":"EDU"})"), "");
  EXPECT_EQ(refused(R"({"kind":"SECTOR","name":"教育界"})"), "already_exists");
  EXPECT_EQ(refused(R"({"kind":"SECTOR","name":"卫生界","code":"EDU"})"), "already_exists");
  EXPECT_EQ(refused(R"({"kind":"ACTIVITY_GROUP","name":"教育界","code":"EDU"})"), "");  // another kind may
}

TEST_P(OrganisationTest, NeverGoesInACircle) {
  const auto make_one = [&](const std::string& body) {
    return std::string(
        call(Method::POST, "/api/v1/organisations", caller("OFFICE_STAFF"), body).body.at("id").get_string());
  };
  const auto above = make_one(R"({"kind":"HANDLING_UNIT","name":"区政府","subkind":"GOVERNMENT"})");
  const auto below = make_one(
      fmt::format(R"({{"kind":"HANDLING_UNIT","name":"区教育局","subkind":"GOVERNMENT","parent_id":"{}"}})", above));
  const auto put_under = [&](const std::string& id, const std::string& parent) {
    return problem_of([&] {
      call(Method::PATCH, "/api/v1/organisations/{id}", caller("OFFICE_STAFF"),
           fmt::format(R"({{"parent_id":"{}"}})", parent), "\"1\"", {{"id", id}});
    });
  };
  EXPECT_EQ(put_under(above, below), "invalid_field /parent_id");
  EXPECT_EQ(put_under(above, above), "invalid_field /parent_id");
  EXPECT_EQ(problem_of([&] {
              call(Method::PATCH, "/api/v1/organisations/{id}", caller("OFFICE_STAFF"), R"({"no_parent":true})",
                   "\"1\"", {{"id", below}});
            }),
            "");
}

TEST_P(OrganisationTest, AnotherCommitteesIdsDoNotExist) {
  const auto other = make("donghe");
  Organisation foreign{.committee_id = other.committee.committee_id,
                       .id = new_id(),
                       .kind = OrganisationKind::SECTOR,
                       .code = "",
                       .name = "外会界别",
                       .short_name = "",
                       .subkind = "",
                       .parent_id = {}};
  database_->write_and_wait([&](store::Write& write) { insert_organisation(write, foreign); });
  EXPECT_EQ(problem_of([&] {
              call(Method::PATCH, "/api/v1/organisations/{id}", caller("OFFICE_STAFF"), R"({"name":"改"})", "\"1\"",
                   {{"id", to_string(foreign.id)}});
            }),
            "not_found");
  EXPECT_EQ(
      problem_of([&] {
        call(Method::GET, "/api/v1/organisations/{id}", caller("MEMBER"), "", "", {{"id", to_string(foreign.id)}});
      }),
      "not_found");
  EXPECT_EQ(problem_of([&] {
              call(Method::PATCH, "/api/v1/sessions/{id}", caller("OFFICE_STAFF"), R"({"opens_on":"2026-01-13"})",
                   "\"1\"", {{"id", to_string(other.session.id)}});
            }),
            "not_found");
  EXPECT_EQ(refused(fmt::format(R"({{"kind":"SECTOR","name":"甲","parent_id":"{}"}})", to_string(foreign.id))),
            "invalid_field /parent_id");
  const auto body = fmt::format(
      R"({{"term_id":"{}","number":1,"opens_on":"2026-01-12","closes_on":"2026-01-13","window_opens_at":"2025-10-01T00:00:00+08:00","deadline_at":"2026-01-13T17:00:00+08:00"}})",
      to_string(other.term.id));
  EXPECT_EQ(problem_of([&] { call(Method::POST, "/api/v1/sessions", caller("OFFICE_STAFF"), body); }),
            "invalid_field /term_id");
}

TEST_P(OrganisationTest, TermsAndSessionsFollowOneAnother) {
  const auto staff = caller("OFFICE_STAFF");
  EXPECT_EQ(problem_of([&] {
              call(Method::POST, "/api/v1/terms", staff,
                   R"({"number":11,"starts_on":"2026-06-01","ends_on":"2031-05-31"})");
            }),
            "terms_overlap");
  EXPECT_EQ(problem_of([&] {
              call(Method::POST, "/api/v1/terms", staff,
                   R"({"number":10,"starts_on":"2027-01-01","ends_on":"2031-12-31"})");
            }),
            "already_exists");
  const auto term =
      call(Method::POST, "/api/v1/terms", staff, R"({"number":11,"starts_on":"2027-01-01","ends_on":"2031-12-31"})");
  EXPECT_EQ(term.status, 201);
  const std::string term_id(term.body.at("id").get_string());
  const auto body = [&](int number, const char* opens, const char* deadline) {
    return fmt::format(
        R"({{"term_id":"{}","number":{},"opens_on":"{}","closes_on":"2027-01-15","window_opens_at":"2026-10-12T00:00:00+08:00","deadline_at":"{}"}})",
        term_id, number, opens, deadline);
  };
  const auto post = [&](const std::string& text) { return call(Method::POST, "/api/v1/sessions", staff, text); };
  EXPECT_EQ(problem_of([&] { post(body(1, "2027-01-16", "2027-01-14T17:00:00+08:00")); }), "invalid_field /closes_on");
  EXPECT_EQ(problem_of([&] { post(body(1, "2026-12-31", "2027-01-14T17:00:00+08:00")); }), "invalid_field /opens_on");
  EXPECT_EQ(problem_of([&] { post(body(1, "2027-01-12", "2026-10-01T17:00:00+08:00")); }),
            "invalid_field /deadline_at");
  EXPECT_EQ(problem_of([&] { post(body(0, "2027-01-12", "2027-01-14T17:00:00+08:00")); }), "invalid_field /number");
  const auto made = post(body(1, "2027-01-12", "2027-01-14T17:00:00+08:00"));
  EXPECT_EQ(made.body.at("title").get_string(), "十一届一次");
  EXPECT_EQ(problem_of([&] { post(body(1, "2027-01-12", "2027-01-14T17:00:00+08:00")); }), "already_exists");

  const auto list = call(Method::GET, "/api/v1/sessions", caller("MEMBER")).body.at("items").get_array();
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].at("title").get_string(), "十一届一次");
  const auto moved =
      call(Method::PATCH, "/api/v1/sessions/{id}", staff, R"({"deadline_at":"2027-01-14T12:00:00+08:00"})", "\"1\"",
           {{"id", std::string(made.body.at("id").get_string())}});
  EXPECT_EQ(moved.etag, "\"2\"");
  EXPECT_EQ(moved.body.at("deadline_at").get_string(), "2027-01-14T12:00:00.000+08:00");
}

TEST_P(OrganisationTest, OneAnswerDrawsTheForms) {
  const ScopedClock clock(Instant{start_of(day("2026-03-02")).ms});
  const auto view = call(Method::GET, "/api/v1/committee", caller("MEMBER")).body;
  EXPECT_EQ(view.at("code").get_string(), "qinghe");
  EXPECT_EQ(view.at("today").get_string(), "2026-03-02");
  EXPECT_EQ(view.at("session").at("title").get_string(), "十届五次");
  EXPECT_EQ(view.at("term").at("number").to_number<int>(), 10);
  EXPECT_EQ(view.at("lists").at("categories").get_array().size(), 6u);
  EXPECT_EQ(view.at("deadlines").at("reply").at("title").at("zh_hant").get_string(), "答覆期限");
  EXPECT_EQ(view.at("text_limits").at("title_max").to_number<int>(), 40);

  // What an import has brought stands behind the pack's own.
  database_->write_and_wait([&](store::Write& write) {
    insert_choice(write, made_.committee.committee_id, "categories", {"TRAFFIC", {"道路交通", "道路交通", "Traffic"}});
  });
  const auto wider =
      call(Method::GET, "/api/v1/committee", caller("MEMBER")).body.at("lists").at("categories").get_array();
  ASSERT_EQ(wider.size(), 7u);
  EXPECT_EQ(wider[6].at("title").at("zh").get_string(), "道路交通");
  const auto names = call(Method::GET, "/api/v1/public/committees", std::make_shared<http::Caller>()).body;
  EXPECT_EQ(names.at("items").at(0).at("code").get_string(), "qinghe");
  EXPECT_EQ(names.at("items").at(0).get_object().size(), 3u);
}

}  // namespace
}  // namespace yizheng::committee
