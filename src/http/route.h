// Route tables. A room declares one row a route: method, path, permission, limits, types and handler; the
// server enforces what the row says and the OpenAPI document is made from it.
//
//   http::post<SubmitBody, Proposal>("/api/v1/proposals/{id}/submit",
//       {.operation = "proposal.submit", .permission = "proposal.write", .zh = "提交提案", .en = "Submit a proposal"},
//       [](const http::Call<Nothing, SubmitBody>& call, store::Write& write) { return submit(call, write); })
//
// A GET handler gets a store::Connection& inside one read transaction and runs on an I/O thread, so it must be
// quick. A POST, PUT, PATCH or DELETE handler gets a store::Write& and runs on the writer thread within its
// savepoint; its answer is sent after the commit. A task handler (http::task_…) gets the store::Database& and runs on a
// worker thread: for passwords, files and imports.
#pragma once

#include <functional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/json.h"
#include "http/message.h"
#include "store/database.h"

namespace yizheng::http {

// What a handler returns when there is more to say than a JSON body.
struct Raw {  // any bytes: a file, a CSV
  std::string content_type;
  std::string body;
  std::string file_name;  // as an attachment (RFC 6266) where not empty
};
template <class T>
struct Rendered {  // a T whose JSON text has been made already
  std::string json;
};
template <class T>
struct Versioned {  // adds ETag: "version"; T is the body
  T value;
  std::int64_t version = 0;
};
template <class T>
struct WithHeaders {  // adds headers (Set-Cookie, Location)
  T value;
  std::vector<std::pair<std::string, std::string>> headers;
};

// A page of a list: `next` goes into ?after= of the following request; absent on the last page.
template <class T>
struct Page {
  std::vector<T> items;
  std::optional<std::string> next;
  BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ())
};

struct RouteInfo {
  std::string operation;                // "proposal.submit": operationId, the name in logs and metrics
  std::string permission = {};          // of the pack; "" = any signed-in caller
  std::string zh = {}, en = {};         // one sentence each
  bool anonymous = false;               // no sign-in needed (the caller may still be signed in)
  bool no_caller = false;               // a session is not even looked at: answers though the database is away
  std::size_t body_limit = 256 * 1024;  // bytes
  bool idempotent = false;              // honours Idempotency-Key: the same key and body give the same answer once
  int success = 200;                    // 201 for what makes a record
  bool raw_body = false;                // body is not JSON (uploads)
  bool while_password_must_change = false;
};

// A request with its parts read. Query and Body are described structs; query members are std::string, Id, Date, int,
// bool, described enums, std::vector of these (comma-separated), or std::optional of these. What the request leaves out
// keeps the value the struct gives it (int limit = 20), except Id, Date and Instant: they have none and must be given
// unless they are optional. An unknown or repeated parameter is refused (raw_body routes read theirs by parameter()).
template <class Query, class Body>
struct Call {
  const Request& request;
  const Caller& caller;
  Query query;
  Body body;

  Id id(std::string_view name = "id") const;  // a path parameter; Problem 404 if it is no id
  std::string path(std::string_view name) const;
  std::optional<std::int64_t> if_match() const;  // the version of If-Match: "7"
  std::int64_t required_if_match() const;        // Problem 428 `if_match_required` where absent
};

using ReadHandler = std::function<Response(const Request&, store::Connection&)>;
using WriteHandler = std::function<Response(const Request&, store::Write&)>;
using TaskHandler = std::function<Response(const Request&, store::Database&)>;
using PlainHandler = std::function<Response(const Request&)>;  // needs no database: /healthz, constants

struct Route {
  Method method;
  std::string path;  // "/api/v1/proposals/{id}"
  RouteInfo info;
  std::variant<ReadHandler, WriteHandler, TaskHandler, PlainHandler> handler;
  // Reads the body into Request::prepared on the I/O thread, so that a wrong one never costs the writer time.
  std::function<std::shared_ptr<const void>(const Request&)> prepare;
  bool versioned = false;   // answers with an ETag
  bool raw_result = false;  // answers with a file
  // For OpenAPI; null where there is none. query_schema gives the list of parameter objects.
  std::function<json::value(SchemaSet&)> query_schema, body_schema, result_schema;
};

using Routes = std::vector<Route>;

// get<Query, Result>(path, info, f): f(const Call<Query, Nothing>&, store::Connection&) → Result, Versioned<Result>,
// Raw, WithHeaders<Result>, WithHeaders<Versioned<Result>>, a whole Response, or Nothing/void (204).
template <class Query, class Result, class F>
Route get(std::string path, RouteInfo info, F f);
// post/put/patch<Body, Result>(…): f(const Call<Nothing, Body>&, store::Write&)
template <class Body, class Result, class F>
Route post(std::string path, RouteInfo info, F f);
template <class Body, class Result, class F>
Route put(std::string path, RouteInfo info, F f);
template <class Body, class Result, class F>
Route patch(std::string path, RouteInfo info, F f);
template <class Body, class Result, class F>
Route remove(std::string path, RouteInfo info, F f);
// task_get<Query, Result>, task_post<Body, Result>: f(const Call<…>&, store::Database&)
template <class Query, class Result, class F>
Route task_get(std::string path, RouteInfo info, F f);
template <class Body, class Result, class F>
Route task_post(std::string path, RouteInfo info, F f);

}  // namespace yizheng::http

#include "http/route_types.h"
