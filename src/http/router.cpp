#include "http/router.h"

namespace yizheng::http {
namespace {

constexpr std::array<std::string_view, 5> method_names = {"GET", "POST", "PUT", "PATCH", "DELETE"};

std::vector<std::string> split_path(const std::string& path) {
  if (path.empty() || path.front() != '/') throw std::logic_error("a route's path must begin with /: " + path);
  std::vector<std::string> parts;
  for (std::size_t at = 1; at <= path.size();) {
    const auto slash = std::min(path.find('/', at), path.size());
    parts.push_back(path.substr(at, slash - at));
    at = slash + 1;
  }
  return parts;
}

}  // namespace

std::string_view method_name(Method method) { return method_names[static_cast<std::size_t>(method)]; }

std::optional<Method> parse_method(std::string_view text) {
  for (std::size_t i = 0; i < method_names.size(); ++i) {
    if (text == method_names[i]) return static_cast<Method>(i);
  }
  return std::nullopt;
}

Router::Router(const Routes& routes, Metrics& metrics) {
  for (const auto& route : routes) {
    auto entry = std::make_unique<RouteEntry>();
    Node* node = &root_;
    for (auto& part : split_path(route.path)) {
      if (part.size() > 2 && part.front() == '{' && part.back() == '}') {
        entry->parameters.push_back(part.substr(1, part.size() - 2));
        if (!node->any) node->any = std::make_unique<Node>();
        node = node->any.get();
      } else {
        auto& next = node->literal[part];
        if (!next) next = std::make_unique<Node>();
        node = next.get();
      }
    }
    auto& place = node->entries[static_cast<std::size_t>(route.method)];
    if (place) {
      throw std::logic_error(fmt::format("two routes for {} {}", method_name(route.method), route.path));
    }
    entry->route = &route;
    entry->figures = &metrics.operation(route.info.operation);
    place = std::move(entry);
  }
}

Router::Match Router::find(std::optional<Method> method, const std::vector<std::string>& segments) const {
  Match match;
  std::vector<const std::string*> values;
  search(root_, method, segments, 0, values, match);
  if (match.entry) match.allow.clear();
  return match;
}

void Router::search(const Node& node, std::optional<Method> method, const std::vector<std::string>& segments,
                    std::size_t at, std::vector<const std::string*>& values, Match& match) {
  if (at == segments.size()) {
    if (method && node.entries[static_cast<std::size_t>(*method)]) {
      match.entry = node.entries[static_cast<std::size_t>(*method)].get();
      match.values.reserve(values.size());
      for (const auto* value : values) match.values.push_back(*value);
      return;
    }
    for (std::size_t i = 0; i < node.entries.size(); ++i) {
      if (!node.entries[i] || match.allow.find(method_names[i]) != std::string::npos) continue;
      if (!match.allow.empty()) match.allow += ", ";
      match.allow += i == 0 ? "GET, HEAD" : method_names[i];
    }
    return;
  }
  if (const auto next = node.literal.find(segments[at]); next != node.literal.end()) {
    search(*next->second, method, segments, at + 1, values, match);
    if (match.entry) return;
  }
  if (node.any && !segments[at].empty()) {
    values.push_back(&segments[at]);
    search(*node.any, method, segments, at + 1, values, match);
    values.pop_back();
  }
}

}  // namespace yizheng::http
