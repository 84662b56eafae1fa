#include "committee/rules.h"

#include "committee/calendar_year.h"

namespace yizheng::committee {

struct Rules::KeptCalendar {
  std::vector<OwnYear> years;  // the state it was made from
  std::shared_ptr<const Calendar> calendar;
};

Rules::Rules(std::shared_ptr<const Pack> pack) : pack_(std::move(pack)) {}
Rules::~Rules() = default;

std::shared_ptr<const Calendar> Rules::calendar(store::Connection& db, Id committee_id) {
  // One small query each time: another process on the same database may have changed the calendar, and a transaction
  // that has changed it must see its own change.
  auto years = own_years(db, committee_id);
  {
    const std::lock_guard lock(mutex_);
    const auto kept = calendars_.find(committee_id);
    if (kept != calendars_.end() && kept->second->years == years) return kept->second->calendar;
  }
  auto made = std::make_shared<const Calendar>(overlay(db, committee_id, pack_->calendar, years));
  auto keep = std::make_shared<const KeptCalendar>(KeptCalendar{std::move(years), made});
  const std::lock_guard lock(mutex_);
  calendars_[committee_id] = std::move(keep);
  return made;
}

void Rules::forget_calendar(Id committee_id) {
  const std::lock_guard lock(mutex_);
  calendars_.erase(committee_id);
}

void Rules::on_calendar_change(CalendarListener listener) { listeners_.push_back(std::move(listener)); }

std::vector<DeadlineMove> Rules::calendar_changed(store::Write& write, Id committee_id, const Calendar& before,
                                                  const Calendar& now, const http::Caller& caller) const {
  std::vector<DeadlineMove> moves;
  for (const auto& listener : listeners_) {
    auto more = listener(write, committee_id, before, now, caller);
    std::move(more.begin(), more.end(), std::back_inserter(moves));
  }
  return moves;
}

}  // namespace yizheng::committee
