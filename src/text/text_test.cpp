#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "text/fold.h"
#include "text/names.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

using testing::ElementsAre;

TEST(Fold, BringsBothScriptsTogether) {
  EXPECT_EQ(fold("議政"), "议政");
  EXPECT_EQ(fold("關於優化養老服務的提案"), "关于优化养老服务的提案");
  EXPECT_EQ(fold("裏裡為爲"), "里里为为");
}

TEST(Fold, LeavesWhatDependsOnTheNeighbours) { EXPECT_EQ(fold("著名"), "著名"); }

TEST(Fold, MakesCompatibilityFormsPlain) {
  EXPECT_EQ(fold("ＹＺ２０２６"), "yz2026");
  EXPECT_EQ(fold("１００㎡"), "100m2");
  EXPECT_EQ(fold("㈠"), "(一)");
  EXPECT_EQ(fold("⾦"), "金");      // Kangxi radical U+2FA6
  EXPECT_EQ(fold("\uFA0A"), "见");  // compatibility ideograph of 見
  EXPECT_EQ(fold("ﬁ"), "fi");
}

TEST(Fold, DropsCaseTonesAndWhiteSpace) {
  EXPECT_EQ(fold("Yì Zhèng\u3000\n\t政"), "yizheng政");
  EXPECT_EQ(fold("Yi\u0300"), fold("Y\u00EC"));  // combining and composed tone
  EXPECT_EQ(fold("政\u200B协\uFEFF\u00AD"), "政协");
  EXPECT_EQ(fold(std::string_view("a\0b", 3)), "ab");
}

TEST(Fold, KeepsPunctuationAndOtherScripts) {
  EXPECT_EQ(fold("《提案》、。"), "《提案》、。");
  EXPECT_EQ(fold("が한글"), "が한글");
  EXPECT_EQ(fold("𠮷😀"), "𠮷😀");
}

TEST(Fold, MarksBytesThatAreNotUtf8) {
  EXPECT_EQ(fold("a\xFF\xC3"), "a\uFFFD\uFFFD");
  EXPECT_EQ(fold("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
}

TEST(Fold, TwiceIsOnce) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 20; ++i) {
      char32_t c = random() % (random() % 2 ? 0x10000 : 0x30000);
      if (c >= 0xD800 && c < 0xE000) c = U'國';
      append_utf8(text, c);
    }
    const auto once = fold(text);
    ASSERT_EQ(fold(once), once) << text;
    const auto placed = fold_with_positions(text);
    ASSERT_EQ(placed.text, once);
    ASSERT_EQ(placed.positions.size(), length(once));
    ASSERT_TRUE(std::is_sorted(placed.positions.begin(), placed.positions.end()));
    ASSERT_TRUE(placed.positions.empty() || placed.positions.back() < length(text));
  }
}

TEST(Fold, KnowsWhereEachCodePointCameFrom) {
  const auto folded = fold_with_positions("議 ㎡政");
  EXPECT_EQ(folded.text, "议m2政");
  EXPECT_THAT(folded.positions, ElementsAre(0, 2, 2, 3));
}

TEST(Grams, AreInOrder) {
  EXPECT_THAT(unigrams("政协a"), ElementsAre("政", "协", "a"));
  EXPECT_THAT(bigrams("政协提案"), ElementsAre("政协", "协提", "提案"));
  EXPECT_TRUE(bigrams("政").empty());
  EXPECT_TRUE(bigrams("").empty());
  EXPECT_TRUE(unigrams("").empty());
}

TEST(Utf8, IsChecked) {
  for (const char* good : {"", "abcdefghijkl", "政协", "é", "😀", "\xF4\x8F\xBF\xBF", "abcdefgh政ijklmnop"}) {
    EXPECT_TRUE(valid_utf8(good)) << good;
  }
  for (const char* bad : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80",
                          "\xE6\x94", "abcdefg\xFF", "abcdefgh\xE6"}) {
    EXPECT_FALSE(valid_utf8(bad));
  }
  EXPECT_EQ(length("政协a😀"), 4u);
  EXPECT_EQ(substring("政协a😀", 1, 2), "协a");
  EXPECT_EQ(substring("政协", 5, 2), "");
}

TEST(Gb18030, IsDecodedOrRefused) {
  EXPECT_EQ(decode_gb18030("\xD5\xFE\xD0\xAD,1\n"), "政协,1\n");
  EXPECT_EQ(decode_gb18030("\x95\x32\x82\x36"), "\U00020000");  // four bytes, beyond the first plane
  EXPECT_EQ(decode_gb18030(""), "");
  EXPECT_EQ(decode_gb18030("a\xFF"), std::nullopt);
  EXPECT_EQ(decode_gb18030("\xD5"), std::nullopt);
  std::string long_text, expected;
  for (int i = 0; i < 5000; ++i) long_text += "\xD5\xFE", expected += "政";
  EXPECT_EQ(decode_gb18030(long_text), expected);
}

TEST(Names, AreOrderedByStrokes) {
  std::vector<std::string> names{"魏一", "丁二", "张三", "王四", "李五", "丁一"};
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return sort_key_by_strokes(a) < sort_key_by_strokes(b); });
  // Strokes: 丁 2, 王 4, 李 and 张 7, 魏 17; 一 before 二.
  EXPECT_EQ(names[0], "丁一");
  EXPECT_EQ(names[1], "丁二");
  EXPECT_EQ(names[2], "王四");
  EXPECT_EQ(names[5], "魏一");
  EXPECT_LT(sort_key_by_pinyin("丁一"), sort_key_by_pinyin("王四"));
  EXPECT_LT(sort_key_by_pinyin("李五"), sort_key_by_pinyin("王四"));
  EXPECT_EQ(sort_key_by_strokes(""), sort_key_by_strokes(""));
}

TEST(Names, BecomeTraditional) {
  EXPECT_EQ(to_traditional("提案委员会"), "提案委員會");
  EXPECT_EQ(to_traditional("头发和发展"), "頭髮和發展");
}

}  // namespace
}  // namespace yizheng::text
