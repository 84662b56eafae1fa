#include "reports/report_counts.h"

#include <gtest/gtest.h>

namespace yizheng::reports {
namespace {

ReportInput report(bool own) {
  ReportInput input;
  input.document.id = Id{8};
  input.document.sha256 = std::string(64, 'b');
  input.document.own = own;
  input.document.year = 2026;
  return input;
}
const ReportCounts counts{9, 5, 2, 2, 3, 1, 4, 0};
constexpr Instant noon{1'780'000'000'000};
Instant later(std::chrono::milliseconds by) { return {noon.ms + by.count()}; }

TEST(CountsCache, GivesWhatWasCounted) {
  CountsCache cache;
  EXPECT_FALSE(cache.find(report(true), noon));
  cache.keep(report(true), counts, noon);
  EXPECT_EQ(cache.find(report(true), noon), counts);
  auto other = report(true);
  other.document.id = Id{9};
  EXPECT_FALSE(cache.find(other, noon)) << "the same file loaded twice is two reports";
}

TEST(CountsCache, ForgetsWhatWasCountedFromSomethingElse) {
  CountsCache cache;
  cache.keep(report(false), counts, noon);
  const auto known = [&](auto change) {
    auto input = report(false);
    change(input);
    return cache.find(input, noon).has_value();
  };
  EXPECT_TRUE(known([](ReportInput&) {}));
  EXPECT_TRUE(known([](ReportInput& one) { one.document.title = "新标题"; }));
  EXPECT_FALSE(known([](ReportInput& one) { one.document.own = true; }));
  EXPECT_FALSE(known([](ReportInput& one) { one.document.year = 2025; }));
  EXPECT_FALSE(known([](ReportInput& one) { one.document.basis = "SESSION"; }));
  EXPECT_FALSE(known([](ReportInput& one) { one.choices.emplace_back(); }));
  EXPECT_FALSE(known([](ReportInput& one) { one.mappings.emplace_back(); }));
}

TEST(CountsCache, RecordsChangeSoOurOwnAreCountedAnewAfterSomeMinutes) {
  CountsCache cache;
  cache.keep(report(true), counts, noon);
  EXPECT_TRUE(cache.find(report(true), later(CountsCache::own_lasts)));
  EXPECT_FALSE(cache.find(report(true), later(CountsCache::own_lasts + std::chrono::milliseconds(1))));
  cache.keep(report(false), counts, noon);
  EXPECT_TRUE(cache.find(report(false), later(std::chrono::hours(24))));
}

}  // namespace
}  // namespace yizheng::reports
