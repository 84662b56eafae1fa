// What figures are about; sentences as reports write them, all invented. Scopes of the figures, in order, "-" for none.
#include <gtest/gtest.h>

#include "reports/meaning_testing.h"
#include "reports/scope_words.h"

namespace yizheng::reports::testing {
namespace {

std::string scopes_of(std::string_view sentence) {
  const auto made = read("一年来,区政协认真履职,提案工作有新进展。\n" + std::string(sentence));
  std::string scopes;
  for (const auto& claim : made.claims) {
    if (!scopes.empty()) scopes += " ";
    scopes += claim.scope == 0 ? "-" : std::string(made.names.text(claim.scope));
  }
  return scopes;
}

TEST(Scope, topics) {
  EXPECT_EQ(scopes_of("围绕“河湖治理”议题深入调研,提出意见建议[12条]。"), "河湖治理");
  EXPECT_EQ(scopes_of("围绕\"老旧小区加装电梯\"召开协商会,提出意见建议[9条]。"), "老旧小区加装电梯");
  EXPECT_EQ(scopes_of("围绕乡村教师队伍建设开展专题协商,提出意见建议[8条]。"), "乡村教师队伍建设");
}

TEST(Scope, lists_of_activities_and_media) {
  EXPECT_EQ(scopes_of("组织读书沙龙、诗词朗诵、好书荐读等活动[15场次],参与人员[300人次]。"),
            "读书沙龙、诗词朗诵、好书荐读等 读书沙龙、诗词朗诵、好书荐读等");
  EXPECT_EQ(scopes_of("在《清风报》《云岭日报》“云岭发布”等媒体刊发稿件[20篇]。"), "清风报、云岭日报、云岭发布等");
  EXPECT_EQ(scopes_of("编发《青禾政协》[6期]。"), "青禾政协");
}

TEST(Scope, plenaries) {
  EXPECT_EQ(scopes_of("二届三次会议以来,收到提案[142件]。"), "二届三次会议以来");
  EXPECT_EQ(scopes_of("二届二次会议提案办复率[96%],委员满意率[98%]。"), "二届二次会议 二届二次会议");
}

TEST(Scope, who_was_given_something) {
  EXPECT_EQ(scopes_of("春节前走访慰问[90户]困难家庭、[40位]环卫职工。"), "困难家庭 环卫职工");
  EXPECT_EQ(scopes_of("为柳河小学捐赠图书[3000册]。"), "柳河小学");
}

TEST(Scope, whole_figures_have_none) {
  EXPECT_EQ(scopes_of("全年收到提案[142件],立案[130件],办复率[98%]。"), "- - -");
  EXPECT_EQ(scopes_of("一年来,向市政协报送社情民意信息[90篇]。"), "-");
}

// Whatever bytes come: no word is read beyond them.
TEST(Scope, damaged_bytes) {
  for (const std::string_view text :
       {"", "等", "、等", "在《", "为\xE6", "围绕\xE5\x9B", "\xE7\xAD\x89\xFF", "落实制度", "“”等\""}) {
    std::vector<Quoted> quotes;
    const auto size = static_cast<std::uint32_t>(text.size());
    find_quotes(text, 0, size, quotes);
    names_before(text, 0, size, quotes);
    listed_before(text);
    receiver_in(text);
    project_in(text);
    noun_behind(text);
    EXPECT_LE(plain_topic_in(text).size(), text.size());
  }
}

}  // namespace
}  // namespace yizheng::reports::testing
