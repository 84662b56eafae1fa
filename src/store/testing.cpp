#include "store/testing.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace yizheng::store::testing {
namespace {

namespace fs = std::filesystem;

// The newest installed; Debian keeps each version's programs in a folder of its own.
std::string programs() {
  std::string newest;
  const fs::path root = "/usr/lib/postgresql";
  if (!fs::exists(root)) return {};
  for (const auto& entry : fs::directory_iterator(root)) {
    const auto bin = entry.path() / "bin";
    if (fs::exists(bin / "initdb") && bin.string() > newest) newest = bin.string();
  }
  return newest;
}

int run(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// PostgreSQL refuses to run as root: then it runs as Debian's user postgres.
std::string as_owner(const std::string& command) {
  return geteuid() == 0 ? "runuser -u postgres -- " + command : command;
}

void give_to_owner(const std::string& path) {
  if (geteuid() != 0) return;
  const auto* user = getpwnam("postgres");
  if (user == nullptr || chown(path.c_str(), user->pw_uid, user->pw_gid) != 0) {
    throw std::runtime_error("cannot give " + path + " to the user postgres");
  }
}

void make_cluster(const std::string& folder) {
  give_to_owner(folder);
  if (run(as_owner(programs() + "/initdb -D " + folder + "/data -A trust -U yizheng -E UTF8 --locale=C.UTF-8 -N > " +
                   folder + "/initdb.log 2>&1")) != 0) {
    throw std::runtime_error("initdb failed: see " + folder + "/initdb.log");
  }
  std::ofstream(folder + "/data/postgresql.conf", std::ios::app)
      << "listen_addresses = ''\nunix_socket_directories = '" << folder
      << "'\nfsync = off\nfull_page_writes = off\nshared_buffers = 32MB\nmax_connections = 200\n";
}

void start_cluster(const std::string& folder) {
  // Its own session, so that a Ctrl-C of the tests leaves the stopping to us.
  if (run("setsid " + as_owner(programs() + "/pg_ctl -D " + folder + "/data -w -t 30 -l " + folder +
                               "/server.log start > /dev/null 2>&1 < /dev/null")) != 0) {
    throw std::runtime_error("PostgreSQL did not start: see " + folder + "/server.log");
  }
}

std::string url_of(const std::string& folder, const std::string& database) {
  return "postgresql://yizheng@/" + database + "?host=" + folder;
}

// One cluster for all test processes of this user and source tree. Each holds a shared lock while it lives; a
// watcher that gets the lock alone stops the server and removes it.
const std::string& shared_cluster() {
  static const std::string folder = [] {
    const std::string place = "/tmp/yizheng-test-pg-" + std::to_string(geteuid()) + "-" +
                              std::to_string(std::hash<std::string>{}(YIZHENG_SOURCE_DIR) % 1'000'000);
    const std::string name = place + ".lock";
    const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) throw std::runtime_error("cannot open " + name);
    const std::string control = programs() + "/pg_ctl -D " + place + "/data";
    const auto running = [&] {
      return fs::exists(place + "/data/postmaster.pid") && run(as_owner(control + " status > /dev/null 2>&1")) == 0;
    };
    for (;;) {
      if (::flock(descriptor, LOCK_EX) != 0) throw std::runtime_error("cannot lock " + name);
      if (!running()) {
        fs::remove_all(place);
        fs::create_directory(place);
        make_cluster(place);
        start_cluster(place);
        run("setsid sh -c 'while sleep 3; do flock -n -x " + name + " sh -c \"" +
            as_owner(control + " stop -m immediate") + "; rm -rf " + place +
            "\" && break; done' > /dev/null 2>&1 < /dev/null &");
      }
      // Held until this process ends. Going from exclusive to shared is not atomic: the watcher may slip in.
      if (::flock(descriptor, LOCK_SH) != 0) throw std::runtime_error("cannot lock " + name);
      if (running()) break;
    }
    return place;
  }();
  return folder;
}

// CREATE DATABASE cannot run in a transaction, so it goes past store::Database.
void administer(const std::string& sql) {
  PGconn* connection = PQconnectdb(url_of(shared_cluster(), "postgres").c_str());
  PGresult* result = PQexec(connection, sql.c_str());
  const bool good = PQresultStatus(result) == PGRES_COMMAND_OK;
  const std::string message = PQerrorMessage(connection);
  PQclear(result);
  PQfinish(connection);
  if (!good) throw std::runtime_error(sql + ": " + message);
}

}  // namespace

Folder::Folder() {
  // In memory where there is room: tests of durability kill processes, not the machine.
  struct statvfs memory {};
  const bool room = ::statvfs("/dev/shm", &memory) == 0 && memory.f_bavail * memory.f_bsize > 512ull * 1024 * 1024;
  std::string name = std::string(room ? "/dev/shm" : "/tmp") + "/yizheng-test-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

bool has_postgresql() { return !programs().empty(); }

std::vector<Engine> all_engines() {
  if (has_postgresql()) return {Engine::SQLITE, Engine::POSTGRESQL};
  std::cerr << "no PostgreSQL on this machine: its tests are SKIPPED (install the package postgresql)\n";
  return {Engine::SQLITE};
}

PostgresqlServer::PostgresqlServer() {
  make_cluster(folder_.path());
  start();
}

PostgresqlServer::~PostgresqlServer() {
  try {
    stop();
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
}

void PostgresqlServer::start() { start_cluster(folder_.path()); }

void PostgresqlServer::stop() {
  if (run(as_owner(programs() + "/pg_ctl -D " + (folder_ / "data") + " -w stop -m immediate > /dev/null 2>&1")) != 0) {
    throw std::runtime_error("PostgreSQL did not stop");
  }
}

std::string PostgresqlServer::url(const std::string& database) const { return url_of(folder_.path(), database); }

TestDatabase::TestDatabase(Engine engine) : engine_(engine) {
  if (engine == Engine::SQLITE) {
    url_ = "sqlite:" + (folder_ / "test.db");
    return;
  }
  const auto name = "t" + to_string(new_id());
  administer("CREATE DATABASE " + name);
  url_ = url_of(shared_cluster(), name);
}

TestDatabase::~TestDatabase() {
  if (engine_ != Engine::POSTGRESQL) return;
  const auto start = url_.find("@/") + 2;
  try {
    administer("DROP DATABASE IF EXISTS " + url_.substr(start, url_.find('?') - start) + " WITH (FORCE)");
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
}

void rehearse_migrations(Engine engine, const std::vector<Migration>& all) {
  for (std::size_t first = 1; first <= all.size(); ++first) {
    const TestDatabase files(engine);
    const auto database = files.open();
    migrate(*database, {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(first)});
    if (is_current(*database, all) != (first == all.size())) throw std::runtime_error("is_current is wrong");
    if (migrate(*database, all).size() != all.size() - first || !is_current(*database, all)) {
      throw std::runtime_error("not migrated from version " + std::to_string(all[first - 1].version));
    }
  }
}

FreshDatabase::FreshDatabase(Engine engine, const std::vector<Migration>& migrations)
    : files_(std::make_unique<TestDatabase>(engine)), open_(files_->open()) {
  migrate(*open_, migrations);
}

FreshDatabase::~FreshDatabase() { open_.reset(); }

void FreshDatabase::reopen(const DatabaseOptions& options) {
  open_.reset();
  open_ = files_->open(options);
}

}  // namespace yizheng::store::testing
