#include "http/wire.h"

#include <ctime>

#include "http/problem_response.h"

namespace yizheng::http {
namespace {

// IMF-fixdate (RFC 9110 §5.6.7), made once a second and thread.
std::string_view http_date() {
  thread_local std::time_t made_for = 0;
  thread_local char text[40];
  thread_local std::size_t size = 0;
  const std::time_t seconds = std::time(nullptr);
  if (seconds != made_for) {
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    size = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
    made_for = seconds;
  }
  return {text, size};
}

// A handler's text must not end its header and begin another.
void append_value(std::string& out, std::string_view value) {
  for (const char c : value) {
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') out += c;
  }
}

}  // namespace

FixedHeaders::FixedHeaders(bool secure) {
  std::string common =
      "X-Content-Type-Options: nosniff\r\n"
      "Referrer-Policy: same-origin\r\n"
      "X-Frame-Options: DENY\r\n"
      "Cross-Origin-Opener-Policy: same-origin\r\n"
      "Cross-Origin-Resource-Policy: same-origin\r\n"
      "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";
  if (secure) common += "Strict-Transport-Security: max-age=31536000\r\n";
  api = common + "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
  // Element Plus sets style attributes; scripts only ever come from files of ours.
  page = common +
         "Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
         "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
         "form-action 'self'; frame-ancestors 'none'\r\n";
}

void write_head(std::string& out, const Answer& answer, const Exchange& exchange, const FixedHeaders& fixed,
                bool http_1_0, bool keep_alive) {
  const auto& response = answer.response;
  out += "HTTP/1.1 ";
  out += std::to_string(response.status);
  out += ' ';
  out += reason_phrase(response.status);
  out += "\r\nDate: ";
  out += http_date();
  if (!response.content_type.empty()) {
    out += "\r\nContent-Type: ";
    append_value(out, response.content_type);
  }
  if (response.status != 204 && response.status != 304) {  // RFC 9110 §8.6
    out += "\r\nContent-Length: ";
    out += std::to_string(answer.kept ? answer.kept->size() : response.body.size());
  }
  bool caches = false;
  for (const auto& [name, value] : response.headers) {
    out += "\r\n";
    out += name;
    out += ": ";
    append_value(out, value);
    caches = caches || name == "Cache-Control";
  }
  if (!caches) out += "\r\nCache-Control: no-store";
  if (!exchange.request.request_id.empty()) {
    out += "\r\nX-Request-Id: ";
    out += exchange.request.request_id;
  }
  if (!keep_alive) {
    out += "\r\nConnection: close";
  } else if (http_1_0) {
    out += "\r\nConnection: keep-alive";
  }
  out += "\r\n";
  out += answer.page ? fixed.page : fixed.api;
  out += "\r\n";
}

}  // namespace yizheng::http
