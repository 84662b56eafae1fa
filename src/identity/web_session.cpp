#include "identity/web_session.h"

namespace yizheng::identity {
namespace {

std::string cookie_attributes(const SessionPolicy& policy) {
  return policy.secure_cookies ? "; Path=/; Secure; HttpOnly; SameSite=Lax" : "; Path=/; HttpOnly; SameSite=Lax";
}

std::string cookie_name(const SessionPolicy& policy) {
  return policy.secure_cookies ? "__Host-yizheng_session" : "yizheng_session";
}

// At most `bytes`, not ending within a character.
std::string cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return std::string(text.substr(0, bytes));
}

}  // namespace

SessionToken start_session(store::Write& write, const SessionAuthenticator& sessions, Id committee_id, Id account_id,
                           std::string_view user_agent, std::string_view address) {
  const auto now = sessions.clock();
  write.db.execute("DELETE FROM web_sessions WHERE committee_id = ? AND expires_at < ?", committee_id, now);
  auto token = new_session_token(committee_id);
  write.db.execute(
      "INSERT INTO web_sessions (committee_id, id, token_hash, account_id, created_at, last_seen_at, expires_at,"
      " user_agent, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      committee_id, new_id(), token.hash(), account_id, now, now,
      Instant{now.ms + std::chrono::milliseconds(sessions.policy().absolute).count()}, cut(user_agent, 200),
      cut(address, 64));
  return token;
}

void end_sessions(store::Write& write, SessionAuthenticator& sessions, Id committee_id, Id account_id) {
  write.db.execute("DELETE FROM web_sessions WHERE committee_id = ? AND account_id = ?", committee_id, account_id);
  write.after_commit([&sessions, committee_id, account_id] { sessions.forget_account(committee_id, account_id); });
}

bool end_session(store::Write& write, SessionAuthenticator& sessions, Id committee_id, Id account_id,
                 Id web_session_id) {
  const auto ended = write.db.execute("DELETE FROM web_sessions WHERE committee_id = ? AND account_id = ? AND id = ?",
                                      committee_id, account_id, web_session_id);
  write.after_commit(
      [&sessions, committee_id, web_session_id] { sessions.forget_session(committee_id, web_session_id); });
  return ended != 0;
}

std::vector<WebSession> web_sessions(store::Connection& db, const SessionPolicy& policy, Id committee_id,
                                     Id account_id) {
  const auto now = policy.clock();
  return db.select<WebSession>(
      "SELECT id, created_at, last_seen_at, expires_at, user_agent, address FROM web_sessions"
      " WHERE committee_id = ? AND account_id = ? AND expires_at > ? AND last_seen_at >= ? ORDER BY id DESC",
      committee_id, account_id, now, Instant{now.ms - std::chrono::milliseconds(policy.idle).count()});
}

std::string session_cookie(const SessionPolicy& policy, const SessionToken& token) {
  return cookie_name(policy) + "=" + token.cookie_value() + cookie_attributes(policy);
}

std::string expired_cookie(const SessionPolicy& policy) {
  return cookie_name(policy) + "=; Max-Age=0" + cookie_attributes(policy);
}

}  // namespace yizheng::identity
