// Look-back campaigns (回头看, DOMAIN §2.11): earlier replies are checked against what they promised.
#pragma once

#include "proposals/change.h"
#include "proposals/proposal_api.h"

namespace yizheng::proposals {

struct LookBackBody {
  std::string title;
  std::optional<std::vector<std::string>> classes;  // result classes to look back at
  std::optional<bool> promises;                     // those with promises
  std::optional<bool> unsatisfied;                  // those whose feedback was UNSATISFIED
  std::optional<Id> session_id;
};
BOOST_DESCRIBE_STRUCT(LookBackBody, (), (title, classes, promises, unsatisfied, session_id))

struct LookBackItemView {
  ProposalRow proposal;
  PromiseState result = PromiseState::OPEN;
  std::string note;
  std::optional<Instant> checked_at;
};
BOOST_DESCRIBE_STRUCT(LookBackItemView, (), (proposal, result, note, checked_at))
struct LookBackView {
  LookBack look_back;
  std::vector<LookBackItemView> items;
  std::int64_t checked = 0, kept = 0;
  std::optional<double> kept_rate;  // kept / checked, per cent
};
BOOST_DESCRIBE_STRUCT(LookBackView, (), (look_back, items, checked, kept, kept_rate))
struct LookBackList {
  std::vector<LookBack> items;
};
BOOST_DESCRIBE_STRUCT(LookBackList, (), (items))

LookBackList look_backs(store::Connection& db, Id committee_id);
LookBackView view_look_back(store::Connection& db, Id committee_id, Id id);
Id start_look_back(Context& context, const LookBackBody& body);
void check_look_back_item(Context& context, Id look_back_id, Id proposal_id, const PromiseBody& body);
void close_look_back(Context& context, Id id);

}  // namespace yizheng::proposals
