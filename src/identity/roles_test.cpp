#include "identity/roles.h"

#include <gtest/gtest.h>

#include "base/problem.h"

namespace yizheng::identity {
namespace {

bool together(const std::vector<std::string>& roles) {
  RoleBook book;
  book.exclusive = [](const std::string& a, const std::string& b) { return a == "UNIT_OFFICER" && b == "AUDITOR"; };
  try {
    check_exclusions(book, roles);
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "roles_exclusive");
    return false;
  }
  return true;
}

TEST(Roles, OfBusinessGoTogether) {
  EXPECT_TRUE(together({}));
  EXPECT_TRUE(together({"MEMBER", "SECTOR_CONVENER"}));
  EXPECT_TRUE(together({"UNIT_OFFICER", "UNIT_OFFICER"}));
}

TEST(Roles, ThatThePackKeepsApartDoNotInEitherOrder) {
  EXPECT_FALSE(together({"UNIT_OFFICER", "AUDITOR"}));
  EXPECT_FALSE(together({"AUDITOR", "MEMBER", "UNIT_OFFICER"}));
}

TEST(Roles, OfAdministratorsAreApartFromEachOtherAndFromBusiness) {
  const std::string administrators[] = {"SYS_ADMIN", "SEC_ADMIN", "AUDIT_ADMIN"};
  for (const auto& a : administrators) {
    EXPECT_TRUE(is_administrator(a));
    EXPECT_TRUE(together({a}));
    EXPECT_FALSE(together({a, "MEMBER"}));
    EXPECT_FALSE(together({"PROPOSAL_COMMITTEE", a}));
    for (const auto& b : administrators) EXPECT_EQ(together({a, b}), a == b);
  }
  EXPECT_FALSE(is_administrator("MEMBER"));
}

}  // namespace
}  // namespace yizheng::identity
