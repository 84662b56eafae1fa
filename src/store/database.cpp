#include "store/database.h"

#include "store/engine_database.h"
#include "store/engine_error.h"

namespace yizheng::store {

std::unique_ptr<Database> Database::open(const std::string& url, const DatabaseOptions& options) {
  constexpr std::string_view SQLITE = "sqlite:";
  if (url.starts_with(SQLITE)) return open_sqlite(url.substr(SQLITE.size()), options);
  if (url.starts_with("postgresql://") || url.starts_with("postgres://")) return open_postgresql(url, options);
  throw database_unavailable("地址应写作 sqlite:路径 或 postgresql://…",
                             "its address must be sqlite:PATH or postgresql://…");
}

EngineDatabase::EngineDatabase(ConnectionOptions options, const DatabaseOptions& database_options,
                               std::shared_ptr<void> held)
    : held_(std::move(held)), engine_(options.engine), readers_(options) {
  if (database_options.read_only) return;
  options.for_writing = true;
  if (options.engine == Engine::SQLITE) options.checkpointer = std::make_shared<Checkpointer>(options.target);
  writer_ = std::make_unique<Writer>(options, database_options.commit_batch);
}

void EngineDatabase::write(Action action, Done done) {
  if (writer_ == nullptr) {
    done(std::make_exception_ptr(storage_read_only()));
    return;
  }
  writer_->write(std::move(action), std::move(done));
}

Database::WriterFigures EngineDatabase::writer_figures() const {
  return writer_ == nullptr ? WriterFigures{} : writer_->figures();
}

}  // namespace yizheng::store
