// The connections for reading: as many as there were readers at once, the last used lent first.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "store/soci_connection.h"

namespace yizheng::store {

class ReadPool {
 public:
  explicit ReadPool(ConnectionOptions options) : options_(std::move(options)) {}
  ~ReadPool();

  // A connection inside a read transaction, for the calling thread, until end().
  Connection& begin();
  void end() noexcept;

 private:
  ConnectionOptions options_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<SociConnection>> free_;
};

}  // namespace yizheng::store
