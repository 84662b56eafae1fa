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
    : engine_(engine),
      parameter_count_(parameters),
      column_count_(columns.size()),
      parameters_(std::make_unique<Slot[]>(parameters)),
      columns_(std::make_unique<Slot[]>(columns.size())),
      statement_(session) {
  if (parameters != values.size()) {
    throw std::logic_error("SQL has " + std::to_string(parameters) + " parameters, given " +
                           std::to_string(values.size()) + ": " + named_sql);
  }
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
  statement_.alloc();
  statement_.prepare(named_sql);
  statement_.define_and_bind();
}

bool Statement::fits(std::span<const ColumnKind> columns, std::span<const Value> values) const {
  if (columns.size() != column_count_ || values.size() != parameter_count_) return false;
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
      if (engine_ == Engine::SQLITE) {
        slot.text = bytes->data;  // kept as it is: SQLite does not look into what is bound as text
      } else {
        slot.text = "\\x" + to_hex(bytes->data);  // bytea's text form
      }
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
  fill(values);
  bool row = statement_.execute(true);
  std::int64_t changed = 0;
  if (column_count_ == 0) {
    changed = statement_.get_affected_rows();
  } else {
    while (row) {
      if (has_bytes_ && engine_ == Engine::POSTGRESQL) decode_bytes();
      if (!on_row(*this)) break;
      row = statement_.fetch();
    }
  }
  finish();
  return changed;
}

void Statement::finish() {
  if (engine_ == Engine::SQLITE) {
    auto* backend = static_cast<soci::sqlite3_statement_backend*>(statement_.get_backend());
    sqlite_api::sqlite3_reset(backend->stmt_);
  } else {
    auto* backend = static_cast<soci::postgresql_statement_backend*>(statement_.get_backend());
    backend->result_.reset();
  }
  const auto give_back = [](Slot& slot) {
    if (slot.text.capacity() > KEPT_CAPACITY) std::string().swap(slot.text);
  };
  for (std::size_t i = 0; i < parameter_count_; ++i) give_back(parameters_[i]);
  for (std::size_t i = 0; i < column_count_; ++i) give_back(columns_[i]);
}

std::int64_t Statement::integer(std::size_t column) const {
  const Slot& slot = columns_[column];
  return slot.state == soci::i_null ? 0 : slot.integer;
}

double Statement::real(std::size_t column) const {
  const Slot& slot = columns_[column];
  return slot.state == soci::i_null ? 0 : slot.real;
}

std::string_view Statement::text(std::size_t column) const {
  const Slot& slot = columns_[column];
  return slot.state == soci::i_null ? std::string_view() : std::string_view(slot.text);
}

}  // namespace yizheng::store
