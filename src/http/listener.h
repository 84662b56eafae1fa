// Accepts connections and serves each in a coroutine. Asio stays behind this header.
#pragma once

#include <cstdint>
#include <memory>

#include "http/dispatch.h"
#include "http/metrics.h"
#include "http/wire.h"

namespace yizheng::http {

class Listener {
 public:
  Listener(const ServerOptions& options, Dispatcher& dispatcher, Metrics& metrics, int threads);
  ~Listener();
  void start();
  std::uint16_t port() const;
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace yizheng::http
