#include "reports/rounding.h"

#include <gtest/gtest.h>

namespace yizheng::reports {
namespace {

TEST(Rounding, HalfUpAtThePrintedDecimals) {
  EXPECT_EQ(fits(100.0 * 6 / 14, 43, 1), Fit::ROUNDED);
  EXPECT_EQ(fits(12.5, 13, 1), Fit::ROUNDED);
  EXPECT_EQ(fits(12.5, 12, 1), Fit::CUT_OFF);
  EXPECT_EQ(fits(12.5, 14, 1), Fit::NONE);
  EXPECT_EQ(fits(28.5, 28.5, 0.1), Fit::ROUNDED);
  EXPECT_EQ(fits(100.0 * 470 / 578, 81.31, 0.01), Fit::ROUNDED);
  EXPECT_EQ(fits(100.0 * 470 / 578, 81.32, 0.01), Fit::NONE);
  // A half that binary fractions make a little less than a half.
  EXPECT_EQ(fits(1.005 * 100, 100.5, 0.1), Fit::ROUNDED);
}

TEST(Rounding, WholeNumbersOfWhichAPartIsThePercentage) {
  const auto one = bases_of(6, 43, 1);
  EXPECT_EQ(one.first, 14);
  EXPECT_EQ(one.last, 14);
  const auto several = bases_of(187, 85, 1);
  EXPECT_EQ(several.first, 219);
  EXPECT_EQ(several.last, 221);
  EXPECT_EQ(bases_of(5, 90, 1).count(), 0);  // 5 of 5 is 100 %, 5 of 6 is 83 %
  const auto all = bases_of(6, 100, 1);
  EXPECT_EQ(all.first, 6);
  EXPECT_EQ(all.last, 6);
  // Every base that is named gives the percentage, and the next ones do not.
  for (int part = 1; part < 40; ++part) {
    for (int percent = 1; percent <= 100; ++percent) {
      const auto bases = bases_of(part, percent, 1);
      for (int base = part; base < 400; ++base) {
        const bool inside = base >= bases.first && base <= bases.last;
        EXPECT_EQ(inside, fits(100.0 * part / base, percent, 1) == Fit::ROUNDED)
            << part << "/" << base << " " << percent;
      }
    }
  }
}

TEST(Rounding, WhatAPrintedFigureLeavesOpen) {
  Claim claim;
  claim.value = 102;
  EXPECT_EQ(interval_of(claim).low, interval_of(claim).high);
  claim.kind = ClaimKind::MONEY;
  claim.value = 24000;
  claim.step = 1000;
  EXPECT_EQ(interval_of(claim).low, 23500);
  EXPECT_EQ(interval_of(claim).high, 24500);
  claim.approx = Approx::NEARLY;
  EXPECT_LT(interval_of(claim).low, 24000);
  EXPECT_EQ(interval_of(claim).high, 24000);
  claim.approx = Approx::OVER;
  EXPECT_EQ(interval_of(claim).low, 24000);
}

TEST(Rounding, FiguresReadAsInReports) {
  EXPECT_EQ(figure(220), "220");
  EXPECT_EQ(figure(42.857), "42.86");
  EXPECT_EQ(figure(37.5), "37.5");
  EXPECT_EQ(figure(850000000000), "8500亿");
  EXPECT_EQ(figure_in_steps(85, 1), "85");
  EXPECT_EQ(figure_in_steps(81.3, 0.01), "81.30");
}

}  // namespace
}  // namespace yizheng::reports
