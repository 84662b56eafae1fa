#include "http/problem_response.h"

#include <algorithm>
#include <charconv>

#include "base/json.h"
#include "base/log.h"
#include "text/names.h"

namespace yizheng::http {
namespace {

struct StatusText {
  int status;
  std::string_view en, zh;
};
// RFC 9110 §15.
constexpr StatusText status_texts[] = {
    {200, "OK", ""},
    {201, "Created", ""},
    {202, "Accepted", ""},
    {204, "No Content", ""},
    {303, "See Other", ""},
    {304, "Not Modified", ""},
    {400, "Bad Request", "请求有误"},
    {401, "Unauthorized", "需要登录"},
    {403, "Forbidden", "不允许"},
    {404, "Not Found", "找不到"},
    {405, "Method Not Allowed", "方法不可用"},
    {408, "Request Timeout", "请求超时"},
    {409, "Conflict", "与现状冲突"},
    {410, "Gone", "已不存在"},
    {412, "Precondition Failed", "已被他人修改"},
    {413, "Content Too Large", "内容过大"},
    {415, "Unsupported Media Type", "内容类型不支持"},
    {422, "Unprocessable Content", "内容不符合要求"},
    {423, "Locked", "已锁定"},
    {428, "Precondition Required", "缺少版本"},
    {429, "Too Many Requests", "请求过于频繁"},
    {431, "Request Header Fields Too Large", "请求头过大"},
    {500, "Internal Server Error", "服务器内部错误"},
    {501, "Not Implemented", "不支持"},
    {503, "Service Unavailable", "暂时不可用"},
    {507, "Insufficient Storage", "存储空间不足"},
};

bool reads_traditional(std::string_view tag) {
  for (const std::string_view part : {"-hant", "-tw", "-hk", "-mo"}) {
    const auto found = std::search(tag.begin(), tag.end(), part.begin(), part.end(),
                                   [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
    if (found != tag.end()) return true;
  }
  return false;
}

std::string_view title_of(int status, bool english) {
  for (const auto& text : status_texts) {
    if (text.status == status) return english || text.zh.empty() ? text.en : text.zh;
  }
  return english ? "Problem" : "出现问题";
}

}  // namespace

std::string_view reason_phrase(int status) {
  for (const auto& text : status_texts) {
    if (text.status == status) return text.en;
  }
  return "";
}

Language preferred_language(std::string_view accept_language) {
  double best[3] = {0, 0, 0};
  while (!accept_language.empty()) {
    auto item = accept_language.substr(0, accept_language.find(','));
    accept_language.remove_prefix(std::min(item.size() + 1, accept_language.size()));
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    double quality = 1;
    if (const auto q = item.find("q="); q != std::string_view::npos) {
      const auto text = item.substr(q + 2);
      if (std::from_chars(text.data(), text.data() + text.size(), quality).ec != std::errc{}) quality = 0;
    }
    const auto tag = item.substr(0, item.find(';'));
    const auto language = tag.substr(0, 2);
    if (language != "zh" && language != "en") continue;
    const auto told = language == "en"         ? Language::ENGLISH
                      : reads_traditional(tag) ? Language::TRADITIONAL
                                               : Language::SIMPLIFIED;
    auto& known = best[static_cast<int>(told)];
    known = std::max(known, quality);
  }
  const auto of = [&](Language language) { return best[static_cast<int>(language)]; };
  if (of(Language::ENGLISH) > std::max(of(Language::SIMPLIFIED), of(Language::TRADITIONAL))) return Language::ENGLISH;
  return of(Language::TRADITIONAL) > of(Language::SIMPLIFIED) ? Language::TRADITIONAL : Language::SIMPLIFIED;
}

Response problem_response(const Problem& problem, std::string_view request_id, Language language) {
  const bool english = language == Language::ENGLISH, traditional = language == Language::TRADITIONAL;
  // Texts are written in Simplified; one of 50 characters is converted in some 10 µs, and problems are rare.
  const auto zh_hant = traditional ? text::to_traditional(problem.zh) : std::string();
  const std::string title(title_of(problem.status, english));
  Response response;
  response.status = problem.status;
  response.content_type = "application/problem+json";
  auto& out = response.body;
  const auto member = [&](std::string_view name, std::string_view value) {
    if (out.size() > 1) out += ',';
    write_json(out, name);
    out += ':';
    write_json(out, value);
  };
  out = "{";
  member("type", "urn:yizheng:problem:" + problem.code);
  member("title", traditional ? text::to_traditional(title) : title);
  out += ",\"status\":" + std::to_string(problem.status);
  member("detail", english ? problem.en : traditional ? zh_hant : problem.zh);
  member("instance", request_id);
  member("code", problem.code);
  member("zh", problem.zh);
  if (traditional) member("zh_hant", zh_hant);
  member("en", problem.en);
  if (!problem.field.empty()) member("field", problem.field);
  out += '}';
  response.headers.emplace_back("Content-Language", english ? "en" : traditional ? "zh-Hant" : "zh-Hans");
  if (problem.status == 503) response.headers.emplace_back("Retry-After", "2");
  if (problem.status == 401) response.headers.emplace_back("WWW-Authenticate", "Session realm=\"yizheng\"");
  return response;
}

Response problem_response(std::exception_ptr exception, const Request& request, std::string_view operation,
                          Language language) {
  std::string what = "an exception that is no std::exception";
  try {
    std::rethrow_exception(exception);
  } catch (const Problem& problem) {
    if (problem.status >= 500) {
      log::warn("problem id={} op={} code={} {}", request.request_id, operation, problem.code, problem.en);
    }
    return problem_response(problem, request.request_id, language);
  } catch (const std::exception& other) {
    what = other.what();
  } catch (...) {
  }
  log::error("internal error id={} op={} {}", request.request_id, operation, what);
  return problem_response(
      Problem(500, "internal_error",
              fmt::format("服务器内部错误,请稍后重试;仍不行时请把编号 {} 告诉管理员。", request.request_id),
              fmt::format(
                  "Something failed inside the server. Try again; if it stays, tell the administrator the number {}.",
                  request.request_id)),
      request.request_id, language);
}

}  // namespace yizheng::http
