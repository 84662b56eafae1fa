#include "cli/application.h"

#include <pthread.h>

#include <csignal>
#include <filesystem>
#include <iostream>

#include "base/log.h"
#include "cli/command.h"
#include "committee/committee_routes.h"
#include "committee/role_book.h"
#include "identity/identity_routes.h"
#include "proposals/proposal_routes.h"
#include "proposals/sweep.h"
#include "reports/report_routes.h"

namespace yizheng::cli {
namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

identity::SessionPolicy policy_of(const ApplicationOptions& options) {
  identity::SessionPolicy policy;
  policy.secure_cookies = options.server.secure_cookies;
  policy.fast_hashes = options.fast_hashes;
  return policy;
}

http::Routes all_routes(committee::Rules& rules, identity::SessionAuthenticator& sessions,
                        store::AttachmentFolder& attachments, reports::ReadingCache& readings) {
  http::Routes all = identity::identity_routes(sessions);
  for (auto& route : committee::committee_routes(rules)) all.push_back(std::move(route));
  for (auto& route : proposals::proposal_routes({rules, attachments})) all.push_back(std::move(route));
  for (auto& route : reports::report_routes({rules, attachments, readings})) all.push_back(std::move(route));
  return all;
}

}  // namespace

std::string attachment_folder(const std::string& chosen, const std::string& database_url) {
  if (!chosen.empty()) return chosen;
  constexpr std::string_view sqlite = "sqlite:";
  if (!database_url.starts_with(sqlite)) return "attachments";
  const std::filesystem::path file = database_url.substr(sqlite.size());
  return file.parent_path() / (file.stem().string() + "-attachments");
}

Application::Application(store::Database& database, const std::string& database_url, ApplicationOptions options)
    : database_(database),
      options_(std::move(options)),
      pack_(load_pack(options_.pack_folder)),
      rules_(pack_),
      attachments_(attachment_folder(options_.attachment_folder, database_url)),
      catalogue_(load_catalogue(options_.pack_folder)),
      readings_(catalogue_),
      sessions_(committee::role_book(pack_), policy_of(options_)),
      indexer_(std::make_unique<store::Indexer>(database)),
      page_keeper_(std::make_unique<proposals::PageKeeper>(database)) {
  proposals::watch_calendar(rules_);
}

Application::~Application() { stop(); }

http::Routes Application::routes() { return all_routes(rules_, sessions_, attachments_, readings_); }

void Application::start() {
  auto server = options_.server;
  server.ready = [](store::Database& database) {
    if (!store::is_current(database, all_migrations())) {
      throw Problem(503, "migrations_pending", "数据库有待执行的升级。请运行 yizheng migrate。",
                    "The database waits for a migration. Run yizheng migrate.");
    }
  };
  server_ = std::make_unique<http::Server>(std::move(server), routes(), database_, sessions_);
  server_->start();
  sweeper_ = std::thread([this] { keep_sweeping(); });
}

void Application::keep_sweeping() {
  std::unique_lock lock(sweeper_mutex_);
  while (!stopping_) {
    lock.unlock();
    try {
      const auto done = proposals::sweep(database_, rules_, [this] { return stopping_.load(); });
      if (done.feedback_ended + done.invitations_expired + done.reminders > 0) {
        log::info("sweep feedback_ended={} invitations_expired={} reminders={}", done.feedback_ended,
                  done.invitations_expired, done.reminders);
      }
    } catch (const std::exception& failure) {
      log::error("the sweep failed and will be tried again: {}", failure.what());
    }
    lock.lock();
    sweeper_wake_.wait_for(lock, std::chrono::minutes(5), [this] { return stopping_.load(); });
  }
}

void Application::stop() {
  if (sweeper_.joinable()) {
    {
      std::lock_guard lock(sweeper_mutex_);
      stopping_ = true;
    }
    sweeper_wake_.notify_all();
    sweeper_.join();
  }
  if (server_) server_->stop();
  server_.reset();
  page_keeper_.reset();
  indexer_.reset();
}

std::uint16_t Application::port() const { return server_ ? server_->port() : 0; }

void hold_signals() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

void serve_until_signal(Application& application, const std::string& listen) {
  application.start();
  const auto colon = listen.rfind(':');
  std::cout << "listening on http://" << listen.substr(0, colon) << ":" << application.port() << std::endl;
  const sigset_t signals = stop_signals();
  int received = 0;
  sigwait(&signals, &received);
  application.stop();
}

json::object openapi_document() {
  const auto pack = load_pack("");
  committee::Rules rules(pack);
  store::AttachmentFolder attachments((std::filesystem::temp_directory_path() / "yizheng-openapi").string());
  identity::SessionAuthenticator sessions(committee::role_book(pack));
  const auto catalogue = load_catalogue("");
  reports::ReadingCache readings(catalogue);
  return http::openapi(all_routes(rules, sessions, attachments, readings));
}

}  // namespace yizheng::cli
