#include "identity/passwords.h"

#include <gtest/gtest.h>

#include "base/problem.h"
#include "identity/common_passwords.h"
#include "identity/people.h"

namespace yizheng::identity {
namespace {

std::string refusal(std::string_view password) {
  try {
    check_new_password(password, "li.ming", "lujiang", "/new_password");
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.status, 422);
    EXPECT_EQ(problem.field, "/new_password");
    return problem.code;
  }
  return "";
}

TEST(Passwords, AreKeptAsArgon2idWithASaltOfTheirOwn) {
  const auto hash = hash_password("correct horse battery");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
  EXPECT_NE(hash, hash_password("correct horse battery"));
  EXPECT_TRUE(verify_password(hash, "correct horse battery"));
  EXPECT_FALSE(verify_password(hash, "correct horse batterx"));
  EXPECT_FALSE(verify_password("", "correct horse battery"));
}

TEST(Passwords, OfADecoyCostWhatRealOnesCost) {
  EXPECT_TRUE(decoy_hash(false).starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
  EXPECT_EQ(decoy_hash(true).substr(0, 25), hash_password("x", true).substr(0, 25));
}

TEST(Passwords, MustBeLongEnoughAndNotTooLong) {
  EXPECT_EQ(refusal("kq7wzt2"), "password_too_short");
  EXPECT_EQ(refusal("山高月小水"), "password_too_short");
  EXPECT_EQ(refusal("山高月小水落石出"), "");
  EXPECT_EQ(refusal(std::string(129, 'k')), "password_too_long");
  std::string long_one;
  for (int i = 0; i < 32; ++i) long_one += static_cast<char>('a' + i * 7 % 26), long_one += "x-9";
  EXPECT_EQ(long_one.size(), 128u);
  EXPECT_EQ(refusal(long_one), "");
}

TEST(Passwords, NeedNoMixtureOfKinds) {
  EXPECT_EQ(refusal("quiet harbour lamp"), "");
  EXPECT_EQ(refusal("tall-lantern-river-92"), "");
}

TEST(Passwords, MayNotNameTheAccountOrTheCommittee) {
  EXPECT_EQ(refusal("my Li.Ming 77 go"), "password_names_account");
  EXPECT_EQ(refusal("LuJiang-orchard"), "password_names_account");
}

TEST(Passwords, ThatEveryoneTriesAreRefused) {
  for (const auto* common :
       {"12345678",    "87654321",   "11111111",    "88888888",   "password",     "Password1",   "P@ssw0rd",
        "P@ssw0rd123", "admin123",   "Admin@123",   "admin@2026", "qwertyuiop",   "1qaz2wsx",    "1q2w3e4r",
        "asdfghjkl",   "woaini1314", "woaini520",   "5201314a",   "a123456789",   "aa123456",    "Aa123456",
        "abc123456",   "qq123456",   "zhang123456", "wangwei123", "zhengxie2026", "zhengxie123", "19850312",
        "03121985",    "wl19850312", "13800001234", "abcabcabc",  "aaaaaaab",     "147258369",   "iloveyou",
        "123456789a",  "12345678!",  "!@#$%^&*",    "mima1234"}) {
    EXPECT_EQ(refusal(common), "password_common") << common;
  }
  EXPECT_GE(common_password_count(), 3000u);
}

TEST(Passwords, MadeForFirstSignInsAreRandomAndPassTheRules) {
  const auto first = random_password();
  EXPECT_EQ(first.size(), 19u);
  EXPECT_NE(first, random_password());
  EXPECT_EQ(refusal(first), "");
}

}  // namespace
}  // namespace yizheng::identity
