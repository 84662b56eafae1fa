#include "identity/sign_in.h"

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>

#include "identity/accounts.h"
#include "identity/passwords.h"
#include "identity/testing.h"

namespace yizheng::identity {
namespace {

using testing::password;
using testing::Place;
using testing::problem_of;

class SignIn : public ::testing::TestWithParam<store::Engine> {
 protected:
  Place place{GetParam()};

  std::string code_of(const std::string& login, const std::string& with,
                      const std::optional<std::string>& committee = std::nullopt) {
    SignInAttempt attempt;
    attempt.committee_code = committee;
    attempt.login = login;
    attempt.password = with;
    attempt.address = "192.0.2.7";
    try {
      sign_in(*place.database, place.sessions, attempt);
    } catch (const Problem& problem) {
      return problem.code;
    }
    return "";
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, SignIn, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(SignIn, TakesTheLoginInAnyCaseAndTheCommitteeForGranted) {
  place.account("li.ming", {"MEMBER"});
  EXPECT_EQ(code_of("li.ming", password), "");
  EXPECT_EQ(code_of("Li.Ming", password), "");
  EXPECT_EQ(code_of("li.ming", password, "first"), "");
}

TEST_P(SignIn, AnswersTheSameWhateverIsWrong) {
  const auto id = place.account("li.ming", {"MEMBER"});
  const auto text = [&](const std::string& login, const std::string& with, const char* committee) {
    SignInAttempt attempt;
    attempt.committee_code = committee;
    attempt.login = login;
    attempt.password = with;
    const auto problem = problem_of([&] { sign_in(*place.database, place.sessions, attempt); });
    return std::to_string(problem.status) + problem.code + problem.zh + problem.en + problem.field;
  };
  const auto expected = text("li.ming", "wrong-guess-here", "first");
  EXPECT_TRUE(expected.starts_with("401sign_in_failed"));
  EXPECT_EQ(text("nobody", password, "first"), expected);
  EXPECT_EQ(text("not a login!", password, "first"), expected);
  EXPECT_EQ(text("li.ming", password, "nowhere"), expected);
  place.database->write_and_wait([&](store::Write& write) {
    change_account(write, place.sessions, {}, place.committees[0], id, {.disabled = true}, std::nullopt);
  });
  EXPECT_EQ(text("li.ming", password, "first"), expected);
}

TEST_P(SignIn, DoesTheSameHashWorkForUnknownLogins) {
  place.account("li.ming", {"MEMBER"});
  const auto work = [&](const std::string& login, const char* committee) {
    const auto before = password_verifications();
    code_of(login, "wrong-guess-here", committee);
    return password_verifications() - before;
  };
  EXPECT_EQ(work("li.ming", "first"), 1u);
  EXPECT_EQ(work("nobody", "first"), 1u);
  EXPECT_EQ(work("", "first"), 1u);
  EXPECT_EQ(work("li.ming", "nowhere"), 1u);
}

TEST_P(SignIn, LocksAfterFiveWrongPasswordsForAQuarterOfAnHour) {
  place.account("li.ming", {"MEMBER"});
  for (int i = 0; i < 4; ++i) EXPECT_EQ(code_of("li.ming", "wrong-guess-here"), "sign_in_failed");
  EXPECT_EQ(code_of("li.ming", password), "") << "four wrong ones do not lock, and a right one forgets them";
  for (int i = 0; i < 5; ++i) EXPECT_EQ(code_of("li.ming", "wrong-guess-here"), "sign_in_failed");
  EXPECT_EQ(code_of("li.ming", password), "sign_in_failed");
  place.pass(std::chrono::minutes(14));
  EXPECT_EQ(code_of("li.ming", "wrong-guess-here"), "sign_in_failed") << "does not prolong the lock";
  EXPECT_EQ(code_of("li.ming", password), "sign_in_failed");
  place.pass(std::chrono::minutes(1));
  EXPECT_EQ(code_of("li.ming", password), "");
}

TEST_P(SignIn, LocksAsWellWhenTheGuessesComeAtOnce) {
  const auto id = place.account("li.ming", {"MEMBER"});
  std::vector<std::thread> guesses;
  for (int i = 0; i < 8; ++i) guesses.emplace_back([&] { code_of("li.ming", "wrong-guess-here"); });
  for (auto& guess : guesses) guess.join();
  const auto seen = place.database->read([&](store::Connection& db) { return account(db, place.committees[0], id); });
  ASSERT_TRUE(seen->locked_until);
  EXPECT_EQ(code_of("li.ming", password), "sign_in_failed");
}

TEST_P(SignIn, IsPossibleAgainAfterUnlocking) {
  const auto id = place.account("li.ming", {"MEMBER"});
  for (int i = 0; i < 5; ++i) code_of("li.ming", "wrong-guess-here");
  EXPECT_EQ(code_of("li.ming", password), "sign_in_failed");
  place.database->write_and_wait([&](store::Write& write) {
    change_account(write, place.sessions, {}, place.committees[0], id, {.locked = false}, std::nullopt);
  });
  EXPECT_EQ(code_of("li.ming", password), "");
}

TEST_P(SignIn, RefusesAFirstPasswordThatLayAroundTooLong) {
  const auto made = place.database->write_and_wait([&](store::Write& write) {
    return create_account(write, place.sessions.policy(), {},
                          {place.committees[0], "new", "新账号", {}, hash_password(password, true)});
  });
  EXPECT_TRUE(made.must_change_password);
  place.pass(std::chrono::hours(14 * 24 - 1));
  EXPECT_EQ(code_of("new", password), "");
  place.pass(std::chrono::hours(1));
  EXPECT_EQ(code_of("new", password), "sign_in_failed");
}

TEST_P(SignIn, ChangesAPasswordOnlyForWhoKnowsTheOldOne) {
  const auto id = place.account("li.ming", {"MEMBER"});
  const auto old_cookie = place.sign_in("li.ming");
  const auto change = [&](const std::string& from, const std::string& to) {
    return PasswordChange{place.committees[0], id, from, to, "192.0.2.7", "test", "MEMBER"};
  };
  const auto wrong = problem_of(
      [&] { change_password(*place.database, place.sessions, change("wrong-guess-here", "quiet harbour lamp")); });
  EXPECT_EQ(wrong.code, "current_password_wrong");
  EXPECT_EQ(wrong.field, "/current_password");
  EXPECT_EQ(problem_of([&] { change_password(*place.database, place.sessions, change(password, "12345678")); }).code,
            "password_common");
  EXPECT_EQ(problem_of([&] { change_password(*place.database, place.sessions, change(password, password)); }).code,
            "password_unchanged");
  EXPECT_TRUE(place.caller(old_cookie)) << "nothing has changed so far";

  const auto token = change_password(*place.database, place.sessions, change(password, "quiet harbour lamp"));
  EXPECT_FALSE(place.caller(old_cookie)) << "a new password ends the sessions of the old one";
  EXPECT_TRUE(place.caller(token.cookie_value()));
  EXPECT_EQ(code_of("li.ming", password), "sign_in_failed");
  EXPECT_EQ(code_of("li.ming", "quiet harbour lamp"), "");
}

TEST_P(SignIn, CountsWrongOldPasswordsTowardsTheLock) {
  const auto id = place.account("li.ming", {"MEMBER"});
  const PasswordChange guess{place.committees[0], id, "wrong-guess-here", "quiet harbour lamp", "", "", "MEMBER"};
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(problem_of([&] { change_password(*place.database, place.sessions, guess); }).code,
              "current_password_wrong");
  }
  EXPECT_EQ(problem_of([&] { change_password(*place.database, place.sessions, guess); }).code, "account_locked");
  EXPECT_EQ(code_of("li.ming", password), "sign_in_failed");
}

TEST_P(SignIn, IsInTheLedgerWithoutAnySecret) {
  std::ostringstream captured;
  const auto before = spdlog::default_logger();
  auto logger =
      std::make_shared<spdlog::logger>("captured", std::make_shared<spdlog::sinks::ostream_sink_mt>(captured));
  logger->set_level(spdlog::level::trace);
  spdlog::set_default_logger(logger);

  const auto id = place.account("li.ming", {"MEMBER"});
  code_of("li.ming", "wrong-guess-here");
  code_of("typed-my-secret-here", password);
  const auto cookie = place.sign_in("li.ming");
  const auto token =
      change_password(*place.database, place.sessions,
                      {place.committees[0], id, password, "quiet harbour lamp", "192.0.2.7", "test", "MEMBER"});
  place.caller(token.cookie_value());
  spdlog::set_default_logger(before);

  const auto ledger = place.ledger_text();
  for (const auto* action : {"account.sign_in_failed", "account.sign_in\"", "account.change_password"}) {
    EXPECT_NE(ledger.find(action), std::string::npos) << action;
  }
  EXPECT_NE(ledger.find("192.0.2.7"), std::string::npos);
  EXPECT_NE(ledger.find(to_string(id)), std::string::npos);
  for (const auto& text : {ledger, captured.str()}) {
    for (const auto& secret :
         {std::string(password), std::string("wrong-guess-here"), std::string("quiet harbour lamp"),
          std::string("typed-my-secret-here"), cookie.substr(cookie.find('.') + 1), token.token, token.hash(),
          token.csrf_token(), std::string("argon2")}) {
      EXPECT_EQ(text.find(secret), std::string::npos) << secret;
    }
  }
}

TEST(SignInFromOneAddress, IsRefusedAfterAHundredFailuresWithoutMoreWork) {
  Place place(store::Engine::SQLITE);
  place.account("li.ming", {"MEMBER"});
  SignInAttempt attempt;
  attempt.password = "wrong-guess-here";
  attempt.address = "198.51.100.9";
  for (int i = 0; i < 100; ++i) {
    attempt.login = "account" + std::to_string(i);
    EXPECT_EQ(problem_of([&] { sign_in(*place.database, place.sessions, attempt); }).code, "sign_in_failed");
  }
  const auto work = password_verifications();
  attempt.login = "li.ming";
  attempt.password = password;
  EXPECT_EQ(problem_of([&] { sign_in(*place.database, place.sessions, attempt); }).status, 429);
  EXPECT_EQ(password_verifications(), work);
  EXPECT_NO_THROW(place.sign_in("li.ming")) << "from another address";
}

TEST(SignInWithSeveralCommittees, NeedsTheCode) {
  Place place(store::Engine::SQLITE, 2);
  place.account("li.ming", {"MEMBER"}, {}, 1);
  SignInAttempt attempt;
  attempt.login = "li.ming";
  attempt.password = password;
  const auto problem = problem_of([&] { sign_in(*place.database, place.sessions, attempt); });
  EXPECT_EQ(problem.code, "committee_needed");
  EXPECT_EQ(problem.field, "/committee");
  attempt.committee_code = "first";
  EXPECT_EQ(problem_of([&] { sign_in(*place.database, place.sessions, attempt); }).code, "sign_in_failed");
  attempt.committee_code = "second";
  EXPECT_EQ(sign_in(*place.database, place.sessions, attempt).committee_id, place.committees[1]);
}

}  // namespace
}  // namespace yizheng::identity
