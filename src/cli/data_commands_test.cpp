// yizheng import and yizheng demo, as a person types them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>

#include "cli/committee_command.h"
#include "cli/demo_command.h"
#include "cli/import_command.h"
#include "cli/testing.h"
#include "store/search.h"
#include "store/testing.h"

namespace yizheng::cli {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

using testing::Outcome;

Outcome run_words(std::vector<std::string> arguments) {
  return testing::run_words({add_committee_command, add_import_command, add_demo_command}, std::move(arguments));
}

class ImportCommand : public ::testing::TestWithParam<store::Engine> {
 protected:
  ImportCommand() {
    EXPECT_EQ(
        run_words({"committee", "create", "--database", database.url(), "--code", "test", "--name", "政协测试区委员会"})
            .code,
        exit_done);
  }
  Outcome import(const std::string& file, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"import", "proposals", file, "--committee", "test", "--database", database.url()});
    return run_words(std::move(more));
  }

  store::testing::Folder folder;
  store::testing::TestDatabase database{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, ImportCommand, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

// As a spreadsheet program writes it: a merged title over the header, real dates, a formula.
void write_workbook(const std::string& path) {
  lxw_workbook* book = workbook_new(path.c_str());
  lxw_worksheet* sheet = workbook_add_worksheet(book, "提案");
  lxw_worksheet* other = workbook_add_worksheet(book, "草稿");
  worksheet_hide(other);
  worksheet_merge_range(sheet, 0, 0, 0, 5, "2023年提案汇总", nullptr);
  const char* header[] = {"编号", "类别", "提案人", "提交时间", "案由", "内容"};
  for (lxw_col_t i = 0; i < 6; ++i) worksheet_write_string(sheet, 1, i, header[i], nullptr);
  lxw_format* dates = workbook_add_format(book);
  format_set_num_format(dates, "yyyy-mm-dd hh:mm");
  lxw_datetime when{2023, 1, 12, 16, 4, 0};
  worksheet_write_number(sheet, 2, 0, 1, nullptr);
  worksheet_write_string(sheet, 2, 1, "社会建设", nullptr);
  worksheet_write_string(sheet, 2, 2, "民盟测试区委", nullptr);
  worksheet_write_datetime(sheet, 2, 3, &when, dates);
  worksheet_write_string(sheet, 2, 4, "关于增设母婴室的建议", nullptr);
  worksheet_write_formula_str(sheet, 2, 5, "=CONCATENATE(\"一\",\"二\")", nullptr, "一二");
  worksheet_write_number(sheet, 3, 0, 2, nullptr);
  worksheet_write_string(sheet, 3, 4, "没有其余各格的一行", nullptr);
  ASSERT_EQ(workbook_close(book), LXW_NO_ERROR);
}

TEST_P(ImportCommand, TellsEveryRefusedRowFirstAndAddsNothingTwice) {
  const auto file = folder / "year.xlsx";
  write_workbook(file);
  const auto dry = import(file, {"--dry-run"});
  EXPECT_EQ(dry.code, exit_does_not_hold) << dry.err;
  EXPECT_THAT(dry.out, HasSubstr("第 4 行 content:此项为空"));
  EXPECT_THAT(dry.out, HasSubstr("line 4 submitted_at:"));
  EXPECT_THAT(dry.out, HasSubstr("隐藏的工作表“草稿”没有读"));
  EXPECT_THAT(dry.out, HasSubstr("F3 是公式"));
  EXPECT_THAT(dry.out, HasSubstr("Dry run: 2 rows, 1 can be imported, 0 are there already, 1 are refused"));
  EXPECT_THAT(import(file).out, HasSubstr("2 rows: 1 imported, 0 there already, 1 refused"));
  EXPECT_THAT(import(file).out, HasSubstr("2 rows: 0 imported, 1 there already, 1 refused"));
  database.open()->read([&](store::Connection& db) {
    const auto committee = db.select_one<Id>("SELECT committee_id FROM committees WHERE code = 'test'");
    EXPECT_EQ(*db.select_one<std::string>("SELECT body FROM proposal_texts WHERE committee_id = ?", *committee),
              "一二");
    EXPECT_EQ(store::search(db, {.committee_id = *committee, .kind = "proposal", .text = "母嬰"}).total, 1);
  });
}

TEST_P(ImportCommand, WrongUseIsToldApartFromRefusedRows) {
  EXPECT_EQ(import("/nowhere.csv").code, exit_wrong_use);
  const auto file = folder / "a.csv";
  std::ofstream(file) << "类别,提案人,日期,案由,内容\n社会建设,王芳,2023-01-12,案由,内容\n";
  EXPECT_EQ(import(file, {"--session", "九届九次"}).code, exit_wrong_use);
  EXPECT_EQ(import(file).code, exit_done);
}

TEST(DemoCommand, MakesTheDistrictOnceAndTellsItsAccounts) {
  const store::testing::Folder folder;
  const std::vector<std::string> words{"demo",   "--size",     "small",           "--prepare",
                                       "--data", folder / "d", "--accounts-json", folder / "a.json"};
  const auto first = run_words(words);
  ASSERT_EQ(first.code, exit_done) << first.err;
  EXPECT_THAT(first.out, HasSubstr("qinghe-demo"));
  EXPECT_THAT(first.out, HasSubstr("unit-leader"));
  EXPECT_FALSE(fs::exists(folder / "d/demo-making.db"));
  std::ifstream in(folder / "a.json");
  const auto accounts = json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
  EXPECT_EQ(accounts.at("committee"), "demo");
  EXPECT_GT(accounts.at("accounts").as_array().size(), 60U);
  const auto again = run_words(words);
  EXPECT_EQ(again.code, exit_done);
  EXPECT_THAT(again.err, Not(HasSubstr("making the demo district")));
}

TEST(DemoCommand, BeginsAnewWhereItWasStopped) {
  const store::testing::Folder folder;
  fs::create_directories(folder / "d");
  std::ofstream(folder / "d/demo-making.db") << "half of something";
  EXPECT_EQ(run_words({"demo", "--size", "small", "--prepare", "--data", folder / "d"}).code, exit_done);
}

}  // namespace
}  // namespace yizheng::cli
