#include "committee/calendar.h"

namespace yizheng::committee {

DayKind Calendar::kind(Date date) const {
  if (const auto special = special_days.find(date); special != special_days.end()) {
    return special->second.off ? DayKind::HOLIDAY : DayKind::MAKE_UP_WORKDAY;
  }
  return date.iso_weekday() >= 6 ? DayKind::WEEKEND : DayKind::WORKDAY;
}

bool Calendar::workday(Date date) const {
  const DayKind found = kind(date);
  return found == DayKind::WORKDAY || found == DayKind::MAKE_UP_WORKDAY;
}

}  // namespace yizheng::committee
