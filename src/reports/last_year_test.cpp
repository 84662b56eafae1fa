#include "reports/last_year.h"

#include "reports/meaning_testing.h"

namespace yizheng::reports {
namespace {

TEST(LastYear, IsToldRightBeforeTheFigure) {
  const auto told = [](std::string_view before) { return is_of_last_year(before, before.size()); };
  for (const std::string_view before : {"比上年的", "较上一年度的", "去年同期为", "而上年全年", "前一年"}) {
    EXPECT_TRUE(told(before)) << before;
  }
  for (const std::string_view before : {"", "的", "比上年增加", "去年以来收到", "全年", "上届的"}) {
    EXPECT_FALSE(told(before)) << before;
  }
}

// "code year" of each figure.
std::string figures_of(std::string_view sentence) {
  const auto made =
      testing::read("政协青禾市松台区第二届委员会2025年工作报告\n2025年,区政协认真履职。\n" + std::string(sentence));
  std::string all;
  for (const auto& claim : made.claims) {
    if (!all.empty()) all += ", ";
    all += testing::code_of(claim);
    all += " " + std::to_string(claim.period);
  }
  return all;
}

TEST(LastYear, ItsFigureHasTheMeaningOfTheOneBesideIt) {
  EXPECT_EQ(figures_of("全年收到社情民意信息[624条],比上年的[518条]增加不少。"),
            "opinions.received 2025, opinions.received 2024");
  EXPECT_EQ(figures_of("全年收到提案[187件],较上年[172件]增加[15件]。"),
            "proposals.received 2025, proposals.received 2024, - 2025");
  // Another unit, another thing.
  EXPECT_EQ(figures_of("全年收到提案[187件],上年[12家]单位承办。"), "proposals.received 2025, - 2024");
}

}  // namespace
}  // namespace yizheng::reports
