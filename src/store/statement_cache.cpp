#include "store/statement_cache.h"

#include "store/sql_text.h"

namespace yizheng::store {

std::shared_ptr<Statement> StatementCache::get(soci::session& session, Engine engine, std::string_view sql,
                                               std::span<const ColumnKind> columns, std::span<const Value> values) {
  const auto prepare = [&] {
    const auto named = name_parameters(sql);
    return std::make_shared<Statement>(session, engine, named.text, named.parameters, columns, values);
  };
  const auto found = by_sql_.find(sql);
  if (found != by_sql_.end()) {
    auto& entry = *found->second;
    // A query within the reading of the same query gets a statement of its own.
    if (entry.statement->busy) return prepare();
    if (!entry.statement->fits(columns, values)) entry.statement = prepare();
    entries_.splice(entries_.begin(), entries_, found->second);
    return entry.statement;
  }
  auto statement = prepare();
  entries_.push_front({std::string(sql), statement});
  by_sql_.emplace(entries_.front().sql, entries_.begin());
  if (entries_.size() > capacity_) {
    by_sql_.erase(entries_.back().sql);
    entries_.pop_back();
  }
  return statement;
}

void StatementCache::clear() {
  by_sql_.clear();
  entries_.clear();
}

}  // namespace yizheng::store
