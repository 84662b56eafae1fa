#include "committee/deadline.h"

#include <gtest/gtest.h>

#include <random>

#include "committee/pack.h"

namespace yizheng::committee {
namespace {

const Calendar& calendar() {
  static const auto pack = load_pack("default");
  return pack->calendar;
}

Date day(const char* text) { return parse_date(text).value(); }

DeadlineRule rule(int count, DeadlineUnit unit, bool move = true) {
  return {.code = "test", .count = count, .unit = unit, .move_to_workday = move, .source = ""};
}

Deadline due(const char* start, int count, DeadlineUnit unit, bool move = true) {
  return compute_deadline(rule(count, unit, move), day(start), calendar());
}

// Counted by hand from the announcements.
TEST(Deadline, CountsWorkdaysOverRealHolidays) {
  struct Case {
    const char* start;
    int count;
    const char* due;
  };
  for (const auto& c : {
           Case{"2018-09-28", 3, "2018-10-08"},  // 29 and 30 September are worked
           Case{"2018-12-28", 2, "2019-01-02"},  // 29 December is worked for New Year 2019
           Case{"2019-04-26", 5, "2019-05-06"},  // Labour Day as amended in March 2019; 28 April and 5 May are worked
           Case{"2020-01-23", 1, "2020-02-03"},  // Spring Festival prolonged in January 2020
           Case{"2020-09-25", 10,
                "2020-10-15"},                   // National Day with Mid-autumn; 27 September and 10 October are worked
           Case{"2021-09-17", 3, "2021-09-23"},  // Mid-autumn; 18 September is worked
           Case{"2022-04-22", 8, "2022-05-06"},  // Labour Day; 24 April is worked
           Case{"2022-12-30", 1, "2023-01-03"},  // New Year 2023 begins on 31 December
           Case{"2023-09-28", 3, "2023-10-09"},  // Mid-autumn with National Day; 7 and 8 October are worked
           Case{"2024-02-02", 6, "2024-02-09"},  // 4 February is worked; New Year's Eve is not a day off
           Case{"2025-09-26", 5, "2025-10-10"},  // 28 September is worked; 1 to 8 October off
           Case{"2026-09-18", 10, "2026-10-09"},  // both holidays; 20 September is worked
           Case{"2026-02-13", 5, "2026-02-27"},   // 14 February is worked, 15 to 23 off
       }) {
    const auto deadline = due(c.start, c.count, DeadlineUnit::WORKDAYS);
    EXPECT_EQ(to_string(deadline.due), c.due) << c.start << " + " << c.count;
    EXPECT_FALSE(deadline.provisional) << c.start;
  }
}

TEST(Deadline, SaysOfEachDayWhetherItCounts) {
  const auto deadline = due("2026-09-23", 4, DeadlineUnit::WORKDAYS);
  ASSERT_EQ(deadline.steps.size(), 7u);
  EXPECT_EQ(deadline.steps[0].number, 1);               // Thursday 24
  EXPECT_EQ(deadline.steps[1].kind, DayKind::HOLIDAY);  // Friday 25
  EXPECT_EQ(deadline.steps[1].name, "中秋节");
  EXPECT_FALSE(deadline.steps[1].counted);
  EXPECT_EQ(deadline.steps[1].number, 0);
  EXPECT_EQ(deadline.steps[6].number, 4);
  EXPECT_EQ(to_string(deadline.due), "2026-09-30");
  const auto made_up = due("2026-09-18", 1, DeadlineUnit::WORKDAYS);
  EXPECT_EQ(made_up.steps[0].kind, DayKind::WEEKEND);
  EXPECT_EQ(made_up.steps[1].kind, DayKind::MAKE_UP_WORKDAY);
}

TEST(Deadline, OfMonthsEndsOnTheSameDayOrTheNextWorkday) {
  const auto autumn = due("2025-07-01", 3, DeadlineUnit::MONTHS);
  EXPECT_EQ(to_string(autumn.due), "2025-10-09");
  ASSERT_EQ(autumn.steps.size(), 9u);  // the plain end, and the days it moved over
  EXPECT_EQ(autumn.steps.front().name, "国庆节、中秋节");
  EXPECT_TRUE(autumn.steps.back().counted);
  EXPECT_EQ(to_string(due("2025-11-30", 3, DeadlineUnit::MONTHS).due), "2026-02-28");  // a Saturday, but worked
  EXPECT_EQ(to_string(due("2024-11-30", 3, DeadlineUnit::MONTHS).due), "2025-02-28");
  EXPECT_EQ(to_string(due("2023-11-29", 3, DeadlineUnit::MONTHS).due), "2024-02-29");
  EXPECT_EQ(to_string(due("2026-01-16", 30, DeadlineUnit::DAYS).due), "2026-02-24");
  EXPECT_EQ(to_string(due("2026-01-16", 30, DeadlineUnit::DAYS, false).due), "2026-02-15");
}

TEST(Deadline, IsProvisionalInAYearNotAnnounced) {
  EXPECT_TRUE(due("2026-12-25", 10, DeadlineUnit::WORKDAYS).provisional);
  EXPECT_FALSE(due("2026-12-25", 4, DeadlineUnit::WORKDAYS).provisional);
  EXPECT_TRUE(due("2026-12-01", 3, DeadlineUnit::MONTHS).provisional);
  EXPECT_FALSE(due("2026-12-01", 3, DeadlineUnit::MONTHS, false).provisional);
  EXPECT_EQ(to_string(due("2026-12-31", 1, DeadlineUnit::WORKDAYS).due), "2027-01-01");  // by weekends alone
}

TEST(Deadline, KeepsItsPromisesForAnyStartAndLength) {
  std::mt19937 random(11);
  const Date first = make_date(2018, 1, 1);
  for (int round = 0; round < 1500; ++round) {
    const Date start = first + static_cast<int>(random() % 3400);
    const int count = 1 + static_cast<int>(random() % 40);
    const auto workdays = compute_deadline(rule(count, DeadlineUnit::WORKDAYS), start, calendar());
    ASSERT_GT(workdays.due, start);
    ASSERT_TRUE(calendar().workday(workdays.due));
    ASSERT_EQ(workdays.due - start, static_cast<int>(workdays.steps.size()));
    int counted = 0;
    for (const auto& step : workdays.steps) {
      ASSERT_EQ(step.counted, calendar().workday(step.date));
      if (step.counted) {
        ++counted;
        ASSERT_EQ(step.number, counted);
      }
    }
    ASSERT_EQ(counted, count);

    for (const auto unit : {DeadlineUnit::WORKDAYS, DeadlineUnit::DAYS, DeadlineUnit::MONTHS}) {
      const auto here = compute_deadline(rule(count, unit), start, calendar()).due;
      ASSERT_TRUE(calendar().workday(here));
      // A later start never ends earlier, and a longer limit neither.
      ASSERT_LE(here, compute_deadline(rule(count, unit), start + 1, calendar()).due);
      ASSERT_LE(here, compute_deadline(rule(count + 1, unit), start, calendar()).due);
      // Removing a day off from the calendar never makes a deadline later.
      Calendar fewer = calendar();
      const auto some = std::next(fewer.special_days.begin(), random() % fewer.special_days.size());
      if (some->second.off) {
        fewer.special_days.erase(some);
        ASSERT_LE(compute_deadline(rule(count, unit), start, fewer).due, here);
      }
    }
  }
}

TEST(Calendar, KnowsEveryKindOfDay) {
  EXPECT_EQ(calendar().kind(day("2026-10-01")), DayKind::HOLIDAY);
  EXPECT_EQ(calendar().kind(day("2026-10-10")), DayKind::MAKE_UP_WORKDAY);
  EXPECT_EQ(calendar().kind(day("2026-10-11")), DayKind::WEEKEND);
  EXPECT_EQ(calendar().kind(day("2026-10-12")), DayKind::WORKDAY);
  // Weekdays less holidays plus weekend days worked, added up by hand. 2020 lost two workdays to the prolonged Spring
  // Festival.
  const int counted[] = {250, 250, 249, 250, 249, 249, 251, 248, 248};
  for (int year = 2018; year <= 2026; ++year) {
    int workdays = 0;
    for (Date d = make_date(year, 1, 1); d.year() == year; d = d + 1) workdays += calendar().workday(d);
    EXPECT_EQ(workdays, counted[year - 2018]) << year;
  }
}

TEST(Light, TurnsAsTheDaysRunOut) {
  const Date today = day("2026-05-06");
  EXPECT_EQ(light_of(today + 16, today), Light::GREEN);
  EXPECT_EQ(light_of(today + 15, today), Light::YELLOW);
  EXPECT_EQ(light_of(today + 6, today), Light::YELLOW);
  EXPECT_EQ(light_of(today + 5, today), Light::ORANGE);
  EXPECT_EQ(light_of(today, today), Light::ORANGE);
  EXPECT_EQ(light_of(today + -1, today), Light::RED);
}

}  // namespace
}  // namespace yizheng::committee
