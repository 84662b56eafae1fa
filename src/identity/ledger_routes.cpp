#include "identity/identity_routes.h"
#include "identity/page.h"
#include "store/ledger.h"
#include "text/names.h"

namespace yizheng::identity {

struct LedgerQuery {
  std::string subject_kind;
  std::optional<Id> subject_id;
  std::optional<Id> actor;  // an account
  std::string action;       // "account.sign_in_failed"
  std::optional<std::int64_t> after;
  std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(LedgerQuery, (), (subject_kind, subject_id, actor, action, after, limit))

struct LedgerItem {
  store::LedgerRow entry;
  std::optional<std::string> actor_name;  // absent where the program itself acted
};
BOOST_DESCRIBE_STRUCT(LedgerItem, (), (entry, actor_name))

struct LedgerBreak {
  std::int64_t seq = 0;
  std::string zh, zh_hant, en;
};
BOOST_DESCRIBE_STRUCT(LedgerBreak, (), (seq, zh, zh_hant, en))

struct LedgerCheck {
  bool holds = false;
  std::int64_t entries = 0;
  std::string head_hash;
  std::vector<LedgerBreak> faults;
};
BOOST_DESCRIBE_STRUCT(LedgerCheck, (), (holds, entries, head_hash, faults))

namespace {

// Newest first: who looks into the ledger looks for what happened lately.
http::Page<LedgerItem> ledger_page(store::Connection& db, const http::Caller& caller, const LedgerQuery& query) {
  std::string sql = "SELECT " + store::columns_of<store::LedgerRow>("l") +
                    ", a.display_name FROM ledger l"
                    " LEFT JOIN accounts a ON a.committee_id = l.committee_id AND a.id = l.actor_account_id"
                    " WHERE l.committee_id = ?";
  std::vector<store::Value> parameters{caller.committee_id.value};
  // Who reads the ledger for the sake of the business does not learn who signed in from where.
  if (!caller.has_role("AUDIT_ADMIN") && !caller.has_role("AUDITOR")) sql += " AND l.subject_kind <> 'account'";
  const auto only = [&](const char* condition, store::Value value) {
    sql += condition;
    parameters.push_back(std::move(value));
  };
  if (!query.subject_kind.empty()) only(" AND l.subject_kind = ?", query.subject_kind);
  if (query.subject_id) only(" AND l.subject_id = ?", query.subject_id->value);
  if (query.actor) only(" AND l.actor_account_id = ?", query.actor->value);
  if (!query.action.empty()) only(" AND l.action = ?", query.action);
  if (query.after) only(" AND l.seq < ?", *query.after);
  const auto limit = page_size(query.limit);
  only(" ORDER BY l.seq DESC LIMIT ?", static_cast<std::int64_t>(limit + 1));
  using Row = std::tuple<store::LedgerRow, std::optional<std::string>>;
  return page_of<LedgerItem>(
      db.select_with<Row>(sql, parameters), limit,
      [](Row& row) {
        return LedgerItem{std::move(std::get<0>(row)), std::move(std::get<1>(row))};
      },
      [](const Row& row) { return std::to_string(std::get<0>(row).seq); });
}

LedgerCheck check_ledger(store::Connection& db, Id committee_id) {
  auto report = store::verify_ledger(db, committee_id);
  LedgerCheck check{report.faults.empty(), report.entries, std::move(report.head_hash), {}};
  for (const auto& fault : report.faults) {
    check.faults.push_back({fault.seq, fault.zh, text::to_traditional(fault.zh), fault.en});
  }
  return check;
}

}  // namespace

http::Routes ledger_routes() {
  return {
      http::get<LedgerQuery, http::Page<LedgerItem>>(
          "/api/v1/ledger",
          {.operation = "ledger.read", .permission = "ledger.read", .zh = "操作台账", .en = "The ledger of actions"},
          [](const http::Call<LedgerQuery, Nothing>& call, store::Connection& db) {
            return ledger_page(db, call.caller, call.query);
          }),
      http::task_post<Nothing, LedgerCheck>("/api/v1/ledger/verify",
                                            {.operation = "ledger.verify",
                                             .permission = "ledger.verify",
                                             .zh = "重新计算并核对整个台账",
                                             .en = "Re-compute and compare the whole ledger"},
                                            [](const http::Call<Nothing, Nothing>& call, store::Database& database) {
                                              return database.read([&](store::Connection& db) {
                                                return check_ledger(db, call.caller.committee_id);
                                              });
                                            }),
  };
}

}  // namespace yizheng::identity
