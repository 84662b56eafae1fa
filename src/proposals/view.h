// What a reader sees of a proposal. Three depths: those who work on it (staff, units, supervision offices, leaders) see
// all; the proposers' side sees everything but drafts and internal opinions; other members see what is released.
#pragma once

#include "committee/rules.h"
#include "proposals/proposal_api.h"
#include "proposals/visibility.h"
#include "store/ledger.h"

namespace yizheng::proposals {

enum class Depth { NONE, RELEASED, PROPOSER, WORK };
Problem no_such_proposal();  // 404, the same for what does not exist and what is not open to the caller
Depth depth_of(const std::vector<std::string>& proposal_labels, const http::Caller& caller,
               const committee::Pack& pack);

// What a page is made of: the record, and the view as those see it who work on it, still without what the dossier holds
// and without actions.
struct PageContents {
  Dossier dossier;
  ProposalView view;
  std::string public_body;
  bool has_merged = false;  // others were merged into it
};
std::optional<PageContents> load_page(store::Connection& db, Id committee_id, Id proposal_id);
void take_from_dossier(ProposalView& view, Dossier&& dossier);
// Takes out what a reader of this depth may not see.
void reduce(ProposalView& view, Depth depth, const std::string& public_body);
std::vector<OpenAction> open_actions(const http::Caller& caller, const committee::Pack& pack, const Dossier& dossier,
                                     const std::vector<Reply>& replies);

// The view of a proposal that is not merged into another. Problem 404 where the caller sees nothing of it.
ProposalView view_of(PageContents page, const http::Caller& caller, const committee::Pack& pack);

// Problem 404 where the caller sees nothing of it.
ProposalView view_proposal(store::Connection& db, const http::Caller& caller, committee::Rules& rules, Id proposal_id);
// What an action answers: the same, but who has lost sight of the proposal by his own action (he declined to co-sign,
// the office gave it back) is told what it is called and its state. Refusing him now would undo the action.
ProposalView view_after_action(store::Connection& db, const http::Caller& caller, committee::Rules& rules,
                               Id proposal_id);
std::vector<HistoryEntry> view_history(store::Connection& db, const http::Caller& caller, committee::Rules& rules,
                                       Id proposal_id);

struct DeadlineView {  // "why this date?"
  DeadlineRow deadline;
  committee::DeadlineRule rule;
  std::vector<committee::DeadlineStep> steps;
};
BOOST_DESCRIBE_STRUCT(DeadlineView, (), (deadline, rule, steps))
DeadlineView view_deadline(store::Connection& db, const http::Caller& caller, committee::Rules& rules, Id proposal_id,
                           Id deadline_id);

ProposalRow row_of(const Proposal& proposal);

}  // namespace yizheng::proposals
