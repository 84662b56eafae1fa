// Deadlines that explain themselves: which days were counted, which skipped and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "committee/calendar.h"
#include "committee/label.h"

namespace yizheng::committee {

enum class DeadlineUnit { WORKDAYS, DAYS, MONTHS };
BOOST_DESCRIBE_ENUM(DeadlineUnit, WORKDAYS, DAYS, MONTHS)

struct DeadlineRule {
  std::string code;  // "reply"
  int count = 0;
  DeadlineUnit unit = DeadlineUnit::WORKDAYS;
  // DAYS and MONTHS that end on a day off move to the next working day (民法典 §203) where true.
  bool move_to_workday = true;
  std::string source;  // the rule it comes from, for people
  Label title = {};    // "答复期限"
  std::string source_en = {};
};
BOOST_DESCRIBE_STRUCT(DeadlineRule, (), (code, count, unit, move_to_workday, source, title, source_en))

// One step of the counting.
struct DeadlineStep {
  Date date;
  DayKind kind = DayKind::WORKDAY;
  bool counted = false;
  int number = 0;    // of the counted day, from 1
  std::string name;  // of the holiday, "" otherwise
};
BOOST_DESCRIBE_STRUCT(DeadlineStep, (), (date, kind, counted, number, name))

struct Deadline {
  Date due;                  // the last day on which it is in time
  bool provisional = false;  // a day lies in a year whose holidays are not announced: may move
  std::vector<DeadlineStep>
      steps;  // every day for WORKDAYS; for DAYS and MONTHS the plain end and the days it moved over
};
BOOST_DESCRIBE_STRUCT(Deadline, (), (due, provisional, steps))

// The day of the start itself does not count (民法典 §201).
Deadline compute_deadline(const DeadlineRule& rule, Date start, const Calendar& calendar);

// Overdue lights (DOMAIN §2.10): green > 15 days left, yellow ≤ 15, orange ≤ 5, red overdue.
enum class Light { GREEN, YELLOW, ORANGE, RED };
BOOST_DESCRIBE_ENUM(Light, GREEN, YELLOW, ORANGE, RED)
Light light_of(Date due, Date today);

}  // namespace yizheng::committee
