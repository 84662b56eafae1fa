// For tests, here and in later rooms: a client that writes bytes; and a server with a few routes on a database of its
// own.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "http/server.h"
#include "store/testing.h"

namespace yizheng::http::testing {

struct Reply {
  int status = 0;                              // 0: the connection ended without an answer
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
  std::string head;  // as received

  std::string header(const std::string& name) const;
  std::string code() const;  // of a problem
};

// One connection. Reads give up after 10 seconds.
class Client {
 public:
  explicit Client(std::uint16_t port);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool send(std::string_view bytes);
  Reply read(bool head_only = false);
  Reply ask(std::string_view bytes) {
    send(bytes);
    return read();
  }
  bool ended();  // the server has closed, and sent nothing more
  void end_sending();

 private:
  bool fill();
  int socket_ = -1;
  std::string buffer_;
};

// A request as text; a body adds Content-Length and, unless given, Content-Type: application/json.
std::string request(std::string_view method, std::string_view target, std::vector<std::string> headers = {},
                    std::string_view body = "");
// Headers of a signed-in caller, with the proof against CSRF.
std::vector<std::string> signed_in(const std::string& session, std::vector<std::string> more = {});

// Sessions: "member" may note.write, "reader" may nothing, "first" must change the password,
// "lost" cannot be looked up.
class FakeAuthenticator : public Authenticator {
 public:
  std::shared_ptr<const Caller> caller_of(std::string_view session, const Request& request,
                                          store::Database& database) override;
};

class ServerTest : public ::testing::Test {
 protected:
  explicit ServerTest(store::Engine engine = store::Engine::SQLITE);
  ~ServerTest() override;
  void start(ServerOptions options = quick_options());
  static ServerOptions quick_options();
  std::uint16_t port() const { return server_->port(); }
  Reply ask(std::string_view bytes);  // on a connection of its own
  std::int64_t notes();               // in the database
  store::testing::Folder folder_;
  store::testing::FreshDatabase database_;
  FakeAuthenticator authenticator_;
  std::atomic<bool> task_running_ = false;
  std::unique_ptr<Server> server_;
};

// The same on each engine.
class EngineTest : public ServerTest, public ::testing::WithParamInterface<store::Engine> {
 protected:
  EngineTest() : ServerTest(GetParam()) {}
};

// The notes: GET /api/v1/notes?limit=, GET/PUT/DELETE /api/v1/notes/{id}, POST /api/v1/notes, POST
// /api/v1/notes/{id}/fail, POST /api/v1/uploads, GET /api/v1/slow, GET /api/v1/breaks, GET /api/v1/large, GET
// /api/v1/self, POST /api/v1/sign-in.
Routes note_routes(std::atomic<bool>& task_running);

}  // namespace yizheng::http::testing
