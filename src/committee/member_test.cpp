#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "committee/committee_fixture.h"
#include "identity/people.h"
#include "store/ledger.h"

namespace yizheng::committee {
namespace {

using http::Method;

class MemberTest : public CommitteeTest {
 protected:
  std::string organisation_of(const std::string& body) {
    const auto made = call(Method::POST, "/api/v1/organisations", caller("OFFICE_STAFF"), body);
    return std::string(made.body.at("id").get_string());
  }
  Answer add(const std::string& body) { return call(Method::POST, "/api/v1/members", caller("OFFICE_STAFF"), body); }
  std::string refused(const std::string& body) {
    return problem_of([&] { add(body); });
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, MemberTest, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(MemberTest, TheOfficeEntersAMemberAndEndsHisMembership) {
  const auto sector = organisation_of(R"({"kind":"SECTOR","name":"教育界"})");
  const auto made =
      add(R"({"name":"方晓岚","gender":"F","phone":"13900000001","member_number":"1001","party":"CDL","sector_id":")" +
          sector + "\"}");
  EXPECT_EQ(made.status, 201);
  const std::string id(made.body.at("person_id").get_string());
  EXPECT_EQ(made.body.at("membership").at("status").get_string(), "ACTIVE");
  const Id person = parse_id(id).value(), committee = made_.committee.committee_id;
  database_->read([&](store::Connection& db) { EXPECT_TRUE(identity::active_membership(db, committee, person)); });

  const auto changed = call(Method::PATCH, "/api/v1/members/{id}", caller("OFFICE_STAFF"), R"({"status":"RESIGNED"})",
                            made.etag, {{"id", id}});
  EXPECT_EQ(changed.body.at("membership").at("status").get_string(), "RESIGNED");
  EXPECT_EQ(changed.body.at("membership").at("sector_id").get_string(), sector);
  database_->read([&](store::Connection& db) {
    EXPECT_FALSE(identity::active_membership(db, committee, person));
    const auto entries = store::ledger_of(db, committee, "person", person);
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[1].from_state, "ACTIVE");
    EXPECT_EQ(entries[1].to_state, "RESIGNED");
    for (const auto& entry : entries) EXPECT_THAT(entry.detail, ::testing::Not(::testing::HasSubstr("13900000001")));
  });
}

TEST_P(MemberTest, TwoClerksDoNotOverwriteEachOther) {
  const auto sector = organisation_of(R"({"kind":"SECTOR","name":"教育界"})");
  const auto made = add(R"({"name":"方晓岚","employer":"清河一中","sector_id":")" + sector + "\"}");
  const std::string id(made.body.at("person_id").get_string());
  const auto change = [&](const std::string& body, const std::string& version) {
    return call(Method::PATCH, "/api/v1/members/{id}", caller("OFFICE_STAFF"), body, version, {{"id", id}});
  };
  EXPECT_EQ(problem_of([&] { change(R"({"standing":true})", ""); }), "if_match_required If-Match");
  const auto first = change(R"({"employer":"清河二中","post":"校长","clear":["sector_id"]})", made.etag);
  const auto& membership = first.body.at("membership").as_object();
  EXPECT_EQ(membership.at("employer").get_string(), "清河二中");
  EXPECT_EQ(membership.at("post").get_string(), "校长");
  EXPECT_FALSE(membership.contains("sector_id"));
  EXPECT_NE(first.etag, made.etag);
  EXPECT_EQ(problem_of([&] { change(R"({"employer":"清河三中"})", made.etag); }), "changed_meanwhile");
  EXPECT_EQ(problem_of([&] { change(R"({"clear":["party"]})", first.etag); }), "invalid_field /clear/0");
  EXPECT_EQ(problem_of([&] { change(R"({"clear":["sector_id"],"sector_id":")" + sector + "\"}", first.etag); }),
            "invalid_field /clear/0");
  const auto now = call(Method::GET, "/api/v1/members/{id}", caller("OFFICE_STAFF"), "", "", {{"id", id}});
  EXPECT_EQ(now.etag, first.etag);
  EXPECT_EQ(now.body.at("membership").at("employer").get_string(), "清河二中");
}

TEST_P(MemberTest, WhatIsWrongIsRefused) {
  const auto unit = organisation_of(R"({"kind":"HANDLING_UNIT","name":"区水务局","subkind":"GOVERNMENT"})");
  add(R"({"name":"方晓岚","member_number":"1001"})");
  EXPECT_EQ(refused(R"({"member_number":"1002"})"), "invalid_field /name");
  EXPECT_EQ(refused(R"({"name":"王若谷","member_number":"1001"})"), "already_exists /member_number");
  EXPECT_EQ(refused(R"({"name":"王若谷","party":"NOBODY"})"), "invalid_field /party");
  EXPECT_EQ(refused(R"({"name":"王若谷","sector_id":")" + unit + "\"}"), "invalid_field /sector_id");
  EXPECT_EQ(refused(R"({"person_id":"99"})"), "invalid_field /person_id");
  EXPECT_EQ(problem_of([&] {
              call(Method::PATCH, "/api/v1/members/{id}", caller("OFFICE_STAFF"), R"({"standing":true})", "\"1\"",
                   {{"id", "99"}});
            }),
            "not_found");
}

TEST_P(MemberTest, AnotherCommitteesSectorAndPersonAreUnknown) {
  const auto mine = add(R"({"name":"方晓岚"})");
  made_ = make("donghe");
  const std::string id(mine.body.at("person_id").get_string());
  EXPECT_EQ(refused(R"({"person_id":")" + id + "\"}"), "invalid_field /person_id");
  EXPECT_EQ(problem_of([&] {
              call(Method::GET, "/api/v1/members/{id}", caller("OFFICE_STAFF"), "", "", {{"id", id}});
            }),
            "not_found");
}

TEST_P(MemberTest, FormerMembersAreThoseOfEarlierTermsAndThoseWhoLeft) {
  const auto id_of = [](const Answer& answer) { return std::string(answer.body.at("person_id").get_string()); };
  const auto left = id_of(add(R"({"name":"方晓岚"})")), stayed = id_of(add(R"({"name":"王若谷"})"));
  const auto former = [&](std::vector<std::pair<std::string, std::string>> query = {}) {
    return call(Method::GET, "/api/v1/former-members", caller("OFFICE_STAFF"), "", "", {}, std::move(query)).body;
  };
  EXPECT_TRUE(former().at("items").as_array().empty());
  call(Method::PATCH, "/api/v1/members/{id}", caller("OFFICE_STAFF"), R"({"status":"RESIGNED"})", "\"1\"",
       {{"id", left}});
  auto items = former().at("items").as_array();
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].at("name").get_string(), "方晓岚");
  EXPECT_EQ(items[0].at("status").get_string(), "RESIGNED");
  EXPECT_TRUE(items[0].at("this_term").get_bool());

  call(Method::POST, "/api/v1/terms", caller("OFFICE_STAFF"),
       R"({"number":11,"starts_on":"2027-01-01","ends_on":"2031-12-31"})");
  EXPECT_EQ(former().at("items").as_array().size(), 2u);
  const auto first = former({{"limit", "1"}});
  ASSERT_EQ(first.at("items").as_array().size(), 1u);
  const auto second = former({{"limit", "1"}, {"after", std::string(first.at("next").get_string())}});
  ASSERT_EQ(second.at("items").as_array().size(), 1u);
  EXPECT_NE(first.at("items").at(0).at("person_id"), second.at("items").at(0).at("person_id"));
  EXPECT_FALSE(second.as_object().contains("next"));

  items = former({{"query", "若谷"}}).at("items").as_array();
  ASSERT_EQ(items.size(), 1u);
  EXPECT_FALSE(items[0].at("this_term").get_bool());
  EXPECT_EQ(items[0].at("term_number").to_number<int>(), 10);
  EXPECT_EQ(add(R"({"person_id":")" + stayed + "\"}").status, 201);
  EXPECT_TRUE(former({{"query", "若谷"}}).at("items").as_array().empty());
}

TEST_P(MemberTest, LeadersAreToldToThoseWhoDealWithKeyProposals) {
  const Id committee = made_.committee.committee_id;
  database_->write_and_wait([&](store::Write& write) {
    const auto account = [&](std::int64_t id, const char* login, const char* name, bool disabled,
                             std::initializer_list<const char*> roles) {
      identity::Account made;
      made.committee_id = committee;
      made.id = Id{id};
      made.login = login;
      made.display_name = name;
      made.disabled = disabled;
      made.created_at = Instant{0};
      identity::insert_account(write, made);
      for (const char* role : roles) identity::insert_role(write, {committee, Id{id}, role, Id{}});
    };
    account(501, "leader", "乙领导", false, {"PARTY_GOV_LEADER"});
    account(502, "chair", "甲主席", false, {"CHAIR", "STANDING_MEMBER"});
    account(503, "gone", "丙副主席", true, {"VICE_CHAIR"});
    account(504, "clerk", "丁专员", false, {"PROPOSAL_COMMITTEE"});
  });
  for (const char* role : {"CHAIR", "PROPOSAL_COMMITTEE"}) {
    const auto list = call(Method::GET, "/api/v1/leaders", caller(role)).body;
    std::map<std::string, std::string> found;
    for (const auto& item : list.at("items").as_array()) {
      found[std::string(item.at("account_id").get_string())] = json::serialize(item.at("roles"));
    }
    EXPECT_THAT(found, ::testing::ElementsAre(::testing::Pair("501", R"(["PARTY_GOV_LEADER"])"),
                                              ::testing::Pair("502", R"(["CHAIR"])")));
  }
  EXPECT_EQ(problem_of([&] { call(Method::GET, "/api/v1/leaders", caller("OFFICE_STAFF")); }), "forbidden");
}

}  // namespace
}  // namespace yizheng::committee
