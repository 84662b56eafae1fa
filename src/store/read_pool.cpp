#include "store/read_pool.h"

#include <stdexcept>

#include "base/log.h"

namespace yizheng::store {
namespace {

// What the calling thread has borrowed. A thread reads from one pool at a time, or rarely from a few databases.
struct Loan {
  ReadPool* pool;
  std::unique_ptr<SociConnection> connection;
};
thread_local std::vector<Loan> loans;

}  // namespace

ReadPool::~ReadPool() = default;

Connection& ReadPool::begin() {
  for (const auto& loan : loans) {
    if (loan.pool == this)
      throw std::logic_error("a read within a read of the same database: pass the connection on instead");
  }
  std::unique_ptr<SociConnection> connection;
  {
    const std::lock_guard lock(mutex_);
    if (!free_.empty()) {
      connection = std::move(free_.back());
      free_.pop_back();
    }
  }
  if (connection == nullptr) connection = std::make_unique<SociConnection>(options_);
  // A snapshot: SQLite takes it at the first read, PostgreSQL at the first statement.
  connection->begin(options_.engine == Engine::SQLITE ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  loans.push_back({this, std::move(connection)});
  return *loans.back().connection;
}

void ReadPool::end() noexcept {
  for (auto loan = loans.begin(); loan != loans.end(); ++loan) {
    if (loan->pool != this) continue;
    auto connection = std::move(loan->connection);
    loans.erase(loan);
    connection->rollback();          // nothing was written: the same as COMMIT, and also right after an error
    if (connection->lost()) return;  // dropped; the next reader makes a new one
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(connection));
    return;
  }
}

}  // namespace yizheng::store
