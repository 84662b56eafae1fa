#include "proposals/lifecycle.h"

#include <algorithm>
#include <stdexcept>

namespace yizheng::proposals {
namespace {

using enum ProposalState;
using A = AssignmentState;
using R = UnitRole;

constexpr StateSet<ProposalState> unsent{DRAFT, COSIGNING, RETURNED_FOR_REVISION};
constexpr StateSet<ProposalState> filed_and_on{
    FILED,         ASSIGNING,         ASSIGNED,        RETURN_REQUESTED, ACCEPTED,      HANDLING,   EXTENSION_REQUESTED,
    REPLY_DRAFTED, REPLY_UNDER_CHECK, REPLY_SENT_BACK, REPLIED,          FEEDBACK_DONE, REHANDLING, CLOSED,
    TRACKING};
constexpr StateSet<ProposalState> filed_and_archived{
    FILED,         ASSIGNING,         ASSIGNED,        RETURN_REQUESTED, ACCEPTED,      HANDLING,   EXTENSION_REQUESTED,
    REPLY_DRAFTED, REPLY_UNDER_CHECK, REPLY_SENT_BACK, REPLIED,          FEEDBACK_DONE, REHANDLING, CLOSED,
    TRACKING,      ARCHIVED};
constexpr StateSet<ProposalState> open_handling{
    FILED,    ASSIGNING,           ASSIGNED,      RETURN_REQUESTED, ACCEPTED,
    HANDLING, EXTENSION_REQUESTED, REPLY_DRAFTED, REPLY_SENT_BACK};

constexpr ProposalRule proposal_table[] = {
    // action             permission                   or                          relation                  from
    {"edit", "proposal.write", "", Relation::FIRST_PROPOSER, unsent},
    {"delete", "proposal.write", "", Relation::FIRST_PROPOSER, {DRAFT, COSIGNING}},
    {"invite", "proposal.write", "", Relation::FIRST_PROPOSER, unsent},
    {"cosign", "proposal.write", "", Relation::INVITED, {COSIGNING, RETURNED_FOR_REVISION}},
    {"second",
     "proposal.write",
     "",
     Relation::INVITED,
     {COSIGNING, SUBMITTED, PRELIM_REVIEW, REVIEW, RETURNED_FOR_REVISION}},
    {"submit", "proposal.write", "", Relation::FIRST_PROPOSER, unsent},
    {"withdraw",
     "proposal.write",
     "",
     Relation::FIRST_PROPOSER,
     {SUBMITTED, PRELIM_REVIEW, REVIEW, RETURNED_FOR_REVISION}},
    {"take", "proposal.prelim_review", "", Relation::ANY, {SUBMITTED}},
    {"preliminary", "proposal.prelim_review", "", Relation::ANY, {PRELIM_REVIEW}},
    {"review", "proposal.review", "", Relation::ANY, {REVIEW}},
    {"merge", "proposal.merge", "", Relation::ANY, {FILED, ASSIGNING}},
    {"propose-handlers", "proposal.propose_handlers", "", Relation::ANY, {FILED, ASSIGNING}},
    {"assign", "proposal.assign", "", Relation::OFFICE, {FILED, ASSIGNING}},
    {"feedback", "proposal.write", "proposal.enter_feedback", Relation::PROPOSER_SIDE, {REPLIED}},
    {"end-feedback", "proposal.enter_feedback", "", Relation::ANY, {REPLIED}},
    {"rehandle", "proposal.rehandle", "", Relation::ANY, {FEEDBACK_DONE}},
    {"close", "proposal.close", "", Relation::ANY, {FEEDBACK_DONE}},
    {"archive", "proposal.close", "", Relation::ANY, {CLOSED}},
    {"record-promise", "proposal.track", "", Relation::ANY, {REPLIED, FEEDBACK_DONE, CLOSED, TRACKING}},
    {"nominate-key", "proposal.nominate_key", "", Relation::ANY, open_handling},
    {"decide-key", "proposal.decide_key", "", Relation::ANY, filed_and_on},
    {"supervise", "proposal.supervise", "", Relation::ANY, filed_and_on},
    {"supervision-report", "proposal.supervise", "", Relation::ANY, filed_and_on},
    {"instruct", "", "", Relation::NAMED_LEADER, filed_and_on},
    {"release", "proposal.release", "", Relation::ANY, filed_and_archived},
    {"unrelease", "proposal.release", "", Relation::ANY, filed_and_archived},
};

constexpr StateSet<UnitRole> deciding{R::SOLE, R::LEAD, R::SEPARATE};
constexpr StateSet<UnitRole> every{R::SOLE, R::LEAD, R::SEPARATE, R::CO};
constexpr StateSet<AssignmentState> at_work{A::ACCEPTED, A::HANDLING, A::REPLY_SENT_BACK, A::REHANDLING};

constexpr AssignmentRule assignment_table[] = {
    // action              permission                     relation          roles        from
    {"accept", "proposal.accept", Relation::UNIT, every, {A::ASSIGNED}},
    {"request-return", "proposal.accept", Relation::UNIT, every, {A::ASSIGNED}},
    {"decide-return", "proposal.decide_return", Relation::OFFICE, every, {A::RETURN_REQUESTED}},
    {"contact",
     "proposal.contact",
     Relation::UNIT,
     every,
     {A::ACCEPTED, A::HANDLING, A::EXTENSION_REQUESTED, A::REPLY_DRAFTED, A::REPLY_UNDER_CHECK, A::REPLY_SENT_BACK,
      A::REPLIED, A::REHANDLING}},
    {"co-opinion", "proposal.co_opinion", Relation::UNIT, {R::CO}, {A::ACCEPTED, A::HANDLING, A::REHANDLING}},
    {"handling-plan", "proposal.draft_reply", Relation::UNIT, deciding, at_work},
    {"request-extension", "proposal.request_extension", Relation::UNIT, deciding, {A::ACCEPTED, A::HANDLING}},
    {"decide-extension", "proposal.decide_extension", Relation::OFFICE, deciding, {A::EXTENSION_REQUESTED}},
    {"draft-reply",
     "proposal.draft_reply",
     Relation::UNIT,
     deciding,
     {A::ACCEPTED, A::HANDLING, A::REPLY_DRAFTED, A::REPLY_SENT_BACK, A::REHANDLING}},
    {"sign-reply", "proposal.sign_reply", Relation::UNIT, deciding, {A::REPLY_DRAFTED}},
    {"return-draft", "proposal.sign_reply", Relation::UNIT, deciding, {A::REPLY_DRAFTED}},
    {"check-reply", "proposal.check_reply", Relation::OFFICE, deciding, {A::REPLY_UNDER_CHECK}},
    {"urge",
     "proposal.urge",
     Relation::OFFICE,
     every,
     {A::ASSIGNED, A::ACCEPTED, A::HANDLING, A::REPLY_DRAFTED, A::REPLY_SENT_BACK, A::REHANDLING}},
};

// Progress of a deciding unit, least first.
int progress(AssignmentState state) {
  switch (state) {
    case A::PROPOSED:
      return 0;
    case A::ASSIGNED:
      return 1;
    case A::RETURN_REQUESTED:
      return 2;
    case A::ACCEPTED:
      return 3;
    case A::REHANDLING:
      return 4;
    case A::HANDLING:
      return 5;
    case A::EXTENSION_REQUESTED:
      return 6;
    case A::REPLY_SENT_BACK:
      return 7;
    case A::REPLY_DRAFTED:
      return 8;
    case A::REPLY_UNDER_CHECK:
      return 9;
    case A::OPINION_GIVEN:
    case A::REPLIED:
      return 10;
    case A::VOID:
      return 11;
  }
  return 0;
}

ProposalState as_proposal_state(AssignmentState state) {
  switch (state) {
    case A::PROPOSED:
      return ASSIGNING;
    case A::ASSIGNED:
      return ASSIGNED;
    case A::RETURN_REQUESTED:
      return RETURN_REQUESTED;
    case A::ACCEPTED:
      return ACCEPTED;
    case A::REHANDLING:
      return REHANDLING;
    case A::HANDLING:
      return HANDLING;
    case A::EXTENSION_REQUESTED:
      return EXTENSION_REQUESTED;
    case A::REPLY_SENT_BACK:
      return REPLY_SENT_BACK;
    case A::REPLY_DRAFTED:
      return REPLY_DRAFTED;
    case A::REPLY_UNDER_CHECK:
      return REPLY_UNDER_CHECK;
    case A::OPINION_GIVEN:
    case A::REPLIED:
      return REPLIED;
    case A::VOID:
      return ASSIGNING;
  }
  return ASSIGNING;
}

template <class Rule>
const Rule& find(std::span<const Rule> rules, std::string_view action) {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.action == action; });
  if (found == rules.end()) throw std::logic_error("no such action: " + std::string(action));
  return *found;
}

}  // namespace

std::span<const ProposalRule> proposal_rules() { return proposal_table; }
std::span<const AssignmentRule> assignment_rules() { return assignment_table; }
const ProposalRule& proposal_rule(std::string_view action) { return find(proposal_rules(), action); }
const AssignmentRule& assignment_rule(std::string_view action) { return find(assignment_rules(), action); }

ProposalState state_of(const std::vector<Assignment>& assignments) {
  const Assignment* least = nullptr;
  for (const auto& assignment : assignments) {
    if (!decides(assignment.role) || assignment.state == A::VOID) continue;
    if (least == nullptr || progress(assignment.state) < progress(least->state)) least = &assignment;
  }
  return least == nullptr ? ASSIGNING : as_proposal_state(least->state);
}

bool ended_at_review(ProposalState state) { return state >= NOT_FILED && state <= MERGED; }

bool in_handling(ProposalState state) { return (state >= ASSIGNING && state <= REPLIED) || state == REHANDLING; }

}  // namespace yizheng::proposals
