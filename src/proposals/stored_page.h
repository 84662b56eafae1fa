// Pages of proposals, made ready: a read is one look by key, the decision who may see what, and the joining of pieces
// of text, where the same from the records takes a dozen queries.
//
// The records alone are the truth. Whatever changes what a page shows writes to the ledger (proposals::record) and
// marks the page as outdated in the same transaction, so no reader in any process ever meets a page that is older than
// its records; until the PageKeeper has made it anew, it is made from the records at each read. A page is also outdated
// when another build of the program made it. Kept are proposals from their submission on that are in no merger: what is
// merged shows parts of another proposal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "committee/pack.h"
#include "http/caller.h"
#include "proposals/visibility.h"
#include "store/database.h"

namespace yizheng::proposals {

struct ReadyPage {
  std::string json;  // of a ProposalView
  std::int64_t version = 0;
};

// The same as view_proposal, byte for byte, where the page is ready; nullopt where it is not. Problem 404 where the
// caller sees nothing of it.
std::optional<ReadyPage> find_ready_page(store::Connection& db, const http::Caller& caller, const committee::Pack& pack,
                                         Id proposal_id);

// Within the transaction that enters a proposal, or changes it.
void enter_page(store::Connection& db, Id committee_id, Id proposal_id);
void outdate_page(store::Connection& db, Id committee_id, Id proposal_id, bool submitted);
void remove_page(store::Connection& db, Id committee_id, Id proposal_id);

struct PageKey {
  Id committee_id, proposal_id;
};
BOOST_DESCRIBE_STRUCT(PageKey, (), (committee_id, proposal_id))

// Pages to be made, not more than `most`.
std::vector<PageKey> outdated_pages(store::Connection& db, std::size_t most);
// Makes a page from its records, unless that has been done meanwhile.
void make_page(store::Connection& db, const PageKey& key);

}  // namespace yizheng::proposals
