#include "http/json_body.h"

#include <boost/json/basic_parser_impl.hpp>

#include "http/text_check.h"

namespace yizheng::http {
namespace {

// Builds the value as json::parser does, and watches keys and NULs on the way.
struct Handler {
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);

  json::value_stack stack;
  std::vector<std::set<std::string, std::less<>>> keys;  // of each object that is open
  std::string key;                                       // the parts seen so far
  std::optional<std::string> repeated;
  bool holds_nul = false;

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_array_begin(json::error_code&) { return true; }
  bool on_array_end(std::size_t n, json::error_code&) {
    stack.push_array(n);
    return true;
  }
  bool on_object_begin(json::error_code&) {
    keys.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t n, json::error_code&) {
    keys.pop_back();
    stack.push_object(n);
    return true;
  }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    key.append(part.data(), part.size());
    stack.push_chars(part);
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code& error) {
    key.append(part.data(), part.size());
    if (!no_nul(key, error)) return false;
    if (!keys.back().insert(key).second) {
      repeated = key.substr(0, 80);
      error = json::error::syntax;
      return false;
    }
    key.clear();
    stack.push_key(part);
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code& error) {
    stack.push_chars(part);
    return no_nul(part, error);
  }
  bool on_string(json::string_view part, std::size_t, json::error_code& error) {
    stack.push_string(part);
    return no_nul(part, error);
  }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t number, json::string_view, json::error_code&) {
    stack.push_int64(number);
    return true;
  }
  bool on_uint64(std::uint64_t number, json::string_view, json::error_code&) {
    stack.push_uint64(number);
    return true;
  }
  bool on_double(double number, json::string_view, json::error_code&) {
    stack.push_double(number);
    return true;
  }
  bool on_bool(bool value, json::error_code&) {
    stack.push_bool(value);
    return true;
  }
  bool on_null(json::error_code&) {
    stack.push_null();
    return true;
  }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

  bool no_nul(std::string_view text, json::error_code& error) {
    if (text.find('\0') == std::string_view::npos) return true;
    holds_nul = true;
    error = json::error::syntax;
    return false;
  }
};

}  // namespace

json::value parse_json_body(std::string_view text, int depth) {
  check_text(text, "请求内容", "The request body");
  json::parse_options options;
  options.max_depth = static_cast<std::size_t>(depth);
  json::basic_parser<Handler> parser(options);
  parser.handler().stack.reset();
  json::error_code error;
  const auto used = parser.write_some(false, text.data(), text.size(), error);
  auto& handler = parser.handler();
  if (handler.holds_nul) throw invalid_text("请求内容", "The request body");
  if (handler.repeated) {
    throw Problem(400, "invalid_json",
                  fmt::format("同一对象中“{}”出现了两次,请只保留一个后重新提交。", *handler.repeated),
                  fmt::format("\"{}\" occurs twice in one object. Keep one and send again.", *handler.repeated));
  }
  if (error == json::error::too_deep) {
    throw Problem(400, "invalid_json", fmt::format("JSON 嵌套超过 {} 层,请减少层数后重新提交。", depth),
                  fmt::format("The JSON is nested deeper than {} levels. Flatten it and send again.", depth));
  }
  if (error || used != text.size()) {
    throw Problem(400, "invalid_json",
                  fmt::format("请求内容不是完整的 JSON(第 {} 字节附近有误),请检查后重新提交。", used),
                  fmt::format("The body is not complete, valid JSON (near byte {}). Correct it and send again.", used));
  }
  return handler.stack.release();
}

}  // namespace yizheng::http
