// Working days: Monday to Friday, but for public holidays and the weekend days worked in exchange (调休), as
// the State Council's office announces them each November for the next year.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/json.h"
#include "base/time.h"

namespace yizheng::committee {

enum class DayKind { WORKDAY, WEEKEND, HOLIDAY, MAKE_UP_WORKDAY };
BOOST_DESCRIBE_ENUM(DayKind, WORKDAY, WEEKEND, HOLIDAY, MAKE_UP_WORKDAY)

struct SpecialDay {
  std::string name;  // "国庆节"
  bool off = true;   // false: a weekend day that is worked

  bool operator==(const SpecialDay&) const = default;
};

struct Calendar {
  std::set<int> announced_years;  // a year outside is counted by weekends alone, and marked provisional
  std::map<Date, SpecialDay> special_days;

  DayKind kind(Date date) const;
  bool workday(Date date) const;
  bool announced(Date date) const { return announced_years.contains(date.year()); }
  bool operator==(const Calendar&) const = default;
};

}  // namespace yizheng::committee
