#include "proposals/proposal_routes.h"

#include "proposals/deadlines.h"

namespace yizheng::proposals {

http::Routes proposal_routes(Services services) {
  http::Routes all;
  for (const auto part : {reading_routes, authoring_routes, review_routes, unit_routes, follow_up_routes,
                          attachment_routes, statistics_routes, public_routes}) {
    for (auto& route : part(services)) all.push_back(std::move(route));
  }
  return all;
}

void watch_calendar(committee::Rules& rules) {
  rules.on_calendar_change([&rules](store::Write& write, Id, const committee::Calendar&,
                                    const committee::Calendar& now_in_force, const http::Caller& caller) {
    Context context{write, caller, rules};
    return recount_deadlines(context, now_in_force);
  });
}

}  // namespace yizheng::proposals
