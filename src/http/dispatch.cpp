#include "http/dispatch.h"

#include "base/log.h"
#include "http/checks.h"
#include "http/compression.h"
#include "http/idempotency.h"
#include "http/json_body.h"
#include "http/problem_response.h"

namespace yizheng::http {
namespace {

constexpr std::size_t worth_compressing = 1024;

Problem method_not_allowed(std::string_view allow) {
  return Problem(405, "method_not_allowed", fmt::format("此地址只接受 {}。", allow),
                 fmt::format("This address accepts {} only.", allow));
}

Problem overloaded() {
  return Problem(503, "overloaded", "服务器繁忙,请稍后重试。", "The server is busy. Try again shortly.");
}

bool is_api(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

// If-None-Match compares weakly (RFC 9110 §13.1.2).
bool holds_etag(std::string_view if_none_match, std::string_view etag) {
  if (if_none_match == "*") return true;
  while (!if_none_match.empty()) {
    auto item = if_none_match.substr(0, if_none_match.find(','));
    if_none_match.remove_prefix(std::min(item.size() + 1, if_none_match.size()));
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    while (!item.empty() && item.back() == ' ') item.remove_suffix(1);
    if (item.starts_with("W/")) item.remove_prefix(2);
    if (item == etag) return true;
  }
  return false;
}

std::string_view header_of(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace

Dispatcher::Dispatcher(const ServerOptions& options, const Router& router, const StaticFiles& files, Metrics& metrics,
                       store::Database& database, Authenticator& authenticator, Workers& workers)
    : options_(options),
      router_(router),
      files_(files),
      database_(database),
      authenticator_(authenticator),
      workers_(workers),
      unknown_(metrics.operation("unknown")),
      static_(metrics.operation("static")) {}

std::optional<Answer> Dispatcher::begin(Exchange& exchange, const RequestHead& head) {
  auto& request = exchange.request;
  exchange.started = std::chrono::steady_clock::now();
  exchange.figures = &unknown_;
  exchange.head_only = head.method == "HEAD";
  request.request_id = to_string(new_id());
  request.caller = nobody_;
  if (!options_.trusted_proxies.empty()) {
    request.remote_address =
        client_address(request.remote_address, request.header("x-forwarded-for"), options_.trusted_proxies);
  }
  exchange.language = preferred_language(request.header("accept-language"));
  try {
    auto target = parse_target(head.target);
    request.path = std::move(target.path);
    const auto method = exchange.head_only ? std::optional(Method::GET) : parse_method(head.method);
    request.method = method.value_or(Method::GET);
    auto match = router_.find(method, target.segments);
    if (!match.entry) {
      const bool reading = method == Method::GET;
      if (match.allow.empty() && !is_api(request.path)) {
        if (const auto file = files_.find(request.path, request.header("accept-encoding"))) {
          exchange.figures = &static_;
          if (reading) {
            Answer answer;
            answer.page = true;
            answer.kept = file->form.body;
            auto& response = answer.response;
            response.content_type = file->content_type;
            response.headers.emplace_back("ETag", file->form.etag);
            response.headers.emplace_back("Cache-Control",
                                          file->immutable ? "public, max-age=31536000, immutable" : "no-cache");
            if (!file->form.encoding.empty()) response.headers.emplace_back("Content-Encoding", file->form.encoding);
            if (file->negotiated) response.headers.emplace_back("Vary", "Accept-Encoding");
            return answer;
          }
          match.allow = "GET, HEAD";
        }
      }
      if (match.allow.empty()) throw not_found("这个地址", "address");
      auto answer = refuse(exchange, method_not_allowed(match.allow));
      answer.response.headers.emplace_back("Allow", match.allow);
      return answer;
    }
    exchange.entry = match.entry;
    exchange.figures = match.entry->figures;
    for (std::size_t i = 0; i < match.values.size(); ++i) {
      request.path_parameters.emplace(match.entry->parameters[i], std::move(match.values[i]));
    }
    request.query = parse_query(target.query);
    const auto& route = *match.entry->route;
    check_media_type(route, request, head);
    check_size(route, head);
    // An upload is not even received from someone who may not make it.
    if (route.info.raw_body) authenticate(exchange);
  } catch (...) {
    return caught(exchange, std::current_exception());
  }
  return std::nullopt;
}

std::size_t Dispatcher::body_limit(const Exchange& exchange) const {
  return exchange.entry ? exchange.entry->route->info.body_limit : RouteInfo{}.body_limit;
}

void Dispatcher::authenticate(Exchange& exchange) {
  auto& request = exchange.request;
  const auto& route = *exchange.entry->route;
  if (route.info.no_caller) return;
  const auto session =
      cookie_value(request.header("cookie"), options_.secure_cookies ? "__Host-yizheng_session" : "yizheng_session");
  if (!session.empty()) {
    if (auto caller = authenticator_.caller_of(session, request, database_)) request.caller = std::move(caller);
  }
  check_csrf(route, request);
  check_permission(route, *request.caller);
}

std::optional<Answer> Dispatcher::run(Exchange& exchange) {
  auto& request = exchange.request;
  const auto& route = *exchange.entry->route;
  try {
    const bool has_json = !route.info.raw_body && route.method != Method::GET && !request.body.empty();
    if (has_json) request.json = parse_json_body(request.body, options_.json_depth);
    if (!route.info.raw_body) authenticate(exchange);
    if (route.prepare) request.prepared = route.prepare(request);
    if (const auto* read = std::get_if<ReadHandler>(&route.handler)) {
      return Answer{database_.read([&](store::Connection& db) { return (*read)(request, db); }), nullptr, false};
    }
    if (const auto* plain = std::get_if<PlainHandler>(&route.handler)) return Answer{(*plain)(request), nullptr, false};
    if (route.info.idempotent && request.headers.contains("idempotency-key")) {
      check_idempotency_key(request.header("idempotency-key"));
      exchange.hash = request_hash(request);
    }
  } catch (...) {
    return caught(exchange, std::current_exception());
  }
  return std::nullopt;
}

void Dispatcher::defer(Exchange& exchange, std::function<void(Answer)> done) {
  const auto& handler = exchange.entry->route->handler;
  const auto finished = [this, &exchange, done](std::exception_ptr exception) {
    done(exception ? caught(exchange, exception) : Answer{std::move(exchange.pending), nullptr, false});
  };
  try {
    if (const auto* write = std::get_if<WriteHandler>(&handler)) {
      database_.write(
          [&exchange, write](store::Write& w) {
            exchange.pending = exchange.hash.empty() ? (*write)(exchange.request, w)
                                                     : run_idempotently(*write, exchange.request, exchange.hash, w);
          },
          finished);
      return;
    }
    const auto& task = std::get<TaskHandler>(handler);
    const bool queued = workers_.run([this, &exchange, &task, finished] {
      std::exception_ptr thrown;
      try {
        exchange.pending = task(exchange.request, database_);
      } catch (...) {
        thrown = std::current_exception();
      }
      finished(thrown);
    });
    if (!queued) finished(std::make_exception_ptr(overloaded()));
  } catch (...) {
    finished(std::current_exception());
  }
}

Answer Dispatcher::refuse(Exchange& exchange, const Problem& problem) const {
  if (!exchange.figures) exchange.figures = &unknown_;
  return Answer{problem_response(problem, exchange.request.request_id, exchange.language), nullptr, false};
}

Answer Dispatcher::caught(const Exchange& exchange, std::exception_ptr exception) const {
  return Answer{problem_response(exception, exchange.request, exchange.figures->name(), exchange.language), nullptr,
                false};
}

void Dispatcher::finish(const Exchange& exchange, Answer& answer) const {
  auto& response = answer.response;
  const auto& request = exchange.request;
  if (request.method == Method::GET && response.status == 200) {
    const auto if_none_match = request.header("if-none-match");
    const auto etag = if_none_match.empty() ? std::string_view() : header_of(response, "ETag");
    if (!etag.empty() && holds_etag(if_none_match, etag)) {
      response.status = 304;
      response.content_type.clear();
      response.body.clear();
      answer.kept = nullptr;
      return;
    }
  }
  if (answer.kept || response.body.size() <= worth_compressing || !compressible(response.content_type)) return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (!accepts_encoding(request.header("accept-encoding"), "gzip")) return;
  response.body = gzip(response.body, 1);
  response.headers.emplace_back("Content-Encoding", "gzip");
}

void Dispatcher::record(const Exchange& exchange, int status) {
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - exchange.started;
  exchange.figures->record(status, took.count());
  if (!options_.log_requests) return;
  const auto& request = exchange.request;
  log::info("request id={} method={} op={} status={} ms={:.2f} account={}", request.request_id,
            exchange.head_only ? "HEAD" : method_name(request.method), exchange.figures->name(), status,
            took.count() * 1000, request.caller->account_id.value);
}

}  // namespace yizheng::http
