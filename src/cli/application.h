// The whole program put together: one database, the rules, the rooms' routes, the server and its background work.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "committee/rules.h"
#include "http/server.h"
#include "identity/web_session.h"
#include "proposals/page_keeper.h"
#include "reports/report_reading.h"
#include "store/attachments.h"
#include "store/search.h"

namespace yizheng::cli {

struct ApplicationOptions {
  std::string pack_folder;        // "" = the pack shipped
  std::string attachment_folder;  // "" = beside an SQLite file, or ./attachments
  bool fast_hashes = false;       // demo and tests only
  http::ServerOptions server;
};

class Application {
 public:
  // `database` must be open and current, and outlive the application.
  Application(store::Database& database, const std::string& database_url, ApplicationOptions options);
  ~Application();

  http::Routes routes();
  void start();  // listens; see http::Server::start
  void stop();
  std::uint16_t port() const;
  committee::Rules& rules() { return rules_; }

 private:
  store::Database& database_;
  ApplicationOptions options_;
  std::shared_ptr<const committee::Pack> pack_;
  committee::Rules rules_;
  store::AttachmentFolder attachments_;
  const indicators::Catalogue catalogue_;
  reports::ReadingCache readings_;
  identity::SessionAuthenticator sessions_;
  std::unique_ptr<store::Indexer> indexer_;
  std::unique_ptr<proposals::PageKeeper> page_keeper_;
  std::unique_ptr<http::Server> server_;

  // What time does to proposals is looked after every few minutes.
  void keep_sweeping();
  std::thread sweeper_;
  std::mutex sweeper_mutex_;
  std::condition_variable sweeper_wake_;
  std::atomic<bool> stopping_ = false;
};

// Where attachments lie: the folder chosen, or one beside an SQLite file, or ./attachments.
std::string attachment_folder(const std::string& chosen, const std::string& database_url);

// Keeps SIGTERM and SIGINT for serve_until_signal. Call before anything starts a thread, the database included.
void hold_signals();

// Starts the application, prints "listening on http://HOST:PORT" to standard output, and serves until SIGTERM or
// SIGINT.
void serve_until_signal(Application& application, const std::string& listen);

// Every route of the program, for the OpenAPI document (their handlers are never called).
json::object openapi_document();

}  // namespace yizheng::cli
