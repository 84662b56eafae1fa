// A Database as readers and a writer; the engines differ in how they open.
#pragma once

#include <memory>

#include "store/database.h"
#include "store/read_pool.h"
#include "store/writer.h"

namespace yizheng::store {

class EngineDatabase final : public Database {
 public:
  // `held` lives as long as anything may still be written: the lock on a file.
  EngineDatabase(ConnectionOptions options, const DatabaseOptions& database_options,
                 std::shared_ptr<void> held = nullptr);

  Engine engine() const override { return engine_; }
  void write(Action action, Done done) override;
  WriterFigures writer_figures() const override;

 private:
  Connection& begin_read() override { return readers_.begin(); }
  void end_read() override { readers_.end(); }

  std::shared_ptr<void> held_;  // first: goes last
  Engine engine_;
  ReadPool readers_;
  std::unique_ptr<Writer> writer_;  // none where only reading is wanted
};

std::unique_ptr<Database> open_sqlite(const std::string& path, const DatabaseOptions& options);
std::unique_ptr<Database> open_postgresql(const std::string& url, const DatabaseOptions& options);

}  // namespace yizheng::store
