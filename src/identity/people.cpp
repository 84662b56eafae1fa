#include "identity/people.h"

#include "text/names.h"

namespace yizheng::identity {

std::optional<std::string> normalise_login(std::string_view text) {
  if (text.empty() || text.size() > 64) return std::nullopt;
  std::string login;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    if (!upper && !plain) return std::nullopt;
    login += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return login;
}

void insert_person(store::Write& write, const Person& person) {
  auto record = person;
  if (record.sort_key.empty()) record.sort_key = text::sort_key_by_strokes(record.name);
  write.db.insert("persons", record);
}

void insert_membership(store::Write& write, const Membership& membership) {
  write.db.insert("memberships", membership);
}

void insert_account(store::Write& write, const Account& account) {
  auto record = account;
  const auto login = normalise_login(account.login);
  if (!login) {
    throw invalid_field("/login", "登录名只能用 1 至 64 个字母、数字、点、下划线或连字符,请修改。",
                        "A login has 1 to 64 letters, digits, dots, underscores or hyphens; change it.");
  }
  record.login = *login;
  write.db.insert("accounts", record);
}

void insert_role(store::Write& write, const AccountRole& role) { write.db.insert("account_roles", role); }

std::optional<Person> person(store::Connection& db, Id committee_id, Id id) {
  static const std::string sql =
      "SELECT " + store::columns_of<Person>() + " FROM persons WHERE committee_id = ? AND id = ?";
  return db.select_one<Person>(sql, committee_id, id);
}

std::optional<Membership> active_membership(store::Connection& db, Id committee_id, Id person_id) {
  static const std::string sql =
      "SELECT " + store::columns_of<Membership>("m") +
      " FROM memberships m JOIN terms t ON t.committee_id = m.committee_id AND t.id = m.term_id"
      " WHERE m.committee_id = ? AND m.person_id = ? AND m.status = 'ACTIVE'"
      " AND t.number = (SELECT MAX(number) FROM terms WHERE committee_id = ?)";
  return db.select_one<Membership>(sql, committee_id, person_id, committee_id);
}

std::optional<Account> account(store::Connection& db, Id committee_id, Id id) {
  static const std::string sql =
      "SELECT " + store::columns_of<Account>() + " FROM accounts WHERE committee_id = ? AND id = ?";
  return db.select_one<Account>(sql, committee_id, id);
}

std::optional<Account> account_by_login(store::Connection& db, Id committee_id, std::string_view login) {
  static const std::string sql =
      "SELECT " + store::columns_of<Account>() + " FROM accounts WHERE committee_id = ? AND login = ?";
  return db.select_one<Account>(sql, committee_id, login);
}

std::vector<AccountRole> roles_of(store::Connection& db, Id committee_id, Id account_id) {
  static const std::string sql = "SELECT " + store::columns_of<AccountRole>() +
                                 " FROM account_roles WHERE committee_id = ? AND account_id = ?"
                                 " ORDER BY role, organisation_id";
  return db.select<AccountRole>(sql, committee_id, account_id);
}

std::vector<Id> accounts_of_person(store::Connection& db, Id committee_id, Id person_id) {
  // "+": SQLite would rather walk all accounts by their key than sort the few of a person.
  return db.select<Id>("SELECT id FROM accounts WHERE committee_id = ? AND person_id = ? AND disabled = 0 ORDER BY +id",
                       committee_id, person_id);
}

std::vector<Id> accounts_with_role(store::Connection& db, Id committee_id, std::string_view role, Id organisation_id) {
  // CROSS JOIN: lest SQLite, which does not know how few hold a role, begin with all accounts.
  static const std::string of_all =
      "SELECT DISTINCT +a.id AS id FROM account_roles r CROSS JOIN accounts a"
      " WHERE r.committee_id = ? AND r.role = ? AND a.committee_id = r.committee_id AND a.id = r.account_id"
      " AND a.disabled = 0";
  static const std::string all = of_all + " ORDER BY 1", of_one = of_all + " AND r.organisation_id = ? ORDER BY 1";
  if (!organisation_id) return db.select<Id>(all, committee_id, role);
  return db.select<Id>(of_one, committee_id, role, organisation_id);
}

}  // namespace yizheng::identity
