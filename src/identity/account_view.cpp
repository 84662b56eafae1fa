#include "identity/account_view.h"

#include "identity/like.h"
#include "identity/page.h"

namespace yizheng::identity {

AccountView view_of(store::Connection& db, const Account& account, Instant now) {
  return {account.id,
          account.login,
          account.display_name,
          account.person_id,
          account.disabled,
          account.locked_until && now < *account.locked_until,
          account.must_change_password,
          account.created_at,
          grants_of(db, account.committee_id, account.id),
          account.version};
}

http::Page<AccountView> account_list(store::Connection& db, Id committee_id, const AccountQuery& query, Instant now) {
  std::string sql = "SELECT " + store::columns_of<Account>("a") + " FROM accounts a WHERE a.committee_id = ?";
  std::vector<store::Value> parameters{committee_id.value};
  if (!query.query.empty()) {
    sql += " AND (a.login LIKE ? ESCAPE '!' OR a.display_name LIKE ? ESCAPE '!')";
    parameters.emplace_back(contains_pattern(normalise_login(query.query).value_or(query.query)));
    parameters.emplace_back(contains_pattern(query.query));
  }
  if (!query.role.empty()) {
    sql +=
        " AND EXISTS (SELECT 1 FROM account_roles r WHERE r.committee_id = a.committee_id AND r.account_id = a.id"
        " AND r.role = ?)";
    parameters.emplace_back(query.role);
  }
  if (!query.after.empty()) {
    const auto last = normalise_login(query.after);
    if (!last) throw wrong_cursor();
    sql += " AND a.login > ?";
    parameters.emplace_back(*last);
  }
  const auto limit = page_size(query.limit);
  sql += " ORDER BY a.login LIMIT ?";
  parameters.emplace_back(static_cast<std::int64_t>(limit + 1));
  return page_of<AccountView>(
      db.select_with<Account>(sql, parameters), limit,
      [&](const Account& account) { return view_of(db, account, now); },
      [](const Account& account) { return account.login; });
}

}  // namespace yizheng::identity
