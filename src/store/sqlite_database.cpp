// SQLite: one file, one server process. A lock file beside it keeps a second one out; reading along is allowed.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "store/engine_database.h"
#include "store/engine_error.h"

namespace yizheng::store {
namespace {

Problem in_use(const std::string& path) {
  return Problem(
      503, "database_in_use",
      "数据库文件 " + path + " 正由另一个程序进程使用。请先停止该进程,或改用 PostgreSQL 以运行多个进程。",
      "The database file " + path +
          " is in use by another process of this program. Stop that one first, or use PostgreSQL to run several.");
}

// Held open, and so locked, for the life of the database. The kernel lets go of it however the process ends.
class LockFile {
 public:
  explicit LockFile(const std::string& path) {
    const std::string name = path + ".lock";
    descriptor_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor_ < 0) {
      if (errno == EROFS || errno == EACCES || errno == EPERM) throw storage_read_only();
      if (errno == ENOSPC || errno == EDQUOT) throw storage_full();
      throw database_unavailable("其所在文件夹无法写入", "its folder cannot be written to");
    }
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      ::close(descriptor_);
      throw in_use(path);
    }
  }
  ~LockFile() { ::close(descriptor_); }
  LockFile(const LockFile&) = delete;
  LockFile& operator=(const LockFile&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, const DatabaseOptions& options) {
  const bool exists = std::filesystem::exists(path);
  if (!exists && (options.read_only || !options.create)) {
    throw database_unavailable("数据库文件 " + path + " 不存在", "there is no file " + path);
  }
  std::shared_ptr<LockFile> lock;
  if (!options.read_only) lock = std::make_shared<LockFile>(path);
  ConnectionOptions connection{Engine::SQLITE, path, options.read_only, false};
  auto database = std::make_unique<EngineDatabase>(std::move(connection), options, std::move(lock));
  if (options.read_only)
    database->read([](Connection& db) { db.select<std::int64_t>("SELECT COUNT(*) FROM sqlite_master"); });
  return database;
}

}  // namespace yizheng::store
