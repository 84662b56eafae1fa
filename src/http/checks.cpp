#include "http/checks.h"

#include <openssl/crypto.h>

#include "http/text_check.h"

namespace yizheng::http {
namespace {

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return (x >= 'A' && x <= 'Z' ? x + 32 : x) == (y >= 'A' && y <= 'Z' ? y + 32 : y);
  });
}

std::string_view without_default_port(std::string_view host) {
  for (const std::string_view port : {":80", ":443"}) {
    if (host.ends_with(port)) host.remove_suffix(port.size());
  }
  return host;
}

// Origin is "https://host[:port]"; behind a proxy the scheme may differ from ours, so the host decides.
bool same_origin(std::string_view origin, std::string_view host) {
  const auto colons = origin.find("://");
  if (colons == std::string_view::npos || host.empty()) return false;
  return same_letters(without_default_port(origin.substr(colons + 3)), without_default_port(host));
}

Problem bad_target() {
  return Problem(400, "bad_request", "请求地址有误,请核对后重试。", "The request's address is malformed. Check it.");
}

}  // namespace

Target parse_target(std::string_view target) {
  // A client may send the absolute form too (RFC 9112 §3.2.2).
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (target.size() > scheme.size() && same_letters(target.substr(0, scheme.size()), scheme)) {
      const auto slash = target.find('/', scheme.size());
      target = slash == std::string_view::npos ? "/" : target.substr(slash);
    }
  }
  if (target.empty() || target.front() != '/') throw bad_target();
  Target parts;
  if (const auto mark = target.find('?'); mark != std::string_view::npos) {
    parts.query = target.substr(mark + 1);
    target = target.substr(0, mark);
  }
  for (std::size_t at = 1; at <= target.size();) {
    const auto slash = std::min(target.find('/', at), target.size());
    auto segment = percent_decode(target.substr(at, slash - at), false);
    if (!segment) throw bad_target();
    check_text(*segment, "请求地址", "The path");
    parts.path.append("/").append(*segment);
    parts.segments.push_back(std::move(*segment));
    at = slash + 1;
  }
  return parts;
}

std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> parameters;
  while (!query.empty()) {
    const auto pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    auto name = percent_decode(pair.substr(0, equals), true);
    auto value = percent_decode(equals == std::string_view::npos ? "" : pair.substr(equals + 1), true);
    if (!name || !value) throw bad_target();
    check_text(*name, "查询参数", "The query string");
    check_text(*value, "查询参数", "The query string");
    parameters.emplace_back(std::move(*name), std::move(*value));
  }
  return parameters;
}

void check_media_type(const Route& route, const Request& request, const RequestHead& head) {
  if (route.info.raw_body || route.method == Method::GET || !head.has_body()) return;
  auto type = request.header("content-type");
  type = type.substr(0, type.find(';'));
  while (!type.empty() && type.back() == ' ') type.remove_suffix(1);
  if (same_letters(type, "application/json")) return;
  throw Problem(415, "json_expected", "请求内容应为 JSON,并带 Content-Type: application/json。",
                "The body must be JSON, with Content-Type: application/json.", "Content-Type");
}

void check_size(const Route& route, const RequestHead& head) {
  if (head.content_length.value_or(0) > route.info.body_limit) throw body_too_large(route.info.body_limit);
}

std::string_view cookie_value(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    auto item = cookies.substr(0, cookies.find(';'));
    cookies.remove_prefix(std::min(item.size() + 1, cookies.size()));
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    if (item.size() > name.size() && item.starts_with(name) && item[name.size()] == '=') {
      return item.substr(name.size() + 1);
    }
  }
  return {};
}

void check_csrf(const Route& route, const Request& request) {
  if (route.method == Method::GET) return;
  const auto refusal = [] {
    return Problem(403, "csrf_required", "无法确认这个请求来自本系统的页面。请刷新页面后重试。",
                   "This request cannot be shown to come from this system's own page. Reload the page and try again.",
                   "X-CSRF-Token");
  };
  const auto origin = request.header("origin");
  if (!origin.empty() && !same_origin(origin, request.header("host"))) throw refusal();
  const auto& caller = *request.caller;
  if (!caller.signed_in()) return;  // no authority to borrow
  // A page opened before the sign-in in another tab knows no token; for what needs no sign-in, Origin is proof enough.
  if (route.info.anonymous && !origin.empty()) return;
  const auto token = request.header("x-csrf-token");
  if (caller.csrf_token.empty() || token.size() != caller.csrf_token.size() ||
      CRYPTO_memcmp(token.data(), caller.csrf_token.data(), token.size()) != 0) {
    throw refusal();
  }
}

void check_permission(const Route& route, const Caller& caller) {
  const auto& info = route.info;
  if (info.anonymous) return;
  if (!caller.signed_in()) {
    throw Problem(401, "sign_in_required", "请先登录。", "Sign in first.");
  }
  if (caller.must_change_password && !info.while_password_must_change) {
    throw Problem(403, "password_change_required", "首次登录须先修改密码。",
                  "Change your first password before going on.");
  }
  if (!info.permission.empty() && !caller.may(info.permission)) {
    throw Problem(
        403, "permission_required", fmt::format("您没有“{}”权限。如需办理,请联系管理员授予相应角色。", info.permission),
        fmt::format("You lack the permission \"{}\". Ask an administrator for a role that has it.", info.permission));
  }
}

std::string client_address(const std::string& peer, std::string_view forwarded_for,
                           const std::vector<std::string>& trusted_proxies) {
  const auto trusted = [&](std::string_view address) {
    return std::find(trusted_proxies.begin(), trusted_proxies.end(), address) != trusted_proxies.end();
  };
  std::string_view address = peer;
  // From the right: each proxy appends the peer it saw, and only what a trusted one appended is believed.
  while (trusted(address) && !forwarded_for.empty()) {
    const auto comma = forwarded_for.rfind(',');
    auto last = comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1);
    forwarded_for = comma == std::string_view::npos ? std::string_view() : forwarded_for.substr(0, comma);
    while (!last.empty() && last.front() == ' ') last.remove_prefix(1);
    while (!last.empty() && last.back() == ' ') last.remove_suffix(1);
    if (last.empty() || last.size() > 45 ||
        last.find_first_not_of("0123456789abcdefABCDEF.:") != std::string_view::npos) {
      break;
    }
    address = last;
  }
  return std::string(address);
}

}  // namespace yizheng::http
