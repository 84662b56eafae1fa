// A database with many readers and one writer.
//
// Every write goes through one writer thread per process. It takes what waits, runs each action in a savepoint
// of its own, commits them together (SQLite: WAL, synchronous=FULL) and only then reports each as done: an
// action is acknowledged after it is durable. On PostgreSQL the batch first takes an advisory lock, so that two
// processes on one database write one after the other too, and no action ever sees a half-done other.
#pragma once

#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <type_traits>

#include "store/connection.h"

namespace yizheng::store {

// What an action holds while it runs on the writer thread.
class Write {
 public:
  Write(Connection& connection, Instant time) : db(connection), at(time) {}

  Connection& db;
  const Instant at;  // one time for all that the action records

  // Runs after the commit, on the writer thread, before the action is acknowledged (to drop cached copies).
  void after_commit(std::function<void()> step) { steps_.push_back(std::move(step)); }
  std::vector<std::function<void()>>& steps() { return steps_; }

 private:
  std::vector<std::function<void()>> steps_;
};

struct DatabaseOptions {
  int commit_batch = 64;   // most actions a commit; 1 turns group commit off (for ./yz bench)
  bool read_only = false;  // for `ledger verify` and other inspection
  bool create = true;      // make the SQLite file if it does not exist
};

class Database {
 public:
  // `url`: "sqlite:PATH", "postgresql://…". Throws Problem with code `database_unavailable`.
  // Does not migrate: see store/migrations.h.
  static std::unique_ptr<Database> open(const std::string& url, const DatabaseOptions& options = {});
  virtual ~Database() = default;

  virtual Engine engine() const = 0;

  // Calls f(Connection&) on the calling thread with a connection for reading, inside one read transaction, so
  // that all queries of `f` see the same state. Nested calls on one thread are an error.
  template <class F>
  auto read(F&& f) {
    ReadLease lease(*this);
    return f(lease.connection());
  }

  using Action = std::function<void(Write&)>;
  using Done = std::function<void(std::exception_ptr)>;
  // Queues an action; never blocks. `done` is called on the writer thread: with nullptr after the commit, else
  // with what the action threw (its changes are rolled back, the others of its batch stand), or with Problem 503
  // `overloaded` when more than 10,000 wait (this one at once, on the caller's thread), `database_unavailable`, 507
  // `storage_full`. The action sees the clock of its caller (base/time.h), so a moved clock moves what it records.
  virtual void write(Action action, Done done) = 0;

  // The same for callers that may block (commands, tests, task routes): returns what f(Write&) returns.
  // Never from the writer thread itself: it would wait for itself.
  template <class F>
  auto write_and_wait(F&& f) {
    using Result = std::invoke_result_t<F, Write&>;
    // Shared with the writer: it may still be leaving set_value() when the caller goes on.
    const auto finished = std::make_shared<std::promise<void>>();
    const auto done = [finished](std::exception_ptr e) { e ? finished->set_exception(e) : finished->set_value(); };
    if constexpr (std::is_void_v<Result>) {
      write([&](Write& w) { f(w); }, done);
      finished->get_future().get();
    } else {
      std::optional<Result> result;
      write([&](Write& w) { result.emplace(f(w)); }, done);
      finished->get_future().get();
      return std::move(*result);
    }
  }

  // Figures for /metrics: actions, commits, actions waiting.
  struct WriterFigures {
    std::uint64_t actions = 0, commits = 0, refused = 0, waiting = 0;
  };
  virtual WriterFigures writer_figures() const = 0;

 protected:
  class ReadLease {
   public:
    explicit ReadLease(Database& database) : database_(database), connection_(database.begin_read()) {}
    ~ReadLease() { database_.end_read(); }
    ReadLease(const ReadLease&) = delete;
    ReadLease& operator=(const ReadLease&) = delete;
    Connection& connection() { return connection_; }

   private:
    Database& database_;
    Connection& connection_;
  };
  virtual Connection& begin_read() = 0;
  virtual void end_read() = 0;
};

}  // namespace yizheng::store
