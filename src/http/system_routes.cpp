#include "http/system_routes.h"

namespace yizheng::http {
namespace {

Response text_answer(std::string type, std::string body) {
  Response response;
  response.content_type = std::move(type);
  response.body = std::move(body);
  return response;
}

Route plain(std::string path, std::string operation, PlainHandler handler) {
  Route route;
  route.method = Method::GET;
  route.path = std::move(path);
  route.info.operation = std::move(operation);
  route.info.anonymous = true;
  route.handler = std::move(handler);
  return route;
}

// Anyone may ask, and each answer costs an fsync: one answer serves a second.
class Readiness {
 public:
  explicit Readiness(std::function<void(store::Database&)> also) : also_(std::move(also)) {}

  Response answer(store::Database& database) {
    std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (now >= good_until_) {
      check(database);
      good_until_ = now + std::chrono::seconds(1);
    }
    return text_answer("application/json", R"({"ready":true})");
  }

 private:
  void check(store::Database& database) {
    database.read([](store::Connection& db) {
      db.select_one<std::int64_t>("SELECT COUNT(*) FROM idempotency_keys WHERE committee_id = ?", 0);
    });
    // A row of nobody's, put and taken: pages are written and synced, nothing remains.
    database.write_and_wait([](store::Write& write) {
      write.db.execute("DELETE FROM idempotency_keys WHERE committee_id = 0 AND account_id = 0 AND key = ?", "readyz");
      write.db.execute(
          "INSERT INTO idempotency_keys (committee_id, account_id, key, request_hash, status, body, created_at) "
          "VALUES (0, 0, ?, '', 0, '', ?)",
          "readyz", write.at);
      write.db.execute("DELETE FROM idempotency_keys WHERE committee_id = 0 AND account_id = 0 AND key = ?", "readyz");
    });
    if (also_) also_(database);
  }

  const std::function<void(store::Database&)> also_;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point good_until_{};
};

}  // namespace

Routes system_routes(const ServerOptions& options, const Routes& routes, const Metrics& metrics) {
  Routes made;
  made.push_back(plain("/healthz", "system.healthz",
                       [](const Request&) { return text_answer("application/json", R"({"alive":true})"); }));
  // Signed in or not, as any other route of the API: it is the measure for those (./yz bench).
  made.push_back(plain("/api/v1/constant", "system.constant",
                       [](const Request&) { return text_answer("application/json", R"({"ok":true})"); }));
  made.push_back(plain("/metrics", "system.metrics", [&metrics](const Request&) {
    return text_answer("text/plain; version=0.0.4; charset=utf-8", metrics.text());
  }));
  // Made when first asked for: starting must be quick.
  made.push_back(plain(
      "/openapi.json", "system.openapi",
      [&routes, once = std::make_shared<std::once_flag>(), document = std::make_shared<std::string>()](const Request&) {
        std::call_once(*once, [&] { *document = json::serialize(openapi(routes)); });
        return text_answer("application/json", *document);
      }));
  // Who watches the server from a browser that is signed in must learn that it lives, not that his session cannot be
  // looked up just now.
  for (auto& route : made) route.info.no_caller = route.path != "/api/v1/constant";
  auto ready = plain("/readyz", "system.readyz", {});
  ready.info.no_caller = true;
  ready.handler = TaskHandler([readiness = std::make_shared<Readiness>(options.ready)](
                                  const Request&, store::Database& database) { return readiness->answer(database); });
  made.push_back(std::move(ready));
  return made;
}

}  // namespace yizheng::http
