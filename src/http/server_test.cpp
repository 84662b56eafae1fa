// The server from outside: the checks, their order, and the answers.
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>

#include "http/testing.h"

namespace yizheng::http::testing {
namespace {

INSTANTIATE_TEST_SUITE_P(Engines, EngineTest, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(EngineTest, ReadsWritesAndTasks) {
  start();
  Client client(port());
  auto reply = client.ask(request("GET", "/api/v1/notes?limit=5", signed_in("reader")));
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, R"({"items":[{"id":"7","title":"第一条","version":3}]})");
  EXPECT_EQ(reply.header("content-type"), "application/json");
  EXPECT_EQ(reply.header("cache-control"), "no-store");
  EXPECT_FALSE(reply.header("x-request-id").empty());

  reply = client.ask(request("POST", "/api/v1/notes", signed_in("member"), R"({"title":"第二条"})"));
  EXPECT_EQ(reply.status, 201);
  EXPECT_EQ(reply.header("etag"), "\"1\"");
  const auto place = reply.header("location");
  reply = client.ask(request("GET", place, signed_in("reader")));
  EXPECT_NE(reply.body.find("第二条"), std::string::npos);

  reply = client.ask(request("PUT", place, signed_in("member", {"If-Match: \"1\""}), R"({"title":"改"})"));
  EXPECT_EQ(reply.status, 204);
  EXPECT_TRUE(reply.header("content-length").empty());
  reply = client.ask(request("PUT", place, signed_in("member", {"If-Match: \"1\""}), R"({"title":"又改"})"));
  EXPECT_EQ(reply.status, 412);
  reply = client.ask(request("PUT", place, signed_in("member"), R"({"title":"又改"})"));
  EXPECT_EQ(reply.status, 428);
  EXPECT_EQ(client.ask(request("DELETE", place, signed_in("member"))).status, 204);
  EXPECT_EQ(client.ask(request("GET", place, signed_in("reader"))).code(), "not_found");

  reply = client.ask(request("POST", "/api/v1/uploads", signed_in("member", {"Content-Type: application/pdf"}),
                             std::string(3 * 1024 * 1024, '\0')));
  EXPECT_EQ(reply.body, R"({"size":3145728})");
  EXPECT_EQ(client.ask(request("GET", "/api/v1/slow")).body, R"({"size":1})");
}

TEST_F(ServerTest, UnknownPathsAndMethods) {
  start();
  Client client(port());
  EXPECT_EQ(client.ask(request("GET", "/api/v1/nothing")).code(), "not_found");
  EXPECT_EQ(client.ask(request("GET", "/api/v1/notes/")).code(), "not_found");
  auto reply = client.ask(request("PATCH", "/api/v1/notes/7"));
  EXPECT_EQ(reply.status, 405);
  EXPECT_EQ(reply.code(), "method_not_allowed");
  EXPECT_EQ(reply.header("allow"), "GET, HEAD, PUT, DELETE");
  reply = client.ask(request("BREW", "/api/v1/notes"));
  EXPECT_EQ(reply.status, 405);
  EXPECT_EQ(reply.header("allow"), "GET, HEAD, POST");
  EXPECT_EQ(client.ask(request("GET", "/api/v1/notes/abc", signed_in("reader"))).status, 404);
  // The connection has survived all that.
  EXPECT_EQ(client.ask(request("GET", "/api/v1/constant")).body, R"({"ok":true})");
}

TEST_F(ServerTest, ParametersThatAreNoTextAreRefused) {
  start();
  for (const auto* target : {"/api/v1/notes/%00", "/api/v1/notes/a%00b", "/api/v1/notes/%ff", "/api/v1/notes?text=%00",
                             "/api/v1/notes?text=%c0%80", "/api/v1/notes?text=%ed%a0%80", "/api/v1/notes?%ff=1",
                             "/api/v1/notes?text=\xff"}) {
    const auto reply = ask(request("GET", target, signed_in("reader")));
    EXPECT_EQ(reply.status, 400) << target;
    EXPECT_EQ(reply.code(), "invalid_text") << target;
  }
  for (const auto* target : {"/api/v1/notes/%", "/api/v1/notes/%zz", "/api/v1/notes?text=%1", "*"}) {
    EXPECT_EQ(ask(request("GET", target, signed_in("reader"))).code(), "bad_request") << target;
  }
  EXPECT_EQ(ask(request("GET", std::string_view("/api/v1/notes?a=\0b", 18), signed_in("reader"))).status, 400);
  const auto reply = ask(request("GET", "/api/v1/notes?limt=1", signed_in("reader")));
  EXPECT_EQ(reply.status, 422);
  EXPECT_NE(reply.body.find(R"("field":"limt")"), std::string::npos);
  EXPECT_EQ(ask(request("GET", "/api/v1/notes?text=%E6%8F%90+%E6%A1%88", signed_in("reader"))).status, 200);
}

TEST_P(EngineTest, BodiesThatAreNoJsonAreRefused) {
  start();
  const auto deep = [](int levels) {
    return R"({"title":"a","extra":)" + std::string(static_cast<std::size_t>(levels - 1), '[') +
           std::string(static_cast<std::size_t>(levels - 1), ']') + "}";
  };
  const std::vector<std::tuple<std::string, int, std::string>> bodies = {
      {R"({"title":"a")", 400, "invalid_json"},
      {R"({"title":"a"}})", 400, "invalid_json"},
      {R"({title:"a"})", 400, "invalid_json"},
      {R"({"title":"a","title":"b"})", 400, "invalid_json"},
      {R"({"title":"a","extra":{"x":1,"x":2}})", 400, "invalid_json"},
      {deep(17), 400, "invalid_json"},
      {std::string(4000, '['), 400, "invalid_json"},
      {std::string("{\"title\":\"a\0b\"}", 15), 400, "invalid_text"},
      {R"({"title":"a\u0000b"})", 400, "invalid_text"},
      {"{\"title\":\"\xff\"}", 400, "invalid_text"},
      {R"({"title":"\ud800"})", 400, "invalid_json"},
      {R"({"titel":"a"})", 422, "invalid_field"},
      {"null", 422, "invalid_field"},
  };
  Client client(port());
  for (const auto& [body, status, code] : bodies) {
    const auto reply = client.ask(request("POST", "/api/v1/notes", signed_in("member"), body));
    EXPECT_EQ(reply.status, status) << body;
    EXPECT_EQ(reply.code(), code) << body;
  }
  EXPECT_EQ(client.ask(request("POST", "/api/v1/notes", signed_in("member"))).code(), "body_required");
  for (const auto* type : {"Content-Type: text/plain", "Content-Type: application/json-patch+json", "Content-Type:"}) {
    const auto reply = client.ask(request("POST", "/api/v1/notes", signed_in("member", {type}), R"({"title":"a"})"));
    EXPECT_EQ(reply.status, 415) << type;
    EXPECT_EQ(reply.code(), "json_expected");
  }
  EXPECT_EQ(notes(), 1);
  const auto typed = signed_in("member", {"Content-Type: Application/JSON; charset=utf-8"});
  EXPECT_EQ(client.ask(request("POST", "/api/v1/notes", typed, deep(16))).status, 201);
}

TEST_F(ServerTest, BodiesThatAreTooLargeAreRefused) {
  start();
  const std::string large = R"({"title":")" + std::string(5000, 'a') + "\"}";
  auto reply = ask(request("POST", "/api/v1/notes", signed_in("member"), large));
  EXPECT_EQ(reply.status, 413);
  EXPECT_EQ(reply.code(), "body_too_large");
  auto headers = signed_in("member", {"Content-Type: application/json", "Transfer-Encoding: chunked"});
  std::string chunked = request("POST", "/api/v1/notes", headers);
  for (int i = 0; i < 50; ++i) chunked += "64\r\n" + std::string(100, ' ') + "\r\n";
  EXPECT_EQ(ask(chunked + "0\r\n\r\n").code(), "body_too_large");
  // A promise of a body without end is refused at once, not awaited.
  reply = ask(request("POST", "/api/v1/notes",
                      signed_in("member", {"Content-Type: application/json", "Content-Length: 99999999999"})));
  EXPECT_EQ(reply.status, 413);
  // A refused upload of megabytes still gets its answer.
  reply = ask(request("POST", "/api/v1/uploads", signed_in("reader"), std::string(3 * 1024 * 1024, 'x')));
  EXPECT_EQ(reply.code(), "permission_required");
  EXPECT_EQ(notes(), 1);
}

TEST_F(ServerTest, ChunkedBodies) {
  start();
  const auto head = request("POST", "/api/v1/notes",
                            signed_in("member", {"Content-Type: application/json", "Transfer-Encoding: chunked"}));
  Client client(port());
  EXPECT_EQ(client.ask(head + "8\r\n{\"title\"\r\n5;x=y\r\n:\"a\"}\r\n0\r\nX-Trailer: 1\r\n\r\n").status, 201);
  for (const auto* bad : {"zz\r\n", "8\r\n{\"title\"XX", "-1\r\n", "fffffffffffffffff\r\n"}) {
    const auto reply = ask(head + bad + "\r\n\r\n");
    EXPECT_TRUE(reply.status == 400 || reply.status == 413) << bad << reply.head;
  }
  // Framing that two readers could understand differently is refused: that is how requests are smuggled.
  EXPECT_EQ(
      ask(request("POST", "/api/v1/notes", signed_in("member", {"Transfer-Encoding: chunked"}), "0\r\n\r\n")).status,
      400);
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", signed_in("member", {"Transfer-Encoding: gzip"}))).status, 400);
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", signed_in("member", {"Transfer-Encoding: gzip, chunked"}))).status,
            400);
  EXPECT_EQ(
      ask(request("POST", "/api/v1/notes", signed_in("member", {"Content-Length: 3", "Content-Length: 4"}))).status,
      400);
  EXPECT_EQ(ask("GET /api/v1/constant HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n").status, 400);
  EXPECT_EQ(ask("GET /api/v1/constant HTTP/1.1\r\n\r\n").status, 400);
  EXPECT_EQ(ask("GET /api/v1/constant HTTP/2.0\r\nHost: a\r\n\r\n").status, 400);
  EXPECT_EQ(ask("nonsense\r\n\r\n").status, 400);
  EXPECT_EQ(ask(request("GET", "/api/v1/constant", {std::string("X-A: a\0b", 8)})).status, 400);
}

TEST_F(ServerTest, ExpectContinue) {
  start();
  Client client(port());
  client.send(
      request("POST", "/api/v1/notes",
              signed_in("member", {"Content-Type: application/json", "Content-Length: 13", "Expect: 100-continue"})));
  EXPECT_EQ(client.read(true).status, 100);
  EXPECT_EQ(client.ask(R"({"title":"a"})").status, 201);
}

TEST_F(ServerTest, SignInCsrfAndPermission) {
  start();
  const std::string body = R"({"title":"a"})";
  const auto code = [&](std::vector<std::string> headers) {
    return ask(request("POST", "/api/v1/notes", std::move(headers), body)).code();
  };
  EXPECT_EQ(code({}), "sign_in_required");
  EXPECT_EQ(code({"Cookie: yizheng_session=forged", "X-CSRF-Token: old"}), "sign_in_required");
  EXPECT_EQ(code({"Cookie: __Host-yizheng_session=member"}), "sign_in_required");
  EXPECT_EQ(code({"Cookie: xyizheng_session=member"}), "sign_in_required");
  EXPECT_EQ(code({"Cookie: yizheng_session=member"}), "csrf_required");
  EXPECT_EQ(code({"Cookie: yizheng_session=member", "X-CSRF-Token: token-of-reader"}), "csrf_required");
  EXPECT_EQ(code(signed_in("member", {"Origin: https://evil.example"})), "csrf_required");
  EXPECT_EQ(code(signed_in("member", {"Origin: null"})), "csrf_required");
  EXPECT_EQ(code(signed_in("reader")), "permission_required");
  EXPECT_EQ(code(signed_in("first")), "password_change_required");
  EXPECT_EQ(ask(request("GET", "/api/v1/notes", signed_in("first"))).code(), "password_change_required");
  EXPECT_EQ(ask(request("GET", "/api/v1/self", signed_in("first"))).body, R"({"size":13})");
  EXPECT_EQ(ask(request("GET", "/api/v1/self")).status, 401);
  EXPECT_EQ(notes(), 1);
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", signed_in("member", {"Origin: http://LOCALHOST"}), body)).status, 201);
  // Signing in anew while another tab is signed in: no token, but the browser's word for the page.
  EXPECT_EQ(ask(request("POST", "/api/v1/sign-in", {}, body)).status, 204);
  EXPECT_EQ(
      ask(request("POST", "/api/v1/sign-in", {"Cookie: yizheng_session=member", "Origin: http://localhost"}, body))
          .status,
      204);
  EXPECT_EQ(ask(request("POST", "/api/v1/sign-in", {"Cookie: yizheng_session=member"}, body)).code(), "csrf_required");
  EXPECT_EQ(ask(request("POST", "/api/v1/sign-in", {"Origin: http://evil.example"}, body)).code(), "csrf_required");
}

TEST_F(ServerTest, SecureCookieName) {
  auto options = quick_options();
  options.secure_cookies = true;
  start(options);
  EXPECT_EQ(ask(request("GET", "/api/v1/self", signed_in("member"))).status, 401);
  const auto reply = ask(request("GET", "/api/v1/self", {"Cookie: __Host-yizheng_session=member"}));
  EXPECT_EQ(reply.status, 200);
  EXPECT_FALSE(reply.header("strict-transport-security").empty());
}

TEST_F(ServerTest, ChecksComeInOrder) {
  start();
  // Each request has every later fault too; the first fault answers.
  const std::vector<std::string> none = {"Content-Type: text/plain"};
  EXPECT_EQ(ask(request("POST", "/api/v1/notes/7?text=%00", none, "{")).status, 405);
  EXPECT_EQ(ask(request("POST", "/api/v1/notes?text=%00", none, std::string(5000, '{'))).code(), "invalid_text");
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", none, std::string(5000, '{'))).code(), "json_expected");
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", {}, std::string(5000, '{'))).code(), "body_too_large");
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", {}, "{")).code(), "invalid_json");
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", {}, R"({"titel":1})")).code(), "sign_in_required");
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", {"Cookie: yizheng_session=reader"}, R"({"titel":1})")).code(),
            "csrf_required");
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", signed_in("reader"), R"({"titel":1})")).code(), "permission_required");
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", signed_in("member"), R"({"titel":1})")).code(), "invalid_field");
}

TEST_F(ServerTest, ProblemsSpeakTwoLanguages) {
  start();
  auto reply = ask(request("GET", "/api/v1/self"));
  EXPECT_EQ(reply.header("content-type"), "application/problem+json");
  EXPECT_EQ(reply.header("content-language"), "zh-Hans");
  auto problem = json::parse(reply.body).as_object();
  EXPECT_EQ(problem["status"], 401);
  EXPECT_EQ(problem["detail"], problem["zh"]);
  EXPECT_EQ(problem["instance"].as_string(), reply.header("x-request-id"));
  EXPECT_EQ(problem["type"], "urn:yizheng:problem:sign_in_required");
  reply = ask(request("GET", "/api/v1/self", {"Accept-Language: zh-CN;q=0.3, en-GB, fr;q=0.9"}));
  problem = json::parse(reply.body).as_object();
  EXPECT_EQ(problem["detail"], "Sign in first.");
  EXPECT_EQ(problem["title"], "Unauthorized");
  EXPECT_FALSE(problem.contains("zh_hant"));
  for (const auto* traditional : {"zh-TW, en;q=0.8", "zh-Hant", "en;q=0.5, zh-Hans;q=0.6, zh-hant-HK;q=0.9"}) {
    reply = ask(request("GET", "/api/v1/self", {std::string("Accept-Language: ") + traditional}));
    EXPECT_EQ(reply.header("content-language"), "zh-Hant") << traditional;
    problem = json::parse(reply.body).as_object();
    EXPECT_EQ(problem["title"], "需要登錄");
    EXPECT_EQ(problem["zh_hant"], "請先登錄。");
    EXPECT_EQ(problem["detail"], problem["zh_hant"]);
    EXPECT_EQ(problem["zh"], "请先登录。");
  }
  for (const auto* simplified : {"zh-CN", "fr", "", "zh-Hant;q=0", "zh, zh-TW"}) {
    reply = ask(request("GET", "/api/v1/self", {std::string("Accept-Language: ") + simplified}));
    EXPECT_EQ(reply.header("content-language"), "zh-Hans") << simplified;
  }
}

TEST_P(EngineTest, UnexpectedFailuresSayNothingOfTheInside) {
  start();
  auto reply = ask(request("GET", "/api/v1/breaks"));
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(reply.code(), "internal_error");
  EXPECT_EQ(reply.body.find("deliberate"), std::string::npos);
  EXPECT_NE(reply.body.find(reply.header("x-request-id")), std::string::npos);
  reply = ask(request("POST", "/api/v1/notes/7/fail", signed_in("member", {"Idempotency-Key: k"}), R"({"title":"a"})"));
  EXPECT_EQ(reply.code(), "internal_error");
  EXPECT_EQ(notes(), 1);  // rolled back
}

TEST_F(ServerTest, IfNoneMatch) {
  start();
  auto reply = ask(request("GET", "/api/v1/notes/7", signed_in("reader", {"If-None-Match: \"2\", W/\"3\""})));
  EXPECT_EQ(reply.status, 304);
  EXPECT_EQ(reply.header("etag"), "\"3\"");
  EXPECT_TRUE(reply.body.empty());
  EXPECT_EQ(ask(request("GET", "/api/v1/notes/7", signed_in("reader", {"If-None-Match: \"2\""}))).status, 200);
}

TEST_P(EngineTest, IdempotencyKeys) {
  start();
  const auto keyed = [](const std::string& key) { return signed_in("member", {"Idempotency-Key: " + key}); };
  const auto first = ask(request("POST", "/api/v1/notes", keyed("k-1"), R"({"title":"a"})"));
  EXPECT_EQ(first.status, 201);
  EXPECT_TRUE(first.header("idempotent-replay").empty());
  const auto again = ask(request("POST", "/api/v1/notes", keyed("k-1"), R"({"title":"a"})"));
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.header("idempotent-replay"), "true");
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(again.header("etag"), first.header("etag"));
  EXPECT_EQ(again.header("location"), first.header("location"));
  EXPECT_EQ(notes(), 2);
  const auto other = ask(request("POST", "/api/v1/notes", keyed("k-1"), R"({"title":"b"})"));
  EXPECT_EQ(other.status, 422);
  EXPECT_EQ(other.code(), "idempotency_key_reused");
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", keyed("k-2"), R"({"title":"a"})")).status, 201);
  EXPECT_EQ(notes(), 3);
  for (const auto& wrong : {std::string(65, 'k'), std::string("a b"), std::string("键")}) {
    EXPECT_EQ(ask(request("POST", "/api/v1/notes", keyed(wrong), R"({"title":"a"})")).code(),
              "invalid_idempotency_key");
  }
  // A refused submission may be corrected and sent again with its key.
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", keyed("k-3"), R"({"titel":"a"})")).status, 422);
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", keyed("k-3"), R"({"title":"a"})")).status, 201);
  // After 48 hours the key is free.
  database_->write_and_wait([](store::Write& write) {
    write.db.execute("UPDATE idempotency_keys SET created_at = created_at - ?", 48LL * 3600 * 1000 + 1);
  });
  EXPECT_EQ(ask(request("POST", "/api/v1/notes", keyed("k-1"), R"({"title":"b"})")).status, 201);
  const auto left = database_->read(
      [](store::Connection& db) { return *db.select_one<std::int64_t>("SELECT COUNT(*) FROM idempotency_keys"); });
  EXPECT_EQ(left, 1);
}

TEST_P(EngineTest, SameKeyAtTheSameTimeMakesOne) {
  start();
  std::vector<std::thread> senders;
  std::atomic<int> made = 0;
  for (int i = 0; i < 8; ++i) {
    senders.emplace_back([&] {
      if (ask(request("POST", "/api/v1/notes", signed_in("member", {"Idempotency-Key: same"}), R"({"title":"a"})"))
              .status == 201)
        ++made;
    });
  }
  for (auto& sender : senders) sender.join();
  EXPECT_EQ(made, 8);
  EXPECT_EQ(notes(), 2);
}

TEST_F(ServerTest, SecurityHeaders) {
  start();
  for (const auto* target : {"/api/v1/constant", "/api/v1/nothing", "/healthz"}) {
    const auto reply = ask(request("GET", target));
    EXPECT_EQ(reply.header("content-security-policy"), "default-src 'none'; frame-ancestors 'none'") << target;
    EXPECT_EQ(reply.header("x-content-type-options"), "nosniff");
    EXPECT_FALSE(reply.header("referrer-policy").empty());
    EXPECT_FALSE(reply.header("permissions-policy").empty());
    EXPECT_TRUE(reply.header("strict-transport-security").empty());
    EXPECT_FALSE(reply.header("date").empty());
  }
}

TEST_F(ServerTest, AnswersAreCompressedOnlyIfAsked) {
  start();
  const auto plain = ask(request("GET", "/api/v1/large"));
  EXPECT_TRUE(plain.header("content-encoding").empty());
  EXPECT_GT(plain.body.size(), 400'000U);
  const auto zipped = ask(request("GET", "/api/v1/large", {"Accept-Encoding: br;q=1, gzip;q=0.5"}));
  EXPECT_EQ(zipped.header("content-encoding"), "gzip");
  EXPECT_EQ(zipped.header("vary"), "Accept-Encoding");
  EXPECT_LT(zipped.body.size(), plain.body.size() / 20);
  EXPECT_TRUE(ask(request("GET", "/api/v1/large", {"Accept-Encoding: gzip;q=0"})).header("content-encoding").empty());
  EXPECT_TRUE(ask(request("GET", "/api/v1/constant", {"Accept-Encoding: gzip"})).header("content-encoding").empty());
}

TEST_P(EngineTest, SystemRoutes) {
  auto options = quick_options();
  std::atomic<bool> waits = false;
  options.ready = [&](store::Database&) {
    if (waits) throw Problem(503, "migration_waits", "有未执行的迁移。", "A migration waits.");
  };
  start(options);
  EXPECT_EQ(ask(request("GET", "/healthz")).status, 200);
  // That the server lives is told to a browser with a session, too, while the database is away.
  for (const auto* target : {"/healthz", "/metrics", "/openapi.json"}) {
    EXPECT_EQ(ask(request("GET", target, signed_in("lost"))).status, 200) << target;
  }
  EXPECT_EQ(ask(request("GET", "/api/v1/constant", signed_in("lost"))).code(), "database_unavailable");
  EXPECT_EQ(ask(request("GET", "/readyz")).status, 200);
  waits = true;
  std::this_thread::sleep_for(std::chrono::milliseconds(1050));
  EXPECT_EQ(ask(request("GET", "/readyz")).code(), "migration_waits");
  ask(request("GET", "/api/v1/notes/7", signed_in("reader")));
  const auto metrics = ask(request("GET", "/metrics")).body;
  EXPECT_NE(metrics.find("yizheng_requests_total{operation=\"note.get\",status=\"200\"} 1\n"), std::string::npos)
      << metrics;
  EXPECT_NE(metrics.find("yizheng_request_seconds_count{operation=\"note.get\"} 1\n"), std::string::npos);
  EXPECT_NE(metrics.find("yizheng_open_connections "), std::string::npos);
  EXPECT_NE(metrics.find("yizheng_writer_commits_total "), std::string::npos);
}

TEST_F(ServerTest, LogLinesHoldIdsAndNoTexts) {
  std::ostringstream lines;
  const auto before = spdlog::default_logger();
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(lines)));
  auto options = quick_options();
  options.log_requests = true;
  start(options);
  const auto reply =
      ask(request("POST", "/api/v1/notes?text=private-query", signed_in("member"), R"({"title":"private-body"})"));
  ask(request("GET", "/private-path"));
  ask(request("GET", "/api/v1/notes/7", signed_in("reader")));
  server_->stop();
  spdlog::set_default_logger(before);
  const auto text = lines.str();
  EXPECT_NE(text.find("id=" + reply.header("x-request-id") + " method=POST op=note.create status=422 "),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("op=note.get status=200 "), std::string::npos);
  EXPECT_NE(text.find(" account=12\n"), std::string::npos);
  for (const auto* secret : {"private", "member", "token-of", "session"})
    EXPECT_EQ(text.find(secret), std::string::npos) << secret;
}

TEST_F(ServerTest, OpenApiDescribesTheRoutes) {
  start();
  const auto document = json::parse(ask(request("GET", "/openapi.json")).body);
  EXPECT_EQ(document.at("openapi"), "3.1.0");
  const auto& create = document.at_pointer("/paths/~1api~1v1~1notes/post");
  EXPECT_EQ(create.at("operationId"), "note.create");
  EXPECT_EQ(create.at("x-permission"), "note.write");
  EXPECT_EQ(create.at_pointer("/x-limits/body_bytes"), 4096);
  EXPECT_EQ(create.at_pointer("/responses/201/content/application~1json/schema/$ref"), "#/components/schemas/NoteRow");
  EXPECT_TRUE(create.at_pointer("/responses/201/headers").as_object().contains("ETag"));
  EXPECT_EQ(create.at_pointer("/responses/default/$ref"), "#/components/responses/Problem");
  EXPECT_EQ(create.at_pointer("/requestBody/content/application~1json/schema/$ref"), "#/components/schemas/NoteInput");
  EXPECT_EQ(json::serialize(create.at("security")), R"([{"session":[],"csrf":[]}])");
  EXPECT_EQ(json::serialize(create.at("tags")), R"(["note"])");
  const auto& list = document.at_pointer("/paths/~1api~1v1~1notes/get");
  EXPECT_EQ(list.at_pointer("/parameters/0/name"), "limit");
  EXPECT_EQ(list.at_pointer("/responses/200/content/application~1json/schema/$ref"),
            "#/components/schemas/NoteRowPage");
  EXPECT_EQ(json::serialize(list.at("security")), R"([{"session":[]}])");
  const auto& one = document.at_pointer("/paths/~1api~1v1~1notes~1{id}/get");
  EXPECT_EQ(one.at_pointer("/parameters/0/in"), "path");
  EXPECT_EQ(json::serialize(document.at_pointer("/paths/~1api~1v1~1slow/get/security")), "[]");
  EXPECT_TRUE(document.at_pointer("/components/schemas/Problem/properties/field/type").is_string());
}

}  // namespace
}  // namespace yizheng::http::testing
