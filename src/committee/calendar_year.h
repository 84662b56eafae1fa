// One year of a committee's calendar as people see and change it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "committee/rules.h"

namespace yizheng::committee {

struct CalendarDay {
  Date day;
  std::string name;
  bool off = true;  // false: a weekend day that is worked
};
BOOST_DESCRIBE_STRUCT(CalendarDay, (), (day, name, off))

struct CalendarYear {
  int year = 0;
  bool announced = false;  // false: counted by weekends and the days below; every date in it is provisional
  bool own = false;        // recorded by the committee; else the pack's
  int workdays = 0;
  std::vector<CalendarDay> days;  // the special ones, in order
};
BOOST_DESCRIBE_STRUCT(CalendarYear, (), (year, announced, own, workdays, days))

struct CalendarBody {
  bool announced = true;
  std::vector<CalendarDay> days;
  std::optional<std::string> note;  // why it is changed; goes into the ledger
};
BOOST_DESCRIBE_STRUCT(CalendarBody, (), (announced, days, note))

struct CalendarChange {
  CalendarYear calendar;
  std::int64_t moved = 0;  // number of open deadlines
  std::vector<DeadlineMove> moves;
};
BOOST_DESCRIBE_STRUCT(CalendarChange, (), (calendar, moved, moves))

// The years a committee keeps itself.
struct OwnYear {
  int year = 0;
  bool announced = false;
  std::int64_t version = 0;  // a new id at each change

  bool operator==(const OwnYear&) const = default;
};
BOOST_DESCRIBE_STRUCT(OwnYear, (), (year, announced, version))
std::vector<OwnYear> own_years(store::Connection& db, Id committee_id);
// The pack's calendar with the committee's years in place of the pack's.
Calendar overlay(store::Connection& db, Id committee_id, const Calendar& pack, const std::vector<OwnYear>& years);

// What If-Match names: of the committee's own year its version, of the pack's year a number made of what it holds (a
// new pack must not look unchanged to a browser), 0 where the pack knows nothing of the year.
std::int64_t calendar_version(store::Connection& db, const Rules& rules, Id committee_id, int year);
CalendarYear calendar_year(store::Connection& db, Rules& rules, Id committee_id, int year);

// Throws Problem 422 for a day outside the year, given twice, or a worked day that is no weekend day.
void check_calendar_body(int year, const CalendarBody& body);

// Puts the committee's own year in place, lets the listeners move open deadlines, and writes the ledger entry with the
// old and the new days; all in the action's transaction.
CalendarChange change_calendar(store::Write& write, Rules& rules, const http::Caller& caller, int year,
                               const CalendarBody& body, std::int64_t version);
// The same, and then takes it all back.
CalendarChange preview_calendar(store::Database& database, Rules& rules, const http::Caller& caller, int year,
                                const CalendarBody& body);

}  // namespace yizheng::committee
