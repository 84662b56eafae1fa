#include "reports/sentence.h"

#include <gtest/gtest.h>

#include <string>

#include "indicators/catalogue.h"
#include "text/utf8.h"

namespace yizheng::reports {
namespace {

std::vector<std::string> sentences_of(std::string_view text) {
  const indicators::Catalogue catalogue({});
  SentenceReader reader(text, catalogue.lexicon(), false);
  std::vector<std::string> all;
  Sentence sentence;
  while (reader.next(sentence)) all.emplace_back(text.substr(sentence.begin, sentence.end - sentence.begin));
  return all;
}

TEST(Sentences, EndAtFullStopsAndLinesButNotInQuotations) {
  EXPECT_EQ(sentences_of("收到12件。“办得好吗?好。”她说。\n二是走访"),
            (std::vector<std::string>{"收到12件。", "“办得好吗?好。”她说。", "\n", "二是走访"}));
}

// What is searched again for each of its figures must be short, or a long line takes time with its square.
TEST(Sentences, AreCutWhereALineHasNoFullStop) {
  for (const std::string_view piece :
       {"收到提案15件、", "收到提案15件", "(", "“收到提案", "提案一百二十", "1234567890", "《", ","}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    std::string joined;
    for (const auto& sentence : sentences_of(text)) {
      // Digits are not cut apart; the longest number that is read is far shorter.
      if (piece != "1234567890") {
        EXPECT_LE(sentence.size(), 6100U) << piece;
      }
      EXPECT_TRUE(text::valid_utf8(sentence)) << piece;
      joined += sentence;
    }
    EXPECT_EQ(joined, text) << piece;
  }
}

}  // namespace
}  // namespace yizheng::reports
