// The frame of every action on a proposal: authorise and check against the life cycle's tables, let the action change
// the dossier, then write it, its readers, its ledger entry and its notices in the same transaction.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "committee/choices.h"
#include "committee/rules.h"
#include "http/caller.h"
#include "proposals/visibility.h"
#include "store/database.h"

namespace yizheng::proposals {

struct Context {
  store::Write& write;
  const http::Caller& caller;
  committee::Rules& rules;
  std::optional<std::int64_t> expected_version = {};  // of If-Match
  std::string address = {};                           // of the caller, kept beside a signature

  Id committee_id() const { return caller.committee_id; }
  const committee::Pack& pack() const { return rules.pack(); }
  Date today() const { return local_date(write.at); }
};

class Change {
 public:
  // Loads the dossier and checks, in this order: it exists and the caller sees it (404), he may do this (403), its
  // state allows it (409 `wrong_state`), nobody changed it meanwhile (412).
  static Change of_proposal(Context& context, Id proposal_id, std::string_view action);
  static Change of_assignment(Context& context, Id assignment_id, std::string_view action);

  Dossier dossier;
  json::object detail;  // of the ledger entry

  Proposal& proposal() { return dossier.proposal; }
  Assignment& assignment();  // the one the action is about
  const std::string& action() const { return action_; }

  // Tell these accounts, once the action is durable. `kind`: the part after "notice.proposal.".
  void tell(std::string_view kind, std::vector<Id> accounts);
  void tell_proposers(std::string_view kind);
  void tell_unit(std::string_view kind, Id unit_id);
  void tell_office(std::string_view kind, const std::string& system);

  // The text or title changed, so the search index must follow.
  void text_changed() { text_changed_ = true; }
  // The proposal's state follows from its units.
  void follow_units() { proposal().state = state_of(dossier.assignments); }

  // Writes everything. Afterwards `dossier` is as stored.
  void finish();

 private:
  Change(Context& context, std::string_view action) : context_(context), action_(action) {}
  void load(Id proposal_id);

  Context& context_;
  std::string action_;
  ProposalState before_ = ProposalState::DRAFT;
  Id assignment_id_;
  bool text_changed_ = false;
  std::vector<std::string> labels_before_;
  struct Message {
    std::string kind;
    std::vector<Id> accounts;
  };
  std::vector<Message> messages_;
};

// One ledger entry about a proposal. Its stored page is outdated with it: whoever changes what a page shows must come
// through here. `from` is empty for a new proposal, `to` for one that is deleted.
void record(Context& context, Id proposal_id, std::string_view action, std::string_view from, std::string_view to,
            const json::object& detail);

// Puts a proposal and its texts into the search index under its labels.
void index(store::Write& write, const Proposal& proposal, const ProposalText& text,
           const std::vector<std::string>& labels);

// The checks every text a person writes passes: not empty where required, not over `most` code points.
void require_text(const std::string& field, std::string_view text, std::size_t most);
void limit_text(const std::string& field, std::string_view text, std::size_t most);
void require_choice(const committee::Pack& pack, std::string_view list, const std::string& field,
                    std::string_view code);

}  // namespace yizheng::proposals
