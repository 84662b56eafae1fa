#include <gtest/gtest.h>

#include "store/sql_text.h"
#include "store/testing.h"
#include "store/text_check.h"

namespace yizheng::store {
namespace {

enum class Colour { RED, GREEN };
BOOST_DESCRIBE_ENUM(Colour, RED, GREEN)

struct Everything {
  Id committee_id;
  Id id;
  Instant at;
  Date day;
  bool flag = false;
  double share = 0;
  Colour colour = Colour::RED;
  std::string title;
  std::optional<std::string> note;
  std::optional<Id> parent;
  bool operator==(const Everything&) const = default;
};
BOOST_DESCRIBE_STRUCT(Everything, (), (committee_id, id, at, day, flag, share, colour, title, note, parent))

const std::vector<Migration> TABLES = {{1, "everything",
                                        R"(
CREATE TABLE everything (committee_id {bigint} NOT NULL, id {bigint} NOT NULL, at {bigint} NOT NULL, day {text} NOT NULL,
  flag {bigint} NOT NULL, share {real} NOT NULL, colour {text} NOT NULL, title {text} NOT NULL, note {text}, parent {bigint},
  PRIMARY KEY (committee_id, id));
CREATE TABLE files (id {bigint} NOT NULL PRIMARY KEY, content {blob} NOT NULL);
)",
                                        "", ""}};

Everything record(std::int64_t id, std::string title = "关于加强老旧小区电动车充电安全管理的提案") {
  return {Id{1}, Id{id}, Instant{1'768'000'000'123}, make_date(2026, 2, 28), true, 0.1, Colour::GREEN, std::move(title),
          {},    Id{7}};
}

class ConnectionTest : public ::testing::TestWithParam<Engine> {
 protected:
  testing::FreshDatabase database{GetParam(), TABLES};
};
INSTANTIATE_TEST_SUITE_P(Engines, ConnectionTest, ::testing::ValuesIn(testing::all_engines()), testing::engine_name);

template <class F>
std::string code_of(F&& f) {
  try {
    f();
  } catch (const Problem& problem) {
    return std::to_string(problem.status) + " " + problem.code;
  }
  return "";
}

TEST_P(ConnectionTest, KeepsEveryKindOfValue) {
  const auto first = record(1);
  auto second = record(2, "");
  second.note = "";  // empty is not NULL
  second.parent = {};
  second.share = 1.0 / 3;
  database->write_and_wait([&](Write& w) {
    w.db.insert("everything", first);
    w.db.insert("everything", second);
  });
  const auto rows = database->read([](Connection& db) {
    return db.select<Everything>("SELECT " + columns_of<Everything>() + " FROM everything ORDER BY id");
  });
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0], first);
  EXPECT_EQ(rows[1], second);
}

TEST_P(ConnectionTest, GivesTuplesSingleValuesAndCounts) {
  database->write_and_wait([&](Write& w) {
    for (int i = 1; i <= 5; ++i) w.db.insert("everything", record(i));
    EXPECT_EQ(w.db.execute("UPDATE everything SET share = ? WHERE id > ?", 2.5, 3), 2);
    EXPECT_EQ(w.db.execute("UPDATE everything SET share = ? WHERE id > ?", 2.5, 30), 0);
    EXPECT_EQ(w.db.execute("DELETE FROM everything WHERE id = ?", Id{5}), 1);
  });
  database->read([](Connection& db) {
    EXPECT_EQ(db.select_one<std::int64_t>("SELECT COUNT(*) FROM everything"), 4);
    EXPECT_EQ(db.select_one<double>("SELECT MAX(share) FROM everything WHERE id IN (?, ?)", 3, 4), 2.5);
    EXPECT_FALSE(db.select_one<Id>("SELECT id FROM everything WHERE id = ?", 99));
    const auto rows = db.select<std::tuple<Id, std::optional<std::string>, Colour>>(
        "SELECT id, note, colour FROM everything WHERE title = ? ORDER BY id LIMIT ?", record(1).title, 2);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1], std::tuple(Id{2}, std::optional<std::string>(), Colour::GREEN));
  });
}

TEST_P(ConnectionTest, AParameterMayBeNullOrOfAnotherKindNextTime) {
  database->write_and_wait([&](Write& w) {
    const auto* sql =
        "INSERT INTO everything (committee_id, id, at, day, flag, share, colour, title, note, parent) "
        "VALUES (1, ?, 1, '2026-01-01', 0, 0, 'RED', '?', ?, ?)";
    w.db.execute(sql, 1, std::optional<std::string>(), std::optional<Id>());
    w.db.execute(sql, 2, std::optional<std::string>("注"), std::optional<Id>(Id{9}));
    w.db.execute(sql, 3, std::optional<std::string>(), std::optional<Id>(Id{10}));
  });
  const auto rows = database->read([](Connection& db) {
    return db.select<std::tuple<std::optional<std::string>, std::optional<Id>, std::string>>(
        "SELECT note, parent, title FROM everything ORDER BY id");
  });
  EXPECT_EQ(rows[0], std::tuple(std::optional<std::string>(), std::optional<Id>(), std::string("?")));
  EXPECT_EQ(rows[1], std::tuple(std::optional<std::string>("注"), std::optional<Id>(Id{9}), std::string("?")));
  EXPECT_EQ(std::get<1>(rows[2]), std::optional<Id>(Id{10}));
}

TEST_P(ConnectionTest, BytesComeBackAsTheyWent) {
  std::string all;
  for (int i = 0; i < 70'000; ++i) all += static_cast<char>(i * 7);
  database->write_and_wait([&](Write& w) {
    w.db.execute("INSERT INTO files (id, content) VALUES (?, ?)", 1, Bytes{all});
    w.db.execute("INSERT INTO files (id, content) VALUES (?, ?)", 2, Bytes{});
  });
  database->read([&](Connection& db) {
    EXPECT_EQ(db.select_one<Bytes>("SELECT content FROM files WHERE id = ?", 1), Bytes{all});
    EXPECT_EQ(db.select_one<Bytes>("SELECT content FROM files WHERE id = ?", 2), Bytes{});
  });
}

TEST_P(ConnectionTest, AQueryWithinTheReadingOfTheSameQuery) {
  database->write_and_wait([&](Write& w) {
    for (int i = 1; i <= 3; ++i) w.db.insert("everything", record(i));
  });
  const std::string sql = "SELECT id FROM everything WHERE id >= ? ORDER BY id";
  const auto kinds = std::array{ColumnKind::INTEGER};
  const auto seen = database->read([&](Connection& db) {
    std::vector<std::int64_t> ids;
    const std::array<Value, 1> from{std::int64_t{1}};
    db.run(sql, kinds, from, [&](const RowView& row) {
      const auto inner = db.select<std::int64_t>(sql, row.integer(0));
      ids.push_back(row.integer(0) * 100 + static_cast<std::int64_t>(inner.size()));
      return true;
    });
    return ids;
  });
  EXPECT_EQ(seen, (std::vector<std::int64_t>{103, 202, 301}));
}

TEST_P(ConnectionTest, StoppingEarlyOrThrowingLeavesTheConnectionUsable) {
  database->write_and_wait([&](Write& w) {
    for (int i = 1; i <= 50; ++i) w.db.insert("everything", record(i));
  });
  const auto kinds = std::array{ColumnKind::INTEGER};
  for (int round = 0; round < 3; ++round) {
    database->read([&](Connection& db) {
      int rows = 0;
      db.run("SELECT id FROM everything ORDER BY id", kinds, {}, [&](const RowView&) { return ++rows < 2; });
      EXPECT_EQ(rows, 2);
    });
    EXPECT_THROW(database->read([&](Connection& db) {
      db.run("SELECT id FROM everything ORDER BY id", kinds, {},
             [&](const RowView&) -> bool { throw std::invalid_argument("mine"); });
    }),
                 std::invalid_argument);
    // A read transaction left open would keep this from being seen.
    database->write_and_wait([&](Write& w) { w.db.insert("everything", record(100 + round)); });
    EXPECT_EQ(
        database->read([](Connection& db) { return db.select_one<std::int64_t>("SELECT COUNT(*) FROM everything"); }),
        51 + round);
  }
}

TEST_P(ConnectionTest, SaysWhatIsWrong) {
  EXPECT_EQ(code_of([&] {
              database->write_and_wait([](Write& w) {
                w.db.insert("everything", record(1));
                w.db.insert("everything", record(1));
              });
            }),
            "409 already_exists");
  EXPECT_EQ(code_of([&] {
              database->write_and_wait([](Write& w) { w.db.insert("everything", record(1, std::string("a\0b", 3))); });
            }),
            "422 invalid_text");
  EXPECT_EQ(code_of([&] { database->write_and_wait([](Write& w) { w.db.insert("everything", record(1, "\xC3(")); }); }),
            "422 invalid_text");
  EXPECT_THROW(database->write_and_wait([](Write& w) { w.db.execute("SELEKT 1"); }), std::runtime_error);
  EXPECT_THROW(database->read([](Connection& db) { db.select<std::int64_t>("SELECT nothing FROM everything"); }),
               std::runtime_error);
  EXPECT_THROW(
      database->read([](Connection& db) { db.select<std::int64_t>("SELECT id FROM everything WHERE id = ?"); }),
      std::logic_error);
  EXPECT_EQ(
      database->read([](Connection& db) { return db.select_one<std::int64_t>("SELECT COUNT(*) FROM everything"); }), 0);
}

TEST_P(ConnectionTest, AReaderCannotWriteAndSeesOneState) {
  EXPECT_ANY_THROW(database->read([](Connection& db) { db.insert("everything", record(1)); }));
  database->read([&](Connection& db) {
    EXPECT_EQ(db.select_one<std::int64_t>("SELECT COUNT(*) FROM everything"), 0);
    database->write_and_wait([&](Write& w) { w.db.insert("everything", record(1)); });
    EXPECT_EQ(db.select_one<std::int64_t>("SELECT COUNT(*) FROM everything"), 0) << "the snapshot moved";
    EXPECT_THROW(database->read([](Connection&) {}), std::logic_error);
  });
  EXPECT_EQ(
      database->read([](Connection& db) { return db.select_one<std::int64_t>("SELECT COUNT(*) FROM everything"); }), 1);
}

TEST_P(ConnectionTest, MoreStatementsThanAreKept) {
  database->read([](Connection& db) {
    for (int round = 0; round < 2; ++round) {
      for (int i = 0; i < 450; ++i) {
        EXPECT_EQ(db.select_one<std::int64_t>("SELECT " + std::to_string(i) + " + CAST(? AS BIGINT)", 1), i + 1);
      }
    }
  });
}

TEST(SqlText, NamesParametersOutsideOfStringsAndComments) {
  const auto named =
      name_parameters("SELECT '?', \"a?\" -- what's this?\nFROM t WHERE a = ? AND b = 'it''s ?' AND c IN (?,?)");
  EXPECT_EQ(named.parameters, 3u);
  EXPECT_EQ(named.text, "SELECT '?', \"a?\" \nFROM t WHERE a = :p1 AND b = 'it''s ?' AND c IN (:p2,:p3)");
}

TEST(SqlText, SplitsAtSemicolonsThatEndALine) {
  EXPECT_EQ(split_statements("\nA (\n b\n);\nTRIGGER BEGIN x; END;\n\nC"),
            (std::vector<std::string>{"\nA (\n b\n)", "TRIGGER BEGIN x; END", "\nC\n"}));
}

TEST(TextCheck, AcceptsUtf8WithoutNulOnly) {
  for (const std::string_view good : {"", "a", "提案", "12345678", "1234567提", "😀", "\x7F"})
    EXPECT_TRUE(storable_text(good)) << good;
  using namespace std::string_view_literals;
  for (const auto bad : {"\0"sv, "1234567\0"sv, "1234\000678"sv, "\xC0\x80"sv, "\xE6\x8F"sv, "\xED\xA0\x80"sv,
                         "\xF5\x80\x80\x80"sv, "\xF4\x90\x80\x80"sv, "\xE0\x80\x80"sv, "\x80"sv, "1234567\xFF"sv}) {
    EXPECT_FALSE(storable_text(bad));
  }
}

}  // namespace
}  // namespace yizheng::store
