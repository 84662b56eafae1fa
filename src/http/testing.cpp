// What the server's tests stand on; see testing.h.
#include "http/testing.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace yizheng::http::testing {

std::string Reply::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

std::string Reply::code() const {
  boost::system::error_code error;
  const auto value = json::parse(body, error);
  if (error || !value.is_object() || !value.as_object().contains("code")) return "no problem: " + body;
  return std::string(value.at("code").as_string());
}

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  timeval patience{10, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) ADD_FAILURE() << "cannot connect";
}

Client::~Client() { ::close(socket_); }

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool Client::fill() {
  char piece[16384];
  const auto count = ::recv(socket_, piece, sizeof piece, 0);
  if (count <= 0) return false;
  buffer_.append(piece, static_cast<std::size_t>(count));
  return true;
}

Reply Client::read(bool head_only) {
  Reply reply;
  std::size_t end;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) return reply;
  }
  reply.head = buffer_.substr(0, end + 2);
  buffer_.erase(0, end + 4);
  reply.status = std::atoi(reply.head.c_str() + 9);
  for (auto at = reply.head.find("\r\n") + 2; at < reply.head.size();) {
    const auto line = reply.head.substr(at, reply.head.find("\r\n", at) - at);
    at += line.size() + 2;
    auto name = line.substr(0, line.find(':'));
    for (auto& c : name) c = static_cast<char>(std::tolower(c));
    reply.headers[name] = line.substr(line.find(':') + 2);
  }
  const auto size = head_only ? 0 : static_cast<std::size_t>(std::atoll(reply.header("content-length").c_str()));
  while (buffer_.size() < size) {
    if (!fill()) return {};
  }
  reply.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return reply;
}

bool Client::ended() { return buffer_.empty() && !fill() && buffer_.empty(); }
void Client::end_sending() { ::shutdown(socket_, SHUT_WR); }

std::string request(std::string_view method, std::string_view target, std::vector<std::string> headers,
                    std::string_view body) {
  std::string out = fmt::format("{} {} HTTP/1.1\r\nHost: localhost\r\n", method, target);
  bool typed = false;
  for (const auto& header : headers) {
    out += header + "\r\n";
    typed = typed || header.starts_with("Content-Type:");
  }
  if (!body.empty()) {
    if (!typed) out += "Content-Type: application/json\r\n";
    out += fmt::format("Content-Length: {}\r\n", body.size());
  }
  return out + "\r\n" + std::string(body);
}

std::vector<std::string> signed_in(const std::string& session, std::vector<std::string> more) {
  more.push_back("Cookie: theme=dark; yizheng_session=" + session);
  more.push_back("X-CSRF-Token: token-of-" + session);
  return more;
}

std::shared_ptr<const Caller> FakeAuthenticator::caller_of(std::string_view session, const Request&, store::Database&) {
  auto caller = std::make_shared<Caller>();
  caller->committee_id = Id{1};
  caller->csrf_token = "token-of-" + std::string(session);
  if (session == "member") {
    caller->account_id = Id{11};
    caller->permissions = {"note.write"};
  } else if (session == "reader") {
    caller->account_id = Id{12};
  } else if (session == "first") {
    caller->account_id = Id{13};
    caller->must_change_password = true;
    caller->permissions = {"note.write"};
  } else if (session == "lost") {
    throw Problem(503, "database_unavailable", "数据库暂时不可用。", "The database is not available.");
  } else {
    return nullptr;
  }
  return caller;
}

namespace {

struct NoteRow {
  Id id;
  std::string title;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(NoteRow, (), (id, title, version))

struct NoteInput {
  std::string title;
  std::optional<json::value> extra;
};
BOOST_DESCRIBE_STRUCT(NoteInput, (), (title, extra))

struct NoteQuery {
  int limit = 20;
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(NoteQuery, (), (limit, text))

struct UploadResult {
  std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(UploadResult, (), (size))

NoteRow note_of(store::Connection& db, Id id) {
  const auto row = db.select_one<NoteRow>("SELECT id, title, version FROM notes WHERE id = ?", id);
  return row ? *row : throw not_found("这条笔记", "note");
}

}  // namespace

Routes note_routes(std::atomic<bool>& task_running) {
  using store::Connection;
  using store::Database;
  using store::Write;
  Routes routes;
  routes.push_back(get<NoteQuery, Page<NoteRow>>(
      "/api/v1/notes", {.operation = "note.list"}, [](const Call<NoteQuery, Nothing>& call, Connection& db) {
        return Page<NoteRow>{
            db.select<NoteRow>("SELECT id, title, version FROM notes ORDER BY id LIMIT ?", call.query.limit),
            std::nullopt};
      }));
  routes.push_back(get<Nothing, NoteRow>("/api/v1/notes/{id}", {.operation = "note.get"},
                                         [](const Call<Nothing, Nothing>& call, Connection& db) {
                                           auto note = note_of(db, call.id());
                                           const auto version = note.version;
                                           return Versioned<NoteRow>{std::move(note), version};
                                         }));
  routes.push_back(post<NoteInput, NoteRow>(
      "/api/v1/notes",
      {.operation = "note.create", .permission = "note.write", .body_limit = 4096, .idempotent = true, .success = 201},
      [](const Call<Nothing, NoteInput>& call, Write& write) {
        NoteRow note{new_id(), call.body.title, 1};
        write.db.insert("notes", note);
        const auto place = "/api/v1/notes/" + to_string(note.id);
        return WithHeaders<Versioned<NoteRow>>{{std::move(note), 1}, {{"Location", place}}};
      }));
  routes.push_back(put<NoteInput, Nothing>(
      "/api/v1/notes/{id}", {.operation = "note.edit", .permission = "note.write"},
      [](const Call<Nothing, NoteInput>& call, Write& write) {
        auto note = note_of(write.db, call.id());
        if (note.version != call.required_if_match()) {
          throw Problem(412, "changed_meanwhile", "已被修改。", "Changed.");
        }
        write.db.execute("UPDATE notes SET title = ?, version = version + 1 WHERE id = ?", call.body.title, note.id);
      }));
  routes.push_back(remove<Nothing, Nothing>("/api/v1/notes/{id}",
                                            {.operation = "note.remove", .permission = "note.write"},
                                            [](const Call<Nothing, Nothing>& call, Write& write) {
                                              write.db.execute("DELETE FROM notes WHERE id = ?", call.id());
                                              return Nothing{};
                                            }));
  routes.push_back(post<NoteInput, Nothing>("/api/v1/notes/{id}/fail", {.operation = "note.fail", .idempotent = true},
                                            [](const Call<Nothing, NoteInput>& call, Write& write) -> Nothing {
                                              write.db.insert("notes", NoteRow{new_id(), call.body.title, 1});
                                              throw std::runtime_error("deliberate");
                                            }));
  routes.push_back(task_post<Nothing, UploadResult>(
      "/api/v1/uploads",
      {.operation = "upload", .permission = "note.write", .body_limit = 4 * 1024 * 1024, .raw_body = true},
      [](const Call<Nothing, Nothing>& call, Database&) {
        return UploadResult{static_cast<std::int64_t>(call.request.body.size())};
      }));
  routes.push_back(task_get<Nothing, UploadResult>("/api/v1/slow", {.operation = "slow", .anonymous = true},
                                                   [&task_running](const Call<Nothing, Nothing>&, Database&) {
                                                     task_running = true;
                                                     std::this_thread::sleep_for(std::chrono::milliseconds(400));
                                                     return UploadResult{1};
                                                   }));
  routes.push_back(get<Nothing, UploadResult>(
      "/api/v1/breaks", {.operation = "breaks", .anonymous = true},
      [](const Call<Nothing, Nothing>&, Connection&) -> UploadResult { throw std::runtime_error("deliberate"); }));
  routes.push_back(get<Nothing, std::vector<std::string>>(
      "/api/v1/large", {.operation = "large", .anonymous = true},
      [](const Call<Nothing, Nothing>&, Connection&) { return std::vector<std::string>(20'000, "政协委员提案"); }));
  routes.push_back(get<Nothing, UploadResult>(
      "/api/v1/self", {.operation = "self", .while_password_must_change = true},
      [](const Call<Nothing, Nothing>& call, Connection&) { return UploadResult{call.caller.account_id.value}; }));
  routes.push_back(task_post<NoteInput, Nothing>("/api/v1/sign-in", {.operation = "sign_in", .anonymous = true},
                                                 [](const Call<Nothing, NoteInput>&, Database&) { return Nothing{}; }));
  return routes;
}

ServerTest::ServerTest(store::Engine engine) : database_(engine, store::store_migrations()) {
  database_->write_and_wait([](store::Write& write) {
    write.db.execute(
        "CREATE TABLE notes (id BIGINT NOT NULL PRIMARY KEY, title TEXT NOT NULL, version BIGINT NOT NULL)");
    write.db.insert("notes", NoteRow{Id{7}, "第一条", 3});
  });
}

ServerTest::~ServerTest() { server_.reset(); }

ServerOptions ServerTest::quick_options() {
  ServerOptions options;
  options.listen = "127.0.0.1:0";
  options.io_threads = 2;
  options.worker_threads = 2;
  options.secure_cookies = false;
  options.log_requests = false;
  return options;
}

void ServerTest::start(ServerOptions options) {
  server_ = std::make_unique<Server>(std::move(options), note_routes(task_running_), *database_, authenticator_);
  server_->start();
}

Reply ServerTest::ask(std::string_view bytes) {
  Client client(port());
  return client.ask(bytes);
}

std::int64_t ServerTest::notes() {
  return database_->read(
      [](store::Connection& db) { return *db.select_one<std::int64_t>("SELECT COUNT(*) FROM notes"); });
}

}  // namespace yizheng::http::testing
