// The ledger: what was done, by whom, to what, from which state to which. Append-only and hash-chained per
// committee: hash(n) = SHA-256(hash(n-1) ‖ canonical text of entry n), hash(0) = 32 zero bytes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace yizheng::store {

struct LedgerEntry {
  Id committee_id;
  std::string action;        // "proposal.submit"
  std::string subject_kind;  // "proposal", "account", "calendar", …
  Id subject_id;
  Id actor_account_id;     // 0 = the program itself
  std::string actor_role;  // the role in which it was done, "" for the program
  std::string from_state;
  std::string to_state;
  std::string detail;  // JSON object: what changed, reasons, ids of other records; no secrets
};

// One entry as stored. seq counts 1, 2, 3 … per committee without gaps.
struct LedgerRow {
  Id committee_id;
  std::int64_t seq = 0;
  Instant at;
  std::string action;
  std::string subject_kind;
  Id subject_id;
  Id actor_account_id;
  std::string actor_role;
  std::string from_state;
  std::string to_state;
  std::string detail;
  std::string previous_hash;  // 64 hex digits
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(LedgerRow, (),
                      (committee_id, seq, at, action, subject_kind, subject_id, actor_account_id, actor_role,
                       from_state, to_state, detail, previous_hash, hash))

// Appends within the action's transaction; returns the entry's seq.
std::int64_t append(Write& write, const LedgerEntry& entry);

// The entries of one record, oldest first.
std::vector<LedgerRow> ledger_of(Connection& db, Id committee_id, std::string_view subject_kind, Id subject_id);

struct LedgerFault {
  Id committee_id;
  std::int64_t seq = 0;  // the entry at which the chain first breaks
  std::string zh, en;    // what is wrong there and what to do
};
struct LedgerReport {
  std::int64_t entries = 0;
  std::string head_hash;  // of the last committee checked
  std::vector<LedgerFault> faults;
};
// Re-computes every hash; finds changed, removed, reordered, inserted and cut-off entries (the number and hash of the
// last entry are kept in ledger_heads too).
LedgerReport verify_ledger(Connection& db, std::optional<Id> committee_id = std::nullopt);

}  // namespace yizheng::store
