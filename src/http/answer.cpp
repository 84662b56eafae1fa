// Answers of handlers, without their types.
#include "http/route.h"

namespace yizheng::http::detail {
namespace {

// RFC 8187: everything but attr-char is percent-encoded.
std::string extended_value(std::string_view text) {
  static constexpr char hex[] = "0123456789ABCDEF";
  static constexpr std::string_view plain = "!#$&+-.^_`|~";
  std::string out = "UTF-8''";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (letter || plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += hex[byte >> 4];
      out += hex[byte & 15];
    }
  }
  return out;
}

}  // namespace

Response no_content(const RouteInfo& info) {
  Response response;
  response.status = info.success == 200 ? 204 : info.success;
  response.content_type.clear();
  return response;
}

Response json_answer(const RouteInfo& info, std::string body) {
  Response response;
  response.status = info.success;
  response.body = std::move(body);
  return response;
}

Response raw_answer(const RouteInfo& info, Raw raw) {
  Response response;
  response.status = info.success;
  response.content_type = std::move(raw.content_type);
  response.body = std::move(raw.body);
  if (!raw.file_name.empty()) {
    std::string ascii;  // for clients that do not know filename*
    for (const char c : raw.file_name) ascii += c > 0x20 && c < 0x7F && c != '"' && c != '\\' ? c : '_';
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"" + ascii + "\"; filename*=" + extended_value(raw.file_name));
  }
  return response;
}

void add_version(Response& response, std::int64_t version) {
  response.headers.emplace_back("ETag", "\"" + std::to_string(version) + "\"");
}

}  // namespace yizheng::http::detail
