// One connection to a database, on either engine. SQL is portable: `?` for each parameter, no RETURNING, no
// SERIAL, no ON CONFLICT, no reliance on '' versus NULL. Statements are prepared once per connection and kept.
//
// How values are stored: Id, Instant (milliseconds), integers and bool as BIGINT; Date as TEXT "YYYY-MM-DD";
// described enums as TEXT, their code names; Bytes as BLOB or BYTEA; everything else as TEXT (UTF-8) or DOUBLE
// PRECISION.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/json.h"
#include "base/time.h"

namespace yizheng::store {

enum class Engine { SQLITE, POSTGRESQL };

// Bytes that are not text, for columns of type {blob}; any other std::string must be UTF-8 without NUL and is
// refused as Problem 422 `invalid_text` otherwise.
struct Bytes {
  std::string data;
  bool operator==(const Bytes&) const = default;
};

// A parameter, or a value read.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

enum class ColumnKind { INTEGER, REAL, TEXT, BYTES };

// The row a query stands on; columns count from 0. Valid during the callback only.
class RowView {
 public:
  virtual ~RowView() = default;
  virtual bool null(std::size_t column) const = 0;
  virtual std::int64_t integer(std::size_t column) const = 0;
  virtual double real(std::size_t column) const = 0;
  virtual std::string_view text(std::size_t column) const = 0;  // also the bytes of a BYTES column
};

template <class T>
Value to_value(const T& value);
template <class T>
T from_row(const RowView& row, std::size_t& column);

class Connection {
 public:
  virtual ~Connection() = default;
  virtual Engine engine() const = 0;

  // Runs a statement; calls `on_row` for each row, in order, until it returns false (the rest is discarded).
  // Returns the number of rows changed. Throws Problem 503 `database_unavailable` when the engine cannot be
  // reached, 507 `storage_full`, 503 `storage_read_only`, 409 `already_exists` on a broken uniqueness
  // constraint, std::runtime_error on wrong SQL.
  virtual std::int64_t run(std::string_view sql, std::span<const ColumnKind> columns, std::span<const Value> parameters,
                           const std::function<bool(const RowView&)>& on_row) = 0;

  template <class... Args>
  std::int64_t execute(std::string_view sql, const Args&... args) {
    const std::array<Value, sizeof...(Args)> parameters{to_value(args)...};
    return run(sql, {}, parameters, {});
  }
  std::int64_t execute_with(std::string_view sql, std::span<const Value> parameters) {
    return run(sql, {}, parameters, {});
  }

  // All rows of a query as Row: a described struct (columns in the order of its members), a std::tuple, or a
  // single value (std::int64_t, std::string, Id, …, std::optional of these).
  template <class Row, class... Args>
  std::vector<Row> select(std::string_view sql, const Args&... args) {
    const std::array<Value, sizeof...(Args)> parameters{to_value(args)...};
    return select_with<Row>(sql, parameters);
  }
  template <class Row>
  std::vector<Row> select_with(std::string_view sql, std::span<const Value> parameters);

  // The first row, if any.
  template <class Row, class... Args>
  std::optional<Row> select_one(std::string_view sql, const Args&... args) {
    auto rows = select<Row>(sql, args...);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  }

  // INSERT of a described struct: its members are the columns.
  template <class Record>
  void insert(std::string_view table, const Record& record);
};

// "p.id, p.title, …": the members of a described struct as a select list, so that a query and its struct
// cannot drift apart.
template <class Record>
std::string columns_of(std::string_view alias = "");

}  // namespace yizheng::store

#include "store/row_mapping.h"
