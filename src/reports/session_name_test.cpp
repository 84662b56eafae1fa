#include "reports/session_name.h"

#include <gtest/gtest.h>

namespace yizheng::reports {
namespace {

std::string told(std::string_view text) {
  const auto found = last_session_in(text);
  return found ? std::to_string(found->term) + "/" + std::to_string(found->number) + (found->since ? "+" : "") : "";
}

TEST(SessionName, reads_terms_and_numbers) {
  EXPECT_EQ(told("二届三次会议以来"), "2/3+");
  EXPECT_EQ(told("自十二届四次会议"), "12/4");
  EXPECT_EQ(told("政协三十一届十次会议以来"), "31/10+");
  EXPECT_EQ(told("13届2次会议期间"), "13/2");
  EXPECT_EQ(told("一届五次会议和二届一次会议"), "2/1");
}

TEST(SessionName, other_meetings_are_none) {
  EXPECT_EQ(told("二届三次常委会会议"), "");
  EXPECT_EQ(told("召开三次会议"), "");
  EXPECT_EQ(told("届次会议"), "");
  EXPECT_EQ(told("次会议"), "");
  EXPECT_EQ(told("\xB8\x8A次会议\xE5"), "");
  EXPECT_EQ(told(""), "");
}

}  // namespace
}  // namespace yizheng::reports
