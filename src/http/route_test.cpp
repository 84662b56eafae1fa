// Route tables without a server: what a row makes of a request.
#include "http/route.h"

#include <gtest/gtest.h>

namespace yizheng::http {
namespace {

enum class Colour { RED, GREEN };
BOOST_DESCRIBE_ENUM(Colour, RED, GREEN)

struct Filter {
  int limit = 20;
  std::string text;
  std::optional<Date> since;
  std::optional<Colour> colour;
  std::vector<Colour> colours;
  std::vector<Id> ids;
  bool mine = false;
};
BOOST_DESCRIBE_STRUCT(Filter, (), (limit, text, since, colour, colours, ids, mine))

struct Needed {
  Id subject;
};
BOOST_DESCRIBE_STRUCT(Needed, (), (subject))

struct NoteBody {
  std::string title;
  std::optional<int> weight;
};
BOOST_DESCRIBE_STRUCT(NoteBody, (), (title, weight))

struct Note {
  Id id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, title))

class NoRows : public store::Connection {
 public:
  store::Engine engine() const override { return store::Engine::SQLITE; }
  std::int64_t run(std::string_view, std::span<const store::ColumnKind>, std::span<const store::Value>,
                   const std::function<bool(const store::RowView&)>&) override {
    return 0;
  }
};

Request request_with(std::vector<std::pair<std::string, std::string>> query) {
  Request request;
  request.query = std::move(query);
  request.caller = std::make_shared<Caller>();
  return request;
}

template <class F>
Problem problem_of(F f) {
  try {
    f();
  } catch (const Problem& problem) {
    return problem;
  }
  ADD_FAILURE() << "no Problem was thrown";
  return Problem(0, "none", "", "");
}

Filter filter_of(std::vector<std::pair<std::string, std::string>> query) {
  Filter seen;
  NoRows db;
  const auto route = get<Filter, Nothing>(
      "/x", {.operation = "x"}, [&](const Call<Filter, Nothing>& call, store::Connection&) { seen = call.query; });
  const auto response = std::get<ReadHandler>(route.handler)(request_with(std::move(query)), db);
  EXPECT_EQ(response.status, 204);
  return seen;
}

TEST(Query, ReadsEveryKindAndKeepsDefaults) {
  const auto plain = filter_of({});
  EXPECT_EQ(plain.limit, 20);
  EXPECT_FALSE(plain.since);
  EXPECT_TRUE(plain.ids.empty());
  const auto full = filter_of({{"limit", "5"},
                               {"text", "公园"},
                               {"since", "2026-02-28"},
                               {"colour", "RED"},
                               {"colours", "RED,GREEN"},
                               {"ids", "7,8"},
                               {"mine", "true"}});
  EXPECT_EQ(full.limit, 5);
  EXPECT_EQ(full.text, "公园");
  EXPECT_EQ(to_string(*full.since), "2026-02-28");
  EXPECT_EQ(full.colour, Colour::RED);
  EXPECT_EQ(full.colours, (std::vector{Colour::RED, Colour::GREEN}));
  EXPECT_EQ(full.ids, (std::vector{Id{7}, Id{8}}));
  EXPECT_TRUE(full.mine);
}

TEST(Query, NamesTheParameterAtFault) {
  const std::vector<std::pair<std::string, std::string>> wrong = {
      {"limit", "ten"},    {"limit", "99999999999"}, {"limit", ""},  {"since", "2026-02-30"}, {"colour", "BLUE"},
      {"colours", "RED,"}, {"colours", ",RED"},      {"ids", "7,x"}, {"mine", "yes"},         {"unknown", "1"}};
  for (const auto& parameter : wrong) {
    const auto problem = problem_of([&] { filter_of({parameter}); });
    EXPECT_EQ(problem.status, 422) << parameter.first << "=" << parameter.second;
    EXPECT_EQ(problem.code, "invalid_field");
    EXPECT_EQ(problem.field, parameter.first);
  }
  EXPECT_EQ(problem_of([&] { filter_of({{"limit", "1"}, {"limit", "2"}}); }).field, "limit");
}

TEST(Query, IdHasNoDefault) {
  NoRows db;
  const auto route =
      get<Needed, Nothing>("/x", {.operation = "x"}, [](const Call<Needed, Nothing>&, store::Connection&) {});
  const auto problem = problem_of([&] { std::get<ReadHandler>(route.handler)(request_with({}), db); });
  EXPECT_EQ(problem.field, "subject");
}

Response post_note(Request request) {
  NoRows db;
  store::Write write(db, Instant{1});
  const auto route = post<NoteBody, Note>(
      "/notes", {.operation = "note.create", .success = 201}, [](const Call<Nothing, NoteBody>& call, store::Write&) {
        return WithHeaders<Versioned<Note>>{{{Id{9}, call.body.title}, 4}, {{"Location", "/notes/9"}}};
      });
  EXPECT_TRUE(route.versioned);
  request.prepared = route.prepare(request);
  return std::get<WriteHandler>(route.handler)(request, write);
}

TEST(Body, BecomesAStructAndTheAnswerJson) {
  auto request = request_with({});
  request.method = Method::POST;
  request.body = R"({"title":"一"})";
  const auto response = post_note(request);
  EXPECT_EQ(response.status, 201);
  EXPECT_EQ(response.body, R"({"id":"9","title":"一"})");
  const std::vector<std::pair<std::string, std::string>> headers = {{"ETag", "\"4\""}, {"Location", "/notes/9"}};
  EXPECT_EQ(response.headers, headers);
}

TEST(Body, FaultsAreNamed) {
  auto request = request_with({});
  request.method = Method::POST;
  const std::vector<std::tuple<std::string, int, std::string>> wrong = {
      {"", 400, "body_required"},
      {"{\"title\":", 400, "invalid_json"},
      {"{\"title\":\"a\"} x", 400, "invalid_json"},
      {R"({"title":"a","title":"b"})", 400, "invalid_json"},
      {R"({"title":"a","":1,"":2})", 400, "invalid_json"},
      {R"({"title":"a\u0000b"})", 400, "invalid_text"},
      {"{\"title\":\"a\xff\"}", 400, "invalid_text"},
      {"{\"title\":\"\xed\xa0\x80\"}", 400, "invalid_text"},
      {R"({"title":1})", 422, "invalid_field"},
      {R"({"title":"a","extra":1})", 422, "invalid_field"},
      {"[]", 422, "invalid_field"},
  };
  for (const auto& [body, status, code] : wrong) {
    request.body = body;
    const auto problem = problem_of([&] { post_note(request); });
    EXPECT_EQ(problem.status, status) << body;
    EXPECT_EQ(problem.code, code) << body;
    EXPECT_FALSE(problem.zh.empty());
  }
}

TEST(Call, IfMatchAndPath) {
  auto request = request_with({});
  EXPECT_EQ(problem_of([&] { detail::required_if_match(request); }).code, "if_match_required");
  request.headers["if-match"] = "\"12\"";
  EXPECT_EQ(detail::required_if_match(request), 12);
  for (const auto* wrong : {"12", "*", "\"\"", "\"a\"", "W/\"1\"", "\"1\", \"2\"", "\""}) {
    request.headers["if-match"] = wrong;
    EXPECT_EQ(problem_of([&] { detail::if_match(request); }).status, 400) << wrong;
  }
  request.path_parameters["id"] = "17";
  EXPECT_EQ(detail::path_id(request, "id"), Id{17});
  request.path_parameters["id"] = "x";
  EXPECT_EQ(problem_of([&] { detail::path_id(request, "id"); }).status, 404);
}

TEST(Raw, NamesItsFile) {
  NoRows db;
  const auto route = get<Nothing, Raw>("/x", {.operation = "x"}, [](const Call<Nothing, Nothing>&, store::Connection&) {
    return Raw{"text/csv", "a,b", "提案 1.csv"};
  });
  const auto response = std::get<ReadHandler>(route.handler)(request_with({}), db);
  EXPECT_EQ(response.content_type, "text/csv");
  EXPECT_EQ(response.headers.at(0).second,
            "attachment; filename=\"_______1.csv\"; filename*=UTF-8''%E6%8F%90%E6%A1%88%201.csv");
}

}  // namespace
}  // namespace yizheng::http
