#include "store/statement.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "store/engine_error.h"
#include "store/hex.h"
#include "store/text_check.h"

namespace yizheng::store {
namespace {

// Texts longer than this give their memory back after use.
constexpr std::size_t KEPT_CAPACITY = 32 * 1024;

ColumnKind kind_of(const Value& value, ColumnKind if_null) {
  if (std::holds_alternative<std::int64_t>(value)) return ColumnKind::INTEGER;
  if (std::holds_alternative<double>(value)) return ColumnKind::REAL;
  if (std::holds_alternative<std::string>(value)) return ColumnKind::TEXT;
  if (std::holds_alternative<Bytes>(value)) return ColumnKind::BYTES;
  return if_null;
}

}  // namespace

Statement::Statement(soci::session& session, Engine engine, const std::string& named_sql, std::size_t parameters,
                     std::span<const ColumnKind> columns, std::span<const Value> values)
    : engine_(engine), parameter_count_(parameters), column_count_(columns.size()), statement_(session) {
  if (parameters != values.size()) {
    throw std::logic_error("SQL has " + std::to_string(parameters) + " parameters, given " +
                           std::to_string(values.size()) + ": " + named_sql);
  }
  statement_.alloc();
  if (engine_ == Engine::SQLITE) {
    statement_.prepare(named_sql);
    sqlite_ = static_cast<soci::sqlite3_statement_backend*>(statement_.get_backend())->stmt_;
    const auto there = sqlite_api::sqlite3_column_count(sqlite_);
    if (static_cast<std::size_t>(there) < column_count_) {
      throw std::logic_error("SQL gives " + std::to_string(there) + " columns, " + std::to_string(column_count_) +
                             " are read: " + named_sql);
    }
    return;
  }
  parameters_ = std::make_unique<Slot[]>(parameter_count_);
  columns_ = std::make_unique<Slot[]>(column_count_);
  exchange(columns, values);
  statement_.prepare(named_sql);
  statement_.define_and_bind();
}

void Statement::exchange(std::span<const ColumnKind> columns, std::span<const Value> values) {
  for (std::size_t i = 0; i < column_count_; ++i) {
    Slot& slot = columns_[i];
    slot.kind = columns[i];
    has_bytes_ = has_bytes_ || slot.kind == ColumnKind::BYTES;
    if (slot.kind == ColumnKind::INTEGER) {
      statement_.exchange(soci::into(slot.integer, slot.state));
    } else if (slot.kind == ColumnKind::REAL) {
      statement_.exchange(soci::into(slot.real, slot.state));
    } else {
      statement_.exchange(soci::into(slot.text, slot.state));
    }
  }
  for (std::size_t i = 0; i < parameter_count_; ++i) {
    Slot& slot = parameters_[i];
    slot.kind = kind_of(values[i], ColumnKind::TEXT);
    if (slot.kind == ColumnKind::INTEGER) {
      statement_.exchange(soci::use(slot.integer, slot.state));
    } else if (slot.kind == ColumnKind::REAL) {
      statement_.exchange(soci::use(slot.real, slot.state));
    } else {
      statement_.exchange(soci::use(slot.text, slot.state));
    }
  }
}

bool Statement::fits(std::span<const ColumnKind> columns, std::span<const Value> values) const {
  if (columns.size() != column_count_ || values.size() != parameter_count_) return false;
  if (sqlite_ != nullptr) return true;  // its values carry their own types
  for (std::size_t i = 0; i < column_count_; ++i) {
    if (columns_[i].kind != columns[i]) return false;
  }
  for (std::size_t i = 0; i < parameter_count_; ++i) {
    const auto have = parameters_[i].kind;
    if (kind_of(values[i], have) != have) return false;
  }
  return true;
}

void Statement::fill(std::span<const Value> values) {
  for (std::size_t i = 0; i < parameter_count_; ++i) {
    Slot& slot = parameters_[i];
    slot.state = soci::i_ok;
    if (const auto* integer = std::get_if<std::int64_t>(&values[i])) {
      slot.integer = *integer;
    } else if (const auto* real = std::get_if<double>(&values[i])) {
      slot.real = *real;
    } else if (const auto* text = std::get_if<std::string>(&values[i])) {
      if (!storable_text(*text)) throw invalid_text();
      slot.text = *text;
    } else if (const auto* bytes = std::get_if<Bytes>(&values[i])) {
      slot.text = "\\x" + to_hex(bytes->data);  // bytea's text form
    } else {
      slot.state = soci::i_null;
    }
  }
}

void Statement::decode_bytes() {
  for (std::size_t i = 0; i < column_count_; ++i) {
    Slot& slot = columns_[i];
    if (slot.kind == ColumnKind::BYTES && slot.state == soci::i_ok)
      slot.text = from_hex(std::string_view(slot.text).substr(2));
  }
}

std::int64_t Statement::run(std::span<const Value> values, const std::function<bool(const RowView&)>& on_row) {
  return sqlite_ != nullptr ? run_sqlite(values, on_row) : run_postgresql(values, on_row);
}

std::int64_t Statement::run_sqlite(std::span<const Value> values, const std::function<bool(const RowView&)>& on_row) {
  using namespace sqlite_api;
  auto* connection = sqlite3_db_handle(sqlite_);
  const auto check = [&](int code) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
      throw soci::soci_error(sqlite3_errmsg(connection));
  };
  // Texts are bound where they lie (no copy): `values` outlives the running.
  const auto bind = [&](int at, const std::string& text) {
    check(sqlite3_bind_text(sqlite_, at, text.data(), static_cast<int>(text.size()), nullptr));
  };
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int at = static_cast<int>(i) + 1;
    if (const auto* integer = std::get_if<std::int64_t>(&values[i])) {
      check(sqlite3_bind_int64(sqlite_, at, *integer));
    } else if (const auto* real = std::get_if<double>(&values[i])) {
      check(sqlite3_bind_double(sqlite_, at, *real));
    } else if (const auto* text = std::get_if<std::string>(&values[i])) {
      if (!storable_text(*text)) throw invalid_text();
      bind(at, *text);
    } else if (const auto* bytes = std::get_if<Bytes>(&values[i])) {
      bind(at, bytes->data);  // kept as it is: SQLite does not look into what is bound as text
    } else {
      check(sqlite3_bind_null(sqlite_, at));
    }
  }
  int code = sqlite3_step(sqlite_);
  for (; code == SQLITE_ROW; code = sqlite3_step(sqlite_)) {
    if (column_count_ == 0) continue;  // such as a PRAGMA's answer, which nobody asked for
    if (!on_row(*this)) break;
  }
  check(code);
  const std::int64_t changed = column_count_ == 0 ? sqlite3_changes(connection) : 0;
  finish();
  return changed;
}

std::int64_t Statement::run_postgresql(std::span<const Value> values,
                                       const std::function<bool(const RowView&)>& on_row) {
  fill(values);
  bool row = false;
  try {
    row = statement_.execute(true);
  } catch (...) {
    // SOCI gives its copies of the values back after a success alone; at the next execution they would be lost.
    statement_.undefine_and_bind();
    statement_.define_and_bind();
    throw;
  }
  std::int64_t changed = 0;
  if (column_count_ == 0) {
    changed = statement_.get_affected_rows();
  } else {
    while (row) {
      if (has_bytes_) decode_bytes();
      if (!on_row(*this)) break;
      row = statement_.fetch();
    }
  }
  finish();
  return changed;
}

void Statement::finish() {
  if (sqlite_ != nullptr) {
    sqlite_api::sqlite3_reset(sqlite_);
    return;
  }
  static_cast<soci::postgresql_statement_backend*>(statement_.get_backend())->result_.reset();
  const auto give_back = [](Slot& slot) {
    if (slot.text.capacity() > KEPT_CAPACITY) std::string().swap(slot.text);
  };
  for (std::size_t i = 0; i < parameter_count_; ++i) give_back(parameters_[i]);
  for (std::size_t i = 0; i < column_count_; ++i) give_back(columns_[i]);
}

bool Statement::null(std::size_t column) const {
  if (sqlite_ != nullptr) return sqlite_api::sqlite3_column_type(sqlite_, static_cast<int>(column)) == SQLITE_NULL;
  return columns_[column].state == soci::i_null;
}

std::int64_t Statement::integer(std::size_t column) const {
  if (sqlite_ != nullptr) return sqlite_api::sqlite3_column_int64(sqlite_, static_cast<int>(column));
  const Slot& slot = columns_[column];
  return slot.state == soci::i_null ? 0 : slot.integer;
}

double Statement::real(std::size_t column) const {
  if (sqlite_ != nullptr) return sqlite_api::sqlite3_column_double(sqlite_, static_cast<int>(column));
  const Slot& slot = columns_[column];
  return slot.state == soci::i_null ? 0 : slot.real;
}

std::string_view Statement::text(std::size_t column) const {
  if (sqlite_ != nullptr) {
    const auto at = static_cast<int>(column);
    const auto* text = sqlite_api::sqlite3_column_text(sqlite_, at);  // first: it may convert, and so set the size
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text),
            static_cast<std::size_t>(sqlite_api::sqlite3_column_bytes(sqlite_, at))};
  }
  const Slot& slot = columns_[column];
  return slot.state == soci::i_null ? std::string_view() : std::string_view(slot.text);
}

}  // namespace yizheng::store
