// OpenAPI 3.1 from the route tables.
#include "http/router.h"
#include "http/server.h"

namespace yizheng::http {
namespace {

json::object reference(std::string_view kind, std::string_view name) {
  return {{"$ref", fmt::format("#/components/{}/{}", kind, name)}};
}

json::object content(std::string_view type, json::value schema) {
  return {{std::string(type), {{"schema", std::move(schema)}}}};
}

json::array parameters_of(const Route& route, SchemaSet& set) {
  json::array parameters;
  for (std::size_t at = 0; (at = route.path.find('{', at)) != std::string::npos;) {
    const auto end = route.path.find('}', at);
    parameters.push_back({{"name", route.path.substr(at + 1, end - at - 1)},
                          {"in", "path"},
                          {"required", true},
                          {"schema", {{"type", "string"}}}});
    at = end;
  }
  if (route.query_schema) {
    for (const auto& parameter : route.query_schema(set).as_array()) parameters.push_back(parameter);
  }
  if (route.info.idempotent) {
    parameters.push_back({{"name", "Idempotency-Key"},
                          {"in", "header"},
                          {"description", "The same key and body within 48 hours give the first answer again."},
                          {"schema", {{"type", "string"}, {"minLength", 1}, {"maxLength", 64}}}});
  }
  return parameters;
}

json::object success_of(const Route& route, SchemaSet& set) {
  const auto& info = route.info;
  json::object answer;
  if (route.result_schema) {
    answer = {{"description", info.en.empty() ? "Done." : info.en},
              {"content", content("application/json", route.result_schema(set))}};
    if (route.versioned) {
      answer["headers"] = {{"ETag", {{"description", "The version, for If-Match."}, {"schema", {{"type", "string"}}}}}};
    }
    return {{std::to_string(info.success), std::move(answer)}};
  }
  if (route.raw_result) {
    answer = {{"description", "The file."}, {"content", {{"*/*", json::object{}}}}};
    return {{std::to_string(info.success), std::move(answer)}};
  }
  return {{std::to_string(info.success == 200 ? 204 : info.success), {{"description", "Done; no content."}}}};
}

json::object operation_of(const Route& route, SchemaSet& set) {
  const auto& info = route.info;
  json::object operation{{"operationId", info.operation}, {"summary", info.zh}, {"description", info.en}};
  operation["tags"] = {info.operation.substr(0, info.operation.find('.'))};
  if (auto parameters = parameters_of(route, set); !parameters.empty()) operation["parameters"] = std::move(parameters);
  if (route.body_schema) {
    operation["requestBody"] = {{"required", true}, {"content", content("application/json", route.body_schema(set))}};
  } else if (info.raw_body) {
    operation["requestBody"] = {{"required", true}, {"content", {{"application/octet-stream", json::object{}}}}};
  }
  auto responses = success_of(route, set);
  responses["default"] = reference("responses", "Problem");
  operation["responses"] = std::move(responses);
  if (info.anonymous) {
    operation["security"] = json::array{};
  } else if (route.method == Method::GET) {
    operation["security"] = {{{"session", json::array{}}}};
  } else {
    operation["security"] = {{{"session", json::array{}}, {"csrf", json::array{}}}};
  }
  operation["x-permission"] = info.anonymous ? "anonymous" : info.permission.empty() ? "signed-in" : info.permission;
  json::object limits;
  if (route.method != Method::GET) limits["body_bytes"] = info.body_limit;
  if (info.idempotent) limits["idempotent"] = true;
  if (!limits.empty()) operation["x-limits"] = std::move(limits);
  return operation;
}

json::object problem_schema() {
  json::object properties;
  for (const auto* name : {"type", "title", "detail", "instance", "code", "zh", "en", "field"}) {
    properties[name] = {{"type", "string"}};
  }
  properties["status"] = {{"type", "integer"}};
  return {{"type", "object"},
          {"description", "RFC 9457. Clients decide by `code`; `field` is a JSON pointer or a parameter's name."},
          {"properties", std::move(properties)},
          {"required", {"type", "title", "status", "detail", "instance", "code", "zh", "en"}}};
}

}  // namespace

json::object openapi(const Routes& routes) {
  SchemaSet set;
  json::object paths;
  for (const auto& route : routes) {
    auto& path = paths[route.path];
    if (!path.is_object()) path = json::object{};
    std::string method(method_name(route.method));
    for (auto& c : method) c = static_cast<char>(c - 'A' + 'a');
    path.as_object()[method] = operation_of(route, set);
  }
  set.components["Problem"] = problem_schema();
  return {
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Yizheng 议政"},
        {"version", "1"},
        {"description",
         "Ids are decimal strings, dates YYYY-MM-DD, times RFC 3339 with offset. Lists are paged by ?limit=&after=. "
         "Edits need If-Match where the record carries an ETag."},
        {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
      {"paths", std::move(paths)},
      {"components",
       {{"schemas", std::move(set.components)},
        {"responses",
         {{"Problem",
           {{"description", "What is wrong and what to do next, in two languages."},
            {"content", content("application/problem+json", reference("schemas", "Problem"))}}}}},
        {"securitySchemes",
         {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-yizheng_session"}}},
          {"csrf", {{"type", "apiKey"}, {"in", "header"}, {"name", "X-CSRF-Token"}}}}}}},
  };
}

}  // namespace yizheng::http
