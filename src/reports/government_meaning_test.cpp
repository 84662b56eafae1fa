#include "reports/government_meaning.h"

#include "reports/meaning_testing.h"
#include "reports/reading.h"

namespace yizheng::reports::testing {
namespace {

// Codes of the figures of an invented government's report, without "government.".
std::string codes(std::string_view sentence) {
  // Too few lines tell nothing of whose they are.
  std::string rest;
  while (rest.size() < 1200) rest += "全市上下抓项目、促改革、惠民生,道路更通畅,街区更整洁,群众办事更方便。";
  text::Document document;
  document.text = "云岭市人民政府工作报告\n各位代表:现在,请听政府的工作。\n" + std::string(sentence) + "\n" + rest;
  const auto reading = read_report(document, default_catalogue());
  std::string all;
  for (const auto& claim : reading.claims) {
    const auto code = code_of(claim);
    all += (all.empty() ? "" : " ") + (code.starts_with("government.") ? code.substr(11) : code);
  }
  return all;
}

TEST(GovernmentMeaning, ResultsAndTargetsHaveTheirNames) {
  EXPECT_EQ(codes("全市地区生产总值达到812亿元,增长6.1%;地方一般公共预算收入43.5亿元、同比增长2.7%。"),
            "gdp gdp_growth budget_revenue budget_revenue_growth");
  EXPECT_EQ(
      codes("预期目标是:地区生产总值增长6%左右;城镇新增就业1.8万人,城镇调查失业率5.2%以内;居民消费价格涨幅2%左右。"),
      "gdp_growth new_urban_jobs unemployment_surveyed consumer_prices_growth");
  EXPECT_EQ(codes("常住人口城镇化率由61.3%提高到62.5%。"), "urbanisation_rate urbanisation_rate");
}

TEST(GovernmentMeaning, OtherFiguresBesideThemHaveNone) {
  EXPECT_EQ(codes("人均地区生产总值突破9万元,研发投入占地区生产总值比重达2.1%。"), "- -");
  EXPECT_EQ(codes("地区生产总值达到812亿元,新建学校增长6.1%。"), "gdp -");
  EXPECT_EQ(codes("开展调研12次,办理政协提案86件。"), "- -");
}

TEST(GovernmentMeaning, ACommitteesReportHasNoneOfThem) {
  const auto made = read("政协青禾市松台区委员会工作报告\n区政协围绕地区生产总值增长[6%]的目标协商议政。");
  EXPECT_EQ(code_of(made.claims.front()), "-");
}

}  // namespace
}  // namespace yizheng::reports::testing
