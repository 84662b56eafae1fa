#include "identity/token.h"

#include <gtest/gtest.h>

namespace yizheng::identity {
namespace {

TEST(SessionTokens, ComeBackFromTheirCookie) {
  const auto token = new_session_token(Id{42});
  EXPECT_EQ(token.token.size(), 43u);
  const auto read = parse_session_cookie(token.cookie_value());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->committee_id, Id{42});
  EXPECT_EQ(read->hash(), token.hash());
  EXPECT_EQ(read->csrf_token(), token.csrf_token());
}

TEST(SessionTokens, AreNeverTheSameAndNeitherAreTheirProofs) {
  const auto a = new_session_token(Id{42});
  const auto b = new_session_token(Id{42});
  EXPECT_NE(a.token, b.token);
  EXPECT_NE(a.hash(), b.hash());
  EXPECT_NE(a.csrf_token(), b.csrf_token());
  EXPECT_EQ(a.csrf_token().size(), 43u);
  EXPECT_EQ(a.hash().find(a.token), std::string::npos);
}

TEST(SessionTokens, OfAnyOtherFormAreRefused) {
  const auto good = new_session_token(Id{42}).cookie_value();
  for (const auto& bad : {std::string(), std::string("."), std::string("42."), good.substr(3), good + "A",
                          good.substr(0, good.size() - 1), "042" + good.substr(2), "-1" + good.substr(2),
                          good.substr(0, good.size() - 1) + "=", good.substr(0, good.size() - 1) + '\0', "x" + good,
                          std::string(10'000, 'A')}) {
    EXPECT_FALSE(parse_session_cookie(bad)) << bad;
  }
}

}  // namespace
}  // namespace yizheng::identity
