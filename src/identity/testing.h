// What the tests of this room share: a committee with accounts, and a way to call its routes without a server.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "identity/identity_routes.h"
#include "identity/people.h"
#include "store/testing.h"

namespace yizheng::identity::testing {

// The rooms' migrations up to this one, and stand-ins for the tables of the committee room that are read here by SQL.
const std::vector<store::Migration>& migrations();

// Roles enough to test with: MEMBER (proposal.write), STAFF (organisation.manage, proposal.read_all, ledger.read),
// UNIT_OFFICER of a HANDLING_UNIT, and the three administrators; MEMBER and STAFF exclude each other.
RoleBook book();

inline constexpr const char* password = "tall-lantern-river-92";

struct Place {
  explicit Place(store::Engine engine, int committees = 1);

  store::testing::FreshDatabase database;
  Instant now = parse_instant("2026-03-02T09:00:00+08:00").value();
  SessionAuthenticator sessions;
  http::Routes routes;
  std::vector<Id> committees;      // codes "first", "second"
  Id term_id, sector_id, unit_id;  // of the first committee

  // An account with `password`, not asked to change it.
  Id account(const std::string& login, const std::vector<std::string>& roles, Id person_id = {},
             std::size_t committee = 0);
  // A person who is a member of the term.
  Id member(const std::string& name, const std::string& phone = "13900000001");

  std::string sign_in(const std::string& login, std::size_t committee = 0);  // returns the cookie's value
  std::shared_ptr<const http::Caller> caller(const std::string& cookie);

  // Calls a route as the server would: permission, forced change of password, path parameters, transaction. An
  // anonymous caller where `cookie` is empty. Throws what the route throws.
  http::Response call(http::Method method, const std::string& target, const std::string& cookie = "",
                      const std::string& body = "", const std::map<std::string, std::string>& headers = {});
  json::value json_of(http::Method method, const std::string& target, const std::string& cookie = "",
                      const std::string& body = "");

  std::string ledger_text();  // all entries, every column
  void pass(std::chrono::milliseconds time) { now.ms += time.count(); }
};

// The problem a call ends with; fails the test where there is none.
Problem problem_of(const std::function<void()>& call);

}  // namespace yizheng::identity::testing
