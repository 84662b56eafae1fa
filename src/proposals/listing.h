// Lists of proposals: filtered, newest first, paged by key so that page 1,000 costs what page 1 costs.
#pragma once

#include "committee/rules.h"
#include "http/route.h"
#include "proposals/proposal_api.h"
#include "proposals/visibility.h"

namespace yizheng::proposals {

struct ListQuery {
  std::optional<Id> session_id, unit_id;
  std::optional<std::vector<ProposalState>> state;
  std::optional<std::string> category;
  std::optional<ProposerKind> kind;
  std::optional<KeyState> key_state;
  std::optional<Timing> timing;
  std::optional<committee::Light> light;  // of the nearest open reply deadline
  std::optional<bool> mine;               // only what I proposed, signed or wrote
  std::optional<bool> released;           // what is open to every member
  std::optional<int> limit;               // 1 to 100, 20 where absent
  std::optional<std::string> after;       // `next` of the page before
};
BOOST_DESCRIBE_STRUCT(ListQuery, (),
                      (session_id, unit_id, state, category, kind, key_state, timing, light, mine, released, limit,
                       after))

http::Page<ProposalRow> list_proposals(store::Connection& db, const http::Caller& caller, committee::Rules& rules,
                                       const ListQuery& query);

struct SearchQuery {
  std::string q;
  std::optional<int> limit;   // 1 to 50, 20 where absent
  std::optional<int> offset;  // 0 to 1,000
};
BOOST_DESCRIBE_STRUCT(SearchQuery, (), (q, limit, offset))

SearchView search_proposals(store::Connection& db, const http::Caller& caller, committee::Rules& rules,
                            const SearchQuery& query);

// The rows of these proposals, in the order given.
std::vector<ProposalRow> rows_of(store::Connection& db, Id committee_id, const std::vector<Id>& ids);

}  // namespace yizheng::proposals
