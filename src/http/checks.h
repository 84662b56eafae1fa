// What every request must pass before its handler, in the order of server.h's contract.
#pragma once

#include <string>
#include <string_view>

#include "http/request_reader.h"
#include "http/route.h"
#include "http/server.h"

namespace yizheng::http {

// The target of a request line, taken apart. Throws Problem 400 `bad_request`, `invalid_text`.
struct Target {
  std::string path;                   // decoded
  std::vector<std::string> segments;  // decoded, between the slashes of the path as sent
  std::string_view query;             // as sent
};
Target parse_target(std::string_view target);
std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query);  // `invalid_text`

void check_media_type(const Route& route, const Request& request, const RequestHead& head);  // 415 `json_expected`
void check_size(const Route& route, const RequestHead& head);                                // 413 `body_too_large`

// The value of a cookie, "" if absent.
std::string_view cookie_value(std::string_view cookies, std::string_view name);

// 403 `csrf_required`: a signed-in caller proves by X-CSRF-Token that our own page sends; and Origin, where a
// browser sends it, is this host.
void check_csrf(const Route& route, const Request& request);
// 401 `sign_in_required`, 403 `permission_required`, 403 `password_change_required`.
void check_permission(const Route& route, const Caller& caller);

// The peer, or what a trusted proxy says of it.
std::string client_address(const std::string& peer, std::string_view forwarded_for,
                           const std::vector<std::string>& trusted_proxies);

}  // namespace yizheng::http
