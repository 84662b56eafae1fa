#include "cli/user_command.h"

#include <gtest/gtest.h>

#include "cli/committee_command.h"
#include "cli/testing.h"
#include "identity/passwords.h"
#include "identity/people.h"
#include "store/testing.h"

namespace yizheng::cli {
namespace {

class UserCommand : public ::testing::TestWithParam<store::Engine> {
 protected:
  store::testing::TestDatabase database{GetParam()};
  int code = 0;
  std::string out, err;

  void SetUp() override {
    run({"committee", "create", "--code", "lujiang", "--name", "政协芦江区委员会"});
    ASSERT_EQ(code, exit_done) << err;
  }

  void run(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--database", database.url()});
    auto outcome = testing::run_words({add_committee_command, add_user_command}, std::move(arguments));
    code = outcome.code;
    out = std::move(outcome.out);
    err = std::move(outcome.err);
  }
  void user(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "user");
    arguments.insert(arguments.end(), {"--committee", "lujiang"});
    run(std::move(arguments));
  }
  std::string told_password() const {
    const std::string mark = "first password: ";
    const auto at = out.find(mark);
    return at == std::string::npos ? "" : out.substr(at + mark.size(), 19);
  }
  identity::Account account(const std::string& login) {
    return database.open()->read([&](store::Connection& db) {
      const auto committee_id = db.select_one<Id>("SELECT committee_id FROM committees").value();
      return identity::account_by_login(db, committee_id, login).value();
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, UserCommand, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(UserCommand, MakesTheFirstAdministratorsWithAPasswordToldOnce) {
  user({"create", "--login", "Sys", "--name", "系统管理员", "--role", "SYS_ADMIN"});
  ASSERT_EQ(code, exit_done) << err;
  const auto made = account("sys");
  EXPECT_TRUE(made.must_change_password);
  EXPECT_TRUE(identity::verify_password(made.password_hash, told_password()));
  user({"list"});
  EXPECT_EQ(out, "sys\t系统管理员\tENABLED\tSYS_ADMIN\n");
}

TEST_P(UserCommand, RefusesRolesThatExcludeEachOtherAndMakesNothing) {
  user({"create", "sys", "--role", "SYS_ADMIN", "--role", "MEMBER"});
  EXPECT_EQ(code, exit_wrong_use);
  EXPECT_NE(err.find("三权分立"), std::string::npos);
  EXPECT_EQ(told_password(), "");
  user({"list"});
  EXPECT_EQ(out, "");
}

TEST_P(UserCommand, ResetsEvenAnAdministratorsPassword) {
  user({"create", "sec", "--role", "SEC_ADMIN"});
  const auto first = told_password();
  user({"reset", "sec"});
  ASSERT_EQ(code, exit_done) << err;
  EXPECT_NE(told_password(), first);
  const auto made = account("sec");
  EXPECT_FALSE(identity::verify_password(made.password_hash, first));
  EXPECT_TRUE(identity::verify_password(made.password_hash, told_password()));
}

TEST_P(UserCommand, SetsRolesOrAddsToThem) {
  user({"create", "li.ming", "--role", "MEMBER"});
  user({"grant", "li.ming", "--role", "STANDING_MEMBER", "--keep"});
  ASSERT_EQ(code, exit_done) << err;
  EXPECT_EQ(out, "li.ming: MEMBER STANDING_MEMBER\n");
  user({"grant", "li.ming", "--role", "OFFICE_STAFF"});
  EXPECT_EQ(out, "li.ming: OFFICE_STAFF\n");
  user({"grant", "li.ming", "--role", "UNIT_OFFICER"});
  EXPECT_EQ(code, exit_wrong_use) << "needs a unit";
  user({"grant", "li.ming", "--role", "UNIT_OFFICER@无此单位"});
  EXPECT_EQ(code, exit_wrong_use);
  EXPECT_NE(err.find("无此单位"), std::string::npos);
}

TEST_P(UserCommand, SaysWhatThereIsWhereItFindsNothing) {
  user({"reset", "nobody"});
  EXPECT_EQ(code, exit_wrong_use);
  EXPECT_NE(err.find("yizheng user list"), std::string::npos);
  run({"user", "list", "--committee", "elsewhere"});
  EXPECT_EQ(code, exit_wrong_use);
  EXPECT_NE(err.find("lujiang"), std::string::npos);
}

}  // namespace
}  // namespace yizheng::cli
