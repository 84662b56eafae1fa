// The room behind the real server: cookies, proof against CSRF and forced changes of password as a browser meets them.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "identity/accounts.h"
#include "identity/passwords.h"
#include "identity/testing.h"

namespace yizheng::identity {
namespace {

using testing::password;
using testing::Place;

struct Answer {
  int status = 0;
  std::string head, body;

  std::string code() const { return std::string(json::parse(body).at("code").as_string()); }
  // "yizheng_session=…" of Set-Cookie.
  std::string cookie() const {
    const std::string mark = "Set-Cookie: ";
    const auto at = head.find(mark);
    if (at == std::string::npos) return "";
    return head.substr(at + mark.size(), head.find(';', at) - at - mark.size());
  }
};

// One request on a connection of its own.
Answer ask(std::uint16_t port, const std::string& method, const std::string& target,
           const std::vector<std::string>& headers = {}, const std::string& body = "") {
  std::string request = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
  for (const auto& header : headers) request += header + "\r\n";
  if (!body.empty()) {
    request += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  } else if (method != "GET") {
    request += "Content-Length: 0\r\n";
  }
  request += "\r\n" + body;
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string received;
  if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
      ::send(socket, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size())) {
    char piece[4096];
    for (ssize_t n; (n = ::recv(socket, piece, sizeof piece, 0)) > 0;)
      received.append(piece, static_cast<std::size_t>(n));
  }
  ::close(socket);
  const auto end = received.find("\r\n\r\n");
  if (end == std::string::npos) return {};
  return {std::atoi(received.c_str() + 9), received.substr(0, end), received.substr(end + 4)};
}

class Served : public ::testing::TestWithParam<store::Engine> {
 protected:
  Place place{GetParam(), 2};
  http::ServerOptions options = [] {
    http::ServerOptions quick;
    quick.listen = "127.0.0.1:0";
    quick.io_threads = 2;
    quick.secure_cookies = true;
    quick.log_requests = false;
    return quick;
  }();
  http::Server server{options, place.routes, *place.database, place.sessions};

  void SetUp() override {
    place.account("li.ming", {"MEMBER"});
    server.start();
  }
  void TearDown() override { server.stop(); }

  Answer sign_in(const std::string& login, const std::string& with = password, const std::string& committee = "first") {
    return ask(server.port(), "POST", "/api/v1/sign-in", {},
               json::serialize(json::value{{"committee", committee}, {"login", login}, {"password", with}}));
  }
  int me(const std::string& cookie) { return ask(server.port(), "GET", "/api/v1/me", {"Cookie: " + cookie}).status; }
  static std::string proof(const Answer& signed_in) {
    return "X-CSRF-Token: " + std::string(json::parse(signed_in.body).at("csrf_token").as_string());
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, Served, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(Served, ASignInCarriesThroughToSignOut) {
  const auto in = sign_in("li.ming");
  ASSERT_EQ(in.status, 200) << in.body;
  const auto cookie = in.cookie();
  EXPECT_TRUE(cookie.starts_with("__Host-yizheng_session="));
  EXPECT_EQ(me(cookie), 200);
  EXPECT_EQ(ask(server.port(), "POST", "/api/v1/sign-out", {"Cookie: " + cookie, proof(in)}).status, 204);
  EXPECT_EQ(me(cookie), 401) << "an old cookie";
}

TEST_P(Served, ForgedAndForeignCookiesNameNobody) {
  const auto cookie = sign_in("li.ming").cookie();
  auto forged = cookie;
  forged.back() = forged.back() == 'A' ? 'B' : 'A';
  EXPECT_EQ(me(forged), 401);
  EXPECT_EQ(me("__Host-yizheng_session=" + new_session_token(place.committees[0]).cookie_value()), 401);
  const auto token = cookie.substr(cookie.find('.'));
  EXPECT_EQ(me("__Host-yizheng_session=" + to_string(place.committees[1]) + token), 401);
  EXPECT_EQ(me("yizheng_session=" + cookie.substr(cookie.find('=') + 1)), 401) << "a cookie without the __Host- prefix";
  EXPECT_EQ(me(cookie), 200);
}

TEST_P(Served, ChangesNeedTheProofOfTheSameSession) {
  const auto first = sign_in("li.ming");
  const auto second = sign_in("li.ming");
  const auto read_all = [&](const std::vector<std::string>& headers) {
    return ask(server.port(), "POST", "/api/v1/notices/read-all", headers);
  };
  EXPECT_EQ(read_all({"Cookie: " + first.cookie()}).code(), "csrf_required");
  EXPECT_EQ(read_all({"Cookie: " + first.cookie(), proof(second)}).code(), "csrf_required");
  EXPECT_EQ(read_all({"Cookie: " + first.cookie(), proof(first)}).status, 200);
  EXPECT_EQ(read_all({"Cookie: " + first.cookie(), proof(first), "Origin: https://elsewhere.example"}).status, 403);
}

TEST_P(Served, AFirstPasswordServesOnlyToSetAnOwnOne) {
  const auto hash = hash_password("river-lantern-tall-29", true);
  place.database->write_and_wait([&](store::Write& write) {
    create_account(write, place.sessions.policy(), {}, {place.committees[0], "fresh", "新账号", {}, hash});
  });
  const auto in = sign_in("fresh", "river-lantern-tall-29");
  ASSERT_EQ(in.status, 200) << in.body;
  EXPECT_EQ(me(in.cookie()), 200);
  EXPECT_EQ(ask(server.port(), "GET", "/api/v1/notices", {"Cookie: " + in.cookie()}).status, 403);
  const auto changed = ask(server.port(), "POST", "/api/v1/me/password", {"Cookie: " + in.cookie(), proof(in)},
                           R"({"current_password": "river-lantern-tall-29", "new_password": "quiet harbour lamp"})");
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(me(in.cookie()), 401) << "the session of the first password";
  EXPECT_EQ(ask(server.port(), "GET", "/api/v1/notices", {"Cookie: " + changed.cookie()}).status, 200);
}

TEST_P(Served, ADisabledAccountIsOutAtOnce) {
  const auto in = sign_in("li.ming");
  EXPECT_EQ(me(in.cookie()), 200);
  const auto id = place.caller(in.cookie().substr(in.cookie().find('=') + 1))->account_id;
  place.database->write_and_wait([&](store::Write& write) {
    change_account(write, place.sessions, {}, place.committees[0], id, {.disabled = true}, std::nullopt);
  });
  EXPECT_EQ(me(in.cookie()), 401);
}

TEST_P(Served, UnreadableAndOversizedSignInsAreRefused) {
  const auto post = [&](const std::string& body) {
    return ask(server.port(), "POST", "/api/v1/sign-in", {}, body).status;
  };
  EXPECT_EQ(post(R"({"login": "li.ming")"), 400);
  EXPECT_EQ(post(R"({"login": "li.ming"})"), 422);
  EXPECT_EQ(post(R"({"login": "li.ming", "password": "x", "committee": "first", "admin": true})"), 422);
  EXPECT_EQ(post(R"({"login": "li.ming", "password": ")" + std::string(8'000, 'x') + R"("})"), 413);
}

}  // namespace
}  // namespace yizheng::identity
