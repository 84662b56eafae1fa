// The life cycle of DOMAIN §2.10 as two tables: who may do what to a proposal, and what to one unit's assignment, from
// which states. Everything else about an action is in the *_actions.cpp that carries it out.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "proposals/proposal.h"

namespace yizheng::proposals {

// How the caller must stand to the record, beside holding the permission.
enum class Relation {
  ANY,             // the permission is enough
  FIRST_PROPOSER,  // the first proposer, or one who acts for the collective proposer
  INVITED,         // a signer who was invited
  PROPOSER_SIDE,   // the first proposer or a co-signer who signed (§2.9: seconders are not asked)
  UNIT,            // acts for the assignment's unit
  OFFICE,          // the supervision office of the unit's system, or one who sees all
  NAMED_LEADER     // the leader named for the key proposal
};

template <class State>
class StateSet {
 public:
  constexpr StateSet(std::initializer_list<State> states) {
    for (const State state : states) bits_ |= bit(state);
  }
  constexpr bool contains(State state) const { return (bits_ & bit(state)) != 0; }

 private:
  static constexpr std::uint64_t bit(State state) { return std::uint64_t{1} << static_cast<int>(state); }
  std::uint64_t bits_ = 0;
};

struct ProposalRule {
  std::string_view action;  // the last part of its route, and "proposal." + action in the ledger
  std::string_view permission;
  std::string_view or_permission;  // a second permission that opens it too, whatever the relation; ""
  Relation relation;
  StateSet<ProposalState> from;
};

struct AssignmentRule {
  std::string_view action;
  std::string_view permission;
  Relation relation;
  StateSet<UnitRole> roles;
  StateSet<AssignmentState> from;
};

std::span<const ProposalRule> proposal_rules();
std::span<const AssignmentRule> assignment_rules();
const ProposalRule& proposal_rule(std::string_view action);  // throws std::logic_error for an unknown one
const AssignmentRule& assignment_rule(std::string_view action);

// The proposal's state while units work on it: that of its least advanced deciding assignment (the SOLE or LEAD one, or
// of all SEPARATE ones); ASSIGNING when none is left.
ProposalState state_of(const std::vector<Assignment>& assignments);

// Ended at review, never to be handled by itself.
bool ended_at_review(ProposalState state);
// Between the first assignment and the reply, when state_of decides.
bool in_handling(ProposalState state);

}  // namespace yizheng::proposals
