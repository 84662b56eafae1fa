// The formulas of DOMAIN §2.13 against figures that committees have published.
#include "proposals/statistics.h"

#include <gtest/gtest.h>

namespace yizheng::proposals {
namespace {

const ClassFlags flags{{"A"}, {"B"}};

void add(std::vector<StatisticRow>& rows, int count, const StatisticRow& row) {
  for (int i = 0; i < count; ++i) rows.push_back(row);
}

StatisticRow received(ProposalState state) {
  StatisticRow row;
  row.state = state;
  row.submitted_at = Instant{1};
  return row;
}

StatisticRow filed(ProposerKind kind = ProposerKind::INDIVIDUAL) {
  auto row = received(ProposalState::FILED);
  row.kind = kind;
  row.filed_at = Instant{2};
  return row;
}

StatisticRow replied(const std::string& result_class, Satisfaction satisfaction = Satisfaction::SATISFIED) {
  auto row = filed();
  row.state = ProposalState::CLOSED;
  row.assigned_at = Instant{3};
  row.replied_at = Instant{4};
  row.result_class = result_class;
  row.satisfaction_result = row.satisfaction_attitude = satisfaction;
  row.contacts = 1;
  return row;
}

double value(const char* code, const std::vector<StatisticRow>& rows) {
  return compute(*figure_rule(code), rows, flags).value.value();
}

TEST(Statistics, kunming_578_received_470_filed) {
  std::vector<StatisticRow> rows;
  add(rows, 371, filed());
  add(rows, 99, filed(ProposerKind::COLLECTIVE_COMMITTEE));
  add(rows, 108, received(ProposalState::NOT_FILED));
  EXPECT_DOUBLE_EQ(value("filing_rate", rows), 81.31);
  EXPECT_DOUBLE_EQ(value("member_share", rows), 78.94);
  EXPECT_DOUBLE_EQ(value("collective_share", rows), 21.06);
}

TEST(Statistics, kunming_433_32_5_by_class) {
  std::vector<StatisticRow> rows;
  add(rows, 433, replied("A"));
  add(rows, 32, replied("B"));
  add(rows, 5, replied("C"));
  EXPECT_DOUBLE_EQ(value("resolved_rate", rows), 92.13);
  EXPECT_DOUBLE_EQ(value("planned_rate", rows), 6.81);
  EXPECT_DOUBLE_EQ(value("adopted_rate", rows), 98.94);
  EXPECT_DOUBLE_EQ(value("contact_rate", rows), 100);
  EXPECT_DOUBLE_EQ(value("reply_rate", rows), 100);
}

TEST(Statistics, basically_satisfied_is_counted_apart_and_together) {
  std::vector<StatisticRow> rows;
  add(rows, 144, replied("A", Satisfaction::SATISFIED));
  add(rows, 2, replied("A", Satisfaction::BASICALLY));
  add(rows, 3, replied("A", Satisfaction::DEEMED_NONE));  // silence is in neither part
  EXPECT_DOUBLE_EQ(value("satisfied_rate", rows), 98.63);
  EXPECT_DOUBLE_EQ(value("satisfied_or_basic_rate", rows), 100);
}

TEST(Statistics, parties_share_of_key_proposals) {
  std::vector<StatisticRow> rows;
  auto party = filed(ProposerKind::COLLECTIVE_PARTY), member = filed();
  party.key_state = member.key_state = KeyState::KEY;
  add(rows, 5, party);
  add(rows, 15, member);
  EXPECT_DOUBLE_EQ(value("party_share_of_key", rows), 25);
  EXPECT_EQ(compute(*figure_rule("key"), rows, flags).numerator, 20);
}

TEST(Statistics, merged_after_filing_gives_both_figures) {
  std::vector<StatisticRow> rows;
  add(rows, 123, filed());
  auto merged = filed();
  merged.state = ProposalState::MERGED;
  merged.merged_after_filing = true;
  add(rows, 10, merged);
  EXPECT_DOUBLE_EQ(value("filed", rows), 123);
  EXPECT_DOUBLE_EQ(value("filed_before_merging", rows), 133);
  EXPECT_DOUBLE_EQ(value("merged", rows), 10);
}

TEST(Statistics, every_proposal_received_is_in_exactly_one_part) {
  std::vector<StatisticRow> rows;
  using enum ProposalState;
  for (const auto state : {SUBMITTED, PRELIM_REVIEW, REVIEW, RETURNED_FOR_REVISION, NOT_FILED, TO_SUGGESTION,
                           TO_OPINION_REPORT, AS_LETTER, WITHDRAWN, MERGED}) {
    rows.push_back(received(state));
  }
  for (int state = static_cast<int>(FILED); state <= static_cast<int>(ARCHIVED); ++state) {
    auto row = filed();
    row.state = static_cast<ProposalState>(state);
    rows.push_back(row);
  }
  std::int64_t parts = 0;
  for (const char* code :
       {"filed", "merged", "to_suggestion", "to_opinion_report", "as_letter", "not_filed", "withdrawn", "in_review"}) {
    parts += compute(*figure_rule(code), rows, flags).numerator;
  }
  EXPECT_EQ(parts, compute(*figure_rule("received"), rows, flags).numerator);
}

TEST(Statistics, percentages_are_rounded_half_up_and_absent_without_a_base) {
  EXPECT_EQ(percentage(1, 3), 33.33);
  EXPECT_EQ(percentage(2, 3), 66.67);
  EXPECT_EQ(percentage(1, 800), 0.13);  // 0.125
  EXPECT_EQ(percentage(0, 0), std::nullopt);
}

TEST(Statistics, every_figure_has_a_definition_in_both_languages) {
  EXPECT_EQ(figure_rule("not_filed")->definition.definition_zh_hant, "審查後不予立案的提案");
  for (const auto& rule : figure_rules()) {
    EXPECT_FALSE(rule.definition.zh.empty() || rule.definition.en.empty()) << rule.definition.code;
    EXPECT_FALSE(rule.definition.definition_zh.empty() || rule.definition.definition_en.empty())
        << rule.definition.code;
    EXPECT_FALSE(rule.definition.zh_hant.empty() || rule.definition.definition_zh_hant.empty());
    EXPECT_EQ(figure_rule(rule.definition.code), &rule);
  }
}

}  // namespace
}  // namespace yizheng::proposals
