#include "indicators/catalogue.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "indicators/figures.h"
#include "indicators/lexicon.h"
#include "indicators/pattern.h"

namespace yizheng::indicators {
namespace {

namespace fs = std::filesystem;

TEST(Catalogue, the_shipped_one_holds) {
  const auto reading = check_catalogue(committee::pack_folder("default"));
  for (const auto& fault : reading.faults) ADD_FAILURE() << fault.place << " " << fault.zh << " " << fault.en;
  ASSERT_TRUE(reading.catalogue);
  EXPECT_GT(reading.catalogue->all().size(), 150U);
}

TEST(Catalogue, every_indicator_is_found_by_its_code_and_has_titles_in_three_languages) {
  const auto catalogue = read_catalogue(committee::pack_folder("default"));
  for (std::size_t i = 0; i < catalogue.all().size(); ++i) {
    const auto& one = catalogue.all()[i];
    EXPECT_EQ(catalogue.find(one.code), static_cast<int>(i));
    EXPECT_FALSE(one.zh_hans.empty() || one.zh_hant.empty() || one.en.empty()) << one.code;
    EXPECT_FALSE(one.definition_zh.empty() || one.definition_en.empty()) << one.code;
    EXPECT_FALSE(one.patterns.empty()) << one.code;
  }
  EXPECT_EQ(catalogue.find("proposals.no_such"), -1);
}

TEST(Catalogue, proposals_are_linked_to_their_statistics) {
  const auto catalogue = read_catalogue(committee::pack_folder("default"));
  for (const auto* code : {"proposals.received", "proposals.filed", "proposals.filing_rate", "proposals.key",
                           "proposals.reply_rate", "proposals.satisfied_or_basic_rate", "proposals.contact_rate"}) {
    ASSERT_GE(catalogue.find(code), 0) << code;
    EXPECT_TRUE(can_compute(catalogue.at(catalogue.find(code)))) << code;
  }
  EXPECT_FALSE(can_compute(catalogue.at(catalogue.find("consultations.topics"))));
}

class FaultyCatalogue : public ::testing::Test {
 protected:
  FaultyCatalogue() : folder_(fs::temp_directory_path() / ("catalogue_" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
  }
  ~FaultyCatalogue() override { fs::remove_all(folder_); }

  std::vector<committee::PackFault> faults_of(const std::string& content) {
    std::ofstream(folder_ / "indicators.toml") << content;
    return check_catalogue(folder_.string()).faults;
  }
  static std::string indicator(const std::string& more) {
    return "[[indicator]]\ncode = \"a.b\"\nzh = \"甲\"\nen = \"A\"\nunits = [\"件\"]\n"
           "definition_zh = \"甲。\"\ndefinition_en = \"A.\"\n" +
           more;
  }

  fs::path folder_;
};

TEST_F(FaultyCatalogue, a_small_one_holds) { EXPECT_TRUE(faults_of(indicator("words = [\"收到 提案\"]\n")).empty()); }

TEST_F(FaultyCatalogue, faults_have_their_line) {
  const auto faults = faults_of(indicator("words = [\n  \"~提案\",\n]\nstatistic = \"no_such\"\n"));
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].place, "8 indicator.a.b.words");
  EXPECT_EQ(faults[1].place, "11 indicator.a.b.statistic");
}

TEST_F(FaultyCatalogue, twice_the_same_code_is_a_fault) {
  const auto faults = faults_of(indicator("") + indicator(""));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults[0].en.find("already given at line 1"), std::string::npos) << faults[0].en;
}

TEST_F(FaultyCatalogue, unknown_keys_groups_and_codes_are_faults) {
  EXPECT_EQ(faults_of(indicator("colour = \"red\"\n")).size(), 1U);
  EXPECT_EQ(faults_of(indicator("words = [\"@nobody\"]\n")).size(), 1U);
  EXPECT_EQ(faults_of(indicator("words = [\"收到||提案\"]\n")).size(), 1U);
  EXPECT_EQ(faults_of(indicator("part = \"half\"\n")).size(), 1U);
  EXPECT_EQ(faults_of(indicator("") + "[[implied]]\nof = \"a.b\"\ngives = \"c.d\"\nwords = [\"全部立案\"]\n").size(),
            1U);
  EXPECT_EQ(faults_of("[indicators]\n").size(), 1U);
  EXPECT_EQ(faults_of("not toml").size(), 1U);
  EXPECT_EQ(faults_of("").size(), 1U);
}

TEST_F(FaultyCatalogue, a_missing_file_is_told) {
  const auto reading = check_catalogue(folder_.string());
  ASSERT_EQ(reading.faults.size(), 1U);
  EXPECT_THROW(read_catalogue(folder_.string()), Problem);
}

TEST(Pattern, places_and_kinds_of_terms) {
  PatternFault fault;
  const auto pattern = read_pattern("<收到|征集 提案 !重点提案 ~~政协 ?共计 =件|份", {}, fault);
  ASSERT_TRUE(pattern) << fault.en;
  ASSERT_EQ(pattern->terms.size(), 5U);
  EXPECT_EQ(pattern->terms[0].place, Place::BEFORE);
  EXPECT_EQ(pattern->terms[0].words, (std::vector<std::string>{"收到", "征集"}));
  EXPECT_TRUE(pattern->terms[2].absent);
  EXPECT_EQ(pattern->terms[3].place, Place::PARAGRAPH);
  EXPECT_TRUE(pattern->terms[4].optional);
  EXPECT_EQ(pattern->units, (std::vector<std::string>{"件", "份"}));
}

TEST(WordTable, finds_words_within_words) {
  WordTable table;
  const auto proposal = table.add("提案"), committee = table.add("提案委员会");
  table.finish();
  const std::string text = "提案委员会";
  std::vector<WordId> found;
  table.words_at(text, 3, table.root(U'提'), [&](WordId word, std::size_t) { found.push_back(word); });
  EXPECT_EQ(found, (std::vector<WordId>{proposal, committee}));
  EXPECT_EQ(table.root(U'案'), 0);
  EXPECT_EQ(table.length(committee), 5);
}

}  // namespace
}  // namespace yizheng::indicators
