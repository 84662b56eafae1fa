// yizheng check, as a person types it.
#include "cli/check_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "cli/committee_command.h"
#include "cli/testing.h"
#include "store/testing.h"

namespace yizheng::cli {
namespace {

using ::testing::HasSubstr;
using testing::Outcome;

Outcome run_words(std::vector<std::string> arguments) {
  return testing::run_words({add_committee_command, add_check_command}, std::move(arguments));
}

class CheckCommand : public ::testing::TestWithParam<store::Engine> {
 protected:
  CheckCommand() {
    EXPECT_EQ(
        run_words({"committee", "create", "--database", database.url(), "--code", "test", "--name", "政协测试区委员会"})
            .code,
        exit_done);
  }
  Outcome check(const std::string& text, std::vector<std::string> more = {}) {
    const auto file = folder / "draft.txt";
    std::ofstream(file) << text;
    const auto year = std::to_string(today().year());
    more.insert(more.begin(), {"check", file, "--committee", "test", "--year", year, "--database", database.url(),
                               "--language", "zh"});
    return run_words(std::move(more));
  }

  store::testing::Folder folder;
  store::testing::TestDatabase database{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, CheckCommand, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(CheckCommand, TellsWhatDiffersAndEndsWithOne) {
  const auto told = check("全年共收到提案3件。\n");
  EXPECT_EQ(told.code, exit_does_not_hold) << told.err;
  EXPECT_THAT(told.out, HasSubstr("≠ 3件"));
  EXPECT_THAT(told.out, HasSubstr("记录为 0件"));
  EXPECT_THAT(told.out, HasSubstr("口径:"));
  EXPECT_THAT(told.out, HasSubstr("0 个相符,1 个不符,0 个无法判断"));
}

TEST_P(CheckCommand, WhatCannotBeToldIsNoFault) {
  const auto told = check("全年编印提案故事6篇。\n");
  EXPECT_EQ(told.code, exit_done) << told.err;
  EXPECT_THAT(told.out, HasSubstr("还没有这类记录 1"));
  EXPECT_THAT(check("全年编印提案故事6篇。\n", {"--all"}).out, HasSubstr("? 6篇"));
}

TEST_P(CheckCommand, JsonIsThatOfReadWithTheRecords) {
  const auto told = check("全年共收到提案3件，编印提案故事6篇。\n", {"--json"});
  EXPECT_EQ(told.code, exit_does_not_hold) << told.err;
  const auto read = json::parse(told.out).as_object();
  const auto& claims = read.at("claims").as_array();
  ASSERT_EQ(claims.size(), 2U);
  const auto& first = claims[0].at("record").as_object();
  EXPECT_EQ(first.at("verdict"), "differs");
  EXPECT_EQ(first.at("value").to_number<double>(), 0);
  EXPECT_EQ(first.at("indicator"), "proposals.received");
  EXPECT_FALSE(first.at("definition").at("zh").as_string().empty());
  EXPECT_EQ(claims[1].at("record").at("verdict"), "cannot_tell");
  EXPECT_EQ(claims[1].at("record").at("reason"), "not_recorded");
}

TEST_P(CheckCommand, WrongUseIsToldApart) {
  EXPECT_EQ(
      run_words({"check", "/nowhere.txt", "--committee", "test", "--year", "2026", "--database", database.url()}).code,
      exit_wrong_use);
  const auto other = check("全年共收到提案3件。\n", {"--basis", "month"});
  EXPECT_EQ(other.code, exit_wrong_use);
}

}  // namespace
}  // namespace yizheng::cli
