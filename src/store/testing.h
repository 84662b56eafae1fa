// Databases for tests, on both engines: a fresh SQLite file in a temporary folder, and a fresh database of a
// throw-away PostgreSQL that the first test process starts and that stops by itself when the last one has ended.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/database.h"
#include "store/migrations.h"

namespace yizheng::store::testing {

// A temporary folder that goes with the object.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

// A PostgreSQL server of one's own, for tests that stop and start it. Removed with the object.
class PostgresqlServer {
 public:
  PostgresqlServer();
  ~PostgresqlServer();
  void start();
  void stop();  // at once, as by a crash of the machine
  std::string url(const std::string& database = "postgres") const;

 private:
  Folder folder_;
};

// An empty database to test with; it goes with the object, so close it first.
class TestDatabase {
 public:
  explicit TestDatabase(Engine engine);
  ~TestDatabase();
  Engine engine() const { return engine_; }
  const std::string& url() const { return url_; }
  std::unique_ptr<Database> open(const DatabaseOptions& options = {}) const { return Database::open(url_, options); }

 private:
  Engine engine_;
  Folder folder_;
  std::string url_;
};

// False when the machine has no PostgreSQL: such tests are skipped, and say so.
bool has_postgresql();

// The engines to test on, for INSTANTIATE_TEST_SUITE_P:
//   class StoreTest : public ::testing::TestWithParam<store::Engine> {};
//   INSTANTIATE_TEST_SUITE_P(Engines, StoreTest, ::testing::ValuesIn(store::testing::all_engines()),
//   store::testing::engine_name); TEST_P(StoreTest, …) { store::testing::FreshDatabase database(GetParam(),
//   store::store_migrations()); … }
struct EngineName {
  template <class Info>
  std::string operator()(const Info& info) const {
    return info.param == Engine::SQLITE ? "Sqlite" : "Postgresql";
  }
};
inline constexpr EngineName engine_name;
std::vector<Engine> all_engines();  // with a clear line on standard error where PostgreSQL is absent

// Migrates a fresh database to each version in turn, and from there to the newest: every earlier installation can
// be brought up. Throws where one cannot.
void rehearse_migrations(Engine engine, const std::vector<Migration>& all);

// A fresh database, open and migrated; both go with the object.
class FreshDatabase {
 public:
  FreshDatabase(Engine engine, const std::vector<Migration>& migrations);
  ~FreshDatabase();
  FreshDatabase(FreshDatabase&&) = default;
  Database& operator*() { return *open_; }
  Database* operator->() { return open_.get(); }
  const std::string& url() const { return files_->url(); }
  void close() { open_.reset(); }
  void reopen(const DatabaseOptions& options = {});

 private:
  std::unique_ptr<TestDatabase> files_;
  std::unique_ptr<Database> open_;
};

}  // namespace yizheng::store::testing
