#include "cli/committee_command.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "cli/pack_command.h"
#include "cli/testing.h"
#include "committee/organisation.h"
#include "store/ledger.h"
#include "store/testing.h"

namespace yizheng::cli {
namespace {

namespace fs = std::filesystem;

using testing::Outcome;

Outcome run_words(std::vector<std::string> arguments) {
  return testing::run_words({add_committee_command, add_pack_command}, std::move(arguments));
}

class CommitteeCommand : public ::testing::TestWithParam<store::Engine> {
 protected:
  store::testing::TestDatabase database{GetParam()};

  Outcome create(std::vector<std::string> more) {
    more.insert(more.begin(), {"committee", "create", "--database", database.url()});
    return run_words(std::move(more));
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, CommitteeCommand, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(CommitteeCommand, MakesACommitteeThatIsReady) {
  const auto made = create({"--code", "lujiang", "--name", "政协芦江区委员会", "--level", "CITY", "--term", "9",
                            "--term-start", "2024-01-01", "--session", "3", "--session-opens", "2026-01-12"});
  ASSERT_EQ(made.code, exit_done) << made.err;
  EXPECT_NE(made.out.find("九届三次"), std::string::npos);
  EXPECT_NE(made.out.find("yizheng user create --committee lujiang"), std::string::npos);
  EXPECT_EQ(made.out.find("postgresql://yizheng@"), std::string::npos);
  database.open()->read([&](store::Connection& db) {
    const auto committee = committee::committee_by_code(db, "lujiang").value();
    EXPECT_EQ(committee.level, committee::CommitteeLevel::CITY);
    const auto term = committee::terms(db, committee.committee_id).at(0);
    EXPECT_EQ(to_string(term.ends_on), "2028-12-31");
    const auto session = committee::sessions(db, committee.committee_id).at(0);
    EXPECT_EQ(to_string(session.closes_on), "2026-01-15");
    EXPECT_EQ(to_string(session.deadline_at), "2026-01-15T17:00:00.000+08:00");
    EXPECT_EQ(to_string(session.window_opens_at), "2025-10-12T00:00:00.000+08:00");
    EXPECT_TRUE(store::verify_ledger(db).faults.empty());
  });
  const auto again = create({"--code", "lujiang", "--name", "别的"});
  EXPECT_EQ(again.code, exit_wrong_use);
  EXPECT_NE(again.err.find("已被使用"), std::string::npos);
  EXPECT_NE(again.err.find("in use"), std::string::npos);
  EXPECT_EQ(create({"--code", "donghe", "--name", "政协东河县委员会"}).code, exit_done);
  const auto list = run_words({"committee", "list", "--database", database.url()});
  EXPECT_EQ(list.out, "donghe\tCOUNTY\t政协东河县委员会\nlujiang\tCITY\t政协芦江区委员会\n");
}

TEST_P(CommitteeCommand, RefusesWrongUse) {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"--code", "a"},
           {"--name", "甲"},
           {"--code", "A B", "--name", "甲"},
           {"--code", "a", "--name", " "},
           {"--code", "a", "--name", "甲", "--level", "VILLAGE"},
           {"--code", "a", "--name", "甲", "--term", "0"},
           {"--code", "a", "--name", "甲", "--term", "many"},
           {"--code", "a", "--name", "甲", "--session-opens", "2026-02-30"},
           {"--code", "a", "--name", "甲", "--session-opens", "2001-01-01"},
           {"--code", "a", "--name", "甲", "--deadline", "yesterday"},
           {"--code", "a", "--name", "甲", "--deadline", "2001-01-01"},
           {"--code", "a", "--name", "甲", "--pack", "/nowhere"},
       }) {
    const auto outcome = create(words);
    EXPECT_EQ(outcome.code, exit_wrong_use) << words.back();
    EXPECT_FALSE(outcome.err.empty()) << words.back();
  }
  EXPECT_EQ(run_words({"committee", "list", "--database", database.url()}).out, "");
}

TEST(CommitteeCommand, SaysWhenTheDatabaseIsOutOfReach) {
  const auto outcome =
      run_words({"committee", "create", "--code", "a", "--name", "甲", "--database", "sqlite:/nowhere/at/all.db"});
  EXPECT_EQ(outcome.code, exit_environment_failed);
  EXPECT_FALSE(outcome.err.empty());
}

TEST(PackCommand, ChecksAPack) {
  const auto shipped = run_words({"pack", "check"});
  EXPECT_EQ(shipped.code, exit_done) << shipped.out << shipped.err;
  EXPECT_NE(shipped.out.find("2018–2026"), std::string::npos);

  const store::testing::Folder folder;
  for (const auto& file : fs::directory_iterator(shipped_pack()))
    fs::copy(file.path(), folder / file.path().filename().string());
  EXPECT_EQ(run_words({"pack", "check", folder.path()}).code, exit_done);
  std::ofstream(folder / "results.toml", std::ios::app) << "\ncolour = \"red\"\n";
  const auto spoiled = run_words({"pack", "check", folder.path()});
  EXPECT_EQ(spoiled.code, exit_does_not_hold);
  EXPECT_NE(spoiled.out.find("results.toml:"), std::string::npos);
  EXPECT_NE(spoiled.out.find("colour"), std::string::npos);
  EXPECT_NE(spoiled.out.find("1 处错误"), std::string::npos);

  EXPECT_EQ(run_words({"pack", "check", folder / "nothing"}).code, exit_wrong_use);
  EXPECT_EQ(run_words({"pack"}).code, exit_wrong_use);
}

}  // namespace
}  // namespace yizheng::cli
