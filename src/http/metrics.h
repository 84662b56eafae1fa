// Figures for Prometheus: requests by operation and status, latency by operation, connections, the writer.
#pragma once

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "store/database.h"

namespace prometheus {
class Counter;
class Histogram;
}  // namespace prometheus

namespace yizheng::http {

class Metrics;

// The figures of one operation. Safe to use from all threads.
class Operation {
 public:
  Operation(Metrics& metrics, std::string name);
  void record(int status, double seconds);
  const std::string& name() const { return name_; }

 private:
  Metrics& metrics_;
  const std::string name_;
  std::array<std::atomic<prometheus::Counter*>, 500> by_status_{};  // of 100 … 599, made when first seen
  std::atomic<prometheus::Histogram*> latency_ = nullptr;
};

class Metrics {
 public:
  explicit Metrics(store::Database& database);
  ~Metrics();

  Operation& operation(const std::string& name);  // the same one for the same name
  std::atomic<std::int64_t> open_connections = 0;
  std::atomic<std::uint64_t> refused_connections = 0;

  std::string text() const;  // the Prometheus text format

 private:
  friend class Operation;
  struct State;
  store::Database& database_;
  std::unique_ptr<State> state_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<Operation>> operations_;
};

}  // namespace yizheng::http
