#include "identity/attempt_limiter.h"

#include <gtest/gtest.h>

#include "base/problem.h"

namespace yizheng::identity {
namespace {

TEST(AttemptLimiter, MakesAnAddressWaitAfterTooManyFailures) {
  AttemptLimiter limiter(3, std::chrono::minutes(15));
  Instant now{1'000'000};
  for (int i = 0; i < 3; ++i) {
    EXPECT_NO_THROW(limiter.check("192.0.2.1", now));
    limiter.failed("192.0.2.1", now);
    now.ms += 60'000;
  }
  try {
    limiter.check("192.0.2.1", now);
    FAIL() << "the fourth attempt was let through";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.status, 429);
    EXPECT_EQ(problem.code, "too_many_attempts");
  }
  EXPECT_NO_THROW(limiter.check("192.0.2.2", now)) << "others are not affected";
  now.ms += 12 * 60'000;
  EXPECT_NO_THROW(limiter.check("192.0.2.1", now));
  limiter.failed("192.0.2.1", now);
  EXPECT_NO_THROW(limiter.check("192.0.2.1", now)) << "and counts anew";
}

TEST(AttemptLimiter, RemembersABoundedNumberOfAddresses) {
  AttemptLimiter limiter(2, std::chrono::minutes(15));
  const Instant start{1'000'000};
  for (int i = 0; i < 20'000; ++i) limiter.failed("2001:db8::" + std::to_string(i), start);
  limiter.failed("2001:db8::9999", start);
  limiter.failed("2001:db8::19999", start);
  EXPECT_THROW(limiter.check("2001:db8::9999", start), Problem);
  EXPECT_NO_THROW(limiter.check("2001:db8::19999", start)) << "came when the table was full";
  const Instant later{start.ms + 15 * 60'000};
  for (int i = 0; i < 2; ++i) limiter.failed("192.0.2.1", later);
  EXPECT_THROW(limiter.check("192.0.2.1", later), Problem) << "old ones make room";
}

}  // namespace
}  // namespace yizheng::identity
