// The writer thread: takes what waits, runs it as one transaction, acknowledges after the commit.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "store/database.h"
#include "store/soci_connection.h"

namespace yizheng::store {

class Writer {
 public:
  Writer(ConnectionOptions options, int batch);
  ~Writer();  // runs what is queued, then stops

  void write(Database::Action action, Database::Done done);
  Database::WriterFigures figures() const;

 private:
  struct Item {
    Database::Action action;
    Database::Done done;
    Instant at;
    std::exception_ptr error;
    std::vector<std::function<void()>> steps;
  };
  void work();
  void run_batch(std::vector<Item>& batch);
  void begin();
  void run_item(Item& item);

  const std::size_t batch_;
  SociConnection connection_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Item> queue_;
  bool stopping_ = false;
  std::atomic<std::uint64_t> actions_ = 0, commits_ = 0, refused_ = 0;
  std::thread thread_;  // last: starts when all else stands
};

}  // namespace yizheng::store
