#include "proposals/listing.h"
#include "proposals/proposal_routes.h"
#include "proposals/stored_page.h"
#include "proposals/tasks.h"
#include "proposals/view.h"

namespace yizheng::proposals {
namespace {

struct History {
  std::vector<HistoryEntry> items;
};
BOOST_DESCRIBE_STRUCT(History, (), (items))

}  // namespace

http::Routes reading_routes(Services s) {
  using Plain = http::Call<Nothing, Nothing>;
  return {
      http::get<ListQuery, http::Page<ProposalRow>>(
          "/api/v1/proposals",
          {.operation = "proposal.list", .zh = "提案列表", .en = "Proposals open to the caller, newest first"},
          [s](const http::Call<ListQuery, Nothing>& call, store::Connection& db) {
            return list_proposals(db, call.caller, s.rules, call.query);
          }),
      http::get<SearchQuery, SearchView>("/api/v1/proposals/search",
                                         {.operation = "proposal.search",
                                          .zh = "检索提案",
                                          .en = "Search proposals, one character upwards, either script"},
                                         [s](const http::Call<SearchQuery, Nothing>& call, store::Connection& db) {
                                           return search_proposals(db, call.caller, s.rules, call.query);
                                         }),
      http::get<Nothing, ProposalView>(
          "/api/v1/proposals/{id}",
          {.operation = "proposal.read", .zh = "一件提案", .en = "One proposal with all that is open to the caller"},
          [s](const Plain& call, store::Connection& db) {
            using Answer = http::Versioned<http::Rendered<ProposalView>>;
            if (auto page = find_ready_page(db, call.caller, s.rules.pack(), call.id())) {
              return Answer{{std::move(page->json)}, page->version};
            }
            const auto view = view_proposal(db, call.caller, s.rules, call.id());
            return Answer{{to_json(view)}, view.proposal.version};
          }),
      http::get<Nothing, History>(
          "/api/v1/proposals/{id}/history",
          {.operation = "proposal.history", .zh = "提案的全部经过", .en = "Everything that happened to a proposal"},
          [s](const Plain& call, store::Connection& db) {
            return History{view_history(db, call.caller, s.rules, call.id())};
          }),
      http::get<Nothing, DeadlineView>(
          "/api/v1/proposals/{id}/deadlines/{deadline_id}",
          {.operation = "proposal.deadline", .zh = "为什么是这个日期", .en = "Why this date?"},
          [s](const Plain& call, store::Connection& db) {
            return view_deadline(db, call.caller, s.rules, call.id(), call.id("deadline_id"));
          }),
      http::get<Nothing, Tasks>(
          "/api/v1/tasks", {.operation = "task.list", .zh = "我的待办", .en = "What waits for the caller"},
          [s](const Plain& call, store::Connection& db) { return tasks_of(db, call.caller, s.rules); }),
  };
}

}  // namespace yizheng::proposals
