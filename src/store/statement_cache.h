// The prepared statements of one connection, the longest unused dropped first.
#pragma once

#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/statement.h"

namespace yizheng::store {

class StatementCache {
 public:
  explicit StatementCache(std::size_t capacity) : capacity_(capacity) {}

  // A statement for `sql` that nobody is reading from, prepared for these values and columns. The cache keeps
  // it; the pointer keeps it alive through errors and evictions.
  std::shared_ptr<Statement> get(soci::session& session, Engine engine, std::string_view sql,
                                 std::span<const ColumnKind> columns, std::span<const Value> values);
  void clear();
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string sql;
    std::shared_ptr<Statement> statement;
  };
  std::size_t capacity_;
  std::list<Entry> entries_;                                                 // most recently used first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_sql_;  // views into the entries
};

}  // namespace yizheng::store
