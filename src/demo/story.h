// The way of one proposal through the demo district, told as steps in time; and the stage on which all of them happen.
#pragma once

#include <functional>
#include <set>
#include <source_location>

#include "committee/rules.h"
#include "demo/cast.h"
#include "demo/texts.h"
#include "proposals/change.h"

namespace yizheng::demo {

using proposals::ProposalState;

// What a story is to become.
struct Wish {
  ProposalState goal = ProposalState::ARCHIVED;  // where it stops
  std::optional<Instant> begins = {};            // when it is submitted; without it, the last step lies a few days back
  int age = 0;                                   // days more since the last step
  bool by_first_member = false;                  // the one who signs in as "member" proposes
  bool invites_first_member = false;
  bool first_unit = false;  // about something the first unit answers for
  bool plenary = false;     // sectors and groups may propose
  bool key = false, candidate = false;
  int returned = 0;  // 1 granted to another unit, 2 denied, 3 granted and assigned anew
  bool extended = false, sent_back = false, revised = false, urged = false;
  bool silent = false;            // nobody answers the reply
  bool unhappy = false;           // the first reply is not accepted
  std::string result_class = {};  // "" = by chance
  proposals::PromiseState promise = proposals::PromiseState::KEPT;
  std::size_t same_as = 0;  // of MERGED: which story's matter it repeats
};

class Stage {
 public:
  Stage(Cast& cast, committee::Rules& rules, Random& random, Instant now);

  // Adds the steps of a story; returns its place, for Wish::same_as.
  std::size_t tell(const Wish& wish);
  void look_back(Instant begins, const std::string& title, bool closes);
  // Runs every step up to now, in order of time; many in one transaction. Returns how many.
  std::size_t play(store::Database& database);
  std::size_t stories() const { return tales_.size(); }
  Instant filed_at(std::size_t story) const;

 private:
  struct Tale;
  using TalePtr = std::shared_ptr<Tale>;
  using Action = std::function<void(store::Write&)>;
  struct Step {
    Instant at;
    std::size_t order = 0;
    Action action;
    std::source_location where;  // in these sources, for whoever mends a story that the rules no longer allow
  };

  // The parts of a story, in order; each returns false when the goal is reached.
  bool write_and_submit(const TalePtr& tale);
  bool review(const TalePtr& tale);
  bool assign(const TalePtr& tale);
  bool handle(const TalePtr& tale);
  void make_key(const TalePtr& tale);
  bool reply(const TalePtr& tale, const std::string& result_class);
  bool hear(const TalePtr& tale);
  void finish(const TalePtr& tale);

  void choose_proposer(const TalePtr& tale);
  void choose_units(const TalePtr& tale);
  void draft_and_sign(const TalePtr& tale, const Unit& unit, const std::string& result_class);
  void feedback(const TalePtr& tale, bool only_first, int liked);
  void later(int from, int to);  // moves the hand of the clock to an office hour, days later
  using Where = std::source_location;
  void step(Action action, Where where = Where::current());
  void act(const TalePtr& tale, const http::Caller& caller, std::function<void(proposals::Context&, Id)> action,
           Where where = Where::current());
  // The same on the assignment of a unit.
  void act_on(const TalePtr& tale, const Unit& unit, const http::Caller& caller,
              std::function<void(proposals::Context&, Id)> action, Where where = Where::current());

  Cast& cast_;
  committee::Rules& rules_;
  Random& random_;
  Instant now_, clock_;
  std::vector<TalePtr> tales_;
  std::vector<Step> steps_, own_;  // own_: of the story being told
  std::set<std::string> titles_;
  std::map<Id, const http::Caller*> callers_of_persons_;
};

}  // namespace yizheng::demo
