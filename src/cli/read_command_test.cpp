#include "cli/read_command.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/json.h"
#include "cli/command.h"

namespace yizheng::cli {
namespace {

namespace fs = std::filesystem;

class ReadCommand : public ::testing::Test {
 protected:
  fs::path folder = fs::temp_directory_path() / ("yizheng-read-" + std::to_string(::getpid()));
  int code = 0;
  std::string out, err;

  void SetUp() override { fs::create_directories(folder); }
  void TearDown() override { fs::remove_all(folder); }

  std::string file(const std::string& name, const std::string& text) {
    const auto path = (folder / name).string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  void read(std::vector<std::string> arguments) {
    CLI::App app;
    add_read_command(app);
    arguments.insert(arguments.begin(), {"yizheng", "read"});
    arguments.insert(arguments.end(), {"--pack", YIZHENG_SOURCE_DIR "/packs/default"});
    std::vector<const char*> words;
    for (const auto& argument : arguments) words.push_back(argument.c_str());
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    code = cli::run(app, static_cast<int>(words.size()), words.data());
    out = ::testing::internal::GetCapturedStdout();
    err = ::testing::internal::GetCapturedStderr();
  }
  json::object answer() const { return json::parse(out).as_object(); }
};

// Invented, and damaged by hand: a doubled comma, whose repair is probable.
const char* const damaged =
    "政协芦江区委员会全年工作汇报\n"
    "2023年，区政协全年收到提案120件，，经审查立案110件。\n"
    "各民主党派提出集体提案13件，占集体提案总数的45%。\n";

TEST_F(ReadCommand, GivesTextRepairsClaimsAndChecksAsJson) {
  const auto path = file("a.txt", damaged);
  read({path, "--json", "--apply", "probable"});
  ASSERT_EQ(code, exit_done) << err;
  const auto reading = answer();
  EXPECT_EQ(reading.at("file").as_string(), path);
  EXPECT_EQ(reading.at("encoding").as_string(), "UTF-8");
  const std::string text(reading.at("text").as_string());
  EXPECT_EQ(text.find("，，"), std::string::npos);
  const auto& repairs = reading.at("repairs").as_array();
  ASSERT_EQ(repairs.size(), 1u);
  const auto& repair = repairs[0].as_object();
  EXPECT_EQ(repair.at("kind").as_string(), "doubled_punctuation");
  EXPECT_EQ(repair.at("confidence").as_string(), "probable");
  const auto& claims = reading.at("claims").as_array();
  ASSERT_EQ(claims.size(), 4u);
  const auto& filed = claims[1].as_object();
  EXPECT_EQ(filed.at("quantity").as_string(), "110件");
  EXPECT_EQ(filed.at("value").as_int64(), 110);
  EXPECT_EQ(filed.at("unit").as_string(), "件");
  EXPECT_EQ(filed.at("approx").as_string(), "exact");
  EXPECT_EQ(filed.at("kind").as_string(), "count");
  // Behind the repair the places in the source lie one further.
  EXPECT_EQ(filed.at("source_start").as_int64(), filed.at("start").as_int64() + 1);
  const auto& checks = reading.at("checks").as_array();
  ASSERT_GE(checks.size(), 1u);
  const auto& share = checks.back().as_object();
  EXPECT_EQ(share.at("kind").as_string(), "share");
  EXPECT_EQ(share.at("verdict").as_string(), "base_implied");
  EXPECT_EQ(share.at("base").as_int64(), 29);
  EXPECT_EQ(share.at("claims").as_array().size(), 2u);
}

TEST_F(ReadCommand, EndsWithOneWhereACheckFails) {
  const auto path = file("b.txt", "走访企业40家、学校30家、医院20家，共计100家。\n");
  read({path, "--quiet", "--language", "zh"});
  EXPECT_EQ(code, exit_does_not_hold);
  EXPECT_NE(out.find("不符"), std::string::npos) << out;
  read({file("c.txt", "走访企业40家、学校30家、医院30家，共计100家。\n"), "--quiet"});
  EXPECT_EQ(code, exit_done);
  EXPECT_EQ(out, "");
}

TEST_F(ReadCommand, GoesOnAfterAFileThatCannotBeRead) {
  read({(folder / "missing.txt").string(), file("a.txt", damaged), "--text"});
  EXPECT_EQ(code, exit_wrong_use);
  EXPECT_NE(err.find("missing.txt"), std::string::npos);
  EXPECT_NE(err.find("file_missing"), std::string::npos);
  EXPECT_NE(out.find("立案110件"), std::string::npos);
}

TEST_F(ReadCommand, UndoesARepairByItsKindAndPlace) {
  const auto path = file("a.txt", damaged);
  read({path, "--json", "--apply", "probable"});
  EXPECT_EQ(std::string(answer().at("text").as_string()).find("，，"), std::string::npos);
  const auto start = answer().at("repairs").as_array()[0].as_object().at("start").as_int64();
  read({path, "--text", "--apply", "probable", "--undo", "doubled_punctuation:" + std::to_string(start)});
  ASSERT_EQ(code, exit_done) << err;
  EXPECT_NE(out.find("，，"), std::string::npos);
  // One repair alone, by the same name.
  read({path, "--text", "--apply", "doubled_punctuation:" + std::to_string(start)});
  EXPECT_EQ(out.find("，，"), std::string::npos);
  read({path, "--text", "--undo", "injected_pinyin:3"});
  EXPECT_EQ(code, exit_wrong_use);
  EXPECT_NE(err.find("repair_missing"), std::string::npos);
}

TEST_F(ReadCommand, ShowsASummaryAndTheMarkedTextOnATerminal) {
  read({file("a.txt", damaged), "--language", "en", "--apply", "probable"});
  ASSERT_EQ(code, exit_done) << err;
  EXPECT_NE(out.find("doubled punctuation 1"), std::string::npos) << out;
  EXPECT_NE(out.find("[110件]"), std::string::npos) << out;
  EXPECT_NE(out.find("29"), std::string::npos);
  EXPECT_EQ(out.find('\033'), std::string::npos) << "no colours where nobody looks";
}

TEST_F(ReadCommand, WritesAPageThatNeedsNothingElse) {
  const auto page = (folder / "page.html").string();
  read({file("<b>&\".txt", std::string(damaged) + "来自<script>alert(1)</script>的提案3件。\n"), "--html", page,
        "--quiet"});
  ASSERT_EQ(code, exit_done) << err;
  std::ifstream in(page);
  const std::string html((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  EXPECT_NE(html.find("class=\"f count\""), std::string::npos);
  EXPECT_EQ(html.find("<script>alert"), std::string::npos) << "escaped";
  EXPECT_EQ(html.find("http://"), std::string::npos);
  EXPECT_EQ(html.find("https://"), std::string::npos);
  EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
  EXPECT_NE(html.find("，，"), std::string::npos) << "the original stays at hand";
}

TEST_F(ReadCommand, PutsReportsSideBySide) {
  const auto a = file("2022.txt", "政协芦江区委员会2022年工作报告\n2022年，区政协立案提案102件。\n");
  const auto b = file("2023.txt", "政协芦江区委员会2023年工作报告\n2023年，区政协全年立案提案110件。\n");
  read({"--compare", "--csv", a, b});
  ASSERT_EQ(code, exit_done) << err;
  EXPECT_NE(out.find("\"proposals.filed\""), std::string::npos) << out;
  EXPECT_NE(out.find("2022.txt\",102,"), std::string::npos) << out;
  EXPECT_NE(out.find("2023.txt\",110,"), std::string::npos) << out;
  read({"--compare", "--json", a, b});
  const auto compared = answer();
  const auto& row = compared.at("rows").as_array().at(0).as_object();
  EXPECT_EQ(row.at("cells").as_array().size(), 2u);
  read({"--compare", "--language", "zh", a, b});
  EXPECT_NE(out.find("102@"), std::string::npos) << out;
}

TEST_F(ReadCommand, RefusesFlagsThatExcludeOneAnother) {
  read({file("a.txt", damaged), "--json", "--text"});
  EXPECT_EQ(code, exit_wrong_use);
  read({"--json"});
  EXPECT_EQ(code, exit_wrong_use);
}

}  // namespace
}  // namespace yizheng::cli
