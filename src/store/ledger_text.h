// The canonical text of a ledger entry and its hash.
#pragma once

#include <string>

#include "store/ledger.h"

namespace yizheng::store {

// 32 zero bytes: the hash before the first entry.
std::string first_hash();

// Every field but the two hashes, each with its length before it, so that no two entries share a text.
std::string canonical_text(const LedgerRow& row);

// SHA-256(previous ‖ canonical text), in 64 hex digits. `previous` is 64 hex digits too.
std::string chained_hash(const std::string& previous, const LedgerRow& row);

}  // namespace yizheng::store
