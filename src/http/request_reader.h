// Reads HTTP/1 requests from bytes as they arrive: Beast's parser, filling a Request directly.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace yizheng::http {

// What the header said beside the Request's own fields.
struct RequestHead {
  std::string method;  // as sent
  std::string target;  // as sent
  std::optional<std::uint64_t> content_length;
  bool chunked = false;
  bool http_1_0 = false;
  bool keep_alive = false;
  bool expects_continue = false;

  bool has_body() const { return chunked || content_length.value_or(0) > 0; }
};

class RequestReader {
 public:
  explicit RequestReader(std::size_t header_limit);
  ~RequestReader();

  enum class Step { NEED_MORE, HEADER_READ, COMPLETE };
  struct Progress {
    Step step = Step::NEED_MORE;
    std::size_t consumed = 0;  // bytes of `data` the caller drops
  };

  // Begins the next request, into `request`, which must live until it is complete.
  void start(Request& request);
  // Takes the bytes not yet consumed. HEADER_READ is told once, before any of the body is read. Throws Problem 400
  // `bad_request`, 413 `body_too_large`, 431 `header_too_large`; the connection cannot go on after it.
  Progress feed(std::string_view data);
  const RequestHead& head() const;
  // Between HEADER_READ and the body: its greatest size, chunked or not.
  void limit_body(std::size_t bytes);

 private:
  struct Parser;
  const std::size_t header_limit_;
  std::unique_ptr<Parser> parser_;
};

Problem body_too_large(std::size_t limit);

}  // namespace yizheng::http
