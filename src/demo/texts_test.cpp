#include "demo/texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "text/utf8.h"

namespace yizheng::demo {
namespace {

TEST(Texts, EveryTopicIsCompleteAndEverySlotKnown) {
  ASSERT_GE(topics().size(), 25U);
  Random random(1);
  for (std::size_t i = 0; i < topics().size(); ++i) {
    const auto& topic = topics()[i];
    EXPECT_GE(topic.titles.size(), 3U) << topic.matter;
    EXPECT_GE(topic.problems.size(), 4U) << topic.matter;
    EXPECT_GE(topic.suggestions.size(), 5U) << topic.matter;
    Subject subject = make_subject(random);
    subject.topic = i;
    std::string all;
    for (const auto sentence : topic.situation) fill(all, sentence, subject, random);
    for (const auto& point : topic.problems) fill(all, point.text, subject, random);
    for (const auto& point : topic.suggestions) fill(all, point.text, subject, random);
    for (const auto sentence : topic.titles) fill(all, sentence, subject, random);
    EXPECT_EQ(all.find('{'), std::string::npos);
  }
}

TEST(Texts, TheSameSeedGivesTheSameProposal) {
  Random a(7), b(7);
  const auto first = make_draft(a, make_subject(a)), second = make_draft(b, make_subject(b));
  EXPECT_EQ(first.body + first.suggestions, second.body + second.suggestions);
}

TEST(Texts, ACorpusIsDifferentAndOfRealLength) {
  std::set<std::string> bodies, titles;
  std::size_t characters = 0, count = 0, longest_title = 0;
  make_corpus(3, 2000, [&](std::size_t, DraftText&& draft) {
    const auto size = text::length(draft.body) + text::length(draft.suggestions);
    EXPECT_GT(size, 700U);
    EXPECT_LT(size, 3000U);
    characters += size;
    ++count;
    longest_title = std::max(longest_title, text::length(draft.title));
    bodies.insert(std::move(draft.body));
    titles.insert(std::move(draft.title));
  });
  EXPECT_EQ(bodies.size(), 2000U);
  EXPECT_GT(titles.size(), 500U);
  EXPECT_LE(longest_title, 40U);
  EXPECT_NEAR(static_cast<double>(characters) / static_cast<double>(count), 1700, 250);
}

TEST(Texts, RepliesSayWhatTheirClassAsksFor) {
  Random random(5);
  const auto subject = make_subject(random);
  const auto b = make_reply(random, subject, "B", "区民政局", "陈志远委员", 1);
  EXPECT_FALSE(b.planned.empty());
  EXPECT_NE(b.body.find(b.planned), std::string::npos);
  const auto c = make_reply(random, subject, "C", "区民政局", "陈志远委员", 2);
  EXPECT_TRUE(c.done.empty());
  EXPECT_FALSE(c.not_adopted.empty());
}

}  // namespace
}  // namespace yizheng::demo
