#include "proposals/proposal_routes.h"
#include "proposals/statistics_view.h"

namespace yizheng::proposals {

http::Routes statistics_routes(Services s) {
  return {
      http::get<Scope, StatisticsView>("/api/v1/statistics",
                                       {.operation = "statistics.read",
                                        .permission = "proposal.statistics",
                                        .zh = "提案统计",
                                        .en = "The figures of proposals in a scope"},
                                       [s](const http::Call<Scope, Nothing>& call, store::Connection& db) {
                                         return view_statistics(db, call.caller, s.rules.pack(), call.query);
                                       }),
      http::get<RecordsQuery, http::Page<ProposalRow>>(
          "/api/v1/statistics/{code}/records",
          {.operation = "statistics.records",
           .permission = "proposal.statistics",
           .zh = "指标背后的提案",
           .en = "The proposals behind a figure"},
          [s](const http::Call<RecordsQuery, Nothing>& call, store::Connection& db) {
            return records_behind(db, call.caller, s.rules.pack(), call.path("code"), call.query);
          }),
  };
}

}  // namespace yizheng::proposals
