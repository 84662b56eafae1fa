// Who did what a figure counts; sentences as reports write them, all invented. Subjects of the figures, in order.
#include <gtest/gtest.h>

#include "reports/meaning_testing.h"
#include "reports/report_place.h"

namespace yizheng::reports::testing {
namespace {

constexpr std::string_view head = "政协青禾市松台区第二届委员会工作报告\n一年来,区政协认真履职,提案工作有新进展。\n";

std::string subjects_of(std::string_view sentence) {
  const auto made = read(std::string(head) + std::string(sentence));
  std::string subjects;
  for (const auto& claim : made.claims) {
    if (!subjects.empty()) subjects += " ";
    subjects += made.names.text(claim.subject);
  }
  return subjects;
}

TEST(Subject, kinds_of_proposals_are_no_actors) {
  EXPECT_EQ(subjects_of("立案提案中,委员提案[21件],集体提案[6件],集体提案占立案总数的[22%]。"), "区政协 区政协 区政协");
  EXPECT_EQ(subjects_of("提交集体提案[6件],占立案总数的[22%]。"), "区政协 区政协");
  EXPECT_EQ(subjects_of("委员满意和基本满意率[98%]。"), "委员");
}

TEST(Subject, a_share_is_of_who_has_the_part) {
  EXPECT_EQ(subjects_of("各党派团体提交集体提案[9件],[7名]党派团体委员获评优秀政协委员,占优秀委员的[35%]。"),
            "各党派团体 党派团体委员 党派团体委员");
}

TEST(Subject, bodies_of_the_committee) {
  EXPECT_EQ(subjects_of("先后组织党组集中学习[11次],举办委员培训班[3期]。"), "区政协党组 区政协");
  EXPECT_EQ(subjects_of("常委会集体学习[4次],培训委员[2期]。"), "区政协常委会 区政协");
  EXPECT_EQ(subjects_of("委员累计捐款[36000元]。"), "区政协委员");
}

TEST(Subject, places_before_the_committee) {
  EXPECT_EQ(subjects_of("松台区政协收到提案[120件]。"), "区政协");
  EXPECT_EQ(subjects_of("青禾市松台区政协收到提案[120件]。"), "区政协");
  EXPECT_EQ(subjects_of("邻近的白塔区政协收到提案[88件]。"), "白塔区政协");
  EXPECT_EQ(subjects_of("发布了区政协党组和界别[4个]方面的办法。"), "区政协");
  EXPECT_EQ(subjects_of("●接待省、市政协来访[12批]。"), "区政协");
  EXPECT_EQ(subjects_of("改进完善区政协文史馆,接待参观[300人次]。"), "区政协");
}

TEST(Subject, who_is_asked_to_give_gives) {
  EXPECT_EQ(subjects_of("向各民主党派征集[8篇]文章结集成册。"), "各民主党派");
  EXPECT_EQ(subjects_of("向市政协报送社情民意信息[90篇]。"), "区政协");
}

TEST(Subject, members_of_a_list_keep_their_actors) {
  EXPECT_EQ(subjects_of("各民主党派提交集体提案[13件];报送社情民意信息[60条]。"), "各民主党派 各民主党派");
  EXPECT_EQ(subjects_of("班子成员进驻一线;机关干部值守卡口;组建服务队,募集物资[20万元]。"), "区政协");
  EXPECT_EQ(subjects_of("委员们紧扣民生,积极反映情况,全年编报社情民意[26期]。"), "区政协");
}

TEST(Subject, place_and_committee_of_a_report) {
  EXPECT_EQ(committee_of_report(head), "区政协");
  EXPECT_EQ(place_of_report(head, "区政协"), "青禾市松台区");
  EXPECT_EQ(committee_of_report("县政协认真履职。县政协组织视察,向市政协报送信息。"), "县政协");
  EXPECT_EQ(committee_of_report(""), "");
  EXPECT_TRUE(is_other_body("松溪县政协", "区政协"));
  EXPECT_TRUE(is_other_body("区人大", "区政协"));
  EXPECT_FALSE(is_other_body("区政协党组", "区政协"));
  EXPECT_FALSE(is_other_body("政协委员", "区政协"));
}

}  // namespace
}  // namespace yizheng::reports::testing
