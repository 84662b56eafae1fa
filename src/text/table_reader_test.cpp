#include "text/table_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <fstream>

#include "base/problem.h"
#include "text/xlsx_parts.h"

namespace yizheng::text {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;
using namespace std::string_view_literals;

class TableReaderTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("yizheng-table-" + std::to_string(::getpid()) + "-" +
                                                        testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, std::string_view content) {
    const auto path = folder_ / name;
    std::ofstream(path, std::ios::binary).write(content.data(), static_cast<std::streamsize>(content.size()));
    return path.string();
  }

  // An XLSX of the parts given beside the plain ones.
  std::string workbook(const std::string& rows, const std::string& after = "",
                       const std::string& sheets = R"(<sheet name="提案" sheetId="1" r:id="rId1"/>)") {
    const auto path = (folder_ / "table.xlsx").string();
    int error = 0;
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    const std::vector<std::pair<std::string, std::string>> parts{
        {"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets>)" + sheets + "</sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>)"},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>)"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>案由</t></si><si><r><t>内</t></r><r><t>容</t></r><rPh><t>nei</t></rPh></si></sst>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>"},
        {"xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>"}};
    for (const auto& [name, text] : parts) {
      zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_OVERWRITE);
    }
    EXPECT_EQ(zip_close(zip), 0);
    return path;
  }

  static std::vector<TableRow> all(const std::string& path, std::vector<TableNote>* notes = nullptr) {
    auto reader = open_table(path);
    std::vector<TableRow> rows;
    TableRow row;
    while (reader->next(row)) rows.push_back(row);
    if (notes != nullptr) *notes = reader->notes();
    return rows;
  }
  static std::string code_of(const std::string& path) {
    try {
      all(path);
    } catch (const Problem& problem) {
      return problem.code;
    }
    return "read";
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(TableReaderTest, ReadsQuotesOverLinesAndCountsThePhysicalLine) {
  const auto rows = all(file("a.csv", "\xEF\xBB\xBFnumber,title\r\n1,\"甲,\"\"乙\"\"\n丙\"\n2,丁\n\n3,戊"));
  ASSERT_THAT(rows, SizeIs(5));
  EXPECT_THAT(rows[0].fields, ElementsAre("number", "title"));
  EXPECT_THAT(rows[1].fields, ElementsAre("1", "甲,\"乙\"\n丙"));
  EXPECT_EQ(rows[1].line, 2U);
  EXPECT_EQ(rows[2].line, 4U);
  EXPECT_TRUE(rows[3].empty());
  EXPECT_THAT(rows[4].fields, ElementsAre("3", "戊"));
  EXPECT_EQ(rows[4].line, 6U);
}

TEST_F(TableReaderTest, TakesTheDelimiterOfTheFirstLine) {
  std::vector<TableNote> notes;
  EXPECT_THAT(all(file("a.csv", "a;b;\"c,d,e,f\"\n1;2;3\n"), &notes)[1].fields, ElementsAre("1", "2", "3"));
  EXPECT_THAT(notes, Contains(Field(&TableNote::code, "delimiter")));
  EXPECT_THAT(all(file("b.csv", "a\tb\n1,5\t2\n"))[1].fields, ElementsAre("1,5", "2"));
}

TEST_F(TableReaderTest, TellsWhichEncodingItRead) {
  std::vector<TableNote> notes;
  // 案由,内容 / 养老,提案
  const auto gb = file("gb.csv", "\xB0\xB8\xD3\xC9,\xC4\xDA\xC8\xDD\n\xD1\xF8\xC0\xCF,\xCC\xE1\xB0\xB8\n");
  auto rows = all(gb, &notes);
  EXPECT_THAT(rows[0].fields, ElementsAre("案由", "内容"));
  EXPECT_THAT(rows[1].fields, ElementsAre("养老", "提案"));
  ASSERT_THAT(notes, SizeIs(1));
  EXPECT_EQ(notes[0].zh, "读作 GB18030");

  std::string utf16("\xFF\xFE", 2);
  for (const char16_t c : std::u16string(u"案由,内容\r\n一,二\r\n")) {
    utf16 += static_cast<char>(c & 0xFF);
    utf16 += static_cast<char>(c >> 8);
  }
  rows = all(file("u16.csv", utf16), &notes);
  EXPECT_THAT(rows[1].fields, ElementsAre("一", "二"));
  EXPECT_EQ(notes[0].zh, "读作 UTF-16LE");
}

TEST_F(TableReaderTest, RefusesDamagedUtf8WithItsLineInsteadOfGarblingIt) {
  const std::string good = "关于加强城区停车管理的建议,";
  try {
    all(file("bad.csv", good + good + "\n" + good + "\xE5\xE5" + good + "\n"));
    FAIL() << "read";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "table_encoding");
    EXPECT_THAT(problem.zh, testing::HasSubstr("第 2 行"));
  }
  EXPECT_EQ(code_of(file("neither.csv", "a,b\n\xFF\xFF\xFF,\x81\n")), "table_encoding");
}

TEST_F(TableReaderTest, MarksRowsThatCannotBeTrusted) {
  const auto rows = all(file("a.csv", "a,b\n1,x\0y\n2,\"x\"y\n3,\"open\n4,z\n"sv));
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_EQ(rows[1].faults.at(0).code, "nul_byte");
  EXPECT_EQ(rows[1].faults.at(0).line, 2U);
  EXPECT_EQ(rows[2].faults.at(0).code, "quote_stray");
  EXPECT_EQ(rows[3].faults.at(0).code, "quote_open");
  EXPECT_EQ(rows[3].line, 4U);
}

TEST_F(TableReaderTest, RefusesWhatIsNoTable) {
  EXPECT_EQ(code_of("/nowhere/at/all.csv"), "file_missing");
  EXPECT_EQ(code_of(file("empty.csv", "")), "table_empty");
  EXPECT_EQ(code_of(file("old.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")), "table_type_refused");
  EXPECT_EQ(code_of(file("a.pdf", "%PDF-1.7 ...")), "table_type_refused");
  EXPECT_EQ(code_of(file("broken.xlsx", "PK\x03\x04 and no more")), "table_damaged");
  EXPECT_EQ(code_of(file("wide.csv", std::string(2'000, ','))), "table_row_too_large");
}

TEST_F(TableReaderTest, ReadsAWorkbook) {
  std::vector<TableNote> notes;
  const auto rows = all(
      workbook(
          R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)"
          R"(<row r="3"><c r="A3" t="inlineStr"><is><t>养老_x000D_</t></is></c><c r="C3" s="1"><v>43477</v></c><c r="D3" s="2"><v>43477.669907407409</v></c></row>)"
          R"(<row><c><v>1E3</v></c><c><f>A1&amp;"x"</f><v>12.5</v></c><c t="b"><v>1</v></c></row><row r="5"/>)"),
      &notes);
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_THAT(rows[0].fields, ElementsAre("案由", "内容"));
  EXPECT_THAT(rows[1].fields, ElementsAre("养老", "", "2019-01-12", "2019-01-12 16:04:40"));
  EXPECT_EQ(rows[1].line, 3U);
  EXPECT_THAT(rows[2].fields, ElementsAre("1000", "12.5", "TRUE"));
  EXPECT_EQ(rows[2].line, 4U);
  EXPECT_TRUE(rows[3].empty());
  EXPECT_THAT(notes, Contains(Field(&TableNote::code, "formula")));
}

TEST_F(TableReaderTest, ExplainsMergedCellsHiddenSheetsAndBareFormulas) {
  std::vector<TableNote> notes;
  const auto rows = all(
      workbook(
          R"(<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><f>1+1</f></c></row>)"
          R"(<row r="3"><c r="A3" t="e"><v>#REF!</v></c></row>)",
          R"(<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>)",
          R"(<sheet name="旧" sheetId="2" state="hidden" r:id="rId2"/><sheet name="提案" sheetId="1" r:id="rId1"/>)"),
      &notes);
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[0].faults.at(0).code, "merged_cells");
  EXPECT_EQ(rows[1].faults.at(0).code, "formula_without_value");
  EXPECT_EQ(rows[2].faults.at(0).code, "cell_error");
  EXPECT_THAT(notes, Contains(Field(&TableNote::code, "hidden_sheet")));
}

TEST_F(TableReaderTest, StopsAWorkbookThatUnpacksTooFar) {
  const auto path =
      workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + std::string(3 << 20, 'a') + "</t></is></c></row>");
  TableLimits limits;
  limits.unpacked = 1 << 20;
  try {
    open_xlsx(path, limits);
    FAIL() << "opened";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "table_too_large");
  }
}

TEST(XlsxParts, KnowsDatesByTheirFormatAndBothCalendars) {
  EXPECT_TRUE(is_date_format("yyyy\"年\"m\"月\"d\"日\""));
  EXPECT_TRUE(is_date_format("[$-804]h:mm"));
  EXPECT_FALSE(is_date_format("0.00_)\"days\""));
  EXPECT_FALSE(is_date_format("[Red]#,##0"));
  EXPECT_EQ(date_of_serial(1, false), "1900-01-01");
  EXPECT_EQ(date_of_serial(61, false), "1900-03-01");
  EXPECT_EQ(date_of_serial(43477, false), "2019-01-12");
  EXPECT_EQ(date_of_serial(42015, true), "2019-01-12");
  EXPECT_EQ(date_of_serial(0.5, false), "12:00:00");
  EXPECT_EQ(date_of_serial(-1, false), "");
  EXPECT_EQ(plain_number("1.0000000000000001"), "1");
  EXPECT_EQ(plain_number("0.1"), "0.1");
}

}  // namespace
}  // namespace yizheng::text
