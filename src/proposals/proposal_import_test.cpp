#include "proposals/proposal_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "committee/choices.h"
#include "committee/committee_migrations.h"
#include "committee/create_committee.h"
#include "identity/identity_migrations.h"
#include "identity/people.h"
#include "proposals/proposal_migrations.h"
#include "store/ledger.h"
#include "store/testing.h"

namespace yizheng::proposals {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<store::Migration> migrations() {
  std::vector<store::Migration> list;
  for (const auto* room :
       {&store::store_migrations(), &identity::identity_migrations(), &committee::committee_migrations(),
        &committee::choice_migrations(), &proposal_migrations()}) {
    list.insert(list.end(), room->begin(), room->end());
  }
  std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.version < b.version; });
  list.erase(std::unique(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.version == b.version; }),
             list.end());
  return list;
}

class ProposalImport : public testing::TestWithParam<store::Engine> {
 protected:
  ProposalImport() : rules_(committee::load_pack("default")), database_(GetParam(), migrations()) {
    committee::NewCommittee wanted;
    wanted.code = "test";
    wanted.name = "政协测试区委员会";
    wanted.term_starts_on = make_date(2024, 1, 1);
    wanted.term_ends_on = make_date(2028, 12, 31);
    wanted.session_opens_on = make_date(2024, 1, 10);
    wanted.session_closes_on = make_date(2024, 1, 13);
    wanted.window_opens_at = start_of(make_date(2023, 10, 10));
    wanted.deadline_at = start_of(make_date(2024, 1, 12));
    committee_ = database_->write_and_wait(
        [&](store::Write& write) { return committee::create_committee(write, rules_.pack(), wanted).committee; });
  }

  ImportReport import(const std::string& csv, bool dry_run = false, const std::string& name = "t.csv") {
    std::ofstream(folder_ / name, std::ios::binary) << csv;
    return import_path(folder_ / name, dry_run);
  }
  ImportReport import_path(const std::string& path, bool dry_run = false) {
    faults_.clear();
    auto table = text::open_table(path);
    ImportOptions options;
    options.committee = committee_;
    options.dry_run = dry_run;
    options.source = "t.csv";
    return import_proposals(*database_, rules_, *table, options,
                            [&](const ImportFault& fault) { faults_.push_back(fault); });
  }
  std::int64_t count(const std::string& table) {
    return database_->read([&](store::Connection& db) {
      return *db.select_one<std::int64_t>("SELECT COUNT(*) FROM " + table + " WHERE committee_id = ?",
                                          committee_.committee_id);
    });
  }
  std::vector<Proposal> proposals() {
    return database_->read([&](store::Connection& db) {
      return db.select<Proposal>(
          "SELECT " + store::columns_of<Proposal>() + " FROM proposals WHERE committee_id = ? ORDER BY serial",
          committee_.committee_id);
    });
  }
  std::string fault_code(std::size_t at = 0) const { return at < faults_.size() ? faults_[at].code : "none"; }

  committee::Rules rules_;
  store::testing::Folder folder_;
  store::testing::FreshDatabase database_;
  committee::Committee committee_;
  std::vector<ImportFault> faults_;
};

INSTANTIATE_TEST_SUITE_P(Engines, ProposalImport, testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

const std::string header = "编号,类别,提案人,提交时间,案由,内容,联名人\n";
const std::string good = "1,社会建设,陈建民,2024-01-11 09:30:00,关于完善停车管理的建议,现状与建议,\n";

TEST_P(ProposalImport, TakesEachRowOnceAndTellsWhatItMade) {
  const auto csv = header + good +
                   "2,科技兴农,民进青禾区委,2019年1月12日,关于推广良种的建议,\"第一段\n第二段\",\n"
                   "3,社会建设,陈建民、李晓燕,2024/3/1,关于增设公厕的建议,内容,王志强\n";
  const auto dry = import(csv, true);
  EXPECT_EQ(dry.imported, 3U);
  EXPECT_EQ(dry.persons, 3U);
  EXPECT_EQ(count("proposals"), 0);
  EXPECT_EQ(count("persons"), 0);

  const auto report = import(csv);
  EXPECT_EQ(report.rows, 3U);
  EXPECT_EQ(report.imported, 3U);
  EXPECT_THAT(faults_, IsEmpty());
  EXPECT_THAT(report.new_categories, ElementsAre("科技兴农"));
  EXPECT_THAT(report.new_sessions, ElementsAre("2019年导入"));
  EXPECT_THAT(report.new_persons, ElementsAre("陈建民", "李晓燕", "王志强"));
  ASSERT_THAT(report.new_organisations, SizeIs(1));
  EXPECT_EQ(report.new_organisations[0].second, "COLLECTIVE_PARTY");

  const auto all = proposals();
  ASSERT_THAT(all, SizeIs(3));
  std::map<std::string, Proposal> by_title;
  for (const auto& p : all) by_title[p.title] = p;
  const auto& first = by_title["关于完善停车管理的建议"];
  EXPECT_EQ(first.state, ProposalState::SUBMITTED);
  EXPECT_EQ(first.category, "SOCIETY");
  EXPECT_EQ(first.kind, ProposerKind::INDIVIDUAL);
  EXPECT_EQ(first.timing, Timing::PLENARY);
  EXPECT_EQ(to_string(*first.submitted_at), "2024-01-11T09:30:00.000+08:00");
  EXPECT_EQ(by_title["关于增设公厕的建议"].kind, ProposerKind::JOINT);
  EXPECT_EQ(by_title["关于增设公厕的建议"].timing, Timing::ORDINARY);
  EXPECT_EQ(by_title["关于推广良种的建议"].kind, ProposerKind::COLLECTIVE_PARTY);
  EXPECT_FALSE(by_title["关于推广良种的建议"].timing);

  const auto again = import(csv);
  EXPECT_EQ(again.imported, 0U);
  EXPECT_EQ(again.known, 3U);
  EXPECT_EQ(count("proposals"), 3);
  EXPECT_EQ(count("persons"), 3);
  database_->read([&](store::Connection& db) {
    EXPECT_THAT(store::verify_ledger(db, committee_.committee_id).faults, IsEmpty());
    EXPECT_EQ(*db.select_one<std::int64_t>(
                  "SELECT COUNT(*) FROM ledger WHERE committee_id = ? AND action = 'proposal.import'",
                  committee_.committee_id),
              3);
  });
}

TEST_P(ProposalImport, RefusesRowsWithLineFieldAndReason) {
  const auto report = import(header + good +
                             "2,社会建设,陈建民,2019-02-30,案由,内容,\n"    // line 3
                             "3,社会建设,陈建民,2024-01-11,,内容,\n"        // 4
                             "4,社会建设,陈建民,2024-01-11,案由,内容\n"     // 5: ragged
                             "5,社会建设,陈建民,2024-01-11,案由,内容,,,\n"  // 6: ragged
                             "6,社会建设,陈建民,2124-01-11,案由,内容,\n"    // 7
                             "7,社会建设,陈建民,2024-01-11,案由," +
                             std::string("内\0容", 7) +
                             ",\n"                                    // 8
                             "8,社会建设,陈建民,昨天,案由,内容,\n");  // 9
  EXPECT_EQ(report.rows, 8U);
  EXPECT_EQ(report.imported, 1U);
  EXPECT_EQ(report.refused, 7U);
  ASSERT_THAT(faults_, SizeIs(7));
  const std::vector<std::tuple<std::uint64_t, std::string, std::string>> expected{
      {3, "submitted_at", "date_impossible"},
      {4, "title", "field_empty"},
      {5, "", "columns_differ"},
      {6, "", "columns_differ"},
      {7, "submitted_at", "date_in_future"},
      {8, "", "nul_byte"},
      {9, "submitted_at", "date_impossible"}};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(std::tuple(faults_[i].line, faults_[i].field, faults_[i].code), expected[i]);
    EXPECT_FALSE(faults_[i].zh.empty());
    EXPECT_FALSE(faults_[i].en.empty());
  }
}

TEST_P(ProposalImport, NamesTheColumnsThatAreMissing) {
  try {
    import("编号,案由,内容\n1,甲,乙\n");
    FAIL() << "imported";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "columns_missing");
    EXPECT_THAT(problem.en, HasSubstr("category, proposer, submitted_at"));
  }
  EXPECT_EQ(count("proposals"), 0);
}

TEST_P(ProposalImport, ReadsGb18030AndSaysSo) {
  // 类别,提案人,日期,案由,内容 / 社会建设,王芳,2024-1-11,案由,内容
  const auto report = import(
      "\xC0\xE0\xB1\xF0,\xCC\xE1\xB0\xB8\xC8\xCB,\xC8\xD5\xC6\xDA,\xB0\xB8\xD3\xC9,\xC4\xDA\xC8\xDD\n"
      "\xC9\xE7\xBB\xE1\xBD\xA8\xC9\xE8,\xCD\xF5\xB7\xBC,2024-1-11,\xB0\xB8\xD3\xC9,\xC4\xDA\xC8\xDD\n");
  EXPECT_EQ(report.imported, 1U);
  EXPECT_EQ(proposals().at(0).proposer_name, "王芳");
  EXPECT_THAT(report.notes, Contains(testing::Field(&text::TableNote::zh, "读作 GB18030")));
}

TEST_P(ProposalImport, DoesNotGuessBetweenTwoPeopleOfOneName) {
  database_->write_and_wait([&](store::Write& write) {
    for (int i = 0; i < 2; ++i) {
      identity::Person person;
      person.committee_id = committee_.committee_id;
      person.id = new_id();
      person.name = "陈建民";
      identity::insert_person(write, person);
    }
  });
  EXPECT_EQ(import(header + good).refused, 1U);
  EXPECT_EQ(fault_code(), "person_ambiguous");
}

// A long import may be cut off (power, a damaged row far down): what was taken stands, and the next one goes on there.
TEST_P(ProposalImport, AnImportCutOffGoesOnWhereItEnded) {
  std::string rows = header;
  for (int i = 1; i <= 450; ++i) {
    rows += fmt::format("{},社会建设,陈建民,2024-01-11,关于完善第{}处停车场的建议,现状与建议,\n", i, i);
  }
  try {
    import(rows + "451,社会建设,陈建民,2024-01-11,案由,\"" + std::string(5 << 20, 'a') + "\",\n");
    FAIL() << "a row of five megabytes was taken";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "table_row_too_large");
  }
  EXPECT_EQ(count("proposals"), 400);  // two whole chunks
  const auto rest = import(rows);
  EXPECT_EQ(rest.known, 400U);
  EXPECT_EQ(rest.imported, 50U);
  const auto all = proposals();
  ASSERT_THAT(all, SizeIs(450));
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i].serial, static_cast<std::int64_t>(i + 1));
  EXPECT_EQ(count("persons"), 1);
  database_->read(
      [&](store::Connection& db) { EXPECT_THAT(store::verify_ledger(db, committee_.committee_id).faults, IsEmpty()); });
}

TEST_P(ProposalImport, ManyRowsTakeLittleMemory) {
  const std::string path = folder_ / "many.csv";
  {
    std::ofstream out(path, std::ios::binary);
    out << header;
    for (int i = 0; i < 50'000; ++i) out << i << ",社会建设,陈建民,2019-02-30,案由,内容内容内容内容,\n";
  }
  const auto before = [] {
    std::ifstream status("/proc/self/statm");
    std::size_t total = 0, resident = 0;
    status >> total >> resident;
    return resident * 4096;
  };
  std::size_t faults = 0;
  auto table = text::open_table(path);
  ImportOptions options;
  options.committee = committee_;
  options.dry_run = true;
  const auto start = before();
  const auto report = import_proposals(*database_, rules_, *table, options, [&](const ImportFault&) { ++faults; });
  EXPECT_EQ(report.refused, 50'000U);
  EXPECT_EQ(faults, 50'000U);
  EXPECT_LT(before(), start + (16 << 20));
}

// The real file is beside the source tree where this is developed, and nowhere else.
TEST_P(ProposalImport, TakesTheWholeRealYear) {
  const std::string path = std::string(YIZHENG_SOURCE_DIR) + "/../shared/data/proposals-2019.csv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path << ": the real year is not on this machine";
  const auto report = import_path(path);
  for (const auto& fault : faults_) ADD_FAILURE() << fault.line << " " << fault.field << " " << fault.en;
  EXPECT_EQ(report.rows, 298U);
  EXPECT_EQ(report.imported, 298U);
  EXPECT_EQ(report.by_category.size(), 14U);
  EXPECT_EQ(report.new_categories.size(), 13U);  // 政治建设 is one of the pack's own
  EXPECT_EQ(report.unnamed_cosigners, 53U);
  EXPECT_THAT(report.joined_titles, SizeIs(1));
  EXPECT_EQ(report.organisations, 11U);
  EXPECT_EQ(report.persons, 210U);
  EXPECT_EQ(report.by_kind.at(ProposerKind::COLLECTIVE_PARTY), 43U);
  EXPECT_EQ(report.by_kind.at(ProposerKind::COLLECTIVE_ORG), 4U);
  EXPECT_EQ(report.by_kind.at(ProposerKind::COLLECTIVE_COMMITTEE), 3U);
  const auto again = import_path(path);
  EXPECT_EQ(again.known, 298U);
  EXPECT_EQ(count("proposals"), 298);
}

TEST(ImportColumns, ReadTimesAsPeopleWriteThem) {
  const auto at = [](std::string_view text) {
    const auto time = read_time(text);
    return time ? to_string(*time).substr(0, 19) : "none";
  };
  EXPECT_EQ(at("2019-01-12 16:04:48"), "2019-01-12T16:04:48");
  EXPECT_EQ(at("2019/1/2 6:04"), "2019-01-02T06:04:00");
  EXPECT_EQ(at("2019年1月12日16时4分"), "2019-01-12T16:04:00");
  EXPECT_EQ(at("20190112"), "2019-01-12T00:00:00");
  EXPECT_EQ(at("2019-01-12T16:04:48Z"), "2019-01-13T00:04:48");
  for (const auto bad :
       {"2019-02-29", "2019-13-01", "12/01/2019", "2019", "43477", "2019-01-12 25:00", "一月", "", "2019-01-12 上午"}) {
    EXPECT_EQ(at(bad), "none") << bad;
  }
}

TEST(ImportColumns, TellPeopleFromOrganisations) {
  EXPECT_FALSE(guess_proposer("委员001").organisation);
  EXPECT_FALSE(guess_proposer("张文会").organisation);
  EXPECT_FALSE(guess_proposer("欧阳春").organisation);
  EXPECT_EQ(guess_proposer("省台联").kind, ProposerKind::COLLECTIVE_ORG);
  EXPECT_EQ(guess_proposer("九三学社青禾支社").kind, ProposerKind::COLLECTIVE_PARTY);
  EXPECT_EQ(guess_proposer("区政协教卫体委员会").kind, ProposerKind::COLLECTIVE_COMMITTEE);
  EXPECT_EQ(guess_proposer("经济界").kind, ProposerKind::COLLECTIVE_SECTOR);
  EXPECT_EQ(guess_proposer("第三活动组").kind, ProposerKind::COLLECTIVE_GROUP);
  EXPECT_EQ(read_kind("界别提案"), ProposerKind::COLLECTIVE_SECTOR);
  EXPECT_EQ(read_kind("joint"), ProposerKind::JOINT);
  EXPECT_FALSE(read_kind("其它"));
  EXPECT_EQ(without_others("委员017等12人").name, "委员017");
  EXPECT_EQ(without_others("委员017等12人").others, 11);
  EXPECT_EQ(without_others("同等学力研究会").name, "同等学力研究会");
  EXPECT_THAT(split_names("张三、李四;王五"), ElementsAre("张三", "李四", "王五"));
}

}  // namespace
}  // namespace yizheng::proposals
