// From a request's header to its answer: routing, checks, handler, problems. Knows nothing of sockets.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "http/problem_response.h"
#include "http/request_reader.h"
#include "http/router.h"
#include "http/server.h"
#include "http/static_files.h"
#include "http/workers.h"

namespace yizheng::http {

struct Answer {
  Response response;
  std::shared_ptr<const std::string> kept;  // the body, where it is a static file's
  bool page = false;                        // of the web application: its content security policy lets our scripts run
};

// One request on its way through the server.
struct Exchange {
  Request request;
  const RouteEntry* entry = nullptr;
  Operation* figures = nullptr;
  bool head_only = false;                    // HEAD
  Language language = Language::SIMPLIFIED;  // of problems
  std::chrono::steady_clock::time_point started;
  std::string hash;  // of an idempotent request
  Response pending;  // made on the writer's or a worker's thread
};

class Dispatcher {
 public:
  Dispatcher(const ServerOptions& options, const Router& router, const StaticFiles& files, Metrics& metrics,
             store::Database& database, Authenticator& authenticator, Workers& workers);

  // After the header: finds the route. An answer here means the handler is never reached.
  std::optional<Answer> begin(Exchange& exchange, const RequestHead& head);
  // How much body to read; for what begin() answered, how much to throw away.
  std::size_t body_limit(const Exchange& exchange) const;

  // After the body: the remaining checks, and the handler if it is quick. nullopt: call defer().
  std::optional<Answer> run(Exchange& exchange);
  // Gives the handler to the writer or a worker. `done` is called once, on another thread; `exchange` lives until then.
  void defer(Exchange& exchange, std::function<void(Answer)> done);

  Answer refuse(Exchange& exchange, const Problem& problem) const;
  // 304, compression.
  void finish(const Exchange& exchange, Answer& answer) const;
  // Once an answer is ready: figures and the log line.
  void record(const Exchange& exchange, int status);

 private:
  void authenticate(Exchange& exchange);
  Answer caught(const Exchange& exchange, std::exception_ptr exception) const;

  const ServerOptions& options_;
  const Router& router_;
  const StaticFiles& files_;
  store::Database& database_;
  Authenticator& authenticator_;
  Workers& workers_;
  Operation& unknown_;
  Operation& static_;
  const std::shared_ptr<const Caller> nobody_ = std::make_shared<const Caller>();
};

}  // namespace yizheng::http
