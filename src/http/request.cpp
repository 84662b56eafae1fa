#include <charconv>

#include "http/json_body.h"
#include "http/route.h"

namespace yizheng::http {

std::string_view Request::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : found->second;
}

std::optional<std::string_view> Request::parameter(std::string_view name) const {
  for (const auto& [key, value] : query) {
    if (key == name) return value;
  }
  return std::nullopt;
}

namespace detail {

std::string path_text(const Request& request, std::string_view name) {
  const auto found = request.path_parameters.find(name);
  if (found == request.path_parameters.end()) {
    throw std::logic_error("the route has no path parameter {" + std::string(name) + "}");
  }
  return found->second;
}

Id path_id(const Request& request, std::string_view name) {
  const auto id = parse_id(path_text(request, name));
  if (!id) throw not_found("这条记录", "record");
  return *id;
}

std::optional<std::int64_t> if_match(const Request& request) {
  const auto text = request.header("if-match");
  if (text.empty()) return std::nullopt;
  std::int64_t version = 0;
  const bool quoted = text.size() >= 3 && text.front() == '"' && text.back() == '"';
  const auto [end, error] = quoted ? std::from_chars(text.data() + 1, text.data() + text.size() - 1, version)
                                   : std::from_chars_result{text.data(), std::errc::invalid_argument};
  if (error != std::errc{} || end != text.data() + text.size() - 1 || version < 0) {
    throw Problem(400, "invalid_if_match", "If-Match 应为读取该记录时得到的 ETag,例如 \"7\"。请重新读取后再修改。",
                  "If-Match must be the ETag you got when reading the record, such as \"7\". Read it again, then edit.",
                  "If-Match");
  }
  return version;
}

std::int64_t required_if_match(const Request& request) {
  const auto version = if_match(request);
  if (!version) {
    throw Problem(
        428, "if_match_required", "修改须带 If-Match(读取该记录时得到的 ETag),以免覆盖他人的修改。",
        "An edit needs If-Match (the ETag you got when reading the record), so as not to overwrite another's.",
        "If-Match");
  }
  return *version;
}

const json::value& json_of(const Request& request, json::value& scratch, bool required) {
  if (request.json) return *request.json;
  if (request.body.empty()) {
    if (required) {
      throw Problem(400, "body_required", "请求缺少内容,请以 JSON 提交。",
                    "The request has no body. Send one as JSON.");
    }
    return scratch;
  }
  scratch = parse_json_body(request.body);
  return scratch;
}

}  // namespace detail
}  // namespace yizheng::http
