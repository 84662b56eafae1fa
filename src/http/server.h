// The HTTP/1.1 server: Boost.Beast coroutines, limits, static files, problems, metrics. The only room with Beast.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "http/route.h"

namespace yizheng::http {

// How a request finds its caller. Implemented by the identity room.
class Authenticator {
 public:
  virtual ~Authenticator() = default;
  // The caller of a session cookie's value; nullptr when it names no living session. Called for every request
  // with a cookie, so it must be quick (a cache that a commit invalidates).
  virtual std::shared_ptr<const Caller> caller_of(std::string_view session_cookie, const Request& request,
                                                  store::Database& database) = 0;
};

struct ServerOptions {
  std::string listen = "127.0.0.1:8080";
  int io_threads = 0;      // 0: as many as processors on SQLite, four times that on PostgreSQL
  int worker_threads = 4;  // for task routes
  std::string web_root;    // folder of the built web application; empty: the API only
  std::size_t header_limit = 16 * 1024;
  int requests_per_connection = 100'000;
  int connections = 4096;
  int json_depth = 16;
  std::chrono::seconds idle_timeout{75};
  std::chrono::seconds request_timeout{30};
  bool secure_cookies = true;  // false only for plain-HTTP demos on loopback: cookie "yizheng_session" instead of
                               // "__Host-yizheng_session"
  bool log_requests = true;
  // Addresses of reverse proxies whose X-Forwarded-For is believed ("127.0.0.1", "::1").
  std::vector<std::string> trusted_proxies;
  // What /readyz asks beside a read and a write, on a worker thread: throws when not ready (a migration waits).
  std::function<void(store::Database&)> ready;
};

class Server {
 public:
  Server(ServerOptions options, Routes routes, store::Database& database, Authenticator& authenticator);
  ~Server();
  void start();  // binds and returns; throws Problem `address_in_use`, `invalid_listen`, `web_root_unreadable`
  std::uint16_t port() const;  // the port really bound
  // Stops accepting, lets requests finish for at most 5 seconds, then cuts their connections. An action that
  // already runs is always run to its end, since it holds the database.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The OpenAPI 3.1 document of a route table, also served at /openapi.json.
json::object openapi(const Routes& routes);

}  // namespace yizheng::http
