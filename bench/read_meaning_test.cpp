// The gold's figures must mean what people said they mean. Skipped where the gold is not at hand.
#include "read_meaning.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "committee/pack.h"
#include "reports/meaning.h"
#include "reports/quantities.h"

namespace yizheng::bench {
namespace {

indicators::Catalogue catalogue() { return indicators::read_catalogue(committee::pack_folder("default")); }

TEST(MeaningOnGold, nine_of_ten_indicators_are_right) {
  const auto shared = shared_folder();
  if (!shared) GTEST_SKIP() << "no gold at hand (../shared/gold, or YIZHENG_SHARED)";
  const auto score = measure_meaning(read_gold(*shared), catalogue());
  const auto table = show(score);
  std::puts(table.c_str());
  ASSERT_GT(score.indicators, 0);
  EXPECT_EQ(score.unplaced, 0);
  EXPECT_GE(score.indicators_right, score.indicators * 97 / 100) << table;
  EXPECT_EQ(score.implied_right, score.implied) << table;
  EXPECT_GE(score.periods_right, score.periods * 98 / 100) << table;
}

// A government's report has 调研, 慰问 and even 政协提案 in it, and none of them is a committee's figure.
TEST(MeaningOnReports, figures_of_governments_are_no_indicators) {
  const auto shared = shared_folder();
  if (!shared) GTEST_SKIP() << "no reports at hand (../shared/data/reports, or YIZHENG_SHARED)";
  const auto all = catalogue();
  int claims_read = 0, mapped = 0;
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(*shared) / "data/reports")) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    reports::Names names;
    auto claims = reports::find_quantities(text, names, false);
    reports::find_meaning(text, claims, names, all);
    for (const auto& claim : claims) {
      ++claims_read;
      if (claim.indicator < 0) continue;
      ++mapped;
      ADD_FAILURE() << file.path().filename() << " " << text.substr(claim.begin, claim.end - claim.begin) << " "
                    << all.at(claim.indicator).code;
    }
  }
  EXPECT_GT(claims_read, 0);
  std::printf("%d figures of governments, %d taken for a committee's\n", claims_read, mapped);
}

}  // namespace
}  // namespace yizheng::bench
