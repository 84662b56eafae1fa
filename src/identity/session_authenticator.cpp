#include "base/log.h"
#include "identity/people.h"
#include "identity/web_session.h"

namespace yizheng::identity {
namespace {

constexpr std::int64_t write_seen_every_ms = 60'000;
constexpr std::size_t most_entries = 50'000;

}  // namespace

struct SessionAuthenticator::Entry {
  std::shared_ptr<const http::Caller> caller;
  Instant expires_at;
  std::atomic<std::int64_t> checked{0};  // when the database last confirmed it
  std::atomic<std::int64_t> last_seen{0};
  std::atomic<std::int64_t> seen_written{0};  // the last_seen the database has
};

SessionAuthenticator::SessionAuthenticator(RoleBook book, SessionPolicy policy)
    : book_(std::move(book)),
      policy_(std::move(policy)),
      limiter_(policy_.failures_of_address, std::chrono::minutes(15)) {}

std::shared_ptr<const http::Caller> SessionAuthenticator::caller_of(std::string_view session_cookie,
                                                                    const http::Request&, store::Database& database) {
  const auto token = parse_session_cookie(session_cookie);
  if (!token) return nullptr;
  const auto hash = token->hash();
  const auto now = clock();
  std::shared_ptr<Entry> entry;
  std::uint64_t generation = 0;
  {
    const std::shared_lock lock(mutex_);
    generation = generation_;
    const auto found = entries_.find(hash);
    // A cookie with the right token under another committee's number is a forgery.
    if (found != entries_.end() && found->second->caller->committee_id == token->committee_id) entry = found->second;
  }
  const std::int64_t recheck_ms = database.engine() == store::Engine::POSTGRESQL ? 1'000 : 30'000;
  if (!entry || now.ms - entry->checked.load() >= recheck_ms) {
    auto fresh = load(*token, hash, database);
    if (fresh && entry) {
      fresh->last_seen = std::max(fresh->last_seen.load(), entry->last_seen.load());
      fresh->seen_written = std::max(fresh->seen_written.load(), entry->seen_written.load());
    }
    if (!fresh && entry) forget_session(token->committee_id, entry->caller->web_session_id);
    entry = std::move(fresh);
    if (!entry) return nullptr;
    entry->checked = now.ms;
    if (alive(*entry, now)) keep(hash, entry, generation);
  }
  if (!alive(*entry, now)) {
    forget_session(token->committee_id, entry->caller->web_session_id);
    return nullptr;
  }
  touch(*entry, now, database);
  return entry->caller;
}

std::shared_ptr<SessionAuthenticator::Entry> SessionAuthenticator::load(const SessionToken& token,
                                                                        const std::string& hash,
                                                                        store::Database& database) {
  return database.read([&](store::Connection& db) -> std::shared_ptr<Entry> {
    using Row = std::tuple<Id, Id, Instant, Instant, std::optional<Id>, bool>;
    const auto row = db.select_one<Row>(
        "SELECT s.id, s.account_id, s.last_seen_at, s.expires_at, a.person_id, a.must_change_password"
        " FROM web_sessions s JOIN accounts a ON a.committee_id = s.committee_id AND a.id = s.account_id"
        " WHERE s.committee_id = ? AND s.token_hash = ? AND a.disabled = 0",
        token.committee_id, hash);
    if (!row) return nullptr;
    const auto& [session_id, account_id, last_seen, expires_at, person_id, must_change] = *row;
    auto caller = std::make_shared<http::Caller>();
    caller->committee_id = token.committee_id;
    caller->account_id = account_id;
    caller->person_id = person_id.value_or(Id{});
    caller->web_session_id = session_id;
    caller->csrf_token = token.csrf_token();
    caller->must_change_password = must_change;
    for (const auto& held : roles_of(db, token.committee_id, account_id)) {
      caller->grants.push_back({held.role, held.organisation_id});
      if (book_.permissions) caller->permissions.merge(book_.permissions(held.role));
    }
    auto entry = std::make_shared<Entry>();
    entry->caller = std::move(caller);
    entry->expires_at = expires_at;
    entry->last_seen = last_seen.ms;
    entry->seen_written = last_seen.ms;
    return entry;
  });
}

bool SessionAuthenticator::alive(const Entry& entry, Instant now) const {
  return now < entry.expires_at && now.ms - entry.last_seen.load() <= std::chrono::milliseconds(policy_.idle).count();
}

void SessionAuthenticator::touch(Entry& entry, Instant now, store::Database& database) {
  entry.last_seen = now.ms;
  auto written = entry.seen_written.load();
  if (now.ms - written < write_seen_every_ms || !entry.seen_written.compare_exchange_strong(written, now.ms)) return;
  const auto committee_id = entry.caller->committee_id;
  const auto session_id = entry.caller->web_session_id;
  database.write(
      [=](store::Write& write) {
        write.db.execute(
            "UPDATE web_sessions SET last_seen_at = ? WHERE committee_id = ? AND id = ? AND last_seen_at < ?", now,
            committee_id, session_id, now);
      },
      [session_id](std::exception_ptr failure) {
        // The request itself stands; the session may end some minutes early after a restart.
        if (failure) log::warn("web session {}: its last use could not be recorded", to_string(session_id));
      });
}

void SessionAuthenticator::keep(const std::string& hash, std::shared_ptr<Entry> entry, std::uint64_t generation) {
  const std::unique_lock lock(mutex_);
  if (generation != generation_) return;
  if (entries_.size() >= most_entries) entries_.clear();  // they come back one query each
  entries_[hash] = std::move(entry);
}

void SessionAuthenticator::forget_where(const std::function<bool(const http::Caller&)>& gone) {
  const std::unique_lock lock(mutex_);
  ++generation_;
  std::erase_if(entries_, [&](const auto& item) { return gone(*item.second->caller); });
}

void SessionAuthenticator::forget_account(Id committee_id, Id account_id) {
  forget_where([=](const http::Caller& c) { return c.committee_id == committee_id && c.account_id == account_id; });
}

void SessionAuthenticator::forget_session(Id committee_id, Id web_session_id) {
  forget_where(
      [=](const http::Caller& c) { return c.committee_id == committee_id && c.web_session_id == web_session_id; });
}

std::size_t SessionAuthenticator::cached() const {
  const std::shared_lock lock(mutex_);
  return entries_.size();
}

}  // namespace yizheng::identity
