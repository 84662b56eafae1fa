#include "identity/sign_in.h"

#include "identity/passwords.h"
#include "store/ledger.h"

namespace yizheng::identity {
namespace {

// One text for every cause: it must help an honest person in each case and tell a stranger nothing.
Problem sign_in_failed() {
  return Problem(
      401, "sign_in_failed",
      "登录名或口令不正确,或账号暂不可用。请核对后重试;连续 5 次口令错误会锁定 15 分钟,仍无法登录请联系系统管理员。",
      "The login or password is wrong, or the account cannot be used. Check and try again; five wrong passwords lock "
      "an account for 15 minutes; if it still fails, ask your system administrator.");
}

std::optional<Id> committee_of(store::Connection& db, const std::optional<std::string>& code) {
  if (code && !code->empty()) {
    return db.select_one<Id>("SELECT committee_id FROM committees WHERE code = ?", *code);
  }
  const auto all = db.select<Id>("SELECT committee_id FROM committees ORDER BY committee_id LIMIT 2");
  if (all.size() > 1) {
    throw Problem(422, "committee_needed", "本系统有多个政协组织,请填写所在组织的代码。",
                  "This system serves several committees; give the code of yours.", "/committee");
  }
  return all.empty() ? std::nullopt : std::optional(all.front());
}

bool locked(const Account& account, Instant now) { return account.locked_until && now < *account.locked_until; }

void append_to_ledger(store::Write& write, Id committee_id, Id account_id, const char* action, Id actor,
                      const std::string& role, const std::string& address, const char* outcome = "") {
  json::object detail{{"address", address}};
  if (*outcome != '\0') detail["outcome"] = outcome;
  store::append(write, {.committee_id = committee_id,
                        .action = action,
                        .subject_kind = "account",
                        .subject_id = account_id,
                        .actor_account_id = actor,
                        .actor_role = role,
                        .from_state = "",
                        .to_state = "",
                        .detail = json::serialize(detail)});
}

// Counts a wrong password, and locks the account at the last one allowed. A lock runs out by itself and is not
// prolonged by further attempts, or anyone could keep anyone out.
void count_failure(store::Write& write, const SessionPolicy& policy, const Account& account) {
  if (locked(account, policy.clock())) return;
  const auto attempts = account.failed_attempts + 1;
  if (attempts < policy.failures) {
    write.db.execute("UPDATE accounts SET failed_attempts = ? WHERE committee_id = ? AND id = ?", attempts,
                     account.committee_id, account.id);
    return;
  }
  write.db.execute("UPDATE accounts SET failed_attempts = 0, locked_until = ? WHERE committee_id = ? AND id = ?",
                   Instant{policy.clock().ms + std::chrono::milliseconds(policy.lock).count()}, account.committee_id,
                   account.id);
}

std::string first_role(store::Connection& db, Id committee_id, Id account_id) {
  const auto roles = roles_of(db, committee_id, account_id);
  return roles.empty() ? "" : roles.front().role;
}

}  // namespace

SessionToken sign_in(store::Database& database, SessionAuthenticator& sessions, const SignInAttempt& attempt) {
  const auto& policy = sessions.policy();
  sessions.limiter().check(attempt.address, policy.clock());
  const auto login = normalise_login(attempt.login);
  std::optional<Id> committee_id;
  std::optional<Account> seen;
  database.read([&](store::Connection& db) {
    committee_id = committee_of(db, attempt.committee_code);
    // The same query whether or not there can be such an account.
    seen = account_by_login(db, committee_id.value_or(Id{}), login.value_or(""));
  });
  const bool right = verify_password(seen ? seen->password_hash : decoy_hash(policy.fast_hashes), attempt.password);
  if (!right || !committee_id) sessions.limiter().failed(attempt.address, policy.clock());
  if (!committee_id) throw sign_in_failed();

  const auto token = database.write_and_wait([&](store::Write& write) -> std::optional<SessionToken> {
    // Looked at again: while the hash was computed, others may have locked, disabled or changed the account.
    const auto account = identity::account(write.db, *committee_id, seen ? seen->id : Id{});
    const auto now = policy.clock();
    const bool same = account && seen && account->password_hash == seen->password_hash;
    const bool expired = account && account->password_expires_at && *account->password_expires_at <= now;
    if (!right || !same || account->disabled || locked(*account, now) || expired) {
      const char* outcome = !account                ? "unknown_login"
                            : account->disabled     ? "disabled"
                            : locked(*account, now) ? "locked"
                            : expired && right      ? "first_password_expired"
                                                    : "wrong_password";
      if (account && !right) count_failure(write, policy, *account);
      append_to_ledger(write, *committee_id, account ? account->id : Id{}, "account.sign_in_failed", Id{}, "",
                       attempt.address, outcome);
      return std::nullopt;  // and not thrown: the count and the ledger entry must be committed
    }
    write.db.execute("UPDATE accounts SET failed_attempts = 0, locked_until = NULL WHERE committee_id = ? AND id = ?",
                     *committee_id, account->id);
    if (attempt.replaces_session) {
      end_session(write, sessions, attempt.replaces_committee, attempt.replaces_account, attempt.replaces_session);
    }
    append_to_ledger(write, *committee_id, account->id, "account.sign_in", account->id,
                     first_role(write.db, *committee_id, account->id), attempt.address);
    return start_session(write, sessions, *committee_id, account->id, attempt.user_agent, attempt.address);
  });
  if (!token) throw sign_in_failed();
  return *token;
}

SessionToken change_password(store::Database& database, SessionAuthenticator& sessions, const PasswordChange& change) {
  const auto& policy = sessions.policy();
  std::optional<Account> seen;
  std::string committee_code;
  database.read([&](store::Connection& db) {
    seen = account(db, change.committee_id, change.account_id);
    committee_code =
        db.select_one<std::string>("SELECT code FROM committees WHERE committee_id = ?", change.committee_id)
            .value_or("");
  });
  if (!seen) throw not_found("账号", "account");
  if (locked(*seen, policy.clock())) {
    throw Problem(409, "account_locked", "口令连续输错,账号已锁定 15 分钟,请稍后再修改口令。",
                  "Too many wrong passwords have locked the account for 15 minutes; change the password later.");
  }
  const bool right = verify_password(seen->password_hash, change.current_password);
  std::string new_hash;
  if (right) {
    check_new_password(change.new_password, seen->login, committee_code, "/new_password");
    if (change.new_password == change.current_password) {
      throw Problem(422, "password_unchanged", "新口令与原口令相同,请换一个。",
                    "The new password is the old one; choose another.", "/new_password");
    }
    new_hash = hash_password(change.new_password, policy.fast_hashes);
  }

  const auto token = database.write_and_wait([&](store::Write& write) -> std::optional<SessionToken> {
    const auto now_there = account(write.db, change.committee_id, change.account_id);
    if (!right || !now_there || now_there->disabled || now_there->password_hash != seen->password_hash ||
        locked(*now_there, policy.clock())) {
      if (now_there && !right) count_failure(write, policy, *now_there);
      append_to_ledger(write, change.committee_id, change.account_id, "account.change_password_failed",
                       change.account_id, change.role, change.address);
      return std::nullopt;
    }
    write.db.execute(
        "UPDATE accounts SET password_hash = ?, must_change_password = 0, password_expires_at = NULL, failed_attempts "
        "= 0,"
        " locked_until = NULL, version = version + 1 WHERE committee_id = ? AND id = ?",
        new_hash, change.committee_id, change.account_id);
    end_sessions(write, sessions, change.committee_id, change.account_id);
    append_to_ledger(write, change.committee_id, change.account_id, "account.change_password", change.account_id,
                     change.role, change.address);
    return start_session(write, sessions, change.committee_id, change.account_id, change.user_agent, change.address);
  });
  if (!token) {
    throw Problem(422, "current_password_wrong", "原口令不正确,请重新输入;连续 5 次错误会锁定账号 15 分钟。",
                  "The current password is wrong; enter it again. Five wrong ones lock the account for 15 minutes.",
                  "/current_password");
  }
  return *token;
}

}  // namespace yizheng::identity
