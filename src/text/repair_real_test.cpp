// The reader on real reports: the five damaged ones of ../shared with the text a person made of them, the clean ones,
// and 298 real proposals. Skipped where the folder is not at hand (YIZHENG_SHARED names another place).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "text/char_table.h"
#include "text/document.h"
#include "text/repair.h"
#include "text/script.h"
#include "text/table_reader.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

namespace fs = std::filesystem;

fs::path shared() {
  const char* named = std::getenv("YIZHENG_SHARED");
  return named != nullptr ? fs::path(named) : fs::path(YIZHENG_SOURCE_DIR) / ".." / "shared";
}

std::string whole(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

std::u32string points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

// Levenshtein's distance within a band, which is far wider than what may differ.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  constexpr std::size_t band = 400;
  const std::size_t far = a.size() + b.size();
  std::vector<std::size_t> before(b.size() + 1, far), now(b.size() + 1, far);
  for (std::size_t j = 0; j <= std::min(b.size(), band); ++j) before[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t low = i > band ? i - band : 0, high = std::min(b.size(), i + band);
    std::fill(now.begin(), now.end(), far);
    if (low == 0) now[0] = i;
    for (std::size_t j = std::max<std::size_t>(low, 1); j <= high; ++j) {
      now[j] = std::min({before[j - 1] + (a[i - 1] != b[j - 1]), before[j] + 1, now[j - 1] + 1});
    }
    std::swap(before, now);
  }
  return before[b.size()];
}

// Text without blanks and line ends: what may not change in an undamaged one.
std::string bare(std::string_view text) {
  const CharTable& chars = CharTable::get();
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c != '\n' && c != '\r' && (chars[c] & char_bits::space) == 0) append_utf8(out, c);
  }
  return out;
}

class RealReports : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(shared() / "gold")) GTEST_SKIP() << "no real reports at " << shared();
  }
};

TEST_F(RealReports, DamagedOnesComeOutAsAPersonRepairedThem) {
  std::size_t read = 0;
  for (const auto& entry : fs::directory_iterator(shared() / "seeds")) {
    const std::string name = entry.path().filename().string();
    const fs::path gold = shared() / "gold/seeds.clean" / (name.substr(0, 3) + ".txt");
    if (!fs::exists(gold)) continue;
    ++read;
    const auto document = read_document_file(entry.path().string());
    const auto ours = points(repair(document.text).text), theirs = points(whole(gold));
    const double share = static_cast<double>(distance(ours, theirs)) / static_cast<double>(theirs.size());
    EXPECT_LE(share, 0.005) << name;
  }
  EXPECT_GE(read, 5U);
}

// Everything but furniture stays; what was taken for furniture is short and stands before or behind the report.
void expect_untouched(const std::string& name, const std::string& source) {
  const auto repaired = repair(source);
  std::string kept;
  std::size_t at = 0, furniture = 0;
  for (const Repair& one : repaired.repairs) {
    if (one.kind == RepairKind::TRADITIONAL_SCRIPT) continue;
    EXPECT_TRUE(!one.applied || one.kind == RepairKind::PAGE_CHROME || one.kind == RepairKind::WIDE_SPACE ||
                one.kind == RepairKind::LINE_BREAK)
        << name << ": " << source.substr(one.begin, one.end - one.begin);
    if (one.kind != RepairKind::PAGE_CHROME) continue;
    kept += source.substr(at, one.begin - at);
    at = one.end;
    furniture += length(source.substr(one.begin, one.end - one.begin));
  }
  kept += source.substr(at);
  // A proposal written in Traditional script is folded; nothing else may be.
  if (repaired.traditional) kept = to_simplified(kept);
  EXPECT_EQ(bare(repaired.text), bare(kept)) << name;
  EXPECT_LE(furniture, 80U) << name;
}

TEST_F(RealReports, UndamagedOnesLoseFurnitureAndBlanksAlone) {
  for (const auto& entry : fs::directory_iterator(shared() / "data/reports")) {
    expect_untouched(entry.path().filename().string(), read_document_file(entry.path().string()).text);
  }
}

TEST_F(RealReports, ProposalsLoseBlanksAlone) {
  const auto table = open_table((shared() / "data/proposals-2019.csv").string());
  TableRow row;
  std::size_t count = 0;
  while (table->next(row)) {
    if (row.fields.size() < 6) continue;
    expect_untouched(row.fields[0], row.fields[4] + "\n" + row.fields[5] + "\n");
    ++count;
  }
  EXPECT_GE(count, 298U);
}

}  // namespace
}  // namespace yizheng::text
