#include "text/numerals.h"

#include <gtest/gtest.h>

#include <string>

namespace yizheng::text {
namespace {

struct Printed {
  const char* text;
  double value;
  double step;
  const char* rest;  // what the numeral leaves
};

class Numerals : public testing::TestWithParam<Printed> {};

TEST_P(Numerals, AreExpanded) {
  const std::string text = GetParam().text;
  const Numeral numeral = read_numeral(text, 0);
  EXPECT_DOUBLE_EQ(numeral.value, GetParam().value) << text;
  EXPECT_DOUBLE_EQ(numeral.step, GetParam().step) << text;
  EXPECT_EQ(text.substr(numeral.end), GetParam().rest) << text;
}

INSTANTIATE_TEST_SUITE_P(Arabic, Numerals,
                         testing::Values(Printed{"142件", 142, 1, "件"}, Printed{"2.4万元", 24000, 1000, "元"},
                                         Printed{"5853.9亿元", 585390000000, 1e7, "元"},
                                         Printed{"1.3万亿斤", 1.3e12, 1e11, "斤"},
                                         Printed{"200多万元", 2000000, 10000, "元"},
                                         Printed{"3亿多农村人口", 3e8, 1e8, "农村人口"},
                                         Printed{"１２３．５％", 123.5, 0.1, "％"}, Printed{"1,256件", 1256, 1, "件"},
                                         Printed{"25%,120件", 25, 1, "%,120件"}, Printed{"12,3件", 12, 1, ",3件"},
                                         Printed{"1亿3000万人", 130000000, 10000, "人"}, Printed{"5千瓦", 5, 1, "千瓦"},
                                         Printed{"30万千瓦", 300000, 10000, "千瓦"}, Printed{"5百分点", 5, 1, "百分点"},
                                         Printed{"3千米", 3, 1, "千米"}, Printed{"4．2万公里", 42000, 1000, "公里"}));

INSTANTIATE_TEST_SUITE_P(Chinese, Numerals,
                         testing::Values(Printed{"两期", 2, 1, "期"}, Printed{"十项", 10, 1, "项"},
                                         Printed{"二十余次", 20, 10, "次"}, Printed{"一百二十三条", 123, 1, "条"},
                                         Printed{"三千零五十人", 3050, 1, "人"}, Printed{"二〇二三年", 2023, 1, "年"},
                                         Printed{"十几个", 10, 10, "个"}, Printed{"五亿元", 5e8, 1e8, "元"},
                                         Printed{"千亿元", 1e11, 1e8, "元"}, Printed{"三万五千户", 35000, 1, "户"},
                                         Printed{"十余万人次", 100000, 100000, "人次"},
                                         Printed{"二百多万人", 2000000, 1000000, "人"}));

TEST(NumeralsOnly, StringsOfDigitsAreTold) {
  EXPECT_TRUE(read_numeral("一三三四", 0).string);
  EXPECT_FALSE(read_numeral("三十四", 0).string);
  EXPECT_TRUE(read_numeral("百余家", 0).bare_power);
  EXPECT_FALSE(read_numeral("三百家", 0).bare_power);
}

TEST(NumeralsOnly, LongRunsEndInTime) {
  const std::string digits(300000, '7');
  Numeral numeral = read_numeral(digits, 0);
  EXPECT_TRUE(numeral.too_long);
  EXPECT_EQ(numeral.end, digits.size());
  std::string chinese;
  for (int i = 0; i < 100000; ++i) chinese += "亿";
  numeral = read_numeral(chinese, 0);
  EXPECT_TRUE(numeral.too_long);
  EXPECT_EQ(numeral.end, chinese.size());
}

TEST(NumeralsOnly, SignsAreFoundAmongOtherCharacters) {
  const std::string text = "委员提出建议，abc共5条";
  EXPECT_EQ(text.substr(next_sign(text, 0)), "5条");
  EXPECT_EQ(next_sign("没有", 0), 6u);
  EXPECT_EQ(next_sign("\xE4\xB8", 0), 2u);  // half a character at the end
}

}  // namespace
}  // namespace yizheng::text
