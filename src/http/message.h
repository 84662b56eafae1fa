// A request as a handler sees it, and its answer. No Beast here: handlers are plain functions.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/caller.h"

namespace yizheng::http {

enum class Method { GET, POST, PUT, PATCH, DELETE };

struct Request {
  Method method = Method::GET;
  std::string path;                                         // decoded, without query
  std::vector<std::pair<std::string, std::string>> query;   // decoded, in order
  std::map<std::string, std::string, std::less<>> headers;  // names in lower case
  std::map<std::string, std::string, std::less<>> path_parameters;
  std::string body;
  std::optional<boost::json::value> json;  // the body, parsed and checked; empty where there is none or it is raw
  std::shared_ptr<const void> prepared;    // the body as the route's struct, read before the writer thread is asked for
  std::string request_id;                  // in the log and in problem answers
  std::string remote_address;              // of the peer, or of X-Forwarded-For where a trusted proxy is configured
  std::shared_ptr<const Caller> caller;

  std::string_view header(std::string_view name) const;  // "" if absent; `name` in lower case
  std::optional<std::string_view> parameter(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

}  // namespace yizheng::http
