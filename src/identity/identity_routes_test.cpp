#include "identity/identity_routes.h"

#include <gtest/gtest.h>

#include "identity/notices.h"
#include "identity/testing.h"

namespace yizheng::identity {
namespace {

using enum http::Method;
using testing::password;
using testing::Place;
using testing::problem_of;

std::string text(const json::value& value, const char* pointer) {
  return std::string(value.at_pointer(pointer).as_string());
}
std::string header(const http::Response& response, std::string_view name) {
  for (const auto& [given, value] : response.headers) {
    if (given == name) return value;
  }
  return "";
}

class IdentityRoutes : public ::testing::TestWithParam<store::Engine> {
 protected:
  Place place{GetParam(), 2};

  std::string signed_in(const std::string& login, const std::vector<std::string>& roles, Id person = {}) {
    place.account(login, roles, person);
    return place.sign_in(login);
  }
  Problem refused(http::Method method, const std::string& target, const std::string& cookie,
                  const std::string& body = "") {
    return problem_of([&] { place.call(method, target, cookie, body); });
  }
  std::string account_path(Id id, const char* tail = "") { return "/api/v1/accounts/" + to_string(id) + tail; }
};
INSTANTIATE_TEST_SUITE_P(Engines, IdentityRoutes, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(IdentityRoutes, SignInSetsTheCookieAndTellsWhoOneIs) {
  place.account("li.ming", {"MEMBER"}, place.member("李明"));
  const auto response =
      place.call(POST, "/api/v1/sign-in", "",
                 R"({"committee": "first", "login": "li.ming", "password": "tall-lantern-river-92"})");
  const auto set = header(response, "Set-Cookie");
  EXPECT_TRUE(set.starts_with("__Host-yizheng_session="));
  EXPECT_NE(set.find("; HttpOnly"), std::string::npos);
  EXPECT_EQ(header(response, "Cache-Control"), "no-store");
  const auto me = json::parse(response.body);
  EXPECT_EQ(text(me, "/login"), "li.ming");
  EXPECT_EQ(text(me, "/roles/0/role"), "MEMBER");
  EXPECT_EQ(text(me, "/permissions/0"), "proposal.write");
  EXPECT_EQ(text(me, "/committee_code"), "first");
  EXPECT_FALSE(me.at("must_change_password").as_bool());

  const auto cookie = set.substr(23, set.find(';') - 23);
  EXPECT_EQ(place.call(GET, "/api/v1/me", cookie).body, response.body);
  EXPECT_EQ(text(me, "/csrf_token"), place.caller(cookie)->csrf_token);
  EXPECT_EQ(response.body.find("argon2"), std::string::npos);
}

TEST_P(IdentityRoutes, SignInEndsTheSessionTheBrowserStillHad) {
  const auto before = signed_in("li.ming", {"MEMBER"});
  place.call(POST, "/api/v1/sign-in", before,
             R"({"committee": "first", "login": "li.ming", "password": "tall-lantern-river-92"})");
  EXPECT_FALSE(place.caller(before));
}

TEST_P(IdentityRoutes, SignOutEndsTheSession) {
  const auto cookie = signed_in("li.ming", {"MEMBER"});
  const auto response = place.call(POST, "/api/v1/sign-out", cookie);
  EXPECT_NE(header(response, "Set-Cookie").find("Max-Age=0"), std::string::npos);
  EXPECT_EQ(refused(GET, "/api/v1/me", cookie).status, 401);
}

TEST_P(IdentityRoutes, AUnitsOfficerIsToldForWhichUnit) {
  const auto me = place.json_of(GET, "/api/v1/me", signed_in("water", {"UNIT_OFFICER"}));
  EXPECT_EQ(text(me, "/roles/0/organisation_name"), "区水务局");
  EXPECT_EQ(text(me, "/roles/0/organisation_id"), to_string(place.unit_id));
  EXPECT_FALSE(me.as_object().contains("person_id"));
}

TEST_P(IdentityRoutes, APersonSeesAndEndsHisSessionsAndNoOther) {
  const auto first = signed_in("li.ming", {"MEMBER"});
  const auto second = place.sign_in("li.ming");
  const auto stranger = signed_in("wang.fang", {"MEMBER"});
  const auto list = place.json_of(GET, "/api/v1/me/sessions", second).as_array();
  ASSERT_EQ(list.size(), 2u);
  EXPECT_TRUE(list[0].at("current").as_bool());
  EXPECT_FALSE(list[1].at("current").as_bool());
  const auto path = "/api/v1/me/sessions/" + text(list[1], "/id");
  EXPECT_EQ(refused(DELETE, path, stranger).status, 404);
  EXPECT_TRUE(place.caller(first));
  place.call(DELETE, path, second);
  EXPECT_FALSE(place.caller(first));
  EXPECT_TRUE(place.caller(second));
}

TEST_P(IdentityRoutes, AnAccountIsMadeWithAPasswordToldOnce) {
  const auto admin = signed_in("sys", {"SYS_ADMIN"});
  const auto made = place.json_of(POST, "/api/v1/accounts", admin, R"({"login": "Zhao.Lei", "display_name": "赵磊"})");
  const auto first_password = text(made, "/password");
  EXPECT_EQ(text(made, "/account/login"), "zhao.lei");
  EXPECT_TRUE(made.at_pointer("/account/must_change_password").as_bool());
  EXPECT_EQ(place.ledger_text().find(first_password), std::string::npos);
  const auto seen = place.call(GET, "/api/v1/accounts/" + text(made, "/account/id"), admin);
  EXPECT_EQ(header(seen, "ETag"), "\"1\"");
  EXPECT_EQ(seen.body.find(first_password), std::string::npos);

  const auto body =
      json::serialize(json::value{{"committee", "first"}, {"login", "zhao.lei"}, {"password", first_password}});
  EXPECT_TRUE(place.json_of(POST, "/api/v1/sign-in", "", body).at("must_change_password").as_bool());

  const auto taken = refused(POST, "/api/v1/accounts", admin, R"({"login": "ZHAO.LEI", "display_name": "赵磊"})");
  EXPECT_EQ(taken.code, "login_taken");
  EXPECT_EQ(refused(POST, "/api/v1/accounts", admin, R"({"login": "赵磊", "display_name": "赵磊"})").field, "/login");
  EXPECT_EQ(refused(POST, "/api/v1/accounts", admin, R"({"login": "x", "display_name": "a\nb"})").field,
            "/display_name");
  EXPECT_EQ(refused(POST, "/api/v1/accounts", admin, R"({"login": "x", "display_name": "x", "person_id": "7"})").field,
            "/person_id");
}

TEST_P(IdentityRoutes, OnlyTheRightAdministratorDoesEachThing) {
  const auto member = signed_in("li.ming", {"MEMBER"});
  const auto id = place.account("wang.fang", {"MEMBER"});
  const auto sys = signed_in("sys", {"SYS_ADMIN"});
  const auto sec = signed_in("sec", {"SEC_ADMIN"});
  const auto audit = signed_in("audit", {"AUDIT_ADMIN"});
  const auto fresh = R"({"login": "new", "display_name": "新"})";
  for (const auto& other : {member, sec, audit}) {
    EXPECT_EQ(refused(POST, "/api/v1/accounts", other, fresh).status, 403);
    EXPECT_EQ(refused(PATCH, account_path(id), other, R"({"disabled": true})").status, 403);
    EXPECT_EQ(refused(POST, account_path(id, "/reset-password"), other).status, 403);
  }
  for (const auto& other : {member, sys, audit}) {
    EXPECT_EQ(refused(PUT, account_path(id, "/roles"), other, R"({"roles": []})").status, 403);
  }
  for (const auto& other : {member, sys, sec}) {
    EXPECT_EQ(refused(GET, "/api/v1/ledger", other).status, 403);
    EXPECT_EQ(refused(POST, "/api/v1/ledger/verify", other).status, 403);
  }
  for (const auto& other : {member, audit}) {
    EXPECT_EQ(refused(GET, "/api/v1/accounts", other).status, 403);
    EXPECT_EQ(refused(GET, account_path(id), other).status, 403);
  }
  EXPECT_EQ(refused(GET, "/api/v1/accounts", "").status, 401);
}

TEST_P(IdentityRoutes, AccountsAreListedPageByPage) {
  const auto sec = signed_in("sec", {"SEC_ADMIN"});
  place.account("a1", {"MEMBER"});
  place.account("a2", {"STAFF"});
  place.account("foreign", {"MEMBER"}, {}, 1);
  const auto first = place.json_of(GET, "/api/v1/accounts?limit=2", sec);
  EXPECT_EQ(text(first, "/items/0/login"), "a1");
  EXPECT_EQ(text(first, "/items/1/roles/0/role"), "STAFF");
  const auto second = place.json_of(GET, "/api/v1/accounts?limit=2&after=" + text(first, "/next"), sec);
  EXPECT_EQ(second.at("items").as_array().size(), 1u) << "and nobody of the other committee";
  EXPECT_FALSE(second.as_object().contains("next"));
  EXPECT_EQ(place.json_of(GET, "/api/v1/accounts?role=STAFF", sec).at("items").as_array().size(), 1u);
  EXPECT_EQ(place.json_of(GET, "/api/v1/accounts?query=A1", sec).at("items").as_array().size(), 1u);
  EXPECT_EQ(refused(GET, "/api/v1/accounts?limit=0", sec).code, "invalid_limit");
}

TEST_P(IdentityRoutes, AnAccountIsDisabledEnabledAndUnlocked) {
  const auto sys = signed_in("sys", {"SYS_ADMIN"});
  const auto id = place.account("li.ming", {"MEMBER"});
  const auto cookie = place.sign_in("li.ming");
  EXPECT_TRUE(place.json_of(PATCH, account_path(id), sys, R"({"disabled": true})").at("disabled").as_bool());
  EXPECT_FALSE(place.caller(cookie));
  const auto stale = problem_of([&] {
    place.call(PATCH, account_path(id), sys, R"({"disabled": false})", {{"if-match", "\"1\""}});
  });
  EXPECT_EQ(stale.status, 412);
  EXPECT_EQ(stale.code, "changed_meanwhile");
  place.call(PATCH, account_path(id), sys, R"({"disabled": false})", {{"if-match", "\"2\""}});
  EXPECT_NO_THROW(place.sign_in("li.ming"));
  EXPECT_EQ(refused(PATCH, account_path(id), sys, R"({"locked": true})").field, "/locked");
  const auto own = place.caller(sys)->account_id;
  EXPECT_EQ(refused(PATCH, account_path(own), sys, R"({"disabled": true})").code, "own_account");
}

TEST_P(IdentityRoutes, AnAdministratorGivesBackAccessWithoutChoosingThePassword) {
  const auto sys = signed_in("sys", {"SYS_ADMIN"});
  const auto id = place.account("li.ming", {"MEMBER"});
  const auto cookie = place.sign_in("li.ming");
  EXPECT_EQ(refused(POST, account_path(id, "/reset-password"), sys, R"({"password": "chosen-by-admin"})").status, 422);
  const auto reset = place.json_of(POST, account_path(id, "/reset-password"), sys);
  EXPECT_FALSE(place.caller(cookie));
  EXPECT_THROW(place.sign_in("li.ming"), Problem) << "the old password is gone";
  const auto body =
      json::serialize(json::value{{"committee", "first"}, {"login", "li.ming"}, {"password", reset.at("password")}});
  EXPECT_TRUE(place.json_of(POST, "/api/v1/sign-in", "", body).at("must_change_password").as_bool());

  const auto audit = place.account("audit", {"AUDIT_ADMIN"});
  EXPECT_EQ(refused(POST, account_path(audit, "/reset-password"), sys).status, 403);
  EXPECT_EQ(refused(POST, account_path(place.caller(sys)->account_id, "/reset-password"), sys).code, "own_account");
}

TEST_P(IdentityRoutes, RolesAreGrantedWithinTheRules) {
  const auto sec = signed_in("sec", {"SEC_ADMIN"});
  const auto id = place.account("li.ming", {});
  const auto put = [&](const std::string& roles) {
    return refused(PUT, account_path(id, "/roles"), sec, R"({"roles": )" + roles + "}");
  };
  EXPECT_EQ(put(R"([{"role": "MEMBER"}, {"role": "STAFF"}])").code, "roles_exclusive");
  EXPECT_EQ(put(R"([{"role": "MEMBER"}, {"role": "AUDIT_ADMIN"}])").code, "roles_exclusive");
  EXPECT_EQ(put(R"([{"role": "KING"}])").field, "/roles/0/role");
  EXPECT_EQ(put(R"([{"role": "MEMBER"}, {"role": "UNIT_OFFICER"}])").field, "/roles/1/organisation_id");
  const auto in = [](Id organisation) {
    return R"([{"role": "UNIT_OFFICER", "organisation_id": ")" + to_string(organisation) + R"("}])";
  };
  EXPECT_EQ(put(in(place.sector_id)).field, "/roles/0/organisation_id") << "an organisation of another kind";
  EXPECT_EQ(put(in(Id{12345})).field, "/roles/0/organisation_id");
  EXPECT_EQ(put(R"([{"role": "MEMBER", "organisation_id": ")" + to_string(place.sector_id) + R"("}])").field,
            "/roles/0/organisation_id");
  EXPECT_TRUE(place.json_of(GET, account_path(id), sec).at("roles").as_array().empty()) << "nothing has changed";

  const auto granted = place.json_of(PUT, account_path(id, "/roles"), sec, R"({"roles": )" + in(place.unit_id) + "}");
  EXPECT_EQ(text(granted, "/roles/0/organisation_name"), "区水务局");
  EXPECT_NE(place.ledger_text().find("UNIT_OFFICER@" + to_string(place.unit_id)), std::string::npos);
}

TEST_P(IdentityRoutes, NobodyChangesHisOwnRoles) {
  const auto sec = signed_in("sec", {"SEC_ADMIN"});
  EXPECT_EQ(refused(PUT, account_path(place.caller(sec)->account_id, "/roles"), sec, R"({"roles": []})").code,
            "own_account");
  EXPECT_TRUE(place.caller(sec));
}

TEST_P(IdentityRoutes, AccountsOfAnotherCommitteeDoNotExist) {
  const auto foreign = place.account("foreign", {"MEMBER"}, {}, 1);
  const auto sys = signed_in("sys", {"SYS_ADMIN"});
  const auto sec = signed_in("sec", {"SEC_ADMIN"});
  EXPECT_EQ(refused(GET, account_path(foreign), sys).status, 404);
  EXPECT_EQ(refused(PATCH, account_path(foreign), sys, R"({"disabled": true})").status, 404);
  EXPECT_EQ(refused(POST, account_path(foreign, "/reset-password"), sys).status, 404);
  EXPECT_EQ(refused(PUT, account_path(foreign, "/roles"), sec, R"({"roles": []})").status, 404);
  EXPECT_NO_THROW(place.sign_in("foreign", 1));
}

constexpr const char* new_phone = "13911112222";

std::string profile(const std::string& phone, const std::string& post = "教师") {
  return json::serialize(json::value{{"name", "李明"},
                                     {"gender", ""},
                                     {"phone", phone},
                                     {"email", ""},
                                     {"address", ""},
                                     {"postcode", ""},
                                     {"employer", "第一中学"},
                                     {"post", post}});
}

TEST_P(IdentityRoutes, ChangesOfPersonalDataWaitForApproval) {
  const auto person = place.member("李明");
  const auto member = signed_in("li.ming", {"MEMBER"}, person);
  const auto staff = signed_in("staff", {"STAFF"});
  const auto asked = place.json_of(PUT, "/api/v1/me/profile", member, profile(new_phone, "校长"));
  EXPECT_EQ(text(asked, "/recorded/phone"), "13900000001") << "not yet";
  EXPECT_EQ(text(asked, "/pending/changes/phone/to"), new_phone);
  EXPECT_FALSE(asked.at_pointer("/pending/changes").as_object().contains("name"));
  EXPECT_EQ(place.json_of(GET, "/api/v1/me", staff).at("unread_notices").as_int64(), 1);

  EXPECT_EQ(refused(GET, "/api/v1/person-changes", member).status, 403);
  const auto list = place.json_of(GET, "/api/v1/person-changes", staff);
  ASSERT_EQ(list.at("items").as_array().size(), 1u);
  EXPECT_EQ(text(list, "/items/0/person_name"), "李明");
  const auto path = "/api/v1/person-changes/" + text(list, "/items/0/id") + "/decide";
  EXPECT_EQ(refused(POST, path, member, R"({"approve": true})").status, 403);
  EXPECT_EQ(refused(POST, path, staff, R"({"approve": false})").field, "/reason");
  EXPECT_EQ(text(place.json_of(POST, path, staff, R"({"approve": true})"), "/state"), "APPROVED");
  EXPECT_EQ(refused(POST, path, staff, R"({"approve": true})").code, "already_decided");

  const auto after = place.json_of(GET, "/api/v1/me/profile", member);
  EXPECT_EQ(text(after, "/recorded/phone"), new_phone);
  EXPECT_EQ(text(after, "/recorded/post"), "校长");
  EXPECT_FALSE(after.as_object().contains("pending"));
  EXPECT_EQ(text(place.json_of(GET, "/api/v1/notices", member), "/items/0/kind"), "notice.person_change.approved");
  const auto ledger = place.ledger_text();
  EXPECT_NE(ledger.find("person_change.approve"), std::string::npos);
  EXPECT_EQ(ledger.find(new_phone), std::string::npos) << "the ledger names fields, not what is in them";
}

TEST_P(IdentityRoutes, ARefusedChangeLeavesTheRecord) {
  const auto member = signed_in("li.ming", {"MEMBER"}, place.member("李明"));
  const auto staff = signed_in("staff", {"STAFF"});
  const auto asked = place.json_of(PUT, "/api/v1/me/profile", member, profile(new_phone));
  const auto path = "/api/v1/person-changes/" + text(asked, "/pending/id") + "/decide";
  place.call(POST, path, staff, R"({"approve": false, "reason": "请附证明"})");
  const auto after = place.json_of(GET, "/api/v1/me/profile", member);
  EXPECT_EQ(text(after, "/recorded/phone"), "13900000001");
  EXPECT_EQ(text(place.json_of(GET, "/api/v1/notices", member), "/items/0/parameters/reason"), "请附证明");
}

TEST_P(IdentityRoutes, ALaterWishReplacesTheEarlierAndTheSameWithdrawsIt) {
  const auto member = signed_in("li.ming", {"MEMBER"}, place.member("李明"));
  const auto staff = signed_in("staff", {"STAFF"});
  const auto first = text(place.json_of(PUT, "/api/v1/me/profile", member, profile("13933334444")), "/pending/id");
  const auto second = text(place.json_of(PUT, "/api/v1/me/profile", member, profile(new_phone)), "/pending/id");
  EXPECT_NE(first, second);
  EXPECT_EQ(refused(POST, "/api/v1/person-changes/" + first + "/decide", staff, R"({"approve": true})").code,
            "already_decided");
  const auto withdrawn = place.json_of(PUT, "/api/v1/me/profile", member, profile("13900000001"));
  EXPECT_FALSE(withdrawn.as_object().contains("pending"));
  EXPECT_EQ(refused(PUT, "/api/v1/me/profile", member, profile("13900000001")).code, "nothing_changed");
  EXPECT_EQ(place.json_of(GET, "/api/v1/person-changes?state=SUPERSEDED", staff).at("items").as_array().size(), 1u);
  EXPECT_EQ(place.json_of(GET, "/api/v1/person-changes?state=WITHDRAWN", staff).at("items").as_array().size(), 1u);
  EXPECT_TRUE(place.json_of(GET, "/api/v1/person-changes", staff).at("items").as_array().empty());
}

TEST_P(IdentityRoutes, NobodyApprovesHisOwnChange) {
  const auto staff = signed_in("staff", {"STAFF"}, place.member("李明"));
  const auto asked = place.json_of(PUT, "/api/v1/me/profile", staff, profile(new_phone));
  const auto path = "/api/v1/person-changes/" + text(asked, "/pending/id") + "/decide";
  EXPECT_EQ(refused(POST, path, staff, R"({"approve": true})").status, 403);
}

TEST_P(IdentityRoutes, WrongPersonalDataIsRefusedByItsField) {
  const auto member = signed_in("li.ming", {"MEMBER"}, place.member("李明"));
  const auto field = [&](const char* name, const std::string& value) {
    auto body = json::parse(profile(new_phone));
    body.as_object()[name] = value;
    return refused(PUT, "/api/v1/me/profile", member, json::serialize(body)).field;
  };
  EXPECT_EQ(field("name", ""), "/name");
  EXPECT_EQ(field("gender", "X"), "/gender");
  EXPECT_EQ(field("phone", "call me"), "/phone");
  EXPECT_EQ(field("email", "nowhere"), "/email");
  EXPECT_EQ(field("email", "a@b@c"), "/email");
  EXPECT_EQ(field("postcode", "12345"), "/postcode");
  EXPECT_EQ(field("address", std::string(201, 'x')), "/address");
  EXPECT_EQ(field("post", "a\nb"), "/post");
  const auto unit = signed_in("water", {"UNIT_OFFICER"});
  EXPECT_EQ(refused(GET, "/api/v1/me/profile", unit).code, "no_person");
  EXPECT_EQ(refused(PUT, "/api/v1/me/profile", unit, profile(new_phone)).code, "no_person");
}

TEST_P(IdentityRoutes, TheDirectoryShowsNamesAndNoContacts) {
  place.member("方晓岚", "13955556666");
  const auto response = place.call(GET, "/api/v1/members", signed_in("li.ming", {"MEMBER"}));
  EXPECT_NE(response.body.find("方晓岚"), std::string::npos);
  EXPECT_NE(response.body.find("教育界"), std::string::npos);
  EXPECT_EQ(response.body.find("13955556666"), std::string::npos);
  EXPECT_EQ(refused(GET, "/api/v1/members", signed_in("water", {"UNIT_OFFICER"})).status, 403);
}

TEST_P(IdentityRoutes, NoticesAreReadOneByOneOrAllAtOnce) {
  const auto cookie = signed_in("li.ming", {"MEMBER"});
  const auto account = place.caller(cookie)->account_id;
  place.database->write_and_wait([&](store::Write& write) {
    for (int i = 0; i < 3; ++i) notify(write, {place.committees[0], "notice.test", "proposal", Id{7}, {}}, {account});
  });
  const auto page = place.json_of(GET, "/api/v1/notices?limit=2", cookie);
  EXPECT_EQ(page.at("items").as_array().size(), 2u);
  EXPECT_EQ(
      place.json_of(GET, "/api/v1/notices?limit=2&after=" + text(page, "/next"), cookie).at("items").as_array().size(),
      1u);
  const auto path = "/api/v1/notices/" + text(page, "/items/0/id") + "/read";
  EXPECT_EQ(refused(POST, path, signed_in("wang.fang", {"MEMBER"})).status, 404);
  place.call(POST, path, cookie);
  EXPECT_EQ(place.json_of(GET, "/api/v1/notices?unread=true", cookie).at("items").as_array().size(), 2u);
  EXPECT_EQ(place.json_of(POST, "/api/v1/notices/read-all", cookie).at("marked").as_int64(), 2);
  EXPECT_EQ(place.json_of(GET, "/api/v1/me", cookie).at("unread_notices").as_int64(), 0);
}

TEST_P(IdentityRoutes, TheAuditAdministratorReadsAndVerifiesTheLedger) {
  const auto audit = signed_in("audit", {"AUDIT_ADMIN"});
  const auto id = place.account("li.ming", {"MEMBER"});
  place.sign_in("li.ming");
  const auto foreign = place.account("foreign", {"MEMBER"}, {}, 1);
  place.sign_in("foreign", 1);
  const auto path = "/api/v1/ledger?subject_kind=account&subject_id=";
  const auto page = place.json_of(GET, path + to_string(id), audit);
  ASSERT_EQ(page.at("items").as_array().size(), 1u);
  EXPECT_EQ(text(page, "/items/0/entry/action"), "account.sign_in");
  EXPECT_EQ(text(page, "/items/0/actor_name"), "li.ming");
  EXPECT_TRUE(place.json_of(GET, path + to_string(foreign), audit).at("items").as_array().empty());
  const auto newest = place.json_of(GET, "/api/v1/ledger?limit=1", audit);
  EXPECT_EQ(newest.at_pointer("/items/0/entry/seq").as_int64(), 2);
  EXPECT_EQ(place.json_of(GET, "/api/v1/ledger?limit=1&after=" + text(newest, "/next"), audit)
                .at_pointer("/items/0/entry/seq")
                .as_int64(),
            1);
  const auto check = place.json_of(POST, "/api/v1/ledger/verify", audit);
  EXPECT_TRUE(check.at("holds").as_bool());
  EXPECT_EQ(check.at("entries").as_int64(), 2);
}

TEST_P(IdentityRoutes, WhoReadsTheLedgerForBusinessSeesNoSignIns) {
  const auto staff = signed_in("staff", {"STAFF"});
  const auto member = signed_in("li.ming", {"MEMBER"}, place.member("李明"));
  place.call(PUT, "/api/v1/me/profile", member, profile(new_phone));
  const auto page = place.json_of(GET, "/api/v1/ledger", staff);
  ASSERT_EQ(page.at("items").as_array().size(), 1u);
  EXPECT_EQ(text(page, "/items/0/entry/action"), "person_change.request");
}

}  // namespace
}  // namespace yizheng::identity
