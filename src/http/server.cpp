#include "http/server.h"

#include "http/listener.h"
#include "http/system_routes.h"

namespace yizheng::http {
namespace {

int io_threads(const ServerOptions& options, store::Engine engine) {
  if (options.io_threads > 0) return options.io_threads;
  const int processors = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  // A read from PostgreSQL waits for the network and holds its thread meanwhile.
  return engine == store::Engine::SQLITE ? std::max(2, processors) : 4 * processors;
}

void check_rows(const Routes& routes) {
  for (const auto& route : routes) {
    if (route.info.idempotent && !std::holds_alternative<WriteHandler>(route.handler)) {
      throw std::logic_error(route.path +
                             ": only a write handler can be idempotent, for its key is kept in its savepoint");
    }
  }
}

}  // namespace

struct Server::State {
  State(ServerOptions given, Routes given_routes, store::Database& database, Authenticator& authenticator)
      : options(std::move(given)),
        routes(std::move(given_routes)),
        metrics(database),
        all(with_system_routes()),
        router(all, metrics),
        files(options.web_root),
        workers(options.worker_threads),
        dispatcher(options, router, files, metrics, database, authenticator, workers),
        listener(options, dispatcher, metrics, io_threads(options, database.engine())) {
    check_rows(routes);
  }

  Routes with_system_routes() const {
    auto made = system_routes(options, routes, metrics);
    made.insert(made.end(), routes.begin(), routes.end());
    return made;
  }

  const ServerOptions options;
  const Routes routes;  // of the rooms
  Metrics metrics;
  const Routes all;
  const Router router;
  StaticFiles files;
  Workers workers;
  Dispatcher dispatcher;
  Listener listener;
};

Server::Server(ServerOptions options, Routes routes, store::Database& database, Authenticator& authenticator)
    : state_(std::make_unique<State>(std::move(options), std::move(routes), database, authenticator)) {}
Server::~Server() = default;

void Server::start() { state_->listener.start(); }
std::uint16_t Server::port() const { return state_->listener.port(); }
void Server::stop() { state_->listener.stop(); }

}  // namespace yizheng::http
