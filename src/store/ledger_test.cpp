#include <gtest/gtest.h>

#include <random>

#include "store/ledger_text.h"
#include "store/testing.h"

namespace yizheng::store {
namespace {

class LedgerTest : public ::testing::TestWithParam<Engine> {
 protected:
  testing::FreshDatabase database{GetParam(), store_migrations()};

  void append_some(Id committee, int count) {
    database->write_and_wait([&](Write& w) {
      for (int i = 0; i < count; ++i) {
        append(w, {committee, "proposal.submit", "proposal", Id{100 + i % 3}, Id{7}, "MEMBER", "DRAFT", "SUBMITTED",
                   R"({"title":"关于校园周边交通的提案"})"});
      }
    });
  }
  LedgerReport verify(std::optional<Id> committee = {}) {
    return database->read([&](Connection& db) { return verify_ledger(db, committee); });
  }
  void allow_tampering() {
    database->write_and_wait([&](Write& w) {
      const std::string on = w.db.engine() == Engine::POSTGRESQL ? " ON ledger" : "";
      w.db.execute("DROP TRIGGER ledger_no_update" + on);
      w.db.execute("DROP TRIGGER ledger_no_delete" + on);
    });
  }
  template <class... Args>
  void tamper(const std::string& sql, const Args&... args) {
    database->write_and_wait([&](Write& w) { EXPECT_GT(w.db.execute(sql, args...), 0) << sql; });
  }
  std::vector<std::int64_t> faults(std::optional<Id> committee = {}) {
    std::vector<std::int64_t> seqs;
    for (const auto& fault : verify(committee).faults) seqs.push_back(fault.seq);
    return seqs;
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, LedgerTest, ::testing::ValuesIn(testing::all_engines()), testing::engine_name);

TEST_P(LedgerTest, CountsChainsAndVerifies) {
  EXPECT_EQ(verify().entries, 0);
  append_some(Id{1}, 5);
  append_some(Id{2}, 3);
  append_some(Id{1}, 2);
  const auto report = verify();
  EXPECT_EQ(report.entries, 10);
  EXPECT_TRUE(report.faults.empty());
  EXPECT_EQ(report.head_hash.size(), 64u);
  EXPECT_EQ(verify(Id{1}).entries, 7);
  EXPECT_EQ(verify(Id{3}).entries, 0);
  const auto rows = database->read([](Connection& db) { return ledger_of(db, Id{1}, "proposal", Id{101}); });
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].seq, 2);
  EXPECT_EQ(rows[1].seq, 5);
  EXPECT_EQ(rows[2].seq, 7);
  EXPECT_EQ(rows[0].to_state, "SUBMITTED");
}

TEST_P(LedgerTest, AnActionThatFailsLeavesNoGap) {
  append_some(Id{1}, 2);
  EXPECT_ANY_THROW(database->write_and_wait([](Write& w) {
    append(w, {Id{1}, "a", "b", Id{1}, Id{}, "", "", "", "{}"});
    throw std::runtime_error("not today");
  }));
  append_some(Id{1}, 1);
  EXPECT_EQ(verify().entries, 3);
  EXPECT_TRUE(verify().faults.empty());
}

TEST_P(LedgerTest, RowsCannotBeChangedOrRemovedInPassing) {
  append_some(Id{1}, 2);
  EXPECT_ANY_THROW(database->write_and_wait([](Write& w) { w.db.execute("UPDATE ledger SET detail = '{}'"); }));
  EXPECT_ANY_THROW(database->write_and_wait([](Write& w) { w.db.execute("DELETE FROM ledger WHERE seq = 1"); }));
  EXPECT_TRUE(verify().faults.empty());
}

TEST_P(LedgerTest, FindsAnyChangedColumn) {
  append_some(Id{1}, 6);
  allow_tampering();
  const std::pair<std::string, std::string> changes[] = {{"at", "at + 1"},
                                                         {"action", "'proposal.withdraw'"},
                                                         {"subject_kind", "'opinion'"},
                                                         {"subject_id", "subject_id + 1"},
                                                         {"actor_account_id", "8"},
                                                         {"actor_role", "'LEADER'"},
                                                         {"from_state", "''"},
                                                         {"to_state", "'FILED'"},
                                                         {"detail", "'{}'"}};
  for (const auto& [column, value] : changes) {
    const auto before = database->read([&](Connection& db) {
      return db.select_one<std::string>("SELECT CAST(" + column + " AS TEXT) FROM ledger WHERE seq = 4");
    });
    tamper("UPDATE ledger SET " + column + " = " + value + " WHERE seq = 4");
    EXPECT_EQ(faults(), std::vector<std::int64_t>{4}) << column;
    const bool number = column == "at" || column == "subject_id" || column == "actor_account_id";
    tamper("UPDATE ledger SET " + column + " = " + (number ? *before : "'" + *before + "'") + " WHERE seq = 4");
    EXPECT_TRUE(faults().empty()) << column;
  }
  // Text moved from one column to its neighbour is not the same entry.
  tamper("UPDATE ledger SET actor_role = 'MEMBERD', from_state = 'RAFT' WHERE seq = 2");
  EXPECT_EQ(faults(), std::vector<std::int64_t>{2});
}

TEST_P(LedgerTest, FindsRemovedInsertedSwappedAndCutOff) {
  append_some(Id{1}, 8);
  append_some(Id{2}, 2);
  allow_tampering();
  database->write_and_wait([](Write& w) { w.db.execute("CREATE TABLE kept AS SELECT * FROM ledger"); });
  const auto restore = [&] {
    database->write_and_wait([](Write& w) {
      w.db.execute("DELETE FROM ledger");
      w.db.execute("INSERT INTO ledger SELECT * FROM kept");
    });
  };
  tamper("DELETE FROM ledger WHERE committee_id = 1 AND seq = 5");
  EXPECT_EQ(faults(), std::vector<std::int64_t>{5});
  restore();
  tamper("DELETE FROM ledger WHERE committee_id = 1 AND seq > 6");
  EXPECT_EQ(faults(), std::vector<std::int64_t>{7});
  restore();
  tamper("DELETE FROM ledger WHERE committee_id = 2");
  EXPECT_EQ(faults(), std::vector<std::int64_t>{1});
  EXPECT_EQ(faults(Id{2}), std::vector<std::int64_t>{1});
  EXPECT_TRUE(faults(Id{1}).empty());
  restore();
  tamper("UPDATE ledger SET seq = 99 WHERE committee_id = 1 AND seq = 3");
  tamper("UPDATE ledger SET seq = 3 WHERE committee_id = 1 AND seq = 4");
  tamper("UPDATE ledger SET seq = 4 WHERE committee_id = 1 AND seq = 99");
  ASSERT_FALSE(faults().empty());
  EXPECT_EQ(faults().front(), 3);
  restore();
  tamper(
      "INSERT INTO ledger SELECT committee_id, 9, at, action, subject_kind, subject_id, actor_account_id, actor_role, "
      "from_state, to_state, detail, hash, hash FROM ledger WHERE committee_id = 1 AND seq = 8");
  ASSERT_FALSE(faults().empty());
  EXPECT_EQ(faults().front(), 9);
  restore();
  tamper("UPDATE ledger_heads SET hash = '" + first_hash() + "' WHERE committee_id = 1");
  EXPECT_EQ(faults(), std::vector<std::int64_t>{8});
  tamper("DELETE FROM ledger_heads WHERE committee_id = 1");
  EXPECT_EQ(faults(), std::vector<std::int64_t>{8});
}

// An entry whose own hash was computed anew is caught by the one after it.
TEST_P(LedgerTest, FindsAForgedEntry) {
  append_some(Id{1}, 6);
  allow_tampering();
  auto row = *database->read([](Connection& db) {
    return db.select_one<LedgerRow>("SELECT " + columns_of<LedgerRow>() + " FROM ledger WHERE seq = 3");
  });
  row.detail = R"({"title":"forged"})";
  tamper("UPDATE ledger SET detail = ?, hash = ? WHERE seq = 3", row.detail, chained_hash(row.previous_hash, row));
  EXPECT_EQ(faults(), std::vector<std::int64_t>{4});
}

TEST_P(LedgerTest, FindsRandomTampering) {
  std::mt19937 random(20260121);
  constexpr int ENTRIES = 40;
  append_some(Id{1}, ENTRIES);
  allow_tampering();
  database->write_and_wait([](Write& w) { w.db.execute("CREATE TABLE kept AS SELECT * FROM ledger"); });
  const std::vector<std::string> texts{"action",   "subject_kind", "actor_role",    "from_state",
                                       "to_state", "detail",       "previous_hash", "hash"};
  for (int round = 0; round < 60; ++round) {
    const std::int64_t seq = 1 + static_cast<int>(random() % ENTRIES);
    const auto kind = random() % 3;
    if (kind == 0) {  // one character of one text
      const auto& column = texts[random() % texts.size()];
      auto text = *database->read([&](Connection& db) {
        return db.select_one<std::string>("SELECT " + column + " FROM ledger WHERE seq = ?", seq);
      });
      auto& byte = text[random() % text.size()];
      byte = byte == 'x' ? 'y' : 'x';
      tamper("UPDATE ledger SET " + column + " = ? WHERE seq = ?", text, seq);
    } else if (kind == 1) {
      tamper("DELETE FROM ledger WHERE seq = ?", seq);
    } else {  // the contents of two entries change places
      const std::int64_t other = 1 + (seq + static_cast<int>(random() % (ENTRIES - 1))) % ENTRIES;
      tamper("UPDATE ledger SET seq = -1 WHERE seq = ?", seq);
      tamper("UPDATE ledger SET seq = ? WHERE seq = ?", seq, other);
      tamper("UPDATE ledger SET seq = ? WHERE seq = -1", other);
      const auto found = faults();
      ASSERT_FALSE(found.empty()) << round;
      EXPECT_EQ(found.front(), std::min(seq, other)) << round;
      database->write_and_wait([](Write& w) {
        w.db.execute("DELETE FROM ledger");
        w.db.execute("INSERT INTO ledger SELECT * FROM kept");
      });
      continue;
    }
    const auto found = faults();
    ASSERT_FALSE(found.empty()) << round;
    // A changed hash shows in the entry itself or, as it is what the next one follows, no later than there.
    EXPECT_EQ(found.front(), seq) << round;
    database->write_and_wait([](Write& w) {
      w.db.execute("DELETE FROM ledger");
      w.db.execute("INSERT INTO ledger SELECT * FROM kept");
    });
  }
  EXPECT_TRUE(faults().empty());
}

TEST(LedgerText, FieldsCannotRunIntoOneAnother) {
  LedgerRow a, b;
  a.action = "x";
  a.subject_kind = "1:y\n";
  b.action = "x\n4:1:y\n";
  EXPECT_NE(canonical_text(a), canonical_text(b));
  EXPECT_EQ(chained_hash(first_hash(), a).size(), 64u);
}

}  // namespace
}  // namespace yizheng::store
