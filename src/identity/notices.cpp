#include "identity/notices.h"

namespace yizheng::identity {

void notify(store::Write& write, const Notice& notice, const std::vector<Id>& accounts) {
  const std::set<Id> distinct(accounts.begin(), accounts.end());
  const auto parameters = to_json(notice.parameters);
  std::vector<Id> told;
  for (const auto account : distinct) {
    if (!account) continue;  // 0 is the program itself
    write.db.execute(
        "INSERT INTO notices (committee_id, id, account_id, kind, subject_kind, subject_id, parameters, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        notice.committee_id, new_id(), account, notice.kind, notice.subject_kind, notice.subject_id, parameters,
        write.at);
    told.push_back(account);
  }
  if (told.empty()) return;
  // One row a notice, not one an account: a carrier sends one mail to many.
  write.db.execute(
      "INSERT INTO outbox (committee_id, id, kind, subject_kind, subject_id, parameters, accounts, created_at, "
      "attempts)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
      notice.committee_id, new_id(), notice.kind, notice.subject_kind, notice.subject_id, parameters, to_json(told),
      write.at);
}

std::vector<NoticeItem> notices_of(store::Connection& db, Id committee_id, Id account_id, bool unread_only,
                                   std::optional<Id> after, std::size_t limit) {
  using Row = std::tuple<Id, std::string, std::string, Id, std::string, Instant, std::optional<Instant>>;
  std::string sql =
      "SELECT id, kind, subject_kind, subject_id, parameters, created_at, read_at FROM notices"
      " WHERE committee_id = ? AND account_id = ?";
  std::vector<store::Value> parameters{committee_id.value, account_id.value};
  if (unread_only) sql += " AND read_at IS NULL";
  if (after) {
    sql += " AND id < ?";
    parameters.emplace_back(after->value);
  }
  sql += " ORDER BY id DESC LIMIT ?";
  parameters.emplace_back(static_cast<std::int64_t>(limit));
  std::vector<NoticeItem> items;
  for (auto& [id, kind, subject_kind, subject_id, texts, created_at, read_at] : db.select_with<Row>(sql, parameters)) {
    items.push_back({id, std::move(kind), std::move(subject_kind), subject_id,
                     read_json<std::map<std::string, std::string>>(json::parse(texts)), created_at, read_at});
  }
  return items;
}

std::int64_t unread_notices(store::Connection& db, Id committee_id, Id account_id) {
  return db
      .select_one<std::int64_t>(
          "SELECT COUNT(*) FROM notices WHERE committee_id = ? AND account_id = ? AND read_at IS NULL", committee_id,
          account_id)
      .value_or(0);
}

bool mark_read(store::Write& write, Id committee_id, Id account_id, Id notice_id) {
  write.db.execute(
      "UPDATE notices SET read_at = ? WHERE committee_id = ? AND account_id = ? AND id = ? AND read_at IS NULL",
      write.at, committee_id, account_id, notice_id);
  return write.db
      .select_one<Id>("SELECT id FROM notices WHERE committee_id = ? AND account_id = ? AND id = ?", committee_id,
                      account_id, notice_id)
      .has_value();
}

std::int64_t mark_all_read(store::Write& write, Id committee_id, Id account_id) {
  return write.db.execute(
      "UPDATE notices SET read_at = ? WHERE committee_id = ? AND account_id = ? AND read_at IS NULL", write.at,
      committee_id, account_id);
}

}  // namespace yizheng::identity
