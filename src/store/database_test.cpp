#include <gtest/gtest.h>

#include "store/testing.h"

namespace yizheng::store {
namespace {

const std::vector<Migration> NUMBERS = {
    {1, "numbers", "CREATE TABLE numbers (id {bigint} NOT NULL PRIMARY KEY, text {text} NOT NULL);\n", "", ""}};

class DatabaseTest : public ::testing::TestWithParam<Engine> {
 protected:
  testing::FreshDatabase database{GetParam(), NUMBERS};
  std::int64_t count() {
    return *database->read([](Connection& db) { return db.select_one<std::int64_t>("SELECT COUNT(*) FROM numbers"); });
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, DatabaseTest, ::testing::ValuesIn(testing::all_engines()), testing::engine_name);

void insert(Write& w, std::int64_t id) { w.db.execute("INSERT INTO numbers (id, text) VALUES (?, ?)", id, "一二三"); }

// Queues `count` actions while the writer is held up, so that they wait together.
struct Outcomes {
  std::vector<std::string> codes;  // "" where done
  void collect(Database& database, int count, const std::function<void(Write&, int)>& action) {
    std::promise<void> gate;
    std::vector<std::promise<std::string>> results(count);
    database.write([&](Write&) { gate.get_future().wait(); }, [](std::exception_ptr) {});
    for (int i = 0; i < count; ++i) {
      database.write([&action, i](Write& w) { action(w, i); },
                     [&results, i](std::exception_ptr error) {
                       std::string code;
                       try {
                         if (error) std::rethrow_exception(error);
                       } catch (const Problem& problem) {
                         code = problem.code;
                       } catch (const std::exception& other) {
                         code = other.what();
                       }
                       results[i].set_value(code);
                     });
    }
    gate.set_value();
    for (auto& result : results) codes.push_back(result.get_future().get());
  }
};

TEST_P(DatabaseTest, ManyActionsShareOneCommit) {
  const auto before = database->writer_figures();
  Outcomes outcomes;
  outcomes.collect(*database, 64, [](Write& w, int i) { insert(w, i); });
  for (const auto& code : outcomes.codes) EXPECT_EQ(code, "");
  const auto after = database->writer_figures();
  EXPECT_EQ(after.actions - before.actions, 65u);
  EXPECT_LE(after.commits - before.commits, 3u);
  EXPECT_EQ(count(), 64);
}

TEST_P(DatabaseTest, OneCommitAnActionWhenAsked) {
  database.reopen({.commit_batch = 1});
  const auto before = database->writer_figures();
  Outcomes outcomes;
  outcomes.collect(*database, 10, [](Write& w, int i) { insert(w, i); });
  EXPECT_EQ(database->writer_figures().commits - before.commits, 11u);
}

TEST_P(DatabaseTest, AFailingActionLeavesTheOthersOfItsBatch) {
  Outcomes outcomes;
  outcomes.collect(*database, 9, [](Write& w, int i) {
    insert(w, i);
    if (i == 3) throw std::runtime_error("three");
    if (i == 5) insert(w, 4);            // a broken uniqueness constraint, not caught
    if (i == 7) w.db.execute("SELEKT");  // wrong SQL: PostgreSQL refuses all that follows in the transaction
  });
  for (int i = 0; i < 9; ++i) {
    const std::string expected = i == 3 ? "three" : i == 5 ? "already_exists" : "";
    if (i == 7) {
      EXPECT_NE(outcomes.codes[i], "");
    } else {
      EXPECT_EQ(outcomes.codes[i], expected) << i;
    }
  }
  const auto ids =
      database->read([](Connection& db) { return db.select<std::int64_t>("SELECT id FROM numbers ORDER BY id"); });
  EXPECT_EQ(ids, (std::vector<std::int64_t>{0, 1, 2, 4, 6, 8}));
}

TEST_P(DatabaseTest, StepsRunAfterTheCommitOnly) {
  int steps = 0;
  database->write_and_wait([&](Write& w) {
    insert(w, 1);
    w.after_commit([&] { steps += count() == 1 ? 1 : 100; });
  });
  EXPECT_EQ(steps, 1);
  EXPECT_ANY_THROW(database->write_and_wait([&](Write& w) {
    w.after_commit([&] { steps += 1000; });
    throw std::runtime_error("no");
  }));
  EXPECT_EQ(steps, 1);
}

TEST_P(DatabaseTest, AnActionHasTheClockOfItsCaller) {
  const Instant moved = start_of(make_date(2024, 3, 1));
  const ScopedClock clock(moved);
  const auto [at, seen] = database->write_and_wait([](Write& w) { return std::pair(w.at, now()); });
  EXPECT_EQ(local_date(at), make_date(2024, 3, 1));
  EXPECT_EQ(local_date(seen), make_date(2024, 3, 1));
}

TEST_P(DatabaseTest, TheQueueIsBounded) {
  std::promise<void> gate, begun;
  database->write(
      [&](Write&) {
        begun.set_value();
        gate.get_future().wait();
      },
      [](std::exception_ptr) {});
  begun.get_future().wait();  // or the first action itself would be one of those that wait
  std::atomic<int> overloaded = 0, done = 0;
  std::promise<void> finished;
  constexpr int SENT = 10'200;
  for (int i = 0; i < SENT; ++i) {
    database->write([](Write&) {},
                    [&](std::exception_ptr error) {
                      try {
                        if (error) std::rethrow_exception(error);
                      } catch (const Problem& problem) {
                        if (problem.code == "overloaded" && problem.status == 503) ++overloaded;
                      }
                      if (++done == SENT) finished.set_value();
                    });
  }
  gate.set_value();
  finished.get_future().wait();
  EXPECT_EQ(overloaded, SENT - 10'000);
  EXPECT_EQ(database->writer_figures().refused, static_cast<std::uint64_t>(overloaded));
}

TEST_P(DatabaseTest, WhatIsQueuedIsWrittenBeforeItCloses) {
  for (int i = 0; i < 500; ++i) database->write([i](Write& w) { insert(w, i); }, [](std::exception_ptr) {});
  database.reopen();
  EXPECT_EQ(count(), 500);
}

TEST_P(DatabaseTest, ReadersAndTheWriterTogether) {
  std::atomic<bool> stop = false;
  std::atomic<int> torn = 0, reads = 0;
  std::vector<std::thread> readers;
  for (int t = 0; t < 3; ++t) {
    readers.emplace_back([&] {
      while (!stop) {
        // Ids are inserted in pairs: a reader must never see half of one.
        const auto [rows, top] = *database->read([](Connection& db) {
          return db.select_one<std::tuple<std::int64_t, std::int64_t>>(
              "SELECT COUNT(*), COALESCE(MAX(id), -1) FROM numbers");
        });
        if (rows % 2 != 0 || top != rows - 1) ++torn;
        ++reads;
      }
    });
  }
  // On a quick machine 150 commits are over before the readers have begun: the writer goes on until they have read.
  for (int i = 0; i < 300 || reads <= 10; i += 2) {
    database->write_and_wait([i](Write& w) {
      insert(w, i);
      insert(w, i + 1);
    });
  }
  stop = true;
  for (auto& reader : readers) reader.join();
  EXPECT_EQ(torn, 0);
  EXPECT_GT(reads, 10);
}

TEST_P(DatabaseTest, ReadOnlyInspectionWhileAnotherServes) {
  database->write_and_wait([](Write& w) { insert(w, 1); });
  const auto inspected = Database::open(database.url(), {.read_only = true});
  EXPECT_EQ(inspected->read([](Connection& db) { return db.select_one<std::int64_t>("SELECT COUNT(*) FROM numbers"); }),
            1);
  try {
    inspected->write_and_wait([](Write& w) { insert(w, 2); });
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "storage_read_only");
  }
}

TEST(DatabaseOpen, RefusesWhatIsNoDatabase) {
  const auto code = [](const std::string& url, DatabaseOptions options = {}) -> std::string {
    try {
      Database::open(url, options);
    } catch (const Problem& problem) {
      return problem.code;
    }
    return "";
  };
  const testing::Folder folder;
  EXPECT_EQ(code("mysql://x"), "database_unavailable");
  EXPECT_EQ(code("sqlite:" + (folder / "none.db"), {.create = false}), "database_unavailable");
  EXPECT_EQ(code("sqlite:" + (folder / "none.db"), {.read_only = true}), "database_unavailable");
  EXPECT_EQ(code("sqlite:" + (folder / "no/folder/none.db")), "database_unavailable");
  EXPECT_EQ(code("postgresql://nobody@/none?host=" + folder.path()), "database_unavailable");
  EXPECT_EQ(code("sqlite:" + (folder / "a = b.db")), "");
  EXPECT_TRUE(Database::open("sqlite:" + (folder / "a = b.db"), {.create = false}) != nullptr);
}

TEST(DatabaseOpen, ASecondProcessOnOneFileIsRefused) {
  const testing::Folder folder;
  const auto url = "sqlite:" + (folder / "one.db");
  auto first = Database::open(url);
  try {
    Database::open(url);
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "database_in_use");
  }
  first.reset();
  EXPECT_NO_THROW(Database::open(url));
}

}  // namespace
}  // namespace yizheng::store
