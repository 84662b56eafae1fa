#include "committee/leaders.h"

namespace yizheng::committee {

LeaderList leaders(store::Connection& db, const http::Caller& caller) {
  if (!caller.may("proposal.decide_key") && !caller.may("proposal.nominate_key")) {
    throw forbidden("领导名单只供推荐、确定重点提案时使用。",
                    "The list of leaders serves those who nominate key proposals or decide on them.");
  }
  using Row = std::tuple<Id, std::string, std::string>;
  LeaderList list;
  for (auto& [id, name, role] : db.select<Row>(
           "SELECT DISTINCT a.id, a.display_name, r.role FROM account_roles r"
           " JOIN accounts a ON a.committee_id = r.committee_id AND a.id = r.account_id"
           " WHERE r.committee_id = ? AND r.role IN ('PARTY_GOV_LEADER', 'CHAIR', 'VICE_CHAIR') AND a.disabled = 0"
           " ORDER BY a.display_name, a.id, r.role",
           caller.committee_id)) {
    if (list.items.empty() || list.items.back().account_id != id) list.items.push_back({id, std::move(name), {}});
    list.items.back().roles.push_back(std::move(role));
  }
  return list;
}

}  // namespace yizheng::committee
