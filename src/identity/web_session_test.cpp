#include "identity/web_session.h"

#include <gtest/gtest.h>

#include "identity/accounts.h"
#include "identity/testing.h"

namespace yizheng::identity {
namespace {

using namespace std::chrono_literals;
using testing::Place;

class WebSessions : public ::testing::TestWithParam<store::Engine> {
 protected:
  Place place{GetParam(), 2};
  Id id = place.account("li.ming", {"MEMBER"});
  std::string cookie = place.sign_in("li.ming");

  void act(const std::function<void(store::Write&)>& action) { place.database->write_and_wait(action); }
};
INSTANTIATE_TEST_SUITE_P(Engines, WebSessions, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(WebSessions, NameTheirCaller) {
  const auto caller = place.caller(cookie);
  ASSERT_TRUE(caller);
  EXPECT_EQ(caller->account_id, id);
  EXPECT_EQ(caller->committee_id, place.committees[0]);
  EXPECT_TRUE(caller->has_role("MEMBER"));
  EXPECT_TRUE(caller->may("proposal.write"));
  EXPECT_FALSE(caller->may("account.manage"));
  EXPECT_EQ(place.caller(cookie), caller) << "the second request needs no query";
}

TEST_P(WebSessions, HaveATokenAndAProofOfTheirOwn) {
  const auto other = place.sign_in("li.ming");
  EXPECT_NE(other, cookie);
  EXPECT_NE(place.caller(other)->csrf_token, place.caller(cookie)->csrf_token);
}

TEST_P(WebSessions, KeepOnlyTheHashOfTheirToken) {
  const auto token = cookie.substr(cookie.find('.') + 1);
  place.database->read([&](store::Connection& db) {
    const auto kept = db.select<std::string>("SELECT token_hash FROM web_sessions");
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].find(token), std::string::npos);
    EXPECT_EQ(kept[0], parse_session_cookie(cookie)->hash());
  });
}

TEST_P(WebSessions, CannotBeForged) {
  auto altered = cookie;
  altered.back() = altered.back() == 'A' ? 'B' : 'A';
  EXPECT_FALSE(place.caller(altered));
  EXPECT_FALSE(place.caller(new_session_token(place.committees[0]).cookie_value()));
  EXPECT_FALSE(place.caller(""));
  EXPECT_FALSE(place.caller("' OR 1=1 --"));
}

TEST_P(WebSessions, OfOneCommitteeAreNothingInAnother) {
  const auto moved = to_string(place.committees[1]) + cookie.substr(cookie.find('.'));
  EXPECT_FALSE(place.caller(moved)) << "not from the database";
  EXPECT_TRUE(place.caller(cookie));
  EXPECT_FALSE(place.caller(moved)) << "and not from memory";
}

TEST_P(WebSessions, EndWhenSignedOut) {
  const auto session = place.caller(cookie)->web_session_id;
  act([&](store::Write& write) { EXPECT_TRUE(end_session(write, place.sessions, place.committees[0], id, session)); });
  EXPECT_FALSE(place.caller(cookie));
  act([&](store::Write& write) { EXPECT_FALSE(end_session(write, place.sessions, place.committees[0], id, session)); });
}

TEST_P(WebSessions, CannotBeEndedByAnotherAccount) {
  const auto session = place.caller(cookie)->web_session_id;
  const auto other = place.account("wang.fang", {"MEMBER"});
  act([&](store::Write& write) {
    EXPECT_FALSE(end_session(write, place.sessions, place.committees[0], other, session));
  });
  EXPECT_TRUE(place.caller(cookie));
}

TEST_P(WebSessions, EndWhenTheAccountIsDisabled) {
  EXPECT_TRUE(place.caller(cookie));
  act([&](store::Write& write) {
    change_account(write, place.sessions, {}, place.committees[0], id, {.disabled = true}, std::nullopt);
  });
  EXPECT_FALSE(place.caller(cookie));
  act([&](store::Write& write) {
    change_account(write, place.sessions, {}, place.committees[0], id, {.disabled = false}, std::nullopt);
  });
  EXPECT_FALSE(place.caller(cookie)) << "and do not come back";
}

TEST_P(WebSessions, EndWhenRolesChange) {
  EXPECT_TRUE(place.caller(cookie));
  act([&](store::Write& write) {
    set_roles(write, place.sessions, {}, place.committees[0], id, {{"STAFF", {}}}, std::nullopt);
  });
  EXPECT_FALSE(place.caller(cookie));
  EXPECT_TRUE(place.caller(place.sign_in("li.ming"))->may("organisation.manage"));
}

TEST_P(WebSessions, StayWhenTheActionFails) {
  EXPECT_TRUE(place.caller(cookie));
  EXPECT_THROW(act([&](store::Write& write) {
                 end_sessions(write, place.sessions, place.committees[0], id);
                 throw conflict("later", "后来失败", "failed later");
               }),
               Problem);
  EXPECT_TRUE(place.caller(cookie));
  place.pass(31s);  // looks into the database again
  EXPECT_TRUE(place.caller(cookie));
}

TEST_P(WebSessions, EndAfterHalfAnHourUnused) {
  place.pass(29min);
  EXPECT_TRUE(place.caller(cookie));
  place.pass(29min);
  EXPECT_TRUE(place.caller(cookie)) << "each use begins the time anew";
  place.pass(31min);
  EXPECT_FALSE(place.caller(cookie));
}

TEST_P(WebSessions, EndAfterTwelveHoursHoweverUsed) {
  for (int i = 0; i < 12 * 3 - 1; ++i) {
    place.pass(20min);
    ASSERT_TRUE(place.caller(cookie)) << i;
  }
  place.pass(20min);
  EXPECT_FALSE(place.caller(cookie));
}

TEST_P(WebSessions, RememberTheirLastUseAcrossARestart) {
  for (int i = 0; i < 3; ++i) {
    place.pass(20min);
    ASSERT_TRUE(place.caller(cookie));
  }
  act([](store::Write&) {});  // the writer has come past the lazy updates
  SessionAuthenticator restarted(testing::book(), place.sessions.policy());
  EXPECT_TRUE(restarted.caller_of(cookie, {}, *place.database)) << "an hour after sign-in";
}

TEST_P(WebSessions, EndedByAnotherProcessAreNoticed) {
  SessionAuthenticator other(testing::book(), place.sessions.policy());
  EXPECT_TRUE(other.caller_of(cookie, {}, *place.database));
  act([&](store::Write& write) { end_sessions(write, place.sessions, place.committees[0], id); });
  EXPECT_FALSE(place.caller(cookie)) << "at once where it was done";
  place.pass(GetParam() == store::Engine::POSTGRESQL ? 1s : 30s);
  EXPECT_FALSE(other.caller_of(cookie, {}, *place.database));
  EXPECT_EQ(other.cached(), 0u);
}

TEST_P(WebSessions, AreListedWithoutThoseThatRanOut) {
  place.pass(20min);
  const auto second = place.sign_in("li.ming");
  const auto list = [&] {
    return place.database->read(
        [&](store::Connection& db) { return web_sessions(db, place.sessions.policy(), place.committees[0], id); });
  };
  EXPECT_EQ(list().size(), 2u);
  place.pass(20min);
  const auto left = list();
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(left[0].id, place.caller(second)->web_session_id);
}

TEST_P(WebSessions, AreServedWhileManyAskAndSomeEnd) {
  std::atomic<int> alive{0};
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&] {
      for (int n = 0; n < 200; ++n) alive += place.caller(cookie) != nullptr;
    });
  }
  for (int i = 0; i < 5; ++i) {
    const auto other = place.sign_in("li.ming");
    const auto session = place.caller(other)->web_session_id;
    act([&](store::Write& write) { end_session(write, place.sessions, place.committees[0], id, session); });
    EXPECT_FALSE(place.caller(other));
  }
  for (auto& reader : readers) reader.join();
  EXPECT_EQ(alive, 800);
}

TEST(SessionCookies, AreForTheServerAlone) {
  SessionPolicy policy;
  const auto token = new_session_token(Id{42});
  EXPECT_EQ(session_cookie(policy, token),
            "__Host-yizheng_session=" + token.cookie_value() + "; Path=/; Secure; HttpOnly; SameSite=Lax");
  EXPECT_EQ(expired_cookie(policy), "__Host-yizheng_session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
  policy.secure_cookies = false;
  EXPECT_EQ(session_cookie(policy, token),
            "yizheng_session=" + token.cookie_value() + "; Path=/; HttpOnly; SameSite=Lax");
}

}  // namespace
}  // namespace yizheng::identity
