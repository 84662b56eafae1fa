#include "store/checkpointer.h"

#include "base/log.h"
#include "store/soci_connection.h"

namespace yizheng::store {
namespace {

constexpr int WORTH_MOVING = 2'000;  // pages of 4 KiB
constexpr int LONG_LOG = 16'000;

}  // namespace

Checkpointer::Checkpointer(std::string path) : path_(std::move(path)), thread_([this] { work(); }) {}

Checkpointer::~Checkpointer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  grown_.notify_one();
  thread_.join();
}

bool Checkpointer::committed(int pages) {
  {
    const std::lock_guard lock(mutex_);
    if (pages < pages_) moved_ = 0;  // the log has started anew
    pages_ = pages;
    if (pages_ - moved_ < WORTH_MOVING) return false;
  }
  grown_.notify_one();
  return pages >= LONG_LOG;
}

// Returns how many of the log's pages are in the file now.
int Checkpointer::move_pages() {
  // Connected only for this: whoever never writes much needs no second connection.
  static const std::array<ColumnKind, 3> columns{ColumnKind::INTEGER, ColumnKind::INTEGER, ColumnKind::INTEGER};
  int moved = 0;
  SociConnection connection({Engine::SQLITE, path_, false, false, nullptr});
  connection.run("PRAGMA wal_checkpoint(PASSIVE)", columns, {}, [&](const RowView& row) {
    moved = static_cast<int>(row.integer(2));
    return true;
  });
  return moved;
}

void Checkpointer::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    grown_.wait(lock, [this] { return stopping_ || pages_ - moved_ >= WORTH_MOVING; });
    if (stopping_) return;
    lock.unlock();
    int moved = 0;
    auto pause = std::chrono::milliseconds(200);
    try {
      moved = move_pages();
    } catch (const std::exception& failure) {
      // Nothing is lost: the log holds it, and the writer does the same when the log is long.
      log::warn("moving the write-ahead log into the file failed and will be tried again: {}", failure.what());
      pause = std::chrono::seconds(5);
    }
    lock.lock();
    moved_ = std::min(moved, pages_);
    if (pages_ - moved_ >= WORTH_MOVING) grown_.wait_for(lock, pause, [this] { return stopping_; });
  }
}

}  // namespace yizheng::store
