// Requests as bytes: the header, the target, the query and the body are read or refused with a Problem; the second
// byte run cuts the same bytes elsewhere and must come to the same end.
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "http/checks.h"
#include "http/compression.h"
#include "http/problem_response.h"
#include "http/request_reader.h"

namespace {

using namespace yizheng;
using Step = http::RequestReader::Step;

// What a connection would make of the bytes; nullopt where it refuses them.
std::optional<http::Request> read(std::string_view bytes, std::size_t piece) {
  http::Request request;
  http::RequestReader reader(4096);
  reader.start(request);
  try {
    std::size_t given = 0;
    std::size_t consumed = 0;
    for (;;) {
      const auto progress = reader.feed(bytes.substr(consumed, given - consumed));
      consumed += progress.consumed;
      if (progress.step == Step::COMPLETE) break;
      if (progress.step == Step::HEADER_READ) {
        reader.limit_body(2048);
        continue;
      }
      if (given == bytes.size()) return std::nullopt;
      given = std::min(bytes.size(), given + piece);
    }
    const auto target = http::parse_target(reader.head().target);
    request.path = target.path;
    request.query = http::parse_query(target.query);
  } catch (const Problem&) {
    return std::nullopt;
  }
  if (request.body.size() > 2048 || request.path.find('\0') != std::string::npos) std::abort();
  http::preferred_language(request.header("accept-language"));
  http::accepts_encoding(request.header("accept-encoding"), "br");
  http::cookie_value(request.header("cookie"), "yizheng_session");
  http::client_address("127.0.0.1", request.header("x-forwarded-for"), {"127.0.0.1"});
  return request;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto whole = read(bytes, bytes.size() + 1);
  const auto pieces = read(bytes, 7);
  if (whole.has_value() != pieces.has_value()) std::abort();
  if (whole && (whole->path != pieces->path || whole->body != pieces->body || whole->headers != pieces->headers)) {
    std::abort();
  }
  return 0;
}
