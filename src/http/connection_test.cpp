// Connections: keep-alive, pipelining, limits, time-outs, the end of the server.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/testing.h"

namespace yizheng::http::testing {
namespace {

using std::chrono::steady_clock;

// Comes, says nothing and goes; may be turned away.
class Visit {
 public:
  explicit Visit(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~Visit() { ::close(socket_); }
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;
  bool connected() const { return connected_; }

 private:
  const int socket_;
  bool connected_ = false;
};

TEST_F(ServerTest, KeepAliveAndPipelining) {
  start();
  Client client(port());
  std::string many;
  for (int i = 0; i < 50; ++i) {
    many += request("GET", "/api/v1/constant");
    many += request("POST", "/api/v1/notes", signed_in("member"), fmt::format(R"({{"title":"{}"}})", i));
    many += request("GET", "/api/v1/notes/7", signed_in("reader"));
  }
  std::thread sender([&] { client.send(many); });
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(client.read().body, R"({"ok":true})");
    EXPECT_NE(client.read().body.find(fmt::format(R"("title":"{}")", i)), std::string::npos);
    EXPECT_EQ(client.read().header("etag"), "\"3\"");
  }
  sender.join();
}

TEST_F(ServerTest, BytesOneByOne) {
  start();
  Client client(port());
  for (const char c : request("POST", "/api/v1/notes", signed_in("member"), R"({"title":"慢"})")) client.send({&c, 1});
  EXPECT_EQ(client.read().status, 201);
  EXPECT_EQ(client.ask(request("GET", "/api/v1/constant")).status, 200);
}

TEST_F(ServerTest, Http10) {
  start();
  Client client(port());
  auto reply = client.ask("GET /api/v1/constant HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(reply.header("connection"), "keep-alive");
  reply = client.ask("GET /api/v1/constant HTTP/1.0\r\n\r\n");
  EXPECT_EQ(reply.body, R"({"ok":true})");
  EXPECT_EQ(reply.header("connection"), "close");
  EXPECT_TRUE(client.ended());
}

TEST_F(ServerTest, Head) {
  start();
  Client client(port());
  client.send(request("HEAD", "/api/v1/notes/7", signed_in("reader")));
  auto reply = client.read(true);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header("content-length"), "42");
  client.send(request("HEAD", "/api/v1/nothing"));
  EXPECT_EQ(client.read(true).status, 404);
  EXPECT_EQ(client.ask(request("GET", "/api/v1/constant")).body, R"({"ok":true})");
}

TEST_F(ServerTest, ConnectionClose) {
  start();
  Client client(port());
  EXPECT_EQ(client.ask(request("GET", "/api/v1/constant", {"Connection: close"})).header("connection"), "close");
  EXPECT_TRUE(client.ended());
}

TEST_F(ServerTest, HeaderFlood) {
  start();
  Client client(port());
  client.send("GET /api/v1/constant HTTP/1.1\r\nHost: a\r\n");
  for (int i = 0; i < 100'000; ++i) {
    if (!client.send(fmt::format("X-{}: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", i))) break;
  }
  EXPECT_EQ(client.read().status, 431);
  EXPECT_EQ(ask(request("GET", "/" + std::string(20'000, 'a'))).status, 431);
}

TEST_F(ServerTest, RequestsPerConnection) {
  auto options = quick_options();
  options.requests_per_connection = 3;
  start(options);
  Client client(port());
  EXPECT_EQ(client.ask(request("GET", "/api/v1/constant")).header("connection"), "");
  EXPECT_EQ(client.ask(request("GET", "/api/v1/constant")).header("connection"), "");
  EXPECT_EQ(client.ask(request("GET", "/api/v1/constant")).header("connection"), "close");
  EXPECT_TRUE(client.ended());
}

TEST_F(ServerTest, TooManyConnections) {
  auto options = quick_options();
  options.connections = 2;
  start(options);
  auto first = std::make_unique<Client>(port());
  Client second(port());
  EXPECT_EQ(first->ask(request("GET", "/api/v1/constant")).status, 200);
  EXPECT_EQ(second.ask(request("GET", "/api/v1/constant")).status, 200);
  Client third(port());
  EXPECT_EQ(third.read().status, 503);
  first.reset();
  for (int i = 0; i < 100; ++i) {
    if (ask(request("GET", "/api/v1/constant")).status == 200) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ADD_FAILURE() << "a place that became free was not given again";
}

TEST_F(ServerTest, SlowClients) {
  auto options = quick_options();
  options.request_timeout = std::chrono::seconds(1);
  options.idle_timeout = std::chrono::seconds(1);
  start(options);
  const auto began = steady_clock::now();
  Client silent(port());
  Client half_header(port());
  half_header.send("GET /api/v1/constant HTTP/1.1\r\nHost:");
  Client half_body(port());
  half_body.send(
      request("POST", "/api/v1/notes", signed_in("member", {"Content-Type: application/json", "Content-Length: 20"})));
  Client idle(port());
  EXPECT_EQ(idle.ask(request("GET", "/api/v1/constant")).status, 200);
  // One that keeps dripping is no better.
  Client dripping(port());
  std::jthread drip([&](const std::stop_token& stop) {
    dripping.send("GET /api/v1/constant HTTP/1.1\r\n");
    while (!stop.stop_requested() && dripping.send("X-A: b\r\n"))
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
  });
  EXPECT_TRUE(silent.ended());
  EXPECT_EQ(half_header.read().code(), "request_timeout");
  EXPECT_EQ(half_body.read().code(), "request_timeout");
  EXPECT_TRUE(idle.ended());
  EXPECT_EQ(dripping.read().code(), "request_timeout");
  EXPECT_LT(steady_clock::now() - began, std::chrono::seconds(9));
  EXPECT_EQ(ask(request("GET", "/api/v1/constant")).status, 200);
  EXPECT_EQ(notes(), 1);
}

TEST_F(ServerTest, ClientsThatDoNotRead) {
  auto options = quick_options();
  options.request_timeout = std::chrono::seconds(1);
  start(options);
  Client deaf(port());
  std::string many;
  for (int i = 0; i < 100; ++i) many += request("GET", "/api/v1/large");
  deaf.send(many);
  // Once it is cut off, only the connection that asks is open.
  for (int i = 0; i < 100; ++i) {
    if (ask(request("GET", "/metrics")).body.find("yizheng_open_connections 1\n") != std::string::npos) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  ADD_FAILURE() << "a client that does not read holds its connection";
}

TEST_F(ServerTest, HalfClosedClientsStillGetTheirAnswer) {
  start();
  Client client(port());
  client.send(request("POST", "/api/v1/notes", signed_in("member"), R"({"title":"a"})"));
  client.end_sending();
  EXPECT_EQ(client.read().status, 201);
  EXPECT_TRUE(client.ended());
  Client partial(port());
  partial.send("GET / HT");
  partial.end_sending();
  EXPECT_TRUE(partial.ended());
}

TEST_F(ServerTest, StopLetsRequestsFinish) {
  start();
  Client slow(port());
  Client idle(port());
  EXPECT_EQ(idle.ask(request("GET", "/api/v1/constant")).status, 200);
  slow.send(request("GET", "/api/v1/slow"));
  while (!task_running_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  const auto began = steady_clock::now();
  const auto where = port();
  std::thread stopper([&] { server_->stop(); });
  const auto reply = slow.read();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header("connection"), "close");
  stopper.join();
  EXPECT_TRUE(idle.ended());
  EXPECT_LT(steady_clock::now() - began, std::chrono::milliseconds(4500));
  server_.reset();
  auto again = quick_options();
  again.listen = fmt::format("127.0.0.1:{}", where);
  start(again);
  EXPECT_EQ(ask(request("GET", "/api/v1/constant")).status, 200);
}

TEST_F(ServerTest, StopUnderLoad) {
  start();
  std::atomic<bool> go = true;
  std::atomic<int> created = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 6; ++i) {
    clients.emplace_back([&, where = port()] {
      Client client(where);
      while (go) {
        const auto reply = client.ask(request("POST", "/api/v1/notes", signed_in("member"), R"({"title":"a"})"));
        if (reply.status != 201) break;
        ++created;
      }
    });
  }
  while (created < 20) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  server_->stop();
  go = false;
  for (auto& client : clients) client.join();
  // Every acknowledged note is there.
  EXPECT_GE(notes(), 1 + created);
}

TEST_F(ServerTest, StopWhilePeopleArrive) {
  // Whether two threads touch what accepts connections only ThreadSanitizer sees: ./yz test --sanitize thread.
  for (int round = 0; round < 20; ++round) {
    start();
    std::atomic<bool> go = true;
    std::atomic<int> arrived = 0;
    std::vector<std::thread> people;
    for (int i = 0; i < 3; ++i) {
      people.emplace_back([&, where = port()] {
        while (go) {
          Visit visit(where);
          arrived += visit.connected();
        }
      });
    }
    while (arrived < 20) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    server_->stop();
    EXPECT_FALSE(Visit(port()).connected());
    go = false;
    for (auto& one : people) one.join();
  }
}

TEST_F(ServerTest, AddressInUse) {
  start();
  auto options = quick_options();
  options.listen = fmt::format("127.0.0.1:{}", port());
  Server other(options, {}, *database_, authenticator_);
  try {
    other.start();
    ADD_FAILURE() << "two servers on one port";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "address_in_use");
  }
  options.listen = "nowhere";
  Server wrong(options, {}, *database_, authenticator_);
  EXPECT_THROW(wrong.start(), Problem);
}

TEST_F(ServerTest, TablesAreChecked) {
  const auto row = [](const char* path) {
    return get<Nothing, Nothing>(path, {.operation = "x"}, [](const Call<Nothing, Nothing>&, store::Connection&) {});
  };
  EXPECT_THROW(Server(quick_options(), {row("/a"), row("/a")}, *database_, authenticator_), std::logic_error);
  EXPECT_THROW(Server(quick_options(), {row("/{a}"), row("/{b}")}, *database_, authenticator_), std::logic_error);
  EXPECT_THROW(Server(quick_options(), {row("a")}, *database_, authenticator_), std::logic_error);
  EXPECT_NO_THROW(Server(quick_options(), {row("/{a}"), row("/b")}, *database_, authenticator_));
}

}  // namespace
}  // namespace yizheng::http::testing
