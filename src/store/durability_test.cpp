// What was acknowledged stays; what was not leaves no trace; and a fault says so.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <random>

#include "store/ledger.h"
#include "store/search.h"
#include "store/testing.h"

namespace yizheng::store {
namespace {

std::string code_of(const std::function<void()>& f) {
  try {
    f();
  } catch (const Problem& problem) {
    return problem.code;
  }
  return "";
}

void record(Write& w, std::int64_t id) {
  append(w, {Id{1}, "proposal.submit", "proposal", Id{id}, Id{7}, "MEMBER", "DRAFT", "SUBMITTED", "{}"});
  put_document(w, {Id{1}, "proposal", Id{id}, id, "提案", "正文", {}});
}

// A child process writes and tells each acknowledged id through a pipe; it is killed in the middle.
class Child {
 public:
  explicit Child(const std::string& url) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    pid_ = ::fork();
    if (pid_ == 0) {
      ::close(ends[0]);
      write_forever(url, ends[1]);
      ::_exit(0);
    }
    ::close(ends[1]);
    from_child_ = ends[0];
  }
  std::set<std::int64_t> kill_after(std::chrono::milliseconds time) {
    std::set<std::int64_t> acknowledged;
    std::int64_t id = 0;
    const auto read_one = [&] { return ::read(from_child_, &id, sizeof id) == sizeof id; };
    // Time counts from the second acknowledgement, so that neither a slow start nor a slow machine makes an empty test.
    for (int i = 0; i < 2 && read_one(); ++i) acknowledged.insert(id);
    std::this_thread::sleep_for(time);
    ::kill(pid_, SIGKILL);
    while (read_one()) acknowledged.insert(id);
    ::close(from_child_);
    ::waitpid(pid_, nullptr, 0);
    return acknowledged;
  }

 private:
  static void write_forever(const std::string& url, int to_parent) {
    try {
      const auto database = Database::open(url);
      std::int64_t last = 0;
      database->read(
          [&](Connection& db) { last = db.select_one<std::int64_t>("SELECT COUNT(*) FROM ledger").value_or(0); });
      std::atomic<int> waiting = 0;
      for (std::int64_t id = last + 1;; ++id) {
        while (waiting > 100) std::this_thread::yield();
        ++waiting;
        database->write([id](Write& w) { record(w, id); },
                        [id, to_parent, &waiting](std::exception_ptr error) {
                          --waiting;
                          if (!error && ::write(to_parent, &id, sizeof id) != sizeof id) ::_exit(1);
                        });
      }
    } catch (...) {
      ::_exit(2);
    }
  }

  pid_t pid_ = 0;
  int from_child_ = -1;
};

class DurabilityTest : public ::testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, DurabilityTest, ::testing::ValuesIn(testing::all_engines()), testing::engine_name);

TEST_P(DurabilityTest, WhatWasAcknowledgedSurvivesAKill) {
  const testing::TestDatabase files(GetParam());
  migrate(*files.open(), store_migrations());
  std::mt19937 random(11);
  std::set<std::int64_t> acknowledged;
  for (int round = 0; round < 5; ++round) {
    acknowledged.merge(Child(files.url()).kill_after(std::chrono::milliseconds(random() % 60)));
    // PostgreSQL may take a moment to see that its client is gone; the next writer waits for its lock.
    const auto database = files.open();
    database->write_and_wait([](Write&) {});
    database->read([&](Connection& db) {
      const auto ids = db.select<std::int64_t>("SELECT subject_id FROM ledger ORDER BY seq");
      const std::set<std::int64_t> kept(ids.begin(), ids.end());
      EXPECT_EQ(kept.size(), ids.size());
      EXPECT_TRUE(std::includes(kept.begin(), kept.end(), acknowledged.begin(), acknowledged.end()));
      EXPECT_TRUE(verify_ledger(db).faults.empty());
      // An action is there as a whole or not at all.
      EXPECT_EQ(search(db, {Id{1}, "proposal", "正文"}).total, static_cast<std::int64_t>(ids.size()));
    });
  }
  EXPECT_GT(acknowledged.size(), 5u);
}

TEST(Durability, AFullDiskIsToldAndNothingIsHalfDone) {
  const testing::Folder folder;
  if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=3m") != 0) {
    GTEST_SKIP() << "needs the right to mount a small file system (root)";
  }
  struct Unmount {
    std::string path;
    ~Unmount() { ::umount2(path.c_str(), MNT_DETACH); }
  } unmount{folder.path()};
  auto database = Database::open("sqlite:" + (folder / "full.db"));
  migrate(*database, store_migrations());
  std::int64_t written = 0;
  std::string code;
  const std::string large(20'000, 'x');
  while (code.empty() && written < 1'000) {
    code = code_of([&] {
      database->write_and_wait([&](Write& w) {
        append(w, {Id{1}, "a", "proposal", Id{written + 1}, Id{7}, "", "", "", large});
      });
    });
    if (code.empty()) ++written;
  }
  EXPECT_EQ(code, "storage_full");
  EXPECT_GT(written, 5);
  const auto entries = [&] { return database->read([](Connection& db) { return verify_ledger(db); }); };
  EXPECT_EQ(entries().entries, written);
  EXPECT_TRUE(entries().faults.empty());
  // Room again: it goes on without a restart.
  ASSERT_EQ(::mount("tmpfs", folder.path().c_str(), "tmpfs", MS_REMOUNT, "size=30m"), 0);
  EXPECT_EQ(code_of([&] {
              database->write_and_wait([&](Write& w) {
                append(w, {Id{1}, "a", "proposal", Id{9}, Id{7}, "", "", "", large});
              });
            }),
            "");
  EXPECT_EQ(entries().entries, written + 1);
  EXPECT_TRUE(entries().faults.empty());
}

TEST(Durability, AReadOnlyFileSystemIsTold) {
  const testing::Folder folder;
  if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=20m") != 0) {
    GTEST_SKIP() << "needs the right to mount a small file system (root)";
  }
  struct Unmount {
    std::string path;
    ~Unmount() { ::umount2(path.c_str(), MNT_DETACH); }
  } unmount{folder.path()};
  const auto url = "sqlite:" + (folder / "kept.db");
  migrate(*Database::open(url), store_migrations());
  ASSERT_EQ(::mount("tmpfs", folder.path().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, ""), 0);
  EXPECT_EQ(code_of([&] { Database::open(url); }), "storage_read_only");
}

TEST(Durability, ADamagedFileIsTold) {
  const testing::Folder folder;
  const auto path = folder / "damaged.db";
  ::close(::open(path.c_str(), O_CREAT | O_WRONLY, 0600));
  std::filesystem::resize_file(path, 0);
  const int file = ::open(path.c_str(), O_WRONLY);
  const std::string noise(8192, 'n');
  ASSERT_EQ(::write(file, noise.data(), noise.size()), static_cast<ssize_t>(noise.size()));
  ::close(file);
  EXPECT_EQ(code_of([&] { Database::open("sqlite:" + path); }), "database_unavailable");
}

TEST(Durability, PostgresqlStoppedAndStartedAgain) {
  if (!testing::has_postgresql()) GTEST_SKIP() << "no PostgreSQL on this machine";
  testing::PostgresqlServer server;
  const auto database = Database::open(server.url());
  migrate(*database, store_migrations());
  const auto put = [&](std::int64_t id) {
    return code_of([&] { database->write_and_wait([&](Write& w) { record(w, id); }); });
  };
  const auto look = [&] {
    return code_of([&] { database->read([](Connection& db) { return verify_ledger(db).entries; }); });
  };
  EXPECT_EQ(put(1), "");
  EXPECT_EQ(look(), "");
  // Lost in the middle of an action and of a read: both fail clearly, and neither leaves anything.
  EXPECT_EQ(code_of([&] {
              database->write_and_wait([&](Write& w) {
                record(w, 2);
                server.stop();
                record(w, 3);
              });
            }),
            "database_unavailable");
  EXPECT_EQ(put(4), "database_unavailable");
  EXPECT_EQ(look(), "database_unavailable");
  server.start();
  EXPECT_EQ(put(5), "");
  EXPECT_EQ(look(), "");
  EXPECT_EQ(code_of([&] {
              database->read([&](Connection& db) {
                verify_ledger(db);
                server.stop();
                verify_ledger(db);
              });
            }),
            "database_unavailable");
  server.start();
  database->read([](Connection& db) {
    EXPECT_EQ(db.select<std::int64_t>("SELECT subject_id FROM ledger ORDER BY seq"), (std::vector<std::int64_t>{1, 5}));
    EXPECT_TRUE(verify_ledger(db).faults.empty());
  });
  // A restart between two uses is not even felt.
  server.stop();
  server.start();
  EXPECT_EQ(put(6), "");
  EXPECT_EQ(look(), "");
}

}  // namespace
}  // namespace yizheng::store
