#include "cli/usage.h"

#include "cli/pack_command.h"
#include "cli/read_command.h"
#include "cli/testing.h"

namespace yizheng::cli {
namespace {

testing::Outcome say(std::vector<std::string> words) {
  return testing::run_words({add_read_command, add_pack_command}, std::move(words));
}

TEST(Usage, WhatIsMissingOrUnknownIsToldInBothLanguages) {
  const auto missing = say({"read"});
  EXPECT_EQ(missing.code, exit_wrong_use);
  EXPECT_NE(missing.err.find("缺少必需的参数:files is required。yizheng read --help"), std::string::npos)
      << missing.err;
  EXPECT_NE(missing.err.find("files is required; yizheng read --help tells the usage."), std::string::npos);

  const auto unknown = say({"read", "a.txt", "--frob"});
  EXPECT_EQ(unknown.code, exit_wrong_use);
  EXPECT_NE(unknown.err.find("有不认识的参数"), std::string::npos) << unknown.err;
  EXPECT_NE(unknown.err.find("--frob"), std::string::npos);

  const auto value = say({"read", "a.txt", "--year", "soon"});
  EXPECT_EQ(value.code, exit_wrong_use);
  EXPECT_NE(value.err.find("参数的值不对"), std::string::npos) << value.err;
}

TEST(Usage, HelpIsNoError) {
  const auto help = say({"read", "--help"});
  EXPECT_EQ(help.code, exit_done);
  EXPECT_NE(help.out.find("Usage"), std::string::npos);
  EXPECT_EQ(say({"help"}).code, exit_done);
  EXPECT_NE(say({"help"}).out.find("read"), std::string::npos);
}

TEST(Usage, WithoutACommandItSaysWhatToDo) {
  const auto none = say({});
  EXPECT_EQ(none.code, exit_wrong_use);
  EXPECT_NE(none.err.find("请写出要做什么"), std::string::npos) << none.err;
  EXPECT_NE(none.err.find("Say what to do"), std::string::npos);
}

}  // namespace
}  // namespace yizheng::cli
