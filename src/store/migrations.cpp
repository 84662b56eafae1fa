#include "store/migrations.h"

#include <set>

#include "store/sql_text.h"

namespace yizheng::store {
namespace {

std::string with_types(std::string sql, Engine engine) {
  const bool sqlite = engine == Engine::SQLITE;
  // "C": both engines compare texts byte by byte, so that order and paging agree.
  const std::pair<std::string_view, std::string_view> types[] = {
      {"{bigint}", "BIGINT"},
      {"{text}", sqlite ? "TEXT" : "TEXT COLLATE \"C\""},
      {"{real}", "DOUBLE PRECISION"},
      {"{blob}", sqlite ? "BLOB" : "BYTEA"},
  };
  for (const auto& [name, type] : types) {
    for (auto at = sql.find(name); at != std::string::npos; at = sql.find(name, at + type.size())) {
      sql.replace(at, name.size(), type);
    }
  }
  return sql;
}

void run_script(Connection& db, const std::string& script) {
  for (const auto& statement : split_statements(with_types(script, db.engine()))) db.execute(statement);
}

bool has_migrations_table(Connection& db) {
  const auto* sql = db.engine() == Engine::SQLITE
                        ? "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'"
                        : "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'schema_migrations' AND "
                          "table_schema = ANY (current_schemas(false))";
  return db.select<std::int64_t>(sql).front() > 0;
}

std::set<std::int64_t> applied_versions(Connection& db) {
  if (!has_migrations_table(db)) return {};
  const auto versions = db.select<std::int64_t>("SELECT version FROM schema_migrations ORDER BY version");
  return {versions.begin(), versions.end()};
}

void refuse_unknown(const std::set<std::int64_t>& applied, const std::vector<Migration>& all) {
  for (const auto version : applied) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const Migration& m) { return m.version == version; });
    if (known) continue;
    throw Problem(
        500, "schema_too_new",
        "数据库由更新版本的程序建立(含有版本 " + std::to_string(version) + "),本程序不认识。请使用更新的程序。",
        "The database was made by a newer program (it has version " + std::to_string(version) +
            "), which this one does not know. Use the newer program.");
  }
}

void check_order(const std::vector<Migration>& all) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].version <= all[i - 1].version) {
      throw std::logic_error("migrations must rise: " + std::to_string(all[i].version));
    }
  }
}

}  // namespace

std::vector<std::string> migrate(Database& database, const std::vector<Migration>& all) {
  check_order(all);
  refuse_unknown(database.read(applied_versions), all);
  std::vector<std::string> titles;
  for (const auto& migration : all) {
    // Looked up again inside the write: another process may have come first.
    const bool done = database.write_and_wait([&](Write& write) {
      if (!has_migrations_table(write.db)) {
        run_script(write.db,
                   "CREATE TABLE schema_migrations (version {bigint} NOT NULL PRIMARY KEY, title {text} NOT NULL, "
                   "applied_at {bigint} NOT NULL)");
      }
      if (write.db.select_one<std::int64_t>("SELECT 1 FROM schema_migrations WHERE version = ?", migration.version)) {
        return false;
      }
      run_script(write.db, migration.sql);
      run_script(write.db, write.db.engine() == Engine::SQLITE ? migration.sqlite : migration.postgresql);
      write.db.execute("INSERT INTO schema_migrations (version, title, applied_at) VALUES (?, ?, ?)", migration.version,
                       migration.title, write.at);
      return true;
    });
    if (done) titles.push_back(migration.title);
  }
  return titles;
}

bool is_current(Database& database, const std::vector<Migration>& all) {
  const auto applied = database.read(applied_versions);
  refuse_unknown(applied, all);
  return std::all_of(all.begin(), all.end(), [&](const Migration& m) { return applied.contains(m.version); });
}

}  // namespace yizheng::store
