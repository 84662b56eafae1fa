// The rules in force for a committee: its pack, with the calendar changes the committee itself has recorded.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "committee/organisation.h"
#include "committee/pack.h"
#include "http/caller.h"

namespace yizheng::committee {

// An open deadline that a change of the calendar has moved.
struct DeadlineMove {
  std::string subject_kind;  // "proposal", "assignment"
  Id subject_id;
  std::string title;  // of the record, for people
  std::string rule;   // code of the deadline: "reply"
  Date from, to;
};
BOOST_DESCRIBE_STRUCT(DeadlineMove, (), (subject_kind, subject_id, title, rule, from, to))

class Rules {
 public:
  explicit Rules(std::shared_ptr<const Pack> pack);
  ~Rules();
  const Pack& pack() const { return *pack_; }
  // The calendar of a committee: the pack's, in which a year the committee has recorded for itself stands in
  // place of the pack's year. Kept until one changes, in this process or another.
  std::shared_ptr<const Calendar> calendar(store::Connection& db, Id committee_id);
  void forget_calendar(Id committee_id);

  // What must happen in the transaction that changes a calendar: moves open deadlines, writes its own ledger entries,
  // and returns the moves. Register before the server starts. It also runs for a preview, whose transaction
  // is rolled back: everything it does must go through `write`.
  using CalendarListener = std::function<std::vector<DeadlineMove>(
      store::Write& write, Id committee_id, const Calendar& before, const Calendar& now, const http::Caller& caller)>;
  void on_calendar_change(CalendarListener listener);
  std::vector<DeadlineMove> calendar_changed(store::Write& write, Id committee_id, const Calendar& before,
                                             const Calendar& now, const http::Caller& caller) const;

 private:
  struct KeptCalendar;
  std::shared_ptr<const Pack> pack_;
  std::vector<CalendarListener> listeners_;
  std::mutex mutex_;
  std::unordered_map<Id, std::shared_ptr<const KeptCalendar>> calendars_;
};

}  // namespace yizheng::committee
