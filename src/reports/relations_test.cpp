// The arithmetic of invented sentences. The series of proposals at the end are published ones (docs/reading.md).
#include "reports/relations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/relations_testing.h"

namespace yizheng::reports {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

indicators::Catalogue small_catalogue() {
  std::vector<indicators::Indicator> all;
  const auto add = [&](const char* code, const char* definition) {
    indicators::Indicator one;
    one.code = code;
    one.zh_hans = one.zh_hant = one.en = code;
    one.definition_en = definition;
    all.push_back(one);
  };
  add("consultations.recommendations", "Count of items of the one consultation named in the scope.");
  add("inspections.topics", "Count of distinct topics in the period.");
  add("opinions.by_parties", "Count of reports of the parties.");
  add("opinions.sent_up.city", "Count of reports sent to the city committee in the period.");
  add("proposals.filed", "Count of proposals filed in the scope.");
  add("proposals.key", "Count of key proposals in the scope.");
  add("proposals.key_share", "proposals.key divided by proposals.filed, in per cent.");
  add("supervision.activities", "Count of supervision activities in the period.");
  return indicators::Catalogue(all);
}

struct Case {
  const char* text;
  std::vector<std::string> checks;
};
void expect(const std::vector<Case>& cases) {
  const auto catalogue = small_catalogue();
  for (const auto& one : cases) EXPECT_EQ(testing::checks_of(one.text, catalogue), one.checks) << one.text;
}

TEST(Shares, APrintedBaseIsFoundByItsNoun) {
  expect({
      {"全年遴选重点提案24件。其中工商联界提出的重点提案9件，占重点提案的37.5%。", {"share holds 9件 / 24件 = 37.5%"}},
      {"共有优秀委员30名，其中女委员13名，占优秀委员的43%。", {"share holds 13名 / 30名 = 43%"}},
      {"收到大会发言40篇，其中民主党派7篇，占大会发言总数的17.5%。", {"share holds 7篇 / 40篇 = 17.5%"}},
  });
}

TEST(Shares, AMisfitIsToldOnlyWhereTheTextNamesTheBase) {
  expect({
      {"共有优秀委员30名，其中女委员13名，占优秀委员的48%。", {"share fails 13名 / 30名 = 48%"}},
      // Another year's base may stand in another paragraph.
      {"上年选定重点提案50件。\n今年民建界提出重点提案9件，占重点提案的36%。", {"share base_implied 9件 / 25 = 36%"}},
  });
}

TEST(Shares, ABaseThatIsNotPrintedIsImpliedWhereOnlyOneFits) {
  expect({
      {"农工党界提交大会发言3篇，占大会发言总数的38%。", {"share base_implied 3篇 / 8 = 38%"}},
      {"农工党界提交大会发言6篇，占大会发言总数的40%。", {"share base_implied 6篇 / 15 = 40%"}},
  });
}

TEST(Shares, AShareThatNoWholeNumberGivesFails) {
  expect({
      {"民进界提交集体提案5件，占集体提案总数的90%。", {"share fails 5件 = 90%"}},
      {"民进界提交集体提案5件，占集体提案总数的83%。", {"share base_implied 5件 / 6 = 83%"}},
      // The market is not counted in companies.
      {"培育龙头企业5家，占全省市场份额的90%。", {}},
      {"六大行业中有2个产业占工业增加值的42.5%。", {}},
  });
}

TEST(Shares, RoughFiguresWidenTheTolerance) {
  expect({
      {"走访企业200余家，其中民营企业150余家，占75%。", {"share holds 150余家 / 200余家 = 75%"}},
      {"走访企业200余家，其中民营企业150余家，占20%。", {}},
  });
}

TEST(Shares, RowsOfSharesBelongToRowsOfParts) {
  expect({{"答复提案100件，A类、B类、C类分别为80件、15件、5件，分别占80%、15%、5%。",
           {"share holds 80件 / 100件 = 80%", "share holds 15件 / 100件 = 15%", "share holds 5件 / 100件 = 5%",
            "sum holds 80件+15件+5件 / 100件 = 100"}}});
}

TEST(Shares, AllOfThemIsAHundredPerCent) {
  expect({
      {"征集论文7篇，全部入选文集。", {"share holds 7篇 / 7篇 = 100"}},
      {"收到意见31条，均已办结。", {"share holds 31条 / 31条 = 100"}},
      {"均衡配置教师31名。", {}},
  });
}

TEST(Shares, ABaseWithAWordOfItsOwnIsFoundByFitAmongFiguresOfTheSameSubject) {
  const auto catalogue = small_catalogue();
  const std::string text = "向市政协报送162篇。\n各民主党派反映民意101条，占来稿总数的62%。";
  EXPECT_THAT(
      testing::checks_of(text, catalogue, {{"162篇", "opinions.sent_up.city"}, {"101条", "opinions.by_parties"}}),
      ElementsAre("share holds 101条 / 162篇 = 62%"));
  EXPECT_THAT(testing::checks_of(text, catalogue, {{"101条", "opinions.by_parties"}}),
              ElementsAre("share base_implied 101条 = 62%"));
}

TEST(Lists, NamesBeforeANumberAreCounted) {
  expect({
      {"出台了涵盖常委、委员、机关干部三个层面的学习办法。", {"sum holds 三个层面 = 3"}},
      {"在设施、管护、宣传和经费等四方面提出建议。", {"sum holds 四方面 = 4"}},
      {"围绕养老、托育服务等6个专题组织视察。", {"sum base_implied 6个专题 = 2"}},
      {"围绕港口发展和渔业转型2个课题开展协商。", {"sum holds 2个课题 = 2"}},
      {"“东港、西港、南港”三大片区同步推进。", {"sum holds 三大 = 3"}},
      {"推出《甲的故事》《乙的故事》等5篇提案故事。", {"sum base_implied 5篇 = 2"}},
      {"报送《关于甲的建议》《关于乙的建议》等信息专报9期。", {"sum base_implied 9期 = 2"}},
      {"在《甲周刊》《乙时报》等日报刊稿9篇。", {}},
      {"报送《关于甲的建议》《关于乙的建议》等社情民意9期，其中《关于丙的建议》获采纳。", {"sum base_implied 9期 = 3"}},
      {"建立常委、委员、机关干部五个层面的制度。", {"sum fails 五个层面 = 3"}},
  });
}

TEST(Lists, WhatIsNoListOfThingsCountedIsLeftAlone) {
  expect({
      {"举办座谈会1次、书画展2场。", {}},
      {"树立“三种观念”、养成“五个习惯”、守住“两条底线”。", {}},
      {"在日报、晚报等媒体刊发报道10篇。", {}},
      {"开展读书、研讨等活动40余场次。", {}},
      {"接待甲市同行、乙市同行等来访参观10批次。", {}},
      {"坚持平等2个原则。", {}},
      {"开展“新时代新作为”三级联动。", {}},
  });
}

TEST(Sums, PartsAddUpToTheirTotal) {
  expect({
      {"提交大会发言100篇，其中委员40篇、界别30篇、党派30篇。", {"sum holds 40篇+30篇+30篇 / 100篇 = 100"}},
      {"走访企业40家、学校30家、医院30家，共计100家。", {"sum holds 40家+30家+30家 / 100家 = 100"}},
      {"走访企业40家、学校30家、医院20家，共计100家。", {"sum fails 40家+30家+20家 / 100家 = 90"}},
      // Some are told apart, not all.
      {"提交大会发言100篇，其中委员40篇、界别30篇。", {}},
      // The same person may be counted in both.
      {"表彰委员100名，其中女委员60名、党外委员70名。", {}},
      {"投入资金12.4亿元，其中省级7.3亿元、市级5.2亿元。", {"sum holds 7.3亿元+5.2亿元 / 12.4亿元 = 12.5亿"}},
  });
}

TEST(Sums, LabelsThatExcludeOneAnotherCannotExceedTheTotal) {
  expect({{"答复提案100件，其中A类80件、B类25件。", {"sum fails 80件+25件 / 100件 = 105"}}});
}

TEST(Sums, OneIndicatorInSeveralPlacesIsAddedWhereItsDefinitionAllows) {
  const auto catalogue = small_catalogue();
  EXPECT_THAT(testing::checks_of("围绕文旅开展视察6次。\n围绕民生开展视察7次。", catalogue,
                                 {{"6次", "inspections.topics"}, {"7次", "inspections.topics"}}),
              ElementsAre("sum unstated 6次+7次 = 13"));
  EXPECT_THAT(testing::checks_of("就养老提出建议6条。\n就交通提出建议7条。", catalogue,
                                 {{"6条", "consultations.recommendations"}, {"7条", "consultations.recommendations"}}),
              IsEmpty());
}

TEST(Ratios, WhatBelongsTogetherIsDivided) {
  expect({
      {"为50名患者发放补助3万元。", {"ratio unstated 3万元 / 50名 = 600"}},
      {"为50名患者发放补助3万元，人均600元。", {"ratio holds 3万元 / 50名 = 600元"}},
      {"为50名患者发放补助3万元，人均900元。", {"ratio fails 3万元 / 50名 = 900元"}},
      // Nobody can tell what each of the two got.
      {"筹资15万元慰问100户居民、580位工人。", {}},
      {"提出6个方面18条建议。", {"ratio unstated 18条 / 6个方面 = 3"}},
      {"编印会刊6期、60万字。", {"ratio unstated 60万字 / 6期 = 100000"}},
      {"开展活动30余场次，参与人员900余人次。", {"ratio unstated 900余人次 / 30余场次 = 30"}},
      {"作出批示24次、出席会议活动近30人次。", {}},
  });
}

TEST(Ratios, AChangeBetweenTwoLevelsIsChecked) {
  expect({
      {"森林覆盖率由57.8%提高到60.2%，提高2.4个百分点。", {"ratio holds 60.2% / 57.8% = 2.4个百分点"}},
      {"森林覆盖率由57.8%提高到60.2%，提高3.4个百分点。", {"ratio fails 60.2% / 57.8% = 3.4个百分点"}},
      {"工作室由12家增加到18家，增长50%。", {"ratio holds 18家 / 12家 = 50%"}},
      // Real growth leaves out the rise of prices.
      {"生产总值由50万亿元增加到100万亿元，增长70%。", {}},
  });
}

TEST(Repeats, AnniversariesOfOneEventAgree) {
  expect({
      {"今年是撤县设区20周年。\n举办撤县设区20周年图片展。", {"repeat holds 20周年+20周年 = 20"}},
      {"2023年是撤县设区20周年。\n2024年是撤县设区25周年。", {"repeat fails 20周年+25周年 = 21"}},
      {"2023年是撤县设区20周年。\n2024年是撤县设区21周年。", {}},
  });
}

TEST(Across, AShareThatIsNotPrintedIsComputed) {
  const auto catalogue = small_catalogue();
  EXPECT_THAT(
      testing::checks_of("全年立案110件，选定22件重点提案，组织督办11次。", catalogue,
                         {{"110件", "proposals.filed"}, {"22件", "proposals.key"}, {"11次", "supervision.activities"}}),
      ElementsAre("share unstated 22件 / 110件 = 20", "ratio unstated 11次 / 22件 = 0.5"));
}

// Published series (昆明, 全国, 洪湖, 厦门), in words of our own.
TEST(PublishedSeries, ComeOutAsPrinted) {
  expect({
      {"会议期间收到提案578件，经审查立案470件，立案率81.31%"
       "。其中委员提案371件，集体提案99件。办理结果：A类433件，B类32件，"
       "C类5件。",
       {"share holds 470件 / 578件 = 81.31%", "sum holds 371件+99件 / 470件 = 470",
        "sum holds 433件+32件+5件 / 470件 = 470"}},
      {"共提交提案5890件，立案5002件，并案262件，转为意见和建议626件。立案提案中，委员提案4531件，集体提案471件。按内容"
       "分，经济"
       "类2133件，政治类419件，文化类459件，社会类1387件，生态类604件。",
       {"sum holds 5002件+262件+626件 / 5890件 = 5890", "sum holds 4531件+471件 / 5002件 = 5002",
        "sum holds 2133件+419件+459件+1387件+604件 / 5002件 = 5002"}},
      {"共立案提案118件，其中经济建设64件、文化教育16件、社会事业21件、生态环境17件。",
       {"sum holds 64件+16件+21件+17件 / 118件 = 118"}},
      {"五年共收到提案3045件，立案2686件，不予立案359件。立案提案中，经济类1640件、社会类753件、文化类251件、其他类42件"
       "。办理结果"
       "为已解决2345件、计划解决313件、留作参考28件。",
       {"sum holds 2686件+359件 / 3045件 = 3045", "sum holds 1640件+753件+251件+42件 / 2686件 = 2686",
        "sum holds 2345件+313件+28件 / 2686件 = 2686"}},
  });
}

TEST(Relations, HostileTextsEndSoon) {
  const auto catalogue = small_catalogue();
  std::string line;
  for (int i = 0; i < 20000; ++i) line += "甲5件、";
  EXPECT_NO_THROW(testing::checks_of(line, catalogue));
  std::string names;
  for (int i = 0; i < 20000; ++i) names += "“甲《乙、";
  EXPECT_NO_THROW(testing::checks_of(names + "等3个专题", catalogue));
}

}  // namespace
}  // namespace yizheng::reports
