// The rules in force for a committee: its pack, with the calendar changes the committee itself has recorded.
#pragma once

#include <memory>
#include <mutex>
#include <unordered_map>

#include "committee/organisation.h"
#include "committee/pack.h"

namespace yizheng::committee {

class Rules {
 public:
  explicit Rules(std::shared_ptr<const Pack> pack);
  const Pack& pack() const { return *pack_; }
  // The calendar of a committee: the pack's, overlaid with the committee's own special days. Kept until one changes.
  std::shared_ptr<const Calendar> calendar(store::Connection& db, Id committee_id);
  void forget_calendar(Id committee_id);

 private:
  std::shared_ptr<const Pack> pack_;
  std::mutex mutex_;
  std::unordered_map<Id, std::shared_ptr<const Calendar>> calendars_;
};

}  // namespace yizheng::committee
