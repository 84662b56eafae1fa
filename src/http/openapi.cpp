// OpenAPI 3.1 from the route tables.
#include "http/router.h"
#include "http/server.h"

namespace yizheng::http {
namespace {

// Built member by member: what nested braces mean to Boost.JSON depends on how many there are.
json::object with(std::string_view name, json::value value) {
  json::object object;
  object[name] = std::move(value);
  return object;
}

json::object reference(std::string_view kind, std::string_view name) {
  return with("$ref", json::string(fmt::format("#/components/{}/{}", kind, name)));
}

json::object content(std::string_view type, json::value schema) {
  return with(type, with("schema", std::move(schema)));
}

json::object text_schema() { return with("type", "string"); }

json::object parameter_in(std::string_view name, std::string_view place, json::object schema) {
  json::object parameter;
  parameter["name"] = name;
  parameter["in"] = place;
  if (place == "path") parameter["required"] = true;
  parameter["schema"] = std::move(schema);
  return parameter;
}

json::array parameters_of(const Route& route, SchemaSet& set) {
  json::array parameters;
  for (std::size_t at = 0; (at = route.path.find('{', at)) != std::string::npos;) {
    const auto end = route.path.find('}', at);
    parameters.push_back(parameter_in(route.path.substr(at + 1, end - at - 1), "path", text_schema()));
    at = end;
  }
  if (route.query_schema) {
    auto of_query = route.query_schema(set);
    for (auto& parameter : of_query.as_array()) parameters.push_back(std::move(parameter));
  }
  if (route.info.idempotent) {
    auto schema = text_schema();
    schema["minLength"] = 1;
    schema["maxLength"] = 64;
    auto parameter = parameter_in("Idempotency-Key", "header", std::move(schema));
    parameter["description"] = "The same key and body within 48 hours give the first answer again.";
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

json::object success_of(const Route& route, SchemaSet& set) {
  const auto& info = route.info;
  json::object answer;
  if (!route.result_schema && !route.raw_result) {
    answer["description"] = "Done; no content.";
    return with(std::to_string(info.success == 200 ? 204 : info.success), std::move(answer));
  }
  if (route.result_schema) {
    answer["description"] = info.en.empty() ? "Done." : info.en;
    answer["content"] = content("application/json", route.result_schema(set));
  } else {
    answer["description"] = "The file.";
    answer["content"] = with("*/*", json::object());
  }
  if (route.versioned) {
    json::object etag;
    etag["description"] = "The version, for If-Match.";
    etag["schema"] = text_schema();
    answer["headers"] = with("ETag", std::move(etag));
  }
  return with(std::to_string(info.success), std::move(answer));
}

json::object body_of(const Route& route, SchemaSet& set) {
  json::object body;
  body["required"] = true;
  body["content"] = route.body_schema ? content("application/json", route.body_schema(set))
                                      : with("application/octet-stream", json::object());
  return body;
}

json::array security_of(const Route& route) {
  json::array ways;
  if (route.info.anonymous) return ways;
  auto needed = with("session", json::array());
  if (route.method != Method::GET) needed["csrf"] = json::array();
  ways.push_back(std::move(needed));
  return ways;
}

json::object operation_of(const Route& route, SchemaSet& set) {
  const auto& info = route.info;
  json::object operation;
  operation["operationId"] = info.operation;
  operation["summary"] = info.zh;
  operation["description"] = info.en;
  json::array tags;
  tags.push_back(json::string(info.operation.substr(0, info.operation.find('.'))));
  operation["tags"] = std::move(tags);
  if (auto parameters = parameters_of(route, set); !parameters.empty()) operation["parameters"] = std::move(parameters);
  if (route.body_schema || info.raw_body) operation["requestBody"] = body_of(route, set);
  auto responses = success_of(route, set);
  responses["default"] = reference("responses", "Problem");
  operation["responses"] = std::move(responses);
  operation["security"] = security_of(route);
  operation["x-permission"] = info.anonymous ? "anonymous" : info.permission.empty() ? "signed-in" : info.permission;
  json::object limits;
  if (route.method != Method::GET) limits["body_bytes"] = info.body_limit;
  if (info.idempotent) limits["idempotent"] = true;
  if (!limits.empty()) operation["x-limits"] = std::move(limits);
  return operation;
}

json::object problem_schema() {
  json::object properties;
  json::array required;
  for (const std::string_view name : {"type", "title", "detail", "instance", "code", "zh", "en", "field"}) {
    properties[name] = text_schema();
    if (name != "field") required.push_back(json::string(name));
  }
  properties["status"] = with("type", "integer");
  required.push_back("status");
  auto schema = with("type", "object");
  schema["description"] = "RFC 9457. Clients decide by `code`; `field` is a JSON pointer or a parameter's name.";
  schema["properties"] = std::move(properties);
  schema["required"] = std::move(required);
  return schema;
}

json::object security_scheme(std::string_view place, std::string_view name) {
  auto scheme = with("type", "apiKey");
  scheme["in"] = place;
  scheme["name"] = name;
  return scheme;
}

json::object about() {
  auto licence = with("name", "Apache-2.0");
  licence["identifier"] = "Apache-2.0";
  auto info = with("title", "Yizheng 议政");
  info["version"] = "1";
  info["description"] =
      "Ids are decimal strings, dates YYYY-MM-DD, times RFC 3339 with offset. Lists are paged by ?limit=&after=. Edits "
      "need If-Match where the record carries an ETag.";
  info["license"] = std::move(licence);
  return info;
}

}  // namespace

json::object openapi(const Routes& routes) {
  SchemaSet set;
  json::object paths;
  for (const auto& route : routes) {
    auto& path = paths[route.path];
    if (!path.is_object()) path = json::object();
    std::string method(method_name(route.method));
    for (auto& c : method) c = static_cast<char>(c - 'A' + 'a');
    path.as_object()[method] = operation_of(route, set);
  }
  set.components["Problem"] = problem_schema();

  json::object problem;
  problem["description"] = "What is wrong and what to do next, in two languages.";
  problem["content"] = content("application/problem+json", reference("schemas", "Problem"));
  auto schemes = with("session", security_scheme("cookie", "__Host-yizheng_session"));
  schemes["csrf"] = security_scheme("header", "X-CSRF-Token");
  auto components = with("schemas", std::move(set.components));
  components["responses"] = with("Problem", std::move(problem));
  components["securitySchemes"] = std::move(schemes);

  auto document = with("openapi", "3.1.0");
  document["info"] = about();
  document["paths"] = std::move(paths);
  document["components"] = std::move(components);
  return document;
}

}  // namespace yizheng::http
