#include "http/request_reader.h"

#include <boost/beast/http/basic_parser.hpp>

namespace yizheng::http {
namespace {

namespace beast = boost::beast;

Problem bad_request(std::string_view why) {
  return Problem(400, "bad_request", "请求不符合 HTTP/1.1 规范,请检查客户端或代理。",
                 fmt::format("This is not a well-formed HTTP/1.1 request ({}). Check the client or the proxy.", why));
}

std::string lower_case(beast::string_view text) {
  std::string out(text.data(), text.size());
  for (auto& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

}  // namespace

Problem body_too_large(std::size_t limit) {
  return Problem(413, "body_too_large", fmt::format("请求内容超过 {} 字节的上限,请精简或分次提交。", limit),
                 fmt::format("The body is larger than the limit of {} bytes. Shorten it or send it in parts.", limit));
}

struct RequestReader::Parser {
  // Made anew for each request, in place.
  struct Message : beast::http::basic_parser<true> {
    Message(Request& request_, RequestHead& head_) : request(request_), head(head_) {}

    Request& request;
    RequestHead& head;
    bool in_trailer = false;
    bool two_hosts = false;
    bool odd_encoding = false;

    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                         beast::error_code&) override {
      head.method.assign(method.data(), method.size());
      head.target.assign(target.data(), target.size());
      head.http_1_0 = version < 11;
    }
    void on_response_impl(int, beast::string_view, int, beast::error_code&) override {}
    void on_field_impl(beast::http::field field, beast::string_view name, beast::string_view value,
                       beast::error_code&) override {
      if (in_trailer) return;  // a trailer cannot change what was already decided
      if (field == beast::http::field::transfer_encoding && !beast::iequals(value, "chunked")) odd_encoding = true;
      auto [at, is_new] = request.headers.try_emplace(lower_case(name), value.data(), value.size());
      if (is_new) return;
      if (field == beast::http::field::host) two_hosts = true;
      at->second.append(field == beast::http::field::cookie ? "; " : ", ").append(value.data(), value.size());
    }
    void on_header_impl(beast::error_code&) override { in_trailer = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, beast::error_code&) override {
      // At most what the limit allows; a sender who promises much and sends little costs little.
      if (length) request.body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(*length, 1 << 20)));
    }
    std::size_t on_body_impl(beast::string_view data, beast::error_code&) override {
      request.body.append(data.data(), data.size());
      return data.size();
    }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view data, beast::error_code&) override {
      request.body.append(data.data(), data.size());
      return data.size();
    }
    void on_finish_impl(beast::error_code&) override {}
  };

  std::optional<Message> message;
  RequestHead head;
  std::size_t body_limit = 0;
  bool header_told = false;

  void finish_header() {
    const auto& request = message->request;
    if (message->odd_encoding || (head.http_1_0 && message->chunked())) throw bad_request("transfer encoding");
    // RFC 9112 §3.2: exactly one Host in HTTP/1.1.
    if (message->two_hosts || (!head.http_1_0 && !request.headers.contains("host"))) throw bad_request("Host");
    head.chunked = message->chunked();
    if (const auto length = message->content_length()) head.content_length = *length;
    head.keep_alive = message->keep_alive();
    head.expects_continue = !head.http_1_0 && beast::iequals(request.header("expect"), "100-continue");
  }
};

RequestReader::RequestReader(std::size_t header_limit)
    : header_limit_(header_limit), parser_(std::make_unique<Parser>()) {}
RequestReader::~RequestReader() = default;

void RequestReader::start(Request& request) {
  auto& parser = *parser_;
  parser.head = {};
  parser.header_told = false;
  parser.message.emplace(request, parser.head);
  parser.message->header_limit(static_cast<std::uint32_t>(header_limit_));
  parser.message->body_limit(boost::none);  // known only with the route, see limit_body
}

void RequestReader::limit_body(std::size_t bytes) {
  parser_->body_limit = bytes;
  parser_->message->body_limit(bytes);
  parser_->message->eager(true);
}

const RequestHead& RequestReader::head() const { return parser_->head; }

RequestReader::Progress RequestReader::feed(std::string_view data) {
  auto& parser = *parser_;
  auto& message = *parser.message;
  Progress progress;
  for (;;) {
    if (message.is_header_done() && !parser.header_told) {
      parser.finish_header();
      parser.header_told = true;
      progress.step = Step::HEADER_READ;
      return progress;
    }
    if (message.is_done()) {
      progress.step = Step::COMPLETE;
      return progress;
    }
    if (data.empty()) return progress;
    beast::error_code error;
    const auto used = message.put(boost::asio::const_buffer(data.data(), data.size()), error);
    progress.consumed += used;
    data.remove_prefix(used);
    if (error == beast::http::error::need_more) return progress;
    if (error == beast::http::error::header_limit) {
      throw Problem(431, "header_too_large", "请求头过大,请清除本站的 Cookie 后重试。",
                    "The request header is too large. Clear this site's cookies and try again.");
    }
    if (error == beast::http::error::body_limit) throw body_too_large(parser.body_limit);
    if (error) throw bad_request(error.message());
  }
}

}  // namespace yizheng::http
