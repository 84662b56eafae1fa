// A Connection through SOCI, on either engine. Used by one thread at a time.
#pragma once

#include <soci/soci.h>

#include <memory>
#include <optional>
#include <string>

#include "store/checkpointer.h"
#include "store/connection.h"
#include "store/statement_cache.h"

namespace yizheng::store {

struct ConnectionOptions {
  Engine engine = Engine::SQLITE;
  std::string target;                                    // SQLite: path; PostgreSQL: URL
  bool read_only = false;                                // of the whole database
  bool for_writing = false;                              // the writer's connection: larger cache, synchronous=FULL
  std::shared_ptr<Checkpointer> checkpointer = nullptr;  // of an SQLite writer
};

class SociConnection final : public Connection {
 public:
  explicit SociConnection(ConnectionOptions options);
  ~SociConnection() override;

  Engine engine() const override { return options_.engine; }
  std::int64_t run(std::string_view sql, std::span<const ColumnKind> columns, std::span<const Value> parameters,
                   const std::function<bool(const RowView&)>& on_row) override;

  // Starts a transaction. A connection that turns out to be lost is made anew, once: nothing has run in it yet.
  void begin(std::string_view sql);
  void commit();
  void rollback() noexcept;

  // False after an error that ended the transaction (or the connection), so that its work is lost.
  bool in_transaction() const;
  bool lost() const { return lost_; }

 private:
  void open();
  void set_up_sqlite();
  void set_up_postgresql();
  [[noreturn]] void rethrow(const std::exception& error, int sqlite_code, std::string_view sql);

  ConnectionOptions options_;
  std::unique_ptr<soci::session> session_;
  StatementCache statements_;
  bool lost_ = true;
};

}  // namespace yizheng::store
