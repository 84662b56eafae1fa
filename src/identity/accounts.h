// What administrators do with accounts. SYS_ADMIN makes and locks them, SEC_ADMIN grants roles, and neither of them can
// act as another: nobody chooses another's password, nobody changes his own roles (三权分立, DOMAIN §10).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "identity/people.h"
#include "identity/web_session.h"
#include "store/database.h"

namespace yizheng::identity {

// Who acts, for the ledger: account 0 is the command line.
struct Actor {
  Id account_id;
  std::string role;
};

struct NewAccount {
  Id committee_id;
  std::string login;
  std::string display_name;
  std::optional<Id> person_id;
  std::string password_hash;  // of a random_password() made off the writer thread
};
// Throws 422 `invalid_field`, 409 `login_taken`.
Account create_account(store::Write& write, const SessionPolicy& policy, const Actor& actor, const NewAccount& fresh);

struct AccountPatch {
  std::optional<std::string> display_name = std::nullopt;
  std::optional<bool> disabled = std::nullopt;
  std::optional<bool> locked = std::nullopt;  // only false: unlock
};
BOOST_DESCRIBE_STRUCT(AccountPatch, (), (display_name, disabled, locked))
// `version`: refuses with 412 `changed_meanwhile` when the account has changed since.
Account change_account(store::Write& write, SessionAuthenticator& sessions, const Actor& actor, Id committee_id, Id id,
                       const AccountPatch& patch, std::optional<std::int64_t> version);

// Gives the account a first password; its sessions end.
void reset_password(store::Write& write, SessionAuthenticator& sessions, const Actor& actor, Id committee_id, Id id,
                    const std::string& password_hash);

struct RoleGrant {
  std::string role;
  std::optional<Id> organisation_id;
};
BOOST_DESCRIBE_STRUCT(RoleGrant, (), (role, organisation_id))
// Replaces all grants of an account; its sessions end. Throws 409 `roles_exclusive`, 422 for a role or organisation
// that does not exist or do not belong together.
Account set_roles(store::Write& write, SessionAuthenticator& sessions, const Actor& actor, Id committee_id, Id id,
                  const std::vector<RoleGrant>& grants, std::optional<std::int64_t> version);

}  // namespace yizheng::identity
