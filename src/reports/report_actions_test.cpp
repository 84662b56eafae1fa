#include "reports/report_actions.h"

#include <gtest/gtest.h>

#include "committee/committee_fixture.h"
#include "reports/report_migrations.h"
#include "reports/report_store.h"
#include "reports/report_view.h"
#include "store/ledger.h"

namespace yizheng::reports {
namespace {

std::vector<store::Migration> migrations() {
  auto all = committee::migrations_to_committee();
  all.insert(all.end(), report_migrations().begin(), report_migrations().end());
  return all;
}

class ReportActions : public ::testing::TestWithParam<store::Engine> {
 protected:
  ReportActions() : database_(GetParam(), migrations()) {
    caller_.committee_id = Id{1};
    caller_.account_id = Id{77};
    caller_.grants = {{"OFFICE_STAFF", {}}};
  }
  template <class F>
  auto act(F f, std::optional<std::int64_t> version = {}) {
    return database_->write_and_wait([&](store::Write& write) {
      Context context{write, caller_, version};
      return f(context);
    });
  }
  template <class F>
  std::string outcome(F f, std::optional<std::int64_t> version = {}) {
    return committee::problem_of([&] { act(f, version); });
  }
  Id load(const std::string& title = "工作报告") {
    ReportDocument document;
    document.id = new_id();
    document.title = title;
    document.year = 2026;
    document.sha256 = std::string(64, 'a');
    act([&](Context& c) { load_report(c, document); });
    return document.id;
  }
  template <class F>
  auto read(F f) {
    return database_->read([&](store::Connection& db) { return f(db); });
  }
  std::vector<std::string> ledger() {
    return read([](store::Connection& db) {
      return db.select<std::string>("SELECT action FROM ledger WHERE committee_id = 1 ORDER BY seq");
    });
  }

  store::testing::FreshDatabase database_;
  http::Caller caller_;
};
INSTANTIATE_TEST_SUITE_P(Engines, ReportActions, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(ReportActions, EveryChangeIsInTheLedger) {
  const Id id = load();
  act([&](Context& c) { change_report(c, id, {"新标题", "某区政协", true, 2025, "SESSION", ""}); }, 1);
  act([&](Context& c) { choose_repair(c, id, text::RepairKind::WIDE_SPACE, 3, 6, false); });
  const Id mapping = act([&](Context& c) {
    return learn_mapping(c, {"簿子上共记下2", "件", "proposals.received", "例"});
  });
  act([&](Context& c) { forget_mapping(c, mapping); });
  act([&](Context& c) { delete_report(c, id); });
  EXPECT_EQ(ledger(), (std::vector<std::string>{"report.load", "report.change", "report.choose-repair",
                                                "report.learn-mapping", "report.forget-mapping", "report.delete"}));
  EXPECT_TRUE(read([](store::Connection& db) { return store::verify_ledger(db); }).faults.empty());
  EXPECT_FALSE(read([&](store::Connection& db) { return find_document(db, Id{1}, id); }));
  EXPECT_TRUE(read([&](store::Connection& db) { return choices_of(db, Id{1}, id); }).empty());
}

TEST_P(ReportActions, AChoiceReplacesTheOneBeforeAndCanBeTakenBack) {
  const Id id = load();
  const auto choices = [&] { return read([&](store::Connection& db) { return choices_of(db, Id{1}, id); }); };
  act([&](Context& c) { choose_repair(c, id, text::RepairKind::INJECTED_SPAM, 3, 30, true); });
  act([&](Context& c) { choose_repair(c, id, text::RepairKind::INJECTED_SPAM, 3, 30, false); });
  ASSERT_EQ(choices().size(), 1U);
  EXPECT_FALSE(choices()[0].apply);
  act([&](Context& c) { choose_repair(c, id, text::RepairKind::INJECTED_SPAM, 3, 30, std::nullopt); });
  EXPECT_TRUE(choices().empty());
  EXPECT_EQ(read([&](store::Connection& db) { return find_document(db, Id{1}, id); })->version, 4);
}

TEST_P(ReportActions, AMappingOfTheSameWordsIsReplaced) {
  act([](Context& c) { learn_mapping(c, {"共记下", "件", "proposals.received", ""}); });
  act([](Context& c) { learn_mapping(c, {"共记下12", "件", "proposals.filed", ""}); });
  const auto kept = read([](store::Connection& db) { return mappings_of(db, Id{1}); });
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].indicator, "proposals.filed");
  EXPECT_EQ(kept[0].words, "共记下");
}

TEST_P(ReportActions, WhatIsWrongIsRefusedAndLeavesNoTrace) {
  const Id id = load();
  EXPECT_EQ(outcome([&](Context& c) { change_report(c, id, {"", "", false, {}, {}, ""}); }), "invalid_field /title");
  EXPECT_EQ(outcome([&](Context& c) { change_report(c, id, {"甲", "", false, 12, {}, ""}); }), "invalid_field /year");
  EXPECT_EQ(outcome([&](Context& c) {
              change_report(c, id, {"甲", "", false, {}, "MONTH", ""});
            }),
            "invalid_field /basis");
  EXPECT_EQ(outcome([&](Context& c) { change_report(c, id, {"甲", "", false, {}, {}, ""}); }, 9), "changed_meanwhile");
  EXPECT_EQ(outcome([](Context& c) { learn_mapping(c, {"12 3", "件", "", ""}); }), "invalid_field /words");
  EXPECT_EQ(outcome([](Context& c) { forget_mapping(c, Id{5}); }), "not_found");
  EXPECT_EQ(outcome([](Context& c) { delete_report(c, Id{5}); }), "not_found");
  caller_.committee_id = Id{2};
  EXPECT_EQ(outcome([&](Context& c) { delete_report(c, id); }), "not_found");
  caller_.committee_id = Id{1};
  EXPECT_EQ(ledger().size(), 1U);
}

TEST_P(ReportActions, ListsGoFromTheNewestPageByPage) {
  const Id first = load("甲"), second = load("乙"), third = load("丙");
  const auto page = [&](std::optional<Id> after) {
    std::vector<Id> ids;
    for (const auto& one : read([&](store::Connection& db) { return documents(db, Id{1}, {2026, {}, after, 2}); }))
      ids.push_back(one.id);
    return ids;
  };
  EXPECT_EQ(page({}), (std::vector<Id>{third, second}));
  EXPECT_EQ(page(second), (std::vector<Id>{first}));
  EXPECT_TRUE(read([](store::Connection& db) { return documents(db, Id{1}, {2025, {}, {}, 9}); }).empty());
}

TEST(ReportView, FindsTheSentenceAndTheWordsOfAClause) {
  const std::string text = "一年来成绩不小。全年共收到提案142件，立案98件；其中重点12件。\n下一段";
  std::vector<Claim> claims(2);
  const auto place = [&](std::size_t i, const char* printed) {
    claims[i].begin = static_cast<std::uint32_t>(text.find(printed));
    claims[i].end = static_cast<std::uint32_t>(claims[i].begin + std::string_view(printed).size());
  };
  place(0, "142件");
  place(1, "98件");
  EXPECT_EQ(sentence_around(text, claims[0].begin, claims[0].end), "全年共收到提案142件，立案98件；");
  EXPECT_EQ(clause_words(text, claims, 0), "全年共收到提案");
  EXPECT_EQ(clause_words(text, claims, 1), "立案");
  EXPECT_EQ(mapping_words("2025年共收到提案 142 件"), "年共收到提案");
}

}  // namespace
}  // namespace yizheng::reports
