// The template half of route.h; include that. Kept thin: what does not depend on a type is in query.cpp,
// request.cpp and answer.cpp, so that a route table compiles fast.
#pragma once

#include <limits>
#include <span>

namespace yizheng::http {
namespace detail {

// ---- query strings -----------------------------------------------------------------------------------------
void read_parameter(std::string_view name, std::string_view text, std::string& out);
void read_parameter(std::string_view name, std::string_view text, Id& out);
void read_parameter(std::string_view name, std::string_view text, Date& out);
void read_parameter(std::string_view name, std::string_view text, Instant& out);
void read_parameter(std::string_view name, std::string_view text, bool& out);
void read_parameter(std::string_view name, std::string_view text, double& out);
std::int64_t read_whole_number(std::string_view name, std::string_view text, std::int64_t least, std::int64_t most);
std::vector<std::string_view> split_list(std::string_view name, std::string_view text);
[[noreturn]] void wrong_code(std::string_view name, const std::string& allowed);
[[noreturn]] void missing_parameter(std::string_view name);
// Refuses a parameter that is not in `known`, or given twice.
void check_parameters(const Request& request, std::span<const std::string_view> known);

template <class T>
void read_parameter_as(std::string_view name, std::string_view text, T& out) {
  if constexpr (yizheng::detail::is_optional<T>::value) {
    read_parameter_as(name, text, out.emplace());
  } else if constexpr (yizheng::detail::is_vector<T>::value) {
    for (const auto item : split_list(name, text)) read_parameter_as(name, item, out.emplace_back());
  } else if constexpr (yizheng::detail::DescribedEnum<T>) {
    const auto value = parse_enum<T>(text);
    if (!value) {
      std::string allowed;
      boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
          [&](auto d) { allowed.append(allowed.empty() ? "" : ", ").append(d.name); });
      wrong_code(name, allowed);
    }
    out = *value;
  } else if constexpr (std::integral<T> && !std::same_as<T, bool>) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<T>::max());
    constexpr auto limit = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    out = static_cast<T>(read_whole_number(name, text, static_cast<std::int64_t>(std::numeric_limits<T>::min()),
                                           static_cast<std::int64_t>(most < limit ? most : limit)));
  } else {
    read_parameter(name, text, out);
  }
}

template <class T>
constexpr bool must_be_given = std::same_as<T, Id> || std::same_as<T, Date> || std::same_as<T, Instant>;

template <class Query>
Query read_query(const Request& request, bool strict) {
  Query query{};
  using Members = yizheng::detail::members_of<Query>;
  std::array<std::string_view, boost::mp11::mp_size<Members>::value + 1> known{};
  std::size_t count = 0;
  boost::mp11::mp_for_each<Members>([&](auto d) {
    known[count++] = d.name;
    auto& member = query.*d.pointer;
    using Member = std::remove_reference_t<decltype(member)>;
    if (const auto text = request.parameter(d.name)) {
      if constexpr (yizheng::detail::is_vector<Member>::value) member.clear();
      read_parameter_as(d.name, *text, member);
    } else if constexpr (must_be_given<Member>) {
      missing_parameter(d.name);
    }
  });
  if (strict) check_parameters(request, std::span(known).first(count));
  return query;
}

json::value parameter_object(std::string_view name, json::value schema, bool required, bool list);

template <class Query>
json::value query_parameters(SchemaSet& set) {
  json::array list;
  boost::mp11::mp_for_each<yizheng::detail::members_of<Query>>([&](auto d) {
    using Member = std::remove_cvref_t<decltype(std::declval<Query>().*d.pointer)>;
    list.push_back(parameter_object(d.name, schema_of<Member>(set), must_be_given<Member>,
                                    yizheng::detail::is_vector<Member>::value));
  });
  return list;
}

// ---- bodies ------------------------------------------------------------------------------------------------
// The parsed body; null where the request has none. Throws Problem 400 `body_required` if `required`.
const json::value& json_of(const Request& request, json::value& scratch, bool required);

template <class Body>
Body read_body(const Request& request) {
  json::value scratch;
  if constexpr (std::same_as<Body, Nothing>) {
    const auto& value = json_of(request, scratch, false);
    return value.is_null() ? Nothing{} : read_json<Nothing>(value);
  } else {
    return read_json<Body>(json_of(request, scratch, true));
  }
}

// ---- path and headers --------------------------------------------------------------------------------------
Id path_id(const Request& request, std::string_view name);
std::string path_text(const Request& request, std::string_view name);
std::optional<std::int64_t> if_match(const Request& request);
std::int64_t required_if_match(const Request& request);

// ---- answers -----------------------------------------------------------------------------------------------
Response no_content(const RouteInfo& info);
Response json_answer(const RouteInfo& info, std::string body);
Response raw_answer(const RouteInfo& info, Raw raw);
void add_version(Response& response, std::int64_t version);

template <class T>
struct result_of {
  using type = T;
  static constexpr bool versioned = false;
};
template <class T>
struct result_of<Versioned<T>> : result_of<T> {
  static constexpr bool versioned = true;
};
template <class T>
struct result_of<WithHeaders<T>> : result_of<T> {};
template <class T>
struct result_of<Rendered<T>> : result_of<T> {};

template <class T>
Response answer(const RouteInfo& info, T&& result) {
  return json_answer(info, to_json(result));
}
template <class T>
Response answer(const RouteInfo& info, Rendered<T>&& result) {
  return json_answer(info, std::move(result.json));
}
inline Response answer(const RouteInfo&, Response&& response) { return std::move(response); }
inline Response answer(const RouteInfo& info, Nothing&&) { return no_content(info); }
inline Response answer(const RouteInfo& info, Raw&& raw) { return raw_answer(info, std::move(raw)); }
template <class T>
Response answer(const RouteInfo& info, WithHeaders<T>&& result);
template <class T>
Response answer(const RouteInfo& info, Versioned<T>&& result) {
  auto response = answer(info, std::move(result.value));
  add_version(response, result.version);
  return response;
}
template <class T>
Response answer(const RouteInfo& info, WithHeaders<T>&& result) {
  auto response = answer(info, std::move(result.value));
  std::move(result.headers.begin(), result.headers.end(), std::back_inserter(response.headers));
  return response;
}

// ---- rows of a table ---------------------------------------------------------------------------------------
template <class Query, class Body, class Result, class Target, class F>
Route make_route(Method method, std::string path, RouteInfo info, F f) {
  using Returned = std::invoke_result_t<F&, const Call<Query, Body>&, Target&>;
  using Given = typename result_of<std::remove_cvref_t<Returned>>::type;
  static_assert(std::is_void_v<Returned> || std::same_as<Given, Result> || std::same_as<Given, Raw> ||
                    std::same_as<Given, Response>,
                "the handler must return the Result its row declares");
  constexpr bool files = std::same_as<Given, Raw> || std::same_as<Result, Raw>;
  constexpr bool reads = std::same_as<Target, store::Connection>;

  Route route;
  route.method = method;
  route.path = std::move(path);
  route.info = info;
  route.versioned = result_of<std::remove_cvref_t<Returned>>::versioned;
  if constexpr (!reads) {
    if (method != Method::GET && !info.raw_body) {
      route.prepare = [](const Request& request) -> std::shared_ptr<const void> {
        return std::make_shared<const Body>(read_body<Body>(request));
      };
    }
  }
  route.raw_result = files;
  auto handler = [info = std::move(info), f = std::move(f)](const Request& request, Target& target) -> Response {
    Body body{};
    if constexpr (!reads) {
      if (request.prepared) {
        body = *static_cast<const Body*>(request.prepared.get());
      } else if (request.method != Method::GET && !info.raw_body) {
        body = read_body<Body>(request);
      }
    }
    const Call<Query, Body> call{request, *request.caller, read_query<Query>(request, !info.raw_body), std::move(body)};
    if constexpr (std::is_void_v<Returned>) {
      f(call, target);
      return no_content(info);
    } else {
      return answer(info, f(call, target));
    }
  };
  if constexpr (reads) {
    route.handler = ReadHandler(std::move(handler));
  } else if constexpr (std::same_as<Target, store::Write>) {
    route.handler = WriteHandler(std::move(handler));
  } else {
    route.handler = TaskHandler(std::move(handler));
  }
  if constexpr (!std::same_as<Query, Nothing>) route.query_schema = &query_parameters<Query>;
  if constexpr (!std::same_as<Body, Nothing>) route.body_schema = &schema_of<Body>;
  if constexpr (!std::same_as<Result, Nothing> && !std::same_as<Result, Raw> && !std::same_as<Result, Response>) {
    route.result_schema = &schema_of<Result>;
  }
  return route;
}

}  // namespace detail

template <class Query, class Body>
Id Call<Query, Body>::id(std::string_view name) const {
  return detail::path_id(request, name);
}
template <class Query, class Body>
std::string Call<Query, Body>::path(std::string_view name) const {
  return detail::path_text(request, name);
}
template <class Query, class Body>
std::optional<std::int64_t> Call<Query, Body>::if_match() const {
  return detail::if_match(request);
}
template <class Query, class Body>
std::int64_t Call<Query, Body>::required_if_match() const {
  return detail::required_if_match(request);
}

template <class Query, class Result, class F>
Route get(std::string path, RouteInfo info, F f) {
  return detail::make_route<Query, Nothing, Result, store::Connection>(Method::GET, std::move(path), std::move(info),
                                                                       std::move(f));
}
template <class Body, class Result, class F>
Route post(std::string path, RouteInfo info, F f) {
  return detail::make_route<Nothing, Body, Result, store::Write>(Method::POST, std::move(path), std::move(info),
                                                                 std::move(f));
}
template <class Body, class Result, class F>
Route put(std::string path, RouteInfo info, F f) {
  return detail::make_route<Nothing, Body, Result, store::Write>(Method::PUT, std::move(path), std::move(info),
                                                                 std::move(f));
}
template <class Body, class Result, class F>
Route patch(std::string path, RouteInfo info, F f) {
  return detail::make_route<Nothing, Body, Result, store::Write>(Method::PATCH, std::move(path), std::move(info),
                                                                 std::move(f));
}
template <class Body, class Result, class F>
Route remove(std::string path, RouteInfo info, F f) {
  return detail::make_route<Nothing, Body, Result, store::Write>(Method::DELETE, std::move(path), std::move(info),
                                                                 std::move(f));
}
template <class Query, class Result, class F>
Route task_get(std::string path, RouteInfo info, F f) {
  return detail::make_route<Query, Nothing, Result, store::Database>(Method::GET, std::move(path), std::move(info),
                                                                     std::move(f));
}
template <class Body, class Result, class F>
Route task_post(std::string path, RouteInfo info, F f) {
  return detail::make_route<Nothing, Body, Result, store::Database>(Method::POST, std::move(path), std::move(info),
                                                                    std::move(f));
}

}  // namespace yizheng::http
