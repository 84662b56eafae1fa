// How reports word their arithmetic, in invented sentences: what comes out, what does not, and what nobody can tell.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/relations.h"
#include "reports/relations_testing.h"

namespace yizheng::reports {
namespace {

// Only the checks that hold or fail.
std::vector<std::string> told(const std::string& text) {
  static const indicators::Catalogue catalogue(std::vector<indicators::Indicator>{});
  std::vector<std::string> lines;
  for (auto& line : testing::checks_of(text, catalogue)) {
    if (line.find(" unstated ") == std::string::npos && line.find(" base_implied ") == std::string::npos) {
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

struct Case {
  const char* text;
  std::vector<std::string> checks;
};
void expect(const std::vector<Case>& cases) {
  for (const auto& one : cases) EXPECT_EQ(told(one.text), one.checks) << one.text;
}

// Nothing may be said to be wrong.
void never_wrong(const std::vector<const char*>& texts) {
  for (const auto* text : texts) {
    for (const auto& line : told(text)) EXPECT_EQ(line.find(" fails "), std::string::npos) << text << "\n" << line;
  }
}

TEST(Divisions, PartsBehindTheirTotal) {
  expect({
      {"全年收到信息90条，其中民生30条、经济40条、生态20条。", {"sum holds 30条+40条+20条 / 90条 = 90"}},
      {"全年收到信息90条，其中民生30条、经济50条、生态20条。", {"sum fails 30条+50条+20条 / 90条 = 100"}},
      {"收到提案210件，按类别分，经济类90件、社会类80件、文化类30件。", {"sum fails 90件+80件+30件 / 210件 = 200"}},
      {"收到提案210件，按类别分，经济类90件、社会类80件、文化类40件。", {"sum holds 90件+80件+40件 / 210件 = 210"}},
      {"收到提案210件，其中委员提案150件、集体提案50件。", {"sum fails 150件+50件 / 210件 = 200"}},
      {"收到提案210件。其中，委员提案150件，集体提案60件。", {"sum holds 150件+60件 / 210件 = 210"}},
      {"集体提案36件（党派20件、界别9件、专委会6件）。", {"sum fails 20件+9件+6件 / 36件 = 35"}},
      {"建立制度9项，其中新制定3项、修订5项。", {"sum fails 3项+5项 / 9项 = 8"}},
      {"遴选重点提案12件，由市领导领办5件，其余6件由主席会议成员督办。", {"sum fails 5件+6件 / 12件 = 11"}},
      {"遴选重点提案12件，由市领导领办5件，其余7件由主席会议成员督办。", {"sum holds 5件+7件 / 12件 = 12"}},
      {"答复提案100件，A类、B类、C类分别为80件、15件、6件。", {"sum fails 80件+15件+6件 / 100件 = 101"}},
      {"办理提案150件。从结果看，A类90件，占60%；B类45件，占30%；C类15件，占10%。",
       {"share holds 90件 / 150件 = 60%", "share holds 45件 / 150件 = 30%", "share holds 15件 / 150件 = 10%",
        "sum holds 90件+45件+15件 / 150件 = 150"}},
      {"办理提案150件。从结果看，A类90件，占60%；B类45件，占40%；C类15件，占10%。",
       {"share holds 90件 / 150件 = 60%", "share holds 15件 / 150件 = 10%", "sum holds 90件+45件+15件 / 150件 = 150",
        "share fails 45件 / 150件 = 40%"}},
  });
}

TEST(Divisions, PartsBeforeTheirTotal) {
  expect({
      {"三年分别收到提案120件、130件、140件，合计390件。", {"sum holds 120件+130件+140件 / 390件 = 390"}},
      {"三年分别收到提案120件、130件、140件，合计380件。", {"sum fails 120件+130件+140件 / 380件 = 390"}},
      {"召开常委会会议6次、主席会议14次，共20次。", {"sum holds 6次+14次 / 20次 = 20"}},
  });
}

TEST(Divisions, WhatMayOverlapOrIsNotAllIsNoContradiction) {
  never_wrong({
      "全年收到信息90条，其中民生30条、经济40条。",
      "全年收到信息90条，其中民生30条、经济40条、生态10条等。",
      "表彰委员50名，其中女委员30名、党外委员28名、少数民族委员9名。",
      "被采用信息60条，其中全国政协采用10条、省政协采用30条、市政协采用45条。",
      "收到信息90条，其中涉及民生50条、涉及经济40条、涉及生态20条。",
      "收到提案210件，其中委员提案150余件、集体提案50余件。",
      "收到提案210件，其中委员提案150件，重点提案20件，优秀提案30件，平安建设提案40件。",
      "收到提案210件，立案180件，其中委员提案150件、集体提案60件。",
      "全年立案180件，其中委员提案150件（联名提案40件）、集体提案30件。",
      "举办培训3期，培训委员200人次，其中线上2期、线下1期。",
      "收到提案210件，主要有经济类90件、社会类80件、文化类20件。",
      "本届以来共收到提案900件，其中今年委员提案150件、集体提案50件。",
      "今年办结问题30个，累计办结90个，另有12个正在办理。",
      "今年召开常委会会议4次、主席会议12次、党组会议10次，共计开展协商60次。",
      "开展视察5次、调研8次，共计20余次。",
      "走访企业30家，其中民营企业25家，带动其他企业40家。",
      "投入资金10亿元，其中省级3亿元、市级2亿元、县级6亿元。",
      "办理提案150件。从结果看，A类90件，占60%；B类30件，占20%。",
      "委员提案占81%，集体提案占9%，联名提案占20%。",
  });
}

TEST(Divisions, ClassesThatMakeUpTheWholeAreAHundredPerCent) {
  expect({
      {"从办理结果看，A类占62%、B类占30%、C类占18%。", {"sum fails 62%+30%+18% = 110"}},
      {"从办理结果看，A类占62%、B类占30%、C类占8%。", {}},
      {"从办理结果看，A类占33.3%、B类占33.3%、C类占33.3%。", {}},
  });
}

TEST(Rates, AreComparedWithTheFiguresBesideThem) {
  expect({
      {"发出问卷800份、收回720份，回收率90%。", {"share holds 720份 / 800份 = 90%"}},
      {"发出问卷800份、收回720份，回收率80%。", {"share fails 720份 / 800份 = 80%"}},
      {"指出问题50个，已督促整改45个，整改率95%。", {"share fails 45个 / 50个 = 95%"}},
      {"指出问题50个，已督促整改45个，整改率达90%。", {"share holds 45个 / 50个 = 90%"}},
      {"报省政协40条、市政协80条；省政协采用10条，采用率35%，市政协采用20条，采用率25%。",
       {"share fails 10条 / 40条 = 35%", "share holds 20条 / 80条 = 25%"}},
      {"提案已全部办结，办结率98%。", {"share fails 98% = 98%"}},
      {"提案已全部办结，办结率100%。", {}},
      {"查摆问题16个，现已整改16个。", {"share holds 16个 / 16个 = 100"}},
      {"形成报告8篇，其中11篇获批示。", {"share fails 11篇 / 8篇 = 137.5"}},
      {"立案提案200件。遴选重点提案10件，占立案总数的6%。", {"share fails 10件 / 200件 = 6%"}},
      {"收到提案200件，立案180件，占提案总数的85%。", {"share fails 180件 / 200件 = 85%"}},
      {"确定重点提案50件，领导督办32件，占比达六成四。", {"share holds 32件 / 50件 = 六成四"}},
  });
}

TEST(Rates, WhoseBaseIsAnotherAreLeftAlone) {
  never_wrong({
      "发放问卷800份，回收720份，有效回收率80%。",
      "指出问题50个，已督促整改45个，历年问题整改率98%。",
      "指出问题50余个，已督促整改45个，整改率95%。",
      "立案提案200件，办结重点提案30件，全部提案办结率98%。",
      "收到建议60条、意见80条，采纳30条，采纳率37.5%。",
      "今年指出问题50个，累计整改45个，整改率80%。",
      "立案200件，立案率较上年提高2个百分点。",
      "提案已全部交办，办结率98%。",
      "重点提案已全部办结，其他提案办结率98%。",
      "去年提案立案率85%。今年收到提案200件，立案180件，立案率稳步提高。",
      "上年立案提案200件。今年遴选重点提案10件，占立案总数的6%。",
      "书记领办5件、市长领办3件，其余1件由部门办理。",
  });
}

TEST(Growth, BetweenPrintedLevels) {
  expect({
      {"收到提案220件，较上年200件增加20件、增长10%。",
       {"ratio holds 220件 / 200件 = 20件", "ratio holds 220件 / 200件 = 10%"}},
      {"收到提案220件，较上年200件增加25件、增长10%。",
       {"ratio fails 220件 / 200件 = 25件", "ratio holds 220件 / 200件 = 10%"}},
      {"收到提案220件，比上年的200件增长12%。", {"ratio fails 220件 / 200件 = 12%"}},
      {"重点课题由32个增加到40个，增长25%。", {"ratio holds 40个 / 32个 = 25%"}},
      {"重点课题由32个增加到40个，增加9个。", {"ratio fails 40个 / 32个 = 9个"}},
      {"重点课题由40个减少到32个，下降20%。", {"ratio holds 32个 / 40个 = 20%"}},
      {"收到提案220件，较上年增加20件、增长15%。", {"ratio fails 20件 / 220件 = 15%"}},
      {"收到提案220件，较上年增加20件、增长10%。", {"ratio holds 20件 / 220件 = 10%"}},
      {"采纳率72%，比2020年的64%提高8个百分点。", {"ratio holds 72% / 64% = 8个百分点"}},
      {"采纳率72%，比2020年的64%提高9个百分点。", {"ratio holds 72% / 64% = 9个百分点"}},  // 72.4 and 63.5 print so
      {"采纳率72.4%，比2020年的63.9%提高9.5个百分点。", {"ratio fails 72.4% / 63.9% = 9.5个百分点"}},
  });
}

TEST(Growth, OfOtherThingsIsLeftAlone) {
  never_wrong({
      "生产总值由50亿元增加到60亿元，增长5%。",
      "收到提案220件，较上年200件增加，年均增长6%。",
      "收到提案约220件，较上年200件增长12%。",
      "重点课题由32个增加到40个，同比增长5%。",
      "收到提案220件，委员提案150件，较上年增加20件，增长10%。",
      "立案率由80%提高到90%，较全省平均高3个百分点。",
  });
}

TEST(Averages, WithAPrintedDivisor) {
  expect({
      {"五年来，组织调研200次，年均40次。", {"ratio holds 200次 / 5 = 40次"}},
      {"五年来，编报信息3000条，年均650条。", {"ratio fails 3000条 / 5 = 650条"}},
      {"五年来，省领导批示386次，平均每年77次左右。", {"ratio holds 386次 / 5 = 77次"}},
      {"走访群众200户，送去慰问金10万元，户均500元。", {"ratio holds 10万元 / 200户 = 500元"}},
      {"走访群众200户，送去慰问金10万元，户均600元。", {"ratio fails 10万元 / 200户 = 600元"}},
  });
}

TEST(Averages, OfOtherYearsAreLeftAlone) {
  never_wrong({
      "组织调研200次，年均45次。",
      "五年来成绩很大。近三年组织调研240次，年均80次。",
      "五年来，编报信息3000余条，年均650条。",
      "五年来，编报信息3000条，年均增长6%。",
      "今后五年，组织调研200次，年均50次。",
      "走访群众200户、企业30家，送去慰问金10万元、物资5万元，户均600元。",
  });
}

TEST(Figures, HugeAndEmptyOnesAreSafe) {
  never_wrong({
      "其中99999999999999999999件、99999999999999999999件，占99999999999999999999%。",
      "收到0件，其中0件、0件、0件，占0%，较上年0件增加0件、增长0%，年均0件，户均0元。",
      "（（（（5件）））），其中（",
      "五年来0.0000000001次，年均999999999999999万亿次。",
  });
}

}  // namespace
}  // namespace yizheng::reports
