#include "committee/deadline.h"

namespace yizheng::committee {
namespace {

DeadlineStep step_of(Date date, const Calendar& calendar) {
  DeadlineStep step{.date = date, .kind = calendar.kind(date), .counted = false, .number = 0, .name = {}};
  if (const auto special = calendar.special_days.find(date); special != calendar.special_days.end()) {
    step.name = special->second.name;
  }
  return step;
}

bool worked(const DeadlineStep& step) { return step.kind == DayKind::WORKDAY || step.kind == DayKind::MAKE_UP_WORKDAY; }

Deadline count_workdays(const DeadlineRule& rule, Date start, const Calendar& calendar) {
  Deadline deadline{.due = start, .provisional = false, .steps = {}};
  for (int number = 0; number < rule.count;) {
    deadline.due = deadline.due + 1;
    auto step = step_of(deadline.due, calendar);
    if (worked(step)) {
      step.counted = true;
      step.number = ++number;
    }
    deadline.provisional = deadline.provisional || !calendar.announced(deadline.due);
    deadline.steps.push_back(std::move(step));
  }
  return deadline;
}

}  // namespace

Deadline compute_deadline(const DeadlineRule& rule, Date start, const Calendar& calendar) {
  if (rule.unit == DeadlineUnit::WORKDAYS) return count_workdays(rule, start, calendar);

  // 民法典 §202: the corresponding day of the last month, or that month's last day; §203: never ends on a day off.
  Deadline deadline;
  deadline.due = rule.unit == DeadlineUnit::DAYS ? start + rule.count : add_months(start, rule.count);
  while (true) {
    auto step = step_of(deadline.due, calendar);
    step.counted = !rule.move_to_workday || worked(step);
    if (step.counted) step.number = rule.count;
    const bool last = step.counted;
    // Where the end does not move, no holiday can change it.
    deadline.provisional = deadline.provisional || (rule.move_to_workday && !calendar.announced(deadline.due));
    deadline.steps.push_back(std::move(step));
    if (last) return deadline;
    deadline.due = deadline.due + 1;
  }
}

Light light_of(Date due, Date today) {
  const int left = due - today;
  if (left < 0) return Light::RED;
  if (left <= 5) return Light::ORANGE;
  if (left <= 15) return Light::YELLOW;
  return Light::GREEN;
}

}  // namespace yizheng::committee
