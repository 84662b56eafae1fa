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
  const auto made = add(R"({"name":"方晓岚","gender":"F","phone":"13900000001","member_number":"1001","party":"CDL","sector_id":")" +
                        sector + "\"}");
  EXPECT_EQ(made.status, 201);
  const std::string id(made.body.at("person_id").get_string());
  EXPECT_EQ(made.body.at("membership").at("status").get_string(), "ACTIVE");
  const Id person = parse_id(id).value(), committee = made_.committee.committee_id;
  database_->read([&](store::Connection& db) { EXPECT_TRUE(identity::active_membership(db, committee, person)); });

  const auto changed = call(Method::PATCH, "/api/v1/members/{id}", caller("OFFICE_STAFF"), R"({"status":"RESIGNED"})", "", {{"id", id}});
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

TEST_P(MemberTest, WhatIsWrongIsRefused) {
  const auto unit = organisation_of(R"({"kind":"HANDLING_UNIT","name":"区水务局","subkind":"GOVERNMENT"})");
  add(R"({"name":"方晓岚","member_number":"1001"})");
  EXPECT_EQ(refused(R"({"member_number":"1002"})"), "invalid_field /name");
  EXPECT_EQ(refused(R"({"name":"王若谷","member_number":"1001"})"), "already_exists /member_number");
  EXPECT_EQ(refused(R"({"name":"王若谷","party":"NOBODY"})"), "invalid_field /party");
  EXPECT_EQ(refused(R"({"name":"王若谷","sector_id":")" + unit + "\"}"), "invalid_field /sector_id");
  EXPECT_EQ(refused(R"({"person_id":"99"})"), "invalid_field /person_id");
  EXPECT_EQ(problem_of([&] {
              call(Method::PATCH, "/api/v1/members/{id}", caller("OFFICE_STAFF"), R"({"standing":true})", "", {{"id", "99"}});
            }),
            "not_found");
}

TEST_P(MemberTest, AnotherCommitteesSectorAndPersonAreUnknown) {
  const auto mine = add(R"({"name":"方晓岚"})");
  made_ = make("donghe");
  const std::string id(mine.body.at("person_id").get_string());
  EXPECT_EQ(refused(R"({"person_id":")" + id + "\"}"), "invalid_field /person_id");
  EXPECT_EQ(problem_of([&] { call(Method::GET, "/api/v1/members/{id}", caller("OFFICE_STAFF"), "", "", {{"id", id}}); }), "not_found");
}

}  // namespace
}  // namespace yizheng::committee
