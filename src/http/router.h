// From method and path to a route: a tree of path segments, literal before parameter.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/metrics.h"
#include "http/route.h"

namespace yizheng::http {

struct RouteEntry {
  const Route* route = nullptr;
  std::vector<std::string> parameters;  // names, in the order of the path
  Operation* figures = nullptr;
};

class Router {
 public:
  // Throws std::logic_error for a row that repeats another, or a path that is not one. Keeps references to `routes`.
  Router(const Routes& routes, Metrics& metrics);

  struct Match {
    const RouteEntry* entry = nullptr;  // null: unknown path, or `allow` says which methods it has
    std::string allow;
    std::vector<std::string> values;  // of the parameters
  };
  // `segments`: the decoded parts between the slashes. Without a method only `allow` is filled.
  Match find(std::optional<Method> method, const std::vector<std::string>& segments) const;

 private:
  struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
    std::unique_ptr<Node> any;
    std::array<std::unique_ptr<RouteEntry>, 5> entries;  // by Method
  };
  static void search(const Node& node, std::optional<Method> method, const std::vector<std::string>& segments,
                     std::size_t at, std::vector<const std::string*>& values, Match& match);
  Node root_;
};

std::string_view method_name(Method method);
std::optional<Method> parse_method(std::string_view text);

}  // namespace yizheng::http
