// Idempotency-Key: the same submission twice makes one record, and the second sender gets the first's answer.
#pragma once

#include <string>

#include "http/route.h"

namespace yizheng::http {

// Checks the header's form: 1 to 64 visible ASCII characters. Throws Problem 400 `invalid_idempotency_key`.
void check_idempotency_key(std::string_view key);

// What makes two requests the same: SHA-256 over method, path and body, as 64 hex digits.
std::string request_hash(const Request& request);

// Runs the handler within the write's savepoint, unless the caller's key was used within 48 hours: then the stored
// answer, with Idempotent-Replay: true. Throws Problem 422 `idempotency_key_reused` where the request was another.
// Only answers of success are kept: a refused action may be tried again with its key.
Response run_idempotently(const WriteHandler& handler, const Request& request, const std::string& hash,
                          store::Write& write);

}  // namespace yizheng::http
