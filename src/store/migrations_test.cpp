#include <gtest/gtest.h>

#include "store/testing.h"

namespace yizheng::store {
namespace {

class MigrationsTest : public ::testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, MigrationsTest, ::testing::ValuesIn(testing::all_engines()), testing::engine_name);

TEST_P(MigrationsTest, FromEveryEarlierVersion) { testing::rehearse_migrations(GetParam(), store_migrations()); }

TEST_P(MigrationsTest, AppliesOnceAndInOrder) {
  const testing::TestDatabase files(GetParam());
  const auto database = files.open();
  EXPECT_FALSE(is_current(*database, store_migrations()));
  EXPECT_EQ(migrate(*database, store_migrations()).size(), store_migrations().size());
  EXPECT_TRUE(is_current(*database, store_migrations()));
  EXPECT_TRUE(migrate(*database, store_migrations()).empty());
}

TEST_P(MigrationsTest, AFailingMigrationLeavesNothingBehind) {
  const testing::TestDatabase files(GetParam());
  const auto database = files.open();
  const std::vector<Migration> bad{{1, "good", "CREATE TABLE a (id {bigint});\n", "", ""},
                                   {2, "bad", "CREATE TABLE b (id {bigint});\nCREATE TABEL c;\n", "", ""}};
  EXPECT_THROW(migrate(*database, bad), std::runtime_error);
  const std::vector<Migration> repaired{bad[0], {2, "repaired", "CREATE TABLE b (id {bigint});\n", "", ""}};
  EXPECT_EQ(migrate(*database, repaired), std::vector<std::string>{"repaired"});
}

TEST_P(MigrationsTest, RefusesADatabaseOfANewerProgram) {
  const testing::TestDatabase files(GetParam());
  const auto database = files.open();
  std::vector<Migration> newer{{1, "one", "", "", ""}, {7, "seven", "", "", ""}};
  migrate(*database, newer);
  newer.pop_back();
  try {
    migrate(*database, newer);
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "schema_too_new");
    EXPECT_EQ(problem.status, 500);
  }
}

TEST_P(MigrationsTest, RefusesAListThatDoesNotRise) {
  const testing::TestDatabase files(GetParam());
  const auto database = files.open();
  EXPECT_THROW(migrate(*database, {{2, "b", "", "", ""}, {1, "a", "", "", ""}}), std::logic_error);
}

}  // namespace
}  // namespace yizheng::store
