// A committee in a fresh database, and its routes called without a server. For tests.
#pragma once

#include "committee/choices.h"
#include "committee/committee_migrations.h"
#include "committee/committee_routes.h"
#include "committee/create_committee.h"
#include "identity/identity_migrations.h"
#include "store/testing.h"

namespace yizheng::committee {

inline std::vector<store::Migration> migrations_to_committee() {
  std::vector<store::Migration> all = store::store_migrations();
  for (const auto* room : {&identity::identity_migrations(), &committee_migrations(), &choice_migrations()}) {
    all.insert(all.end(), room->begin(), room->end());
  }
  return all;
}

inline Date day(const char* text) { return parse_date(text).value(); }

inline NewCommittee wanted(const std::string& code) {
  return {.code = code,
          .name = "政协清河区委员会",
          .level = CommitteeLevel::COUNTY,
          .term_number = 10,
          .term_starts_on = day("2022-01-01"),
          .term_ends_on = day("2026-12-31"),
          .session_number = 5,
          .session_opens_on = day("2026-01-12"),
          .session_closes_on = day("2026-01-15"),
          .window_opens_at = start_of(day("2025-10-12")),
          .deadline_at = Instant{start_of(day("2026-01-14")).ms + 17 * 3'600'000}};
}

class CommitteeTest : public ::testing::TestWithParam<store::Engine> {
 protected:
  CommitteeTest() : database_(GetParam(), migrations_to_committee()), rules_(load_pack("default")) {
    routes_ = committee_routes(rules_);
    made_ = make("qinghe");
  }

  CommitteeMade make(const std::string& code) {
    return database_->write_and_wait(
        [&](store::Write& write) { return create_committee(write, rules_.pack(), wanted(code)); });
  }

  // A caller of the committee with the permissions of a role.
  std::shared_ptr<const http::Caller> caller(const std::string& role) const {
    auto made = std::make_shared<http::Caller>();
    made->committee_id = made_.committee.committee_id;
    made->account_id = Id{77};
    made->grants = {{role, {}}};
    const auto& permissions = rules_.pack().role(role)->permissions;
    made->permissions = {permissions.begin(), permissions.end()};
    return made;
  }

  // The answer of a route; the body as JSON. Problems are thrown as they are.
  struct Answer {
    int status = 0;
    json::value body;
    std::string etag;
  };
  Answer call(http::Method method, const std::string& path, std::shared_ptr<const http::Caller> by,
              const std::string& body = "", const std::string& if_match = "",
              std::map<std::string, std::string, std::less<>> parameters = {},
              std::vector<std::pair<std::string, std::string>> query = {}) {
    const auto route = std::find_if(routes_.begin(), routes_.end(),
                                    [&](const auto& r) { return r.method == method && r.path == path; });
    if (route == routes_.end()) throw std::logic_error("no route " + path);
    http::Request request;
    request.method = method;
    request.path = path;
    request.query = std::move(query);
    request.path_parameters = std::move(parameters);
    request.body = body;
    request.caller = std::move(by);
    if (!body.empty()) request.headers["content-type"] = "application/json";
    if (!if_match.empty()) request.headers["if-match"] = if_match;
    http::Response response;
    if (const auto* read = std::get_if<http::ReadHandler>(&route->handler)) {
      response = database_->read([&](store::Connection& db) { return (*read)(request, db); });
    } else if (const auto* write = std::get_if<http::WriteHandler>(&route->handler)) {
      response = database_->write_and_wait([&](store::Write& w) { return (*write)(request, w); });
    } else {
      response = std::get<http::TaskHandler>(route->handler)(request, *database_);
    }
    Answer answer{response.status, response.body.empty() ? json::value() : json::parse(response.body), {}};
    for (const auto& [name, value] : response.headers) {
      if (name == "ETag") answer.etag = value;
    }
    return answer;
  }

  store::testing::FreshDatabase database_;
  Rules rules_;
  http::Routes routes_;
  CommitteeMade made_;
};

// The code of the Problem that `f` throws, "" if none.
template <class F>
std::string problem_of(F f) {
  try {
    f();
    return "";
  } catch (const Problem& problem) {
    EXPECT_FALSE(problem.zh.empty());
    EXPECT_FALSE(problem.en.empty());
    return problem.field.empty() ? problem.code : problem.code + " " + problem.field;
  }
}

}  // namespace yizheng::committee
