#include "committee/committee_routes.h"

#include "committee/committee_view.h"

namespace yizheng::committee {

// Enough to choose where to sign in or whose released proposals to read.
struct CommitteeName {
  std::string code, name;
  CommitteeLevel level = CommitteeLevel::COUNTY;
};
BOOST_DESCRIBE_STRUCT(CommitteeName, (), (code, name, level))

struct CommitteeNames {
  std::vector<CommitteeName> items;
};
BOOST_DESCRIBE_STRUCT(CommitteeNames, (), (items))

http::Routes committee_routes(Rules& rules) {
  http::Routes routes = {
      http::get<Nothing, CommitteeView>("/api/v1/committee",
                                        {.operation = "committee.read",
                                         .zh = "本委员会、当前届次和全部规则",
                                         .en = "The committee, its current session and all its rules"},
                                        [&rules](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
                                          return committee_view(db, rules, call.caller.committee_id);
                                        }),
      http::get<Nothing, CommitteeNames>("/api/v1/public/committees",
                                         {.operation = "committee.list_public",
                                          .zh = "有哪些委员会",
                                          .en = "The committees there are",
                                          .anonymous = true},
                                         [](const http::Call<Nothing, Nothing>&, store::Connection& db) {
                                           CommitteeNames names;
                                           for (auto& found : committees(db))
                                             names.items.push_back({found.code, found.name, found.level});
                                           return names;
                                         }),
  };
  for (auto* part : {&organisation_routes, &calendar_routes, &member_routes}) {
    auto more = part(rules);
    std::move(more.begin(), more.end(), std::back_inserter(routes));
  }
  return routes;
}

}  // namespace yizheng::committee
