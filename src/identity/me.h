// What a signed-in person's browser knows of him.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "http/caller.h"
#include "store/database.h"

namespace yizheng::identity {

struct GrantView {
  std::string role;
  std::optional<Id> organisation_id;
  std::optional<std::string> organisation_name;
};
BOOST_DESCRIBE_STRUCT(GrantView, (), (role, organisation_id, organisation_name))

struct Me {
  Id account_id;
  std::string login;
  std::string display_name;
  std::optional<Id> person_id;
  Id committee_id;
  std::string committee_code, committee_name;
  std::vector<GrantView> roles;
  std::vector<std::string> permissions;
  std::string csrf_token;  // goes back in the header X-CSRF-Token of every change
  bool must_change_password = false;
  std::int64_t unread_notices = 0;
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (account_id, login, display_name, person_id, committee_id, committee_code, committee_name, roles,
                       permissions, csrf_token, must_change_password, unread_notices))

Me me_of(store::Connection& db, const http::Caller& caller);
std::vector<GrantView> grants_of(store::Connection& db, Id committee_id, Id account_id);

}  // namespace yizheng::identity
