#include "http/listener.h"

#include <sys/resource.h>
#include <sys/socket.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <thread>

#include "base/log.h"
#include "http/connections.h"

namespace yizheng::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using error_code = boost::system::error_code;
// Concrete executors: the type-erased ones cost an allocation here and there.
using Executor = asio::io_context::executor_type;
template <class T>
using Awaitable = asio::awaitable<T, Executor>;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
constexpr asio::use_awaitable_t<Executor> use_awaitable;

using std::chrono::milliseconds;

constexpr std::size_t read_size = 8 * 1024;
constexpr std::size_t body_read_size = 64 * 1024;
constexpr std::size_t together_size = 16 * 1024;  // smaller bodies are copied behind their header
constexpr std::size_t drain_size = 1024 * 1024;
constexpr milliseconds drain_time{2000};
constexpr std::size_t slowest_bytes_per_second = 16 * 1024;  // what a sender of a large body must keep up

// What all connections share.
struct Shared {
  const ServerOptions& options;
  Dispatcher& dispatcher;
  Metrics& metrics;
  const FixedHeaders fixed;
  Connections connections;
  std::atomic<bool> stopping = false;
  // Threads of others (the writer's, the workers') that post an answer: one may still be in there when all is answered.
  std::atomic<int> handing_over = 0;
};

// The bytes received and not yet consumed.
class Inbox {
 public:
  std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }
  bool empty() const { return begin_ == end_; }
  void drop(std::size_t count) {
    begin_ += count;
    if (begin_ == end_) begin_ = end_ = 0;
  }
  asio::mutable_buffer space(std::size_t wanted) {
    if (bytes_.size() - end_ < wanted) {
      std::copy(bytes_.begin() + static_cast<std::ptrdiff_t>(begin_),
                bytes_.begin() + static_cast<std::ptrdiff_t>(end_), bytes_.begin());
      end_ -= begin_;
      begin_ = 0;
      if (bytes_.size() - end_ < wanted) bytes_.resize(end_ + wanted);
    }
    return asio::buffer(bytes_.data() + end_, wanted);
  }
  void received(std::size_t count) { end_ += count; }
  // An idle connection keeps little.
  void shrink() {
    if (empty() && bytes_.size() > 2 * read_size) std::vector<char>().swap(bytes_);
  }

 private:
  std::vector<char> bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

class Connection {
 public:
  Connection(Socket socket, Shared& shared)
      : socket_(std::move(socket)),
        shared_(shared),
        link_(socket_.native_handle()),
        reader_(shared.options.header_limit) {
    shared_.connections.add(link_);
    ++shared_.metrics.open_connections;
  }
  ~Connection() {
    link_.closed();
    shared_.connections.remove(link_);
    --shared_.metrics.open_connections;
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Awaitable<void> serve() {
    error_code error;
    socket_.set_option(tcp::no_delay(true), error);
    socket_.non_blocking(true, error);
    const auto peer = socket_.remote_endpoint(error);
    if (error) co_return;
    const auto address = peer.address().to_string();
    for (int served = 1;; ++served) {
      Exchange exchange;
      exchange.request.remote_address = address;
      if (!co_await read_header(exchange, served == 1)) break;
      auto answer = std::move(refusal_);
      refusal_.reset();
      keep_alive_ = keep_alive_ && served < shared_.options.requests_per_connection && !shared_.stopping;
      if (!answer) answer = shared_.dispatcher.begin(exchange, reader_.head());
      if (!broken_ && reader_.head().has_body() && !co_await read_body(exchange, answer)) break;
      if (!answer) {
        link_.enter(Link::Phase::RUNNING);
        answer = shared_.dispatcher.run(exchange);
        if (!answer) answer = co_await run_elsewhere(exchange);
      }
      shared_.dispatcher.finish(exchange, *answer);
      if (shared_.stopping) keep_alive_ = false;
      // Before the sending: who has the answer finds it counted.
      shared_.dispatcher.record(exchange, answer->response.status);
      if (!compose(exchange, *answer) && !co_await send_rest()) break;
      if (!keep_alive_) {
        if (unread_) co_await linger();
        break;
      }
    }
  }

 private:
  // One read; false at the end of the stream or after a time-out.
  Awaitable<bool> receive(std::size_t wanted) {
    error_code error;
    const auto count =
        co_await socket_.async_read_some(inbox_.space(wanted), asio::redirect_error(use_awaitable, error));
    if (error || count == 0 || link_.timed_out()) co_return false;
    inbox_.received(count);
    co_return true;
  }

  // Feeds what has arrived. A malformed request becomes refusal_, after which nothing of the stream can be trusted.
  RequestReader::Step feed(Exchange& exchange) {
    try {
      const auto progress = reader_.feed(inbox_.view());
      inbox_.drop(progress.consumed);
      return progress.step;
    } catch (const Problem& problem) {
      break_off(exchange, problem);
      return RequestReader::Step::COMPLETE;
    }
  }

  void break_off(Exchange& exchange, const Problem& problem) {
    if (exchange.request.request_id.empty()) {
      exchange.started = std::chrono::steady_clock::now();
      exchange.request.request_id = to_string(new_id());
      exchange.request.caller = std::make_shared<const Caller>();
    }
    refusal_ = shared_.dispatcher.refuse(exchange, problem);
    broken_ = unread_ = true;
    keep_alive_ = false;
  }

  // False when the connection is to end without an answer.
  Awaitable<bool> read_header(Exchange& exchange, bool first) {
    reader_.start(exchange.request);
    const auto& options = shared_.options;
    if (inbox_.empty()) {
      inbox_.shrink();
      std::string().swap(body_);
      kept_ = nullptr;
      link_.enter(Link::Phase::IDLE,
                  first ? std::min(options.idle_timeout, options.request_timeout) : options.idle_timeout);
      if (shared_.stopping || !co_await receive(read_size)) co_return false;
    }
    link_.enter(Link::Phase::READING, options.request_timeout);
    for (;;) {
      if (feed(exchange) != RequestReader::Step::NEED_MORE) break;
      if (!co_await receive(read_size)) {
        if (!link_.timed_out()) co_return false;
        break_off(exchange, too_slow());
        break;
      }
    }
    if (!broken_) keep_alive_ = reader_.head().keep_alive;
    co_return true;
  }

  static Problem too_slow() {
    return Problem(408, "request_timeout", "请求发送过慢,连接已关闭,请检查网络后重试。",
                   "The request arrived too slowly and the connection is closed. Check the network and try again.");
  }

  // Reads the body; one that begin() has refused is thrown away where that is cheap, else the connection ends after
  // the answer. False when the connection is to end without an answer.
  Awaitable<bool> read_body(Exchange& exchange, std::optional<Answer>& answer) {
    const auto& head = reader_.head();
    const auto limit = shared_.dispatcher.body_limit(exchange);
    if (answer && (head.expects_continue || head.content_length.value_or(0) > limit || limit > drain_size)) {
      unread_ = true;
      keep_alive_ = false;
      co_return true;
    }
    reader_.limit_body(limit);
    if (head.expects_continue && inbox_.empty()) {
      error_code error;
      socket_.write_some(asio::buffer("HTTP/1.1 100 Continue\r\n\r\n", 25), error);
      if (error) co_return false;
    }
    const auto began = std::chrono::steady_clock::now();
    for (;;) {
      if (feed(exchange) == RequestReader::Step::COMPLETE) break;
      const auto received = exchange.request.body.size();
      const auto allowed = shared_.options.request_timeout + std::chrono::seconds(received / slowest_bytes_per_second);
      link_.enter(Link::Phase::READING,
                  std::chrono::duration_cast<milliseconds>(began + allowed - std::chrono::steady_clock::now()));
      if (!co_await receive(head.content_length.value_or(body_read_size) > read_size ? body_read_size : read_size)) {
        if (!link_.timed_out()) co_return false;
        break_off(exchange, too_slow());
        break;
      }
      if (inbox_.view().size() > 4 * body_read_size) {  // a chunk header that never ends
        break_off(exchange, body_too_large(limit));
        break;
      }
    }
    if (refusal_) {
      if (!answer) answer = std::move(refusal_);
      refusal_.reset();
    }
    co_return true;
  }

  Awaitable<Answer> run_elsewhere(Exchange& exchange) {
    return asio::async_initiate<const asio::use_awaitable_t<Executor>, void(Answer)>(
        [this, &exchange](auto handler) {
          auto executor = socket_.get_executor();
          auto kept = std::make_shared<decltype(handler)>(std::move(handler));
          // The coroutine may go on, on another thread, before defer returns: nothing of ours is touched after it.
          shared_.dispatcher.defer(exchange, [executor, kept, &shared = shared_](Answer answer) {
            ++shared.handing_over;
            asio::post(executor, [kept, made = std::move(answer)]() mutable { std::move (*kept)(std::move(made)); });
            --shared.handing_over;
          });
        },
        use_awaitable);
  }

  // Writes header and body with one system call if the socket takes them; true when all is sent.
  bool compose(const Exchange& exchange, Answer& answer) {
    out_.clear();
    rest_ = {};
    write_head(out_, answer, exchange, shared_.fixed, reader_.head().http_1_0, keep_alive_);
    body_.clear();
    kept_ = nullptr;
    const auto status = answer.response.status;
    if (!exchange.head_only && status != 204 && status != 304) {
      if (answer.kept) {
        kept_ = std::move(answer.kept);
        rest_ = *kept_;
      } else if (answer.response.body.size() <= together_size) {
        out_ += answer.response.body;
      } else {
        body_ = std::move(answer.response.body);
        rest_ = body_;
      }
    }
    front_ = out_;
    link_.enter(Link::Phase::WRITING, shared_.options.request_timeout);
    error_code error;
    advance(socket_.write_some(buffers(), error));
    return front_.empty() && rest_.empty();
  }

  // What the socket did not take at once. Each piece taken renews the deadline.
  Awaitable<bool> send_rest() {
    while (!front_.empty() || !rest_.empty()) {
      link_.enter(Link::Phase::WRITING, shared_.options.request_timeout);
      error_code error;
      const auto count = co_await socket_.async_write_some(buffers(), asio::redirect_error(use_awaitable, error));
      if (error) co_return false;
      advance(count);
    }
    co_return true;
  }

  std::array<asio::const_buffer, 2> buffers() const {
    return {asio::const_buffer(front_.data(), front_.size()), asio::const_buffer(rest_.data(), rest_.size())};
  }
  void advance(std::size_t count) {
    const auto of_front = std::min(count, front_.size());
    front_.remove_prefix(of_front);
    rest_.remove_prefix(count - of_front);
  }

  // Closing a socket that has unread bytes makes the kernel reset the connection, and the peer may lose the answer: end
  // our side and read on for a moment.
  Awaitable<void> linger() {
    error_code error;
    socket_.shutdown(Socket::shutdown_send, error);
    if (error) co_return;
    link_.forget_timeout();
    link_.enter(Link::Phase::WRITING, drain_time);
    for (std::size_t drained = 0; drained < drain_size;) {
      inbox_.drop(inbox_.view().size());
      if (!co_await receive(read_size)) break;
      drained += inbox_.view().size();
    }
  }

  Socket socket_;
  Shared& shared_;
  Link link_;
  RequestReader reader_;
  Inbox inbox_;
  std::optional<Answer> refusal_;  // of a request that could not be parsed
  bool broken_ = false;            // after which the stream means nothing
  bool unread_ = false;            // the peer may still be sending
  bool keep_alive_ = false;
  std::string out_;   // header, and a small body
  std::string body_;  // a large one
  std::shared_ptr<const std::string> kept_;
  std::string_view front_, rest_;  // what is still to send
};

Problem wrong_listen(const std::string& listen) {
  return Problem(500, "invalid_listen", "监听地址“" + listen + "”有误,应为 主机:端口,例如 127.0.0.1:8080。",
                 "The address to listen on, \"" + listen + "\", must be HOST:PORT, such as 127.0.0.1:8080.");
}

tcp::endpoint parse_listen(asio::io_context& io, const std::string& listen) {
  const auto colon = listen.rfind(':');
  if (colon == std::string::npos) throw wrong_listen(listen);
  auto host = listen.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  error_code error;
  const auto found = tcp::resolver(io).resolve(host.empty() ? "0.0.0.0" : host, listen.substr(colon + 1),
                                               tcp::resolver::passive, error);
  if (error || found.empty()) throw wrong_listen(listen);
  return found.begin()->endpoint();
}

// Debian's soft limit of 1,024 files is less than our connections.
void allow_connections(int connections) {
  rlimit limit{};
  const auto wanted = static_cast<rlim_t>(connections) + 512;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min(wanted, limit.rlim_max);
  setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

struct Listener::State {
  State(const ServerOptions& options, Dispatcher& dispatcher, Metrics& metrics, int threads_)
      : shared{options, dispatcher, metrics, FixedHeaders(options.secure_cookies), {}, {}, {}},
        thread_count(threads_),
        io(threads_),
        acceptor(io),
        sweeper(io) {}

  Awaitable<void> accept() {
    for (;;) {
      error_code error;
      Socket socket = co_await acceptor.async_accept(asio::redirect_error(use_awaitable, error));
      if (shared.stopping) co_return;
      if (error) {  // out of files, most likely: what is open must end first
        log::warn("cannot accept a connection: {}", error.message());
        Timer pause(io, std::chrono::milliseconds(50));
        co_await pause.async_wait(asio::redirect_error(use_awaitable, error));
        continue;
      }
      if (shared.connections.count() >= static_cast<std::size_t>(shared.options.connections)) {
        ++shared.metrics.refused_connections;
        static constexpr std::string_view busy =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        socket.non_blocking(true, error);
        socket.write_some(asio::buffer(busy), error);
        continue;
      }
      auto connection = std::make_unique<Connection>(std::move(socket), shared);
      auto& served = *connection;
      asio::co_spawn(io.get_executor(), served.serve(),
                     [kept = std::move(connection)](std::exception_ptr thrown) mutable {
                       kept.reset();
                       if (!thrown) return;
                       try {
                         std::rethrow_exception(thrown);
                       } catch (const std::exception& exception) {
                         log::error("a connection ended: {}", exception.what());
                       }
                     });
    }
  }

  Awaitable<void> sweep() {
    while (!finished) {
      sweeper.expires_after(std::chrono::milliseconds(100));
      error_code error;
      co_await sweeper.async_wait(asio::redirect_error(use_awaitable, error));
      shared.connections.sweep();
    }
  }

  Shared shared;
  const int thread_count;
  asio::io_context io;
  Acceptor acceptor;
  Timer sweeper;
  std::optional<asio::executor_work_guard<Executor>> work;
  std::atomic<bool> finished = false;  // all connections have ended
  std::vector<std::thread> threads;
  std::uint16_t port = 0;
};

Listener::Listener(const ServerOptions& options, Dispatcher& dispatcher, Metrics& metrics, int threads)
    : state_(std::make_unique<State>(options, dispatcher, metrics, threads)) {}

Listener::~Listener() { stop(); }

std::uint16_t Listener::port() const { return state_->port; }

void Listener::start() {
  auto& state = *state_;
  const auto& listen = state.shared.options.listen;
  const auto endpoint = parse_listen(state.io, listen);
  allow_connections(state.shared.options.connections);
  try {
    state.acceptor.open(endpoint.protocol());
    state.acceptor.set_option(Acceptor::reuse_address(true));
    state.acceptor.bind(endpoint);
    state.acceptor.listen();
  } catch (const boost::system::system_error& error) {
    error_code ignored;
    state.acceptor.close(ignored);
    throw Problem(500, "address_in_use",
                  "无法在 " + listen + " 监听:该地址已被占用或不可用。请停止占用它的程序,或用 --listen 换一个端口。",
                  "Cannot listen on " + listen + " (" + error.code().message() +
                      "). Stop the program that uses it, or choose another with --listen.");
  }
  state.port = state.acceptor.local_endpoint().port();
  state.work.emplace(state.io.get_executor());
  const auto must_not_fail = [](std::exception_ptr thrown) {
    if (thrown) std::rethrow_exception(thrown);
  };
  asio::co_spawn(state.io.get_executor(), state.accept(), must_not_fail);
  asio::co_spawn(state.io.get_executor(), state.sweep(), must_not_fail);
  for (int i = 0; i < state.thread_count; ++i) {
    state.threads.emplace_back([&state] { state.io.run(); });
  }
}

void Listener::stop() {
  auto& state = *state_;
  if (state.threads.empty()) return;
  state.shared.stopping = true;
  // Not close(): the acceptor is accept()'s alone while threads run. This ends what accept() waits for just as well,
  // and whoever comes from now on is turned away.
  ::shutdown(state.acceptor.native_handle(), SHUT_RDWR);
  auto& connections = state.shared.connections;
  const auto wait_until = [&](std::chrono::steady_clock::time_point end) {
    while (connections.count() != 0 && std::chrono::steady_clock::now() < end) {
      connections.end_idle();  // again and again: a connection may become idle just now
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  };
  wait_until(std::chrono::steady_clock::now() + std::chrono::seconds(5));
  while (connections.count() != 0) {
    connections.end_all();
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  state.finished = true;
  state.work.reset();
  for (auto& thread : state.threads) thread.join();
  state.threads.clear();
  while (state.shared.handing_over != 0) std::this_thread::yield();
  error_code ignored;
  state.acceptor.close(ignored);
}

}  // namespace yizheng::http
