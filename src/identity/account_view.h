// An account as administrators see it: without its password's hash.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/route.h"
#include "identity/me.h"
#include "identity/people.h"

namespace yizheng::identity {

struct AccountView {
  Id id;
  std::string login;
  std::string display_name;
  std::optional<Id> person_id;
  bool disabled = false;
  bool locked = false;  // by wrong passwords; ends by itself
  bool must_change_password = false;
  Instant created_at;
  std::vector<GrantView> roles;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (id, login, display_name, person_id, disabled, locked, must_change_password, created_at, roles,
                       version))

struct AccountQuery {
  std::string query;  // part of a login or display name
  std::string role;
  std::string after;
  std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(AccountQuery, (), (query, role, after, limit))

AccountView view_of(store::Connection& db, const Account& account, Instant now);
http::Page<AccountView> account_list(store::Connection& db, Id committee_id, const AccountQuery& query, Instant now);

}  // namespace yizheng::identity
