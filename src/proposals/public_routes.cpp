// What everybody may read: released proposals and, where released, their replies (DOMAIN §2.12). Nothing personal but
// the proposer's name.
#include <algorithm>

#include "committee/choices.h"
#include "proposals/proposal_api.h"
#include "proposals/proposal_routes.h"
#include "proposals/proposal_store.h"

namespace yizheng::proposals {
namespace {

struct PublicQuery {
  std::optional<Id> session_id;
  std::optional<std::string> category, q;
  std::optional<int> limit, offset;
};
BOOST_DESCRIBE_STRUCT(PublicQuery, (), (session_id, category, q, limit, offset))

struct PublicList {
  std::vector<PublicRow> items;
  std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(PublicList, (), (items, total))

struct PublicSession {
  Id id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(PublicSession, (), (id, title))
struct PublicCommittee {
  std::string code, name;
  std::vector<PublicSession> sessions;
  std::vector<committee::Choice> categories;
};
BOOST_DESCRIBE_STRUCT(PublicCommittee, (), (code, name, sessions, categories))

committee::Committee require_committee(store::Connection& db, const std::string& code) {
  auto found = committee::committee_by_code(db, code);
  if (!found) throw not_found("这个政协委员会", "committee");
  return *found;
}

constexpr const char* public_columns =
    "SELECT p.id, p.number, COALESCE(s.title, ''), p.category, p.title, p.proposer_name, p.reply_released, "
    "p.released_at FROM proposals p "
    "LEFT JOIN sessions s ON s.committee_id = p.committee_id AND s.id = p.session_id WHERE p.committee_id = ? AND "
    "p.released_at IS NOT NULL";

PublicList list(store::Connection& db, const committee::Committee& committee, const PublicQuery& query) {
  const int limit = std::clamp(query.limit.value_or(20), 1, 50);
  const int offset = std::clamp(query.offset.value_or(0), 0, 1000);
  PublicList result;
  if (query.q && !query.q->empty()) {
    store::SearchRequest request;
    request.committee_id = committee.committee_id;
    request.kind = "proposal";
    request.text = *query.q;
    request.labels = {"released"};
    request.limit = static_cast<std::size_t>(limit);
    request.offset = static_cast<std::size_t>(offset);
    const auto found = store::search(db, request);
    result.total = found.total;
    for (const auto& hit : found.hits) {
      auto row =
          db.select_one<PublicRow>(std::string(public_columns) + " AND p.id = ?", committee.committee_id, hit.id);
      if (row) result.items.push_back(std::move(*row));
    }
    return result;
  }
  std::string where;
  std::vector<store::Value> values{store::to_value(committee.committee_id)};
  if (query.session_id) {
    where += " AND p.session_id = ?";
    values.push_back(store::to_value(*query.session_id));
  }
  if (query.category) {
    where += " AND p.category = ?";
    values.push_back(store::to_value(*query.category));
  }
  result.total =
      db.select_with<std::int64_t>(
            "SELECT COUNT(*) FROM proposals p WHERE p.committee_id = ? AND p.released_at IS NOT NULL" + where, values)
          .front();
  values.emplace_back(std::int64_t{limit});
  values.emplace_back(std::int64_t{offset});
  result.items = db.select_with<PublicRow>(
      public_columns + where + " ORDER BY p.released_at DESC, p.id DESC LIMIT ? OFFSET ?", values);
  return result;
}

PublicProposal read(store::Connection& db, const committee::Committee& committee, Id id) {
  const auto p = find_proposal(db, committee.committee_id, id);
  if (!p || !p->released_at) throw not_found("这件公开提案", "released proposal");
  auto text = text_of(db, committee.committee_id, id);
  PublicProposal view;
  view.id = p->id;
  view.number = p->number;
  view.session_title = p->session_id
                           ? db.select_one<std::string>("SELECT title FROM sessions WHERE committee_id = ? AND id = ?",
                                                        committee.committee_id, *p->session_id)
                                 .value_or("")
                           : "";
  view.category = p->category;
  view.title = p->title;
  view.proposer_name = p->proposer_name;
  const bool own_text = text.public_body.empty();
  view.body = own_text ? text.body : text.public_body;
  view.suggestions = own_text ? text.suggestions : "";
  view.released_at = *p->released_at;
  std::map<Id, std::string> units;
  for (const auto& a : assignments_of(db, committee.committee_id, id)) {
    if (a.state == AssignmentState::VOID || a.state == AssignmentState::PROPOSED) continue;
    units[a.id] = a.unit_name;
    view.units.push_back(a.unit_name);
  }
  if (p->reply_released) {
    for (const auto& reply : replies_of(db, committee.committee_id, id)) {
      if (!publishable(reply)) continue;
      view.replies.push_back(
          {units[reply.assignment_id], reply.document_number, reply.result_class, reply.body, reply.sent_at});
    }
  }
  return view;
}

}  // namespace

http::Routes public_routes(Services s) {
  return {
      http::get<Nothing, PublicCommittee>("/api/v1/public/{committee}",
                                          {.operation = "public.committee",
                                           .zh = "一个委员会的公开信息",
                                           .en = "What is public of a committee",
                                           .anonymous = true},
                                          [s](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
                                            const auto committee = require_committee(db, call.path("committee"));
                                            PublicCommittee view{committee.code, committee.name, {}, {}};
                                            for (const auto& session : committee::sessions(db, committee.committee_id))
                                              view.sessions.push_back({session.id, session.title});
                                            view.categories = committee::choices(db, s.rules.pack(),
                                                                                 committee.committee_id, "categories");
                                            return view;
                                          }),
      http::get<PublicQuery, PublicList>(
          "/api/v1/public/{committee}/proposals",
          {.operation = "public.proposals", .zh = "公开的提案", .en = "Released proposals", .anonymous = true},
          [](const http::Call<PublicQuery, Nothing>& call, store::Connection& db) {
            return list(db, require_committee(db, call.path("committee")), call.query);
          }),
      http::get<Nothing, PublicProposal>(
          "/api/v1/public/{committee}/proposals/{id}",
          {.operation = "public.proposal", .zh = "一件公开的提案", .en = "One released proposal", .anonymous = true},
          [](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
            return read(db, require_committee(db, call.path("committee")), call.id());
          }),
  };
}

}  // namespace yizheng::proposals
