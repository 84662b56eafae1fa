#include "indicators/figures.h"

#include <gtest/gtest.h>

#include "proposals/testing.h"

namespace yizheng::indicators {
namespace {

using proposals::testing::District;

class FiguresTest : public ::testing::TestWithParam<store::Engine> {
 protected:
  const Indicator& indicator(const char* code) {
    const int found = catalogue_.find(code);
    if (found < 0) throw std::runtime_error(code);
    return catalogue_.at(found);
  }
  Answer answer(const char* code, const Period& period) {
    return district_.database->read([&](store::Connection& db) {
      return compute(db, district_.committee, district_.rules.pack(), indicator(code), period);
    });
  }
  std::vector<Period> periods(int year) {
    return district_.database->read([&](store::Connection& db) { return periods_of(db, district_.committee, year); });
  }
  http::Page<Record> records(const char* code, const Period& period, const RecordsQuery& query = {}) {
    return district_.database->read([&](store::Connection& db) {
      return records_behind(db, district_.committee, district_.rules.pack(), indicator(code), period, query);
    });
  }

  District district_{GetParam()};
  Catalogue catalogue_ = read_catalogue(committee::pack_folder("default"));
};
INSTANTIATE_TEST_SUITE_P(Engines, FiguresTest, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(FiguresTest, a_year_is_the_working_year_of_its_session_before_the_calendar_year) {
  const auto of_2026 = periods(2026);
  ASSERT_EQ(of_2026.size(), 2U);
  EXPECT_EQ(of_2026[0].basis, PeriodBasis::SESSION);
  EXPECT_EQ(of_2026[0].session_id, district_.session);
  EXPECT_EQ(of_2026[1].basis, PeriodBasis::CALENDAR_YEAR);
  EXPECT_EQ(periods(2024).size(), 1U);
  const auto session =
      district_.database->read([&](store::Connection& db) { return period_of_session(db, district_.committee, 1, 5); });
  ASSERT_TRUE(session);
  EXPECT_EQ(session->year, 2026);
  EXPECT_FALSE(district_.database->read(
      [&](store::Connection& db) { return period_of_session(db, district_.committee, 1, 9); }));
}

TEST_P(FiguresTest, the_value_is_the_number_of_the_records_behind_it) {
  district_.submitted();
  const Id filed = district_.filed();
  const auto year = periods(2026)[1];
  const auto received = answer("proposals.received", year).figure;
  ASSERT_TRUE(received);
  EXPECT_EQ(received->value, 2.0);
  EXPECT_EQ(records("proposals.received", year).items.size(), 2U);

  const auto rate = answer("proposals.filing_rate", year).figure;
  ASSERT_TRUE(rate);
  EXPECT_TRUE(rate->rate);
  EXPECT_EQ(rate->value, 50.0);
  EXPECT_EQ(rate->numerator, 1);
  EXPECT_EQ(rate->denominator, 2);
  const auto above = records("proposals.filing_rate", year);
  ASSERT_EQ(above.items.size(), 1U);
  EXPECT_EQ(above.items[0].id, filed);
  EXPECT_EQ(above.items[0].path, "/proposals/" + to_string(filed));
  EXPECT_EQ(records("proposals.filing_rate", year, {true, {}, 50}).items.size(), 2U);
}

TEST_P(FiguresTest, a_count_may_be_the_numerator_of_a_rate) {
  district_.replied("A");
  district_.replied("C");
  const auto year = periods(2026)[1];
  EXPECT_EQ(answer("proposals.replied", year).figure.value().value, 2.0);
  EXPECT_FALSE(answer("proposals.replied", year).figure.value().rate);
  EXPECT_EQ(answer("proposals.resolved", year).figure.value().value, 1.0);
  EXPECT_EQ(answer("proposals.noted", year).figure.value().value, 1.0);
  EXPECT_EQ(answer("proposals.reply_rate", year).figure.value().value, 100.0);
  EXPECT_EQ(records("proposals.noted", year).items.size(), 1U);
}

TEST_P(FiguresTest, records_come_in_pages) {
  for (int i = 0; i < 3; ++i) district_.submitted();
  const auto year = periods(2026)[1];
  const auto first = records("proposals.received", year, {false, {}, 2});
  ASSERT_EQ(first.items.size(), 2U);
  ASSERT_TRUE(first.next);
  RecordsQuery rest;
  rest.limit = 2;
  rest.after = first.next;
  const auto second = records("proposals.received", year, rest);
  ASSERT_EQ(second.items.size(), 1U);
  EXPECT_FALSE(second.next);
}

TEST_P(FiguresTest, what_no_room_records_cannot_be_told) {
  const auto unknown = answer("consultations.topics", periods(2026)[0]);
  EXPECT_FALSE(unknown.figure);
  EXPECT_EQ(unknown.reason, "not_recorded");
  EXPECT_NE(unknown.zh.find("协商课题"), std::string::npos);
  EXPECT_FALSE(unknown.en.empty());
  EXPECT_TRUE(records("consultations.topics", periods(2026)[0]).items.empty());
}

}  // namespace
}  // namespace yizheng::indicators
