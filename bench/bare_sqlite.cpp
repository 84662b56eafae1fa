// What SQLite alone takes on this disk: rows of a proposal's size, 64 a commit, WAL, synchronous=FULL. The measure for
// submissions in ./yz bench.
//   bare_sqlite FILE TEXT_FILE SECONDS    prints {"rows":…,"seconds":…}
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

constexpr int rows_a_commit = 64;

struct Failed {
  std::string what;
};

class Table {
 public:
  explicit Table(const char* path) {
    if (sqlite3_open(path, &db_) != SQLITE_OK) throw Failed{sqlite3_errmsg(db_)};
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
    run("CREATE TABLE p (committee_id INTEGER NOT NULL, id INTEGER NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, "
        "body TEXT NOT NULL, PRIMARY KEY (committee_id, id))");
    if (sqlite3_prepare_v2(db_, "INSERT INTO p VALUES (1, ?, 'SUBMITTED', ?, ?)", -1, &insert_, nullptr) != SQLITE_OK) {
      throw Failed{sqlite3_errmsg(db_)};
    }
  }
  ~Table() {
    sqlite3_finalize(insert_);
    sqlite3_close(db_);
  }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  void commit_rows(const std::string& text) {
    run("BEGIN IMMEDIATE");
    for (int i = 0; i < rows_a_commit; ++i) {
      sqlite3_bind_int64(insert_, 1, ++rows_);
      sqlite3_bind_int64(insert_, 2, rows_);
      sqlite3_bind_text(insert_, 3, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
      if (sqlite3_step(insert_) != SQLITE_DONE) throw Failed{sqlite3_errmsg(db_)};
      sqlite3_reset(insert_);
    }
    run("COMMIT");
  }
  long long rows() const { return rows_; }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw Failed{sqlite3_errmsg(db_)};
  }
  sqlite3* db_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  long long rows_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "bare_sqlite FILE TEXT_FILE SECONDS\n");
    return 2;
  }
  std::ifstream file(argv[2], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(std::string(argv[1]) + end);
  try {
    Table table(argv[1]);
    const auto start = std::chrono::steady_clock::now();
    const auto end = start + std::chrono::duration<double>(std::atof(argv[3]));
    while (std::chrono::steady_clock::now() < end) table.commit_rows(text);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("{\"rows\":%lld,\"seconds\":%.6f,\"bytes_a_row\":%zu}\n", table.rows(), took.count(), text.size());
  } catch (const Failed& failed) {
    std::fprintf(stderr, "SQLite: %s\n", failed.what.c_str());
    return 3;
  }
  return 0;
}
