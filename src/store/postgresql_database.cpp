// PostgreSQL: several processes may share it; the writers take turns by an advisory lock (see writer.cpp).
#include "store/engine_database.h"

namespace yizheng::store {

std::unique_ptr<Database> open_postgresql(const std::string& url, const DatabaseOptions& options) {
  ConnectionOptions connection{Engine::POSTGRESQL, url, options.read_only, false};
  auto database = std::make_unique<EngineDatabase>(std::move(connection), options);
  // Without a writer nothing has connected yet: find out now whether it can be reached.
  if (options.read_only) database->read([](Connection&) {});
  return database;
}

}  // namespace yizheng::store
