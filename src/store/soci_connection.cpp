#include "store/soci_connection.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "base/log.h"
#include "store/engine_error.h"

namespace yizheng::store {
namespace {

constexpr std::size_t KEPT_STATEMENTS = 200;

soci::sqlite3_session_backend& sqlite_of(soci::session& session) {
  return *static_cast<soci::sqlite3_session_backend*>(session.get_backend());
}
soci::postgresql_session_backend& postgresql_of(soci::session& session) {
  return *static_cast<soci::postgresql_session_backend*>(session.get_backend());
}

// Each connection belongs to one thread at a time (the pool and the writer see to it), so SQLite need not lock a mutex
// for every column that is read, nor a global one for its memory's statistics. Before the first connection, or never.
void set_up_sqlite_library() {
  static const bool once = [] {
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return true;
  }();
  static_cast<void>(once);
}

// SOCI takes "key=value" pairs: quotes keep spaces and "=" of a path together.
std::string sqlite_target(const ConnectionOptions& options) {
  if (options.target.find('"') != std::string::npos) {
    throw database_unavailable("数据库路径中不能有引号", "the path of the database must not hold a quotation mark");
  }
  return "dbname=\"" + options.target + "\" timeout=10" + (options.read_only ? " readonly=true" : "");
}

// SOCI cuts the text at its first "="; a URL without any would get one at its end.
std::string postgresql_target(const ConnectionOptions& options) {
  if (options.target.find('=') != std::string::npos) return options.target;
  return options.target + (options.target.find('?') == std::string::npos ? "?" : "&") + "application_name=yizheng";
}

}  // namespace

SociConnection::SociConnection(ConnectionOptions options) : options_(std::move(options)), statements_(KEPT_STATEMENTS) {
  open();
}

SociConnection::~SociConnection() { statements_.clear(); }

void SociConnection::open() {
  statements_.clear();
  session_.reset();
  lost_ = true;
  try {
    if (options_.engine == Engine::SQLITE) {
      set_up_sqlite_library();
      session_ = std::make_unique<soci::session>(soci::sqlite3, sqlite_target(options_));
    } else {
      session_ = std::make_unique<soci::session>(soci::postgresql, postgresql_target(options_));
    }
  } catch (const soci::soci_error& error) {
    // The text may hold the address but never the password.
    log::warn("cannot connect to the database: {}", error.what());
    throw database_unavailable("无法连接", "it cannot be reached");
  }
  lost_ = false;
  if (options_.engine == Engine::SQLITE) {
    set_up_sqlite();
  } else {
    set_up_postgresql();
  }
}

void SociConnection::set_up_sqlite() {
  const auto set = [&](std::string_view pragma) { run(pragma, {}, {}, {}); };
  sqlite_api::sqlite3_extended_result_codes(sqlite_of(*session_).conn_, 1);
  // Small caches: the operating system keeps the file's pages, and the whole server must stay under 200 MB.
  set(options_.for_writing ? "PRAGMA cache_size=-16000" : "PRAGMA cache_size=-3000");
  set("PRAGMA temp_store=MEMORY");
  set("PRAGMA foreign_keys=ON");
  set("PRAGMA mmap_size=0");  // mapped pages would count as the server's own
  if (!options_.for_writing) {
    set("PRAGMA query_only=ON");
    return;
  }
  set("PRAGMA journal_mode=WAL");
  set("PRAGMA synchronous=FULL");
  set("PRAGMA wal_autocheckpoint=4000");
  if (options_.checkpointer != nullptr) {
    // In place of the automatic one, which is a hook, too.
    sqlite_api::sqlite3_wal_hook(
        sqlite_of(*session_).conn_,
        [](void* checkpointer, sqlite_api::sqlite3* connection, const char* name, int pages) {
          if (static_cast<Checkpointer*>(checkpointer)->committed(pages)) {
            sqlite_api::sqlite3_wal_checkpoint_v2(connection, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
          }
          return SQLITE_OK;
        },
        options_.checkpointer.get());
  }
  set("PRAGMA journal_size_limit=67108864");
}

void SociConnection::set_up_postgresql() {
  const auto set = [&](std::string_view sql) { run(sql, {}, {}, {}); };
  // Notices would go to standard error past the log; an error comes as an exception anyway.
  PQsetNoticeProcessor(
      postgresql_of(*session_).conn_, [](void*, const char*) {}, nullptr);
  set("SET client_encoding TO 'UTF8'");
  set("SET client_min_messages TO warning");
  set("SET bytea_output TO hex");
  std::string encoding;
  const ColumnKind text = ColumnKind::TEXT;
  run("SHOW server_encoding", {&text, 1}, {}, [&](const RowView& row) {
    encoding = row.text(0);
    return true;
  });
  if (encoding != "UTF8") {
    throw database_unavailable("数据库的编码不是 UTF8,请重新建库",
                               "its encoding is not UTF8; create the database anew with UTF8");
  }
}

std::int64_t SociConnection::run(std::string_view sql, std::span<const ColumnKind> columns,
                                 std::span<const Value> parameters, const std::function<bool(const RowView&)>& on_row) {
  if (lost_) throw database_unavailable("与数据库的连接已断开", "the connection to the database is lost");
  std::shared_ptr<Statement> statement;
  struct Busy {
    explicit Busy(Statement& used) : statement(used) { statement.busy = true; }
    ~Busy() { statement.busy = false; }
    Statement& statement;
  };
  try {
    statement = statements_.get(*session_, options_.engine, sql, columns, parameters);
    const Busy busy(*statement);
    return statement->run(parameters, on_row);
  } catch (const soci::soci_error& error) {
    // Taken first: ending the statement overwrites the connection's last error.
    const int code =
        options_.engine == Engine::SQLITE ? sqlite_api::sqlite3_extended_errcode(sqlite_of(*session_).conn_) : 0;
    if (statement != nullptr) statement->finish();
    rethrow(error, code, sql);
  } catch (...) {
    if (statement != nullptr) statement->finish();  // the caller's own error while it looked at a row
    throw;
  }
}

void SociConnection::rethrow(const std::exception& error, int sqlite_code, std::string_view sql) {
  const std::string text(sql);
  if (options_.engine == Engine::SQLITE) throw_sqlite(sqlite_code, error.what(), text);
  const auto* postgresql = dynamic_cast<const soci::postgresql_soci_error*>(&error);
  const std::string state = postgresql != nullptr ? postgresql->sqlstate() : "";
  // An error that libpq itself reports has a blank state: the server was not there to give one.
  const bool blank = postgresql != nullptr && state.find_first_not_of(" \0") == std::string::npos;
  const bool connected = !blank && PQstatus(postgresql_of(*session_).conn_) == CONNECTION_OK;
  if (!connected || state.starts_with("57P")) lost_ = true;
  throw_postgresql(state, connected, error.what(), text);
}

void SociConnection::begin(std::string_view sql) {
  if (!lost_) {
    try {
      run(sql, {}, {}, {});
      return;
    } catch (const Problem&) {
      if (!lost_) throw;
    }
  }
  open();
  run(sql, {}, {}, {});
}

void SociConnection::commit() { run("COMMIT", {}, {}, {}); }

void SociConnection::rollback() noexcept {
  try {
    if (in_transaction()) run("ROLLBACK", {}, {}, {});
  } catch (const std::exception& error) {
    log::warn("rolling back failed, the connection is dropped: {}", error.what());
    lost_ = true;
  }
}

bool SociConnection::in_transaction() const {
  if (lost_) return false;
  if (options_.engine == Engine::SQLITE) return sqlite_api::sqlite3_get_autocommit(sqlite_of(*session_).conn_) == 0;
  return PQtransactionStatus(postgresql_of(*session_).conn_) != PQTRANS_IDLE;
}

}  // namespace yizheng::store
