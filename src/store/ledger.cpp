#include "store/ledger.h"

#include "store/hex.h"
#include "store/ledger_text.h"

namespace yizheng::store {

std::string first_hash() { return std::string(64, '0'); }

std::string canonical_text(const LedgerRow& row) {
  std::string text = "yizheng-ledger-1\n";
  const auto add = [&](std::string_view field) {
    text += std::to_string(field.size());
    text += ':';
    text += field;
    text += '\n';
  };
  add(std::to_string(row.committee_id.value));
  add(std::to_string(row.seq));
  add(std::to_string(row.at.ms));
  add(row.action);
  add(row.subject_kind);
  add(std::to_string(row.subject_id.value));
  add(std::to_string(row.actor_account_id.value));
  add(row.actor_role);
  add(row.from_state);
  add(row.to_state);
  add(row.detail);
  return text;
}

std::string chained_hash(const std::string& previous, const LedgerRow& row) {
  return to_hex(sha256(from_hex(previous) + canonical_text(row)));
}

std::int64_t append(Write& write, const LedgerEntry& entry) {
  const auto head = write.db.select_one<std::tuple<std::int64_t, std::string>>(
      "SELECT seq, hash FROM ledger_heads WHERE committee_id = ?", entry.committee_id);
  LedgerRow row;
  row.committee_id = entry.committee_id;
  row.seq = head ? std::get<0>(*head) + 1 : 1;
  row.at = write.at;
  row.action = entry.action;
  row.subject_kind = entry.subject_kind;
  row.subject_id = entry.subject_id;
  row.actor_account_id = entry.actor_account_id;
  row.actor_role = entry.actor_role;
  row.from_state = entry.from_state;
  row.to_state = entry.to_state;
  row.detail = entry.detail;
  row.previous_hash = head ? std::get<1>(*head) : first_hash();
  row.hash = chained_hash(row.previous_hash, row);
  write.db.insert("ledger", row);
  if (head) {
    write.db.execute("UPDATE ledger_heads SET seq = ?, hash = ? WHERE committee_id = ?", row.seq, row.hash,
                     row.committee_id);
  } else {
    write.db.execute("INSERT INTO ledger_heads (committee_id, seq, hash) VALUES (?, ?, ?)", row.committee_id, row.seq,
                     row.hash);
  }
  return row.seq;
}

std::vector<LedgerRow> ledger_of(Connection& db, Id committee_id, std::string_view subject_kind, Id subject_id) {
  static const std::string sql = "SELECT " + columns_of<LedgerRow>() +
                                 " FROM ledger WHERE committee_id = ? AND subject_kind = ? AND subject_id = ? "
                                 "ORDER BY seq";
  return db.select<LedgerRow>(sql, committee_id, subject_kind, subject_id);
}

}  // namespace yizheng::store
