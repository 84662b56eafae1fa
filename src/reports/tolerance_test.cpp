#include "reports/tolerance.h"

#include <gtest/gtest.h>

namespace yizheng::reports {
namespace {

Claim claim(double value, double step, ClaimKind kind = ClaimKind::COUNT, Approx approx = Approx::EXACT) {
  Claim made;
  made.value = value;
  made.step = step;
  made.unit = 1;
  made.kind = kind;
  made.approx = approx;
  return made;
}
bool holds(const Claim& made, double value, std::string_view before = "", std::string_view after = "") {
  const auto band = band_of(made, before, after);
  EXPECT_FALSE(band.zh.empty());
  EXPECT_FALSE(band.en.empty());
  return band.holds(value);
}

TEST(Tolerance, CountsAreTheSameExactly) {
  EXPECT_TRUE(holds(claim(142, 1), 142));
  EXPECT_FALSE(holds(claim(142, 1), 141));
  EXPECT_FALSE(holds(claim(142, 1), 143));
}

TEST(Tolerance, WhatRoundsToThePrintedFigureAgrees) {
  const auto share = claim(43, 1, ClaimKind::SHARE);
  EXPECT_TRUE(holds(share, 42.5));
  EXPECT_TRUE(holds(share, 43.49));
  EXPECT_FALSE(holds(share, 43.5));
  EXPECT_FALSE(holds(share, 42.49));
  const auto exact = claim(98.33, 0.01, ClaimKind::RATE);
  EXPECT_TRUE(holds(exact, 100.0 * 59 / 60));
  EXPECT_FALSE(holds(exact, 100.0 * 58 / 60));
  EXPECT_TRUE(holds(claim(24'000, 1000, ClaimKind::MONEY), 24'480));
  EXPECT_FALSE(holds(claim(24'000, 1000, ClaimKind::MONEY), 24'500));
  EXPECT_TRUE(holds(claim(100, 1, ClaimKind::RATE), 100));
}

TEST(Tolerance, OverAndNearlyReachToTheNextRoundNumber) {
  const auto over = claim(1200, 1, ClaimKind::COUNT, Approx::OVER);  // 1200余件
  EXPECT_TRUE(holds(over, 1200));
  EXPECT_TRUE(holds(over, 1299));
  EXPECT_FALSE(holds(over, 1300));
  EXPECT_FALSE(holds(over, 1199));
  const auto nearly = claim(300, 1, ClaimKind::COUNT, Approx::NEARLY);  // 近300人次
  EXPECT_TRUE(holds(nearly, 287));
  EXPECT_TRUE(holds(nearly, 300));
  EXPECT_FALSE(holds(nearly, 301));
  EXPECT_FALSE(holds(nearly, 200));
  const auto about = claim(50, 1, ClaimKind::COUNT, Approx::ABOUT);
  EXPECT_TRUE(holds(about, 47));
  EXPECT_FALSE(holds(about, 60));
}

TEST(Tolerance, WordsOutsideTheFigureCount) {
  EXPECT_TRUE(holds(claim(5, 1), 12, "", "以上"));
  EXPECT_FALSE(holds(claim(5, 1), 4, "", "以上"));
  EXPECT_TRUE(holds(claim(5, 1), 12, "全年不少于", ""));
  EXPECT_TRUE(holds(claim(5, 1), 3, "不超过", ""));
  EXPECT_FALSE(holds(claim(5, 1), 6, "不超过", ""));
}

TEST(Tolerance, RangesHoldBothEnds) {
  auto range = claim(3, 1);
  range.value_high = 5;
  for (const int value : {3, 4, 5}) EXPECT_TRUE(holds(range, value));
  EXPECT_FALSE(holds(range, 6));
  EXPECT_FALSE(holds(range, 2));
}

TEST(Tolerance, NumbersArePlain) {
  EXPECT_EQ(plain_number(142), "142");
  EXPECT_EQ(plain_number(98.3), "98.3");
  EXPECT_EQ(plain_number(100.0 / 3), "33.33");
  EXPECT_EQ(plain_number(0), "0");
  EXPECT_EQ(plain_number(2'400'000), "2400000");
}

}  // namespace
}  // namespace yizheng::reports
