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
  EXPECT_GE(score.indicators_right, score.indicators * 90 / 100) << table;
  EXPECT_EQ(score.implied_right, score.implied) << table;
  EXPECT_GE(score.periods_right, score.periods * 60 / 100) << table;
}

}  // namespace
}  // namespace yizheng::bench
