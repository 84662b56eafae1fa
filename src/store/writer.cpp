#include "store/writer.h"

#include "base/log.h"
#include "store/engine_error.h"

namespace yizheng::store {
namespace {

constexpr std::size_t MOST_WAITING = 10'000;

// Any number, the same in every process of this program: who holds it may write.
constexpr std::string_view TAKE_TURN = "SELECT pg_advisory_xact_lock(7100423019)";

Problem overloaded() {
  return Problem(503, "overloaded", "系统繁忙,等待保存的操作过多,本次未保存。请稍后重试。",
                 "Too many changes are waiting to be saved; this one was not saved. Try again in a moment.");
}

void acknowledge(const Database::Done& done, const std::exception_ptr& error) {
  try {
    done(error);
  } catch (const std::exception& thrown) {
    log::error("an acknowledgement threw: {}", thrown.what());
  }
}

}  // namespace

Writer::Writer(ConnectionOptions options, int batch)
    : batch_(static_cast<std::size_t>(std::max(batch, 1))),
      connection_(std::move(options)),
      thread_([this] { work(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void Writer::write(Database::Action action, Database::Done done) {
  const Instant at = now();  // of the caller: its clock may have been moved (a demo, an import, a test)
  {
    std::unique_lock lock(mutex_);
    if (queue_.size() < MOST_WAITING && !stopping_) {
      queue_.push_back({std::move(action), std::move(done), at, nullptr, {}});
      lock.unlock();
      arrived_.notify_one();
      return;
    }
  }
  ++refused_;
  acknowledge(done, std::make_exception_ptr(overloaded()));
}

Database::WriterFigures Writer::figures() const {
  const std::lock_guard lock(mutex_);
  return {actions_, commits_, refused_, queue_.size()};
}

void Writer::work() {
  std::vector<Item> batch;
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      while (!queue_.empty() && batch.size() < batch_) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
      }
    }
    run_batch(batch);
    batch.clear();
  }
}

void Writer::begin() {
  if (connection_.engine() == Engine::SQLITE) {
    connection_.begin("BEGIN IMMEDIATE");
    return;
  }
  connection_.begin("BEGIN");
  const ColumnKind text = ColumnKind::TEXT;
  connection_.run(TAKE_TURN, {&text, 1}, {}, [](const RowView&) { return true; });
}

void Writer::run_item(Item& item) {
  // The action sees the clock of its caller; all it records has one time.
  const ScopedClock clock(item.at);
  connection_.execute("SAVEPOINT action");
  Write write(connection_, item.at);
  try {
    item.action(write);
    connection_.execute("RELEASE SAVEPOINT action");
    item.steps = std::move(write.steps());
  } catch (...) {
    item.error = std::current_exception();
    // An error such as a full disk may have ended the whole transaction: run_batch sees that.
    if (connection_.in_transaction()) {
      connection_.execute("ROLLBACK TO SAVEPOINT action");
      connection_.execute("RELEASE SAVEPOINT action");
    }
  }
}

void Writer::run_batch(std::vector<Item>& batch) {
  std::exception_ptr failure;  // of the batch as a whole
  try {
    begin();
    for (auto& item : batch) {
      run_item(item);
      if (!connection_.in_transaction()) {
        failure = item.error;
        break;
      }
    }
    if (!failure) connection_.commit();
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure) connection_.rollback();
  ++commits_;
  actions_ += batch.size();
  for (auto& item : batch) {
    // Of a batch that failed nothing is kept, whatever each action thought of itself.
    if (failure && !item.error) item.error = failure;
    if (!item.error) {
      for (const auto& step : item.steps) {
        try {
          step();
        } catch (const std::exception& thrown) {
          log::error("a step after a commit threw: {}", thrown.what());
        }
      }
    }
    acknowledge(item.done, item.error);
  }
}

}  // namespace yizheng::store
