// Where accounts are signed in. (A "session" without "web" is a plenary of the committee.)
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "http/server.h"
#include "identity/attempt_limiter.h"
#include "identity/roles.h"
#include "identity/token.h"
#include "store/database.h"

namespace yizheng::identity {

// DOMAIN §10, OWASP ASVS V7.
struct SessionPolicy {
  std::chrono::minutes idle{30};
  std::chrono::hours absolute{12};
  int failures = 5;  // wrong passwords in a row that lock an account
  std::chrono::minutes lock{15};
  int failures_of_address = 100;                // within 15 minutes: the address waits
  std::chrono::hours first_password{14 * 24};   // how long a first or reset password serves
  bool secure_cookies = true;                   // as ServerOptions::secure_cookies
  bool fast_hashes = false;                     // demo and tests only
  std::function<Instant()> clock = system_now;  // time-outs follow the machine's clock, not the product's
};

// The caller behind a cookie, kept in memory so that a request needs no query. Whatever ends or changes a session in
// this process drops its copy when it commits. Another process on one PostgreSQL is heard within a second; on SQLite
// this process is the only writer, and a look every 30 s is for the command line's sake.
class SessionAuthenticator : public http::Authenticator {
 public:
  explicit SessionAuthenticator(RoleBook book, SessionPolicy policy = {});

  std::shared_ptr<const http::Caller> caller_of(std::string_view session_cookie, const http::Request& request,
                                                store::Database& database) override;

  const RoleBook& book() const { return book_; }
  const SessionPolicy& policy() const { return policy_; }
  Instant clock() const { return policy_.clock(); }

  AttemptLimiter& limiter() { return limiter_; }

  void forget_account(Id committee_id, Id account_id);
  void forget_session(Id committee_id, Id web_session_id);
  std::size_t cached() const;

 private:
  struct Entry;
  std::shared_ptr<Entry> load(const SessionToken& token, const std::string& hash, store::Database& database);
  bool alive(const Entry& entry, Instant now) const;
  void touch(Entry& entry, Instant now, store::Database& database);
  void keep(const std::string& hash, std::shared_ptr<Entry> entry, std::uint64_t generation);
  void forget_where(const std::function<bool(const http::Caller&)>& gone);

  RoleBook book_;
  SessionPolicy policy_;
  AttemptLimiter limiter_;
  mutable std::shared_mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<Entry>> entries_;  // by token hash
  std::uint64_t generation_ = 0;  // counts the drops: what was read before one is not kept after it
};

// All within the action's transaction; the authenticator's copies go with the commit.
SessionToken start_session(store::Write& write, const SessionAuthenticator& sessions, Id committee_id, Id account_id,
                           std::string_view user_agent, std::string_view address);
void end_sessions(store::Write& write, SessionAuthenticator& sessions, Id committee_id, Id account_id);
// False when the account has no such session.
bool end_session(store::Write& write, SessionAuthenticator& sessions, Id committee_id, Id account_id,
                 Id web_session_id);

struct WebSession {
  Id id;
  Instant created_at, last_seen_at, expires_at;
  std::string user_agent, address;
};
BOOST_DESCRIBE_STRUCT(WebSession, (), (id, created_at, last_seen_at, expires_at, user_agent, address))

// The living ones, newest first.
std::vector<WebSession> web_sessions(store::Connection& db, const SessionPolicy& policy, Id committee_id,
                                     Id account_id);

// Values of Set-Cookie.
std::string session_cookie(const SessionPolicy& policy, const SessionToken& token);
std::string expired_cookie(const SessionPolicy& policy);

}  // namespace yizheng::identity
