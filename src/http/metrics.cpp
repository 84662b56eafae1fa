#include "http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <unistd.h>

#include <fstream>

namespace yizheng::http {

struct Metrics::State {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                          .Name("yizheng_requests_total")
                                                          .Help("Requests answered, by operation and status.")
                                                          .Register(registry);
  prometheus::Family<prometheus::Histogram>& latency =
      prometheus::BuildHistogram()
          .Name("yizheng_request_seconds")
          .Help("Time from the request's header to its answer, by operation.")
          .Register(registry);
};

namespace {

prometheus::MetricFamily single(const char* name, const char* help, prometheus::MetricType type, double value) {
  prometheus::MetricFamily family;
  family.name = name;
  family.help = help;
  family.type = type;
  auto& metric = family.metric.emplace_back();
  metric.counter.value = value;
  metric.gauge.value = value;
  return family;
}

double resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t size = 0;
  std::uint64_t resident = 0;
  statm >> size >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

}  // namespace

Operation::Operation(Metrics& metrics, std::string name) : metrics_(metrics), name_(std::move(name)) {}

void Operation::record(int status, double seconds) {
  if (status < 100 || status > 599) return;
  auto& place = by_status_[static_cast<std::size_t>(status - 100)];
  auto* counter = place.load(std::memory_order_acquire);
  if (!counter) {  // Add gives the same counter to all who ask for the same labels
    counter = &metrics_.state_->requests.Add({{"operation", name_}, {"status", std::to_string(status)}});
    place.store(counter, std::memory_order_release);
  }
  counter->Increment();
  auto* latency = latency_.load(std::memory_order_acquire);
  if (!latency) {
    latency = &metrics_.state_->latency.Add(
        {{"operation", name_}}, prometheus::Histogram::BucketBoundaries{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                                        0.1, 0.25, 0.5, 1, 2.5, 5, 10});
    latency_.store(latency, std::memory_order_release);
  }
  latency->Observe(seconds);
}

Metrics::Metrics(store::Database& database) : database_(database), state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

Operation& Metrics::operation(const std::string& name) {
  std::lock_guard lock(mutex_);
  auto& place = operations_[name];
  if (!place) place = std::make_unique<Operation>(*this, name);
  return *place;
}

std::string Metrics::text() const {
  using prometheus::MetricType;
  auto families = state_->registry.Collect();
  const auto add = [&](const char* name, const char* help, MetricType type, auto value) {
    families.push_back(single(name, help, type, static_cast<double>(value)));
  };
  const auto writer = database_.writer_figures();
  add("yizheng_open_connections", "Connections open now.", MetricType::Gauge, open_connections.load());
  add("yizheng_refused_connections_total", "Connections refused because too many were open.", MetricType::Counter,
      refused_connections.load());
  add("yizheng_writer_actions_total", "Actions the writer has run.", MetricType::Counter, writer.actions);
  add("yizheng_writer_commits_total", "Commits; fewer than actions, since one commit takes many.", MetricType::Counter,
      writer.commits);
  add("yizheng_writer_refused_total", "Actions that failed or were refused.", MetricType::Counter, writer.refused);
  add("yizheng_writer_waiting", "Actions waiting for the writer now.", MetricType::Gauge, writer.waiting);
  add("process_resident_memory_bytes", "Resident memory size in bytes.", MetricType::Gauge, resident_bytes());
  return prometheus::TextSerializer().Serialize(families);
}

}  // namespace yizheng::http
