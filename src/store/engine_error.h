// What the engines report, as Problems that say what to do next.
#pragma once

#include <string>

#include "base/problem.h"

namespace yizheng::store {

Problem database_unavailable(const std::string& zh_why, const std::string& en_why);
Problem storage_full();
Problem storage_read_only();
Problem already_exists();
Problem invalid_text();

// Throws for an SQLite result code (extended or primary). `sql` goes into the message of what is our own mistake.
[[noreturn]] void throw_sqlite(int code, const std::string& message, const std::string& sql);
// Throws for a PostgreSQL SQLSTATE; `connected` is false when the connection itself was lost.
[[noreturn]] void throw_postgresql(const std::string& state, bool connected, const std::string& message,
                                   const std::string& sql);

}  // namespace yizheng::store
