// Who makes a request. Filled by the identity room through Authenticator; http itself knows no accounts.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/problem.h"

namespace yizheng::http {

// A role held, and for whom: UNIT_OFFICER of a unit, SECTOR_CONVENER of a sector; 0 where the role needs none.
struct Grant {
  std::string role;
  Id organisation_id;
};

struct Caller {
  Id committee_id;  // 0 for an anonymous caller
  Id account_id;    // 0 for an anonymous caller
  Id person_id;     // 0 for an account that is not a person's (a unit's office)
  Id web_session_id;
  std::vector<Grant> grants;
  std::set<std::string, std::less<>> permissions;  // of all roles together, from the committee's pack
  std::string csrf_token;
  bool must_change_password = false;  // such a caller may only read itself, change its password and sign out

  bool signed_in() const { return account_id.value != 0; }
  bool may(std::string_view permission) const { return permissions.contains(permission); }
  bool has_role(std::string_view role) const;
  std::vector<Id> organisations_as(std::string_view role) const;
  // The role named in the ledger: the first of `preferred` the caller holds, else its first role, "" if none.
  std::string acting_role(std::initializer_list<std::string_view> preferred = {}) const;
};

}  // namespace yizheng::http
