// One prepared statement. On PostgreSQL with the buffers SOCI reads parameters from and writes columns to; they live as
// long as the statement, so that a repeated query allocates nothing but what its texts need. On SQLite SOCI prepares
// it, and parameters and columns go directly: SOCI's exchange of each column cost as much as SQLite's own work.
#pragma once

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <memory>

#include "store/connection.h"

namespace yizheng::store {

class Statement final : public RowView {
 public:
  Statement(soci::session& session, Engine engine, const std::string& named_sql, std::size_t parameters,
            std::span<const ColumnKind> columns, std::span<const Value> values);

  // True if this statement was prepared for such values and columns; a NULL fits everywhere.
  bool fits(std::span<const ColumnKind> columns, std::span<const Value> values) const;

  std::int64_t run(std::span<const Value> values, const std::function<bool(const RowView&)>& on_row);

  // Ends the result set, also after an error: an open one would keep a read transaction alive.
  void finish();

  bool null(std::size_t column) const override;
  std::int64_t integer(std::size_t column) const override;
  double real(std::size_t column) const override;
  std::string_view text(std::size_t column) const override;

  bool busy = false;  // a row of it is being looked at

 private:
  struct Slot {
    ColumnKind kind = ColumnKind::TEXT;
    long long integer = 0;
    double real = 0;
    std::string text;
    soci::indicator state = soci::i_null;
  };
  void fill(std::span<const Value> values);
  void decode_bytes();
  std::int64_t run_postgresql(std::span<const Value> values, const std::function<bool(const RowView&)>& on_row);
  std::int64_t run_sqlite(std::span<const Value> values, const std::function<bool(const RowView&)>& on_row);
  void exchange(std::span<const ColumnKind> columns, std::span<const Value> values);

  Engine engine_;
  sqlite_api::sqlite3_stmt* sqlite_ = nullptr;  // null on PostgreSQL; owned by statement_
  std::size_t parameter_count_, column_count_;
  std::unique_ptr<Slot[]> parameters_, columns_;
  bool has_bytes_ = false;
  soci::statement statement_;  // last: goes first, while its buffers still stand
};

}  // namespace yizheng::store
