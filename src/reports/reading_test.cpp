#include "reports/reading.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/json.h"
#include "reports/comparison.h"
#include "reports/reading_html.h"
#include "reports/reading_json.h"
#include "reports/reading_terminal.h"

namespace yizheng::reports {
namespace {

const indicators::Catalogue& catalogue() {
  static const auto all = indicators::read_catalogue(YIZHENG_SOURCE_DIR "/packs/default");
  return all;
}
Reading read(const std::string& text, const ReadOptions& options = {}) {
  return read_report(text::read_document(text), catalogue(), options);
}
json::object json_of(const Reading& reading, std::string_view file = "a.txt") {
  std::ostringstream out;
  write_reading_json(out, file, reading, catalogue());
  return json::parse(out.str()).as_object();
}

TEST(Reading, NumbersThatAreNoClaimsStayOnlyWhereACheckNeedsThem) {
  const std::string text = "2023年是撤县设区20周年。\n举办撤县设区20周年展览，3月12日开展协商5次。\n";
  const auto reading = read(text);
  ASSERT_EQ(reading.checks.size(), 1u);
  EXPECT_EQ(reading.checks[0].kind, CheckKind::REPEAT);
  ASSERT_EQ(reading.claims.size(), 3u) << "two anniversaries and the five";
  for (const auto part : reading.checks[0].parts) {
    const auto& claim = reading.claims[part];
    EXPECT_EQ(reading.repaired.text.substr(claim.begin, claim.end - claim.begin), "20周年");
  }
  ReadOptions all;
  all.keep_others = true;
  EXPECT_GT(read(text, all).claims.size(), 3u);
  const auto object = json_of(reading);
  EXPECT_EQ(object.at("claims").as_array().size(), 1u);
  EXPECT_EQ(object.at("others").as_array().size(), 2u);
}

TEST(ReadingJson, IsJsonWhateverTheNamesAndTheLength) {
  std::string text = "会议“甲\t乙”\\强调：\n";
  for (int i = 100; text.size() < 300000; ++i) {
    text += fmt::format("走访企业{}家、学校30家、医院30家，共计{}家。\n", i, i + 60);
  }
  const auto object = json_of(read(text), "a\"\\\n\x01.txt");
  EXPECT_EQ(object.at("file").as_string(), "a\"\\\n\x01.txt");
  const std::string whole(object.at("text").as_string());
  const auto& checks = object.at("checks").as_array();
  ASSERT_GT(checks.size(), 1000u);
  // Places are code points, far from the beginning too.
  const auto& total = checks.back().as_object().at("total").as_object();
  std::size_t at = 0;
  for (std::int64_t i = total.at("start").as_int64(); i > 0; --i) {
    do ++at;
    while ((static_cast<unsigned char>(whole[at]) & 0xC0) == 0x80);
  }
  std::size_t end = at;
  while (whole[end] >= '0' && whole[end] <= '9') ++end;
  EXPECT_EQ(std::stoi(whole.substr(at, end - at)), checks.back().as_object().at("stated").as_int64());
  EXPECT_EQ(whole.substr(end, 3), "家");
}

TEST(ReadingTerminal, CountsColumnsAndHidesWhatATerminalObeys) {
  EXPECT_EQ(columns("abc"), 3);
  EXPECT_EQ(columns("议政"), 4);
  EXPECT_EQ(printable("甲\033[31m乙\u202E丙"), "甲[31m乙丙");
  std::ostringstream out;
  TerminalOptions options;
  options.width = 40;
  write_reading_terminal(out, "a.txt",
                         read("全年走访企业40家、学校30家、医院30家，共计100家，覆盖全区各个乡镇和街道。\n"),
                         catalogue(), options);
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) EXPECT_LE(columns(line), 40) << line;
  EXPECT_NE(out.str().find("[100家]"), std::string::npos);
}

TEST(ReadingHtml, EscapesWhatComesFromTheReport) {
  std::ostringstream out;
  write_reading_html(out, "<i>\"&", read("来自<img src=x onerror=alert(1)>的提案3件，收到'意见'5条。\n"), catalogue());
  EXPECT_EQ(out.str().find("<img"), std::string::npos);
  EXPECT_EQ(out.str().find("<i>"), std::string::npos);
  EXPECT_NE(out.str().find("&lt;i&gt;&quot;&amp;"), std::string::npos);
}

TEST(Comparison, HasARowForEachIndicatorAndACellForEachFile) {
  Comparer comparer;
  comparer.add("a", read("政协芦江区委员会工作报告\n2022年，区政协立案提案102件。\n"));
  comparer.add("b", read("政协芦江区委员会工作报告\n2023年，区政协全年立案提案110件，收到社情民意信息50条。\n"));
  const auto result = comparer.result();
  const auto filed = catalogue().find("proposals.filed");
  bool seen = false;
  for (const auto& row : result.rows) {
    ASSERT_EQ(row.cells.size(), 2u);
    if (row.indicator != filed) continue;
    seen = true;
    ASSERT_EQ(row.cells[0].size(), 1u);
    ASSERT_EQ(row.cells[1].size(), 1u);
    EXPECT_EQ(row.cells[0][0].value, 102);
    EXPECT_EQ(row.cells[1][0].value, 110);
    EXPECT_NE(row.cells[1][0].sentence.find("立案提案110件"), std::string::npos);
  }
  EXPECT_TRUE(seen);
  std::ostringstream csv;
  write_comparison_csv(csv, result, catalogue());
  EXPECT_NE(csv.str().find("\"b\",110,"), std::string::npos) << csv.str();
}

}  // namespace
}  // namespace yizheng::reports
