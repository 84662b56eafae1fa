// Signing in, and changing one's own password.
#pragma once

#include <optional>
#include <string>

#include "identity/people.h"
#include "identity/web_session.h"
#include "store/database.h"

namespace yizheng::identity {

struct SignInAttempt {
  std::optional<std::string> committee_code;  // not needed where there is only one committee
  std::string login;
  std::string password;
  std::string address;  // of the browser, for the ledger and the list of sessions
  std::string user_agent;
  Id replaces_committee, replaces_account, replaces_session;  // the session the browser still had; 0 if none
};

// Blocks for a password's verification and a commit. Throws Problem 401 `sign_in_failed`, the same and after the same
// work whether the login is unknown, the password wrong, or the account locked or disabled (ASVS 6.3.8); 422
// `committee_needed` where several committees share the database and none was named; 429 `too_many_attempts`.
SessionToken sign_in(store::Database& database, SessionAuthenticator& sessions, const SignInAttempt& attempt);

struct PasswordChange {
  Id committee_id, account_id;
  std::string current_password, new_password;
  std::string address, user_agent;
  std::string role;  // for the ledger
};
// Ends every session of the account and starts a new one. Wrong current passwords count towards the lock-out.
// Throws Problem 422 `current_password_wrong` or one of check_new_password.
SessionToken change_password(store::Database& database, SessionAuthenticator& sessions, const PasswordChange& change);

}  // namespace yizheng::identity
