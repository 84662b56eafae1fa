// Who sees a proposal (DOMAIN §1), as labels: a proposal carries labels, a reader holds some, one in common is enough.
// The same labels filter lists, searches and single records, so they cannot disagree.
//
//   "staff"            all that was submitted (PROPOSAL_COMMITTEE, leaders, office)
//   "person:ID"        the proposer and those invited to sign
//   "account:ID"       who wrote it; leaders named for a key proposal
//   "organisation:ID"  the collective proposer
//   "unit:ID"          a unit it is assigned to
//   "system:CODE"      the supervision office of such a unit's system
//   "committee:ID"     the special committee responsible for a key proposal
//   "released"         everybody
#pragma once

#include <string>
#include <vector>

#include "committee/pack.h"
#include "http/caller.h"
#include "proposals/lifecycle.h"

namespace yizheng::proposals {

// A proposal with all that decides who sees it and what may be done.
struct Dossier {
  Proposal proposal;
  std::vector<Signer> signers;
  std::vector<Assignment> assignments;
  std::optional<KeyRecord> key;
};

// Sorted, without repeats. `main`: the dossier it was merged into, whose units see it too.
std::vector<std::string> labels_of(const Dossier& dossier, const Dossier* main = nullptr);

// Sorted, without repeats; empty for a caller who sees nothing (the three administrators, AUDITOR).
std::vector<std::string> labels_of(const http::Caller& caller, const committee::Pack& pack);

bool may_see(const std::vector<std::string>& proposal_labels, const std::vector<std::string>& reader_labels);

// Systems the caller looks after as a supervision office.
std::vector<std::string> systems_of(const http::Caller& caller, const committee::Pack& pack);

// How a caller stands to the proposal (and to one assignment).
bool stands(Relation relation, const http::Caller& caller, const committee::Pack& pack, const Dossier& dossier,
            const Assignment* assignment = nullptr);

// Every action the tables open to the caller in the present state.
struct AllowedAction {
  std::string_view code;
  Id assignment_id;
};
// `replies`: those of the proposal, which decide whether there is anything left to release.
std::vector<AllowedAction> allowed_actions(const http::Caller& caller, const committee::Pack& pack,
                                           const Dossier& dossier, const std::vector<Reply>& replies);
// Sent, and marked by its unit as fit for the public (国办发〔2014〕46号).
bool publishable(const Reply& reply);

}  // namespace yizheng::proposals
