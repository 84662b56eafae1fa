#include "text/document.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unicode/ucnv.h>
#include <unistd.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "base/problem.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

// Invented.
const std::string report =
    "云溪区政协全年提出建议14条,立案12件,办复率为100%。\n各民主党派提交集体提案八件,其中两件被评为优秀提案。\n";
const std::string traditional =
    "雲溪區政協全年提出建議十四條,立案十二件,辦復率為百分之百。\n各民主黨派提交集體提案八件。\n";

std::string encoded(std::string_view utf8, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out(utf8.size() * 4 + 16, '\0');
  const auto size = ucnv_convert(encoding, "UTF-8", out.data(), static_cast<int32_t>(out.size()), utf8.data(),
                                 static_cast<int32_t>(utf8.size()), &error);
  EXPECT_TRUE(U_SUCCESS(error)) << u_errorName(error);
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string decoded(std::string_view bytes, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out(bytes.size() * 4 + 16, '\0');
  const auto size = ucnv_convert("UTF-8", encoding, out.data(), static_cast<int32_t>(out.size()), bytes.data(),
                                 static_cast<int32_t>(bytes.size()), &error);
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string refusal(std::string bytes, const DocumentLimits& limits = {}) {
  try {
    read_document(std::move(bytes), limits);
  } catch (const Problem& problem) {
    EXPECT_FALSE(problem.zh.empty());
    EXPECT_FALSE(problem.en.empty());
    return problem.code;
  }
  return "read";
}

struct Part {
  std::string name, text;
};
std::string packed(const std::vector<Part>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(whole);
  zip_t* zip = zip_open_from_source(whole, ZIP_TRUNCATE, &error);
  for (const auto& part : parts) {
    zip_file_add(zip, part.name.c_str(), zip_source_buffer(zip, part.text.data(), part.text.size(), 0),
                 ZIP_FL_ENC_UTF_8);
  }
  EXPECT_EQ(zip_close(zip), 0);
  zip_stat_t info;
  zip_source_stat(whole, &info);
  std::string bytes(info.size, '\0');
  zip_source_open(whole);
  zip_source_read(whole, bytes.data(), bytes.size());
  zip_source_close(whole);
  zip_source_free(whole);
  return bytes;
}

std::string word(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document "
         "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
         body + "</w:body></w:document>";
}

// A PDF of one page whose content stream and trailer are given; readers rebuild the missing table of places.
std::string pdf(const std::string& content, const std::string& trailer = "") {
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 "
         "R>>>>>>endobj\n"
         "4 0 obj<</Length " +
         std::to_string(content.size()) + ">>stream\n" + content +
         "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R" +
         trailer + ">>\n%%EOF\n";
}

TEST(Document, EveryEncodingGivesTheSameText) {
  const std::pair<std::string, std::string> ways[] = {
      {report, "UTF-8"},
      {"\xEF\xBB\xBF" + report, "UTF-8"},
      {encoded(report, "gb18030"), "GB18030"},
      {"\xFF\xFE" + encoded(report, "UTF-16LE"), "UTF-16LE"},
      {"\xFE\xFF" + encoded(report, "UTF-16BE"), "UTF-16BE"},
      {encoded(report, "UTF-16LE"), "UTF-16LE"},
      {encoded(report, "UTF-16BE"), "UTF-16BE"},
  };
  for (const auto& [bytes, encoding] : ways) {
    const auto document = read_document(bytes);
    EXPECT_EQ(document.text, report) << encoding;
    EXPECT_EQ(document.encoding, encoding);
  }
  const auto big5 = read_document(encoded(traditional, "Big5"));
  EXPECT_EQ(big5.text, traditional);
  EXPECT_EQ(big5.encoding, "Big5");
}

TEST(Document, LineEndsAndNulsAreTidied) {
  EXPECT_EQ(read_document("一、回顾\r\n二、展望\r三、结语\n").text, "一、回顾\n二、展望\n三、结语\n");
  EXPECT_EQ(read_document(std::string("全年提出建议\0十四条\n", 29)).text, "全年提出建议十四条\n");
}

TEST(Document, WhatWasDecodedWronglyOnceIsDecodedAgain) {
  const auto latin = read_document(decoded(report, "ISO-8859-1"));
  EXPECT_EQ(latin.text, report);
  EXPECT_EQ(latin.encoding, "UTF-8 in Latin-1");
  const auto windows = read_document(decoded(encoded(report, "gb18030"), "ISO-8859-1"));
  EXPECT_EQ(windows.text, report);
  // An odd number of bytes before a line end lost one of them: that character is said to be lost, no other.
  const std::string even = "云溪区政协全年提出建议十四条立案十二件\n各民主党派提交集体提案八件其中两件被评为优秀\n";
  const auto gbk = read_document(decoded(even, "gb18030"));
  EXPECT_EQ(gbk.encoding, "UTF-8 in GB18030");
  EXPECT_NE(gbk.text.find("全年提出建议十四条"), std::string::npos) << gbk.text;
  EXPECT_NE(gbk.text.find("民主党派提交集体提案"), std::string::npos) << gbk.text;
}

TEST(Document, ALostByteCostsOneCharacter) {
  std::string bytes = encoded(report, "gb18030");
  bytes.erase(12, 1);
  const auto document = read_document(bytes);
  EXPECT_NE(document.text.find("提出建议14条,立案12件"), std::string::npos) << document.text;
  EXPECT_NE(document.text.find("各民主党派提交集体提案八件"), std::string::npos) << document.text;
  ASSERT_FALSE(document.notes.empty());
  EXPECT_EQ(document.notes.back().code, "undecodable_bytes");
  bytes = encoded(report, "gb18030");
  bytes.erase(0, 1);
  EXPECT_NE(read_document(bytes).text.find("溪区政协全年提出建议14条"), std::string::npos);
}

TEST(Document, HalfACharacterAtTheEnd) {
  const std::string cut = report.substr(0, report.size() - 3);  // half of 。 and the line end
  const auto document = read_document(cut);
  EXPECT_TRUE(valid_utf8(document.text));
  EXPECT_EQ(document.encoding, "UTF-8");
  EXPECT_TRUE(document.text.starts_with(report.substr(0, report.size() - 4)));
  std::string gb = encoded(report, "gb18030");
  gb.resize(gb.size() - 2);
  EXPECT_TRUE(read_document(gb).text.starts_with(report.substr(0, report.size() - 4)));
}

TEST(Document, MixedEncodingsLineByLine) {
  const auto document = read_document(report + report + encoded(report, "gb18030") + report);
  EXPECT_EQ(document.text, report + report + report + report);
  EXPECT_EQ(document.encoding, "UTF-8, GB18030");
}

TEST(Document, WhatIsNoTextIsRefused) {
  EXPECT_EQ(refusal(""), "document_empty");
  EXPECT_EQ(refusal(" \n\r\n\t"), "document_empty");
  EXPECT_EQ(refusal("\x89PNG\r\n\x1A\n" + std::string(64, '\0')), "document_type_refused");
  std::string random;
  for (unsigned i = 0, seed = 7; i < 4000; ++i) random += static_cast<char>((seed = seed * 1103515245u + 12345u) >> 16);
  EXPECT_EQ(refusal(random), "document_type_refused");
  EXPECT_EQ(refusal("{\\rtf1 abc}"), "document_type_refused");
  EXPECT_EQ(refusal(report, {.bytes = 20}), "document_too_large");
  EXPECT_EQ(refusal(packed({{"xl/workbook.xml", "<workbook/>"}})), "document_type_refused");
}

TEST(Document, FilesAreReadByTheirPath) {
  try {
    read_document_file("/nonexistent/report.txt");
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.status, 404);
    EXPECT_EQ(problem.code, "file_missing");
  }
  try {
    read_document_file(std::filesystem::temp_directory_path().string());
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "file_is_folder");
  }
}

TEST(Document, APipeIsReadToItsEnd) {
  const auto path = (std::filesystem::temp_directory_path() / fmt::format("yizheng-pipe-{}", getpid())).string();
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  std::string text;
  while (text.size() < 3'000'000) text += "全年提出建议14条。\n";
  std::thread writer([&] { std::ofstream(path, std::ios::binary) << text; });
  const auto document = read_document_file(path);
  writer.join();
  std::filesystem::remove(path);
  EXPECT_EQ(document.text, text);
}

TEST(Document, AnHtmlPageGivesItsText) {
  const std::string page =
      "<!DOCTYPE html><html><head><meta charset=\"gb2312\"><title>云溪政协</title><style>p{}</style></head><body>"
      "<nav><a href=/>首页</a></nav><script>var a='<p>不要</p>';</script>"
      "<div><ul><li><a href=1>政协要闻一二三</a></li><li><a href=2>委员风采四五六</a></li><li><a "
      "href=3>提案工作</a></li></ul></div>"
      "<h1>工作报告</h1><p>全年提出建议&nbsp;14 条,&ldquo;回头看&rdquo;三次。<br>另起一行</p>"
      "<table><tr><td>立案</td><td>12</td></tr></table><div style='display:none'>隐藏</div></body></html>";
  const auto document = read_document(encoded(page, "gb18030"));
  EXPECT_EQ(document.format, DocumentFormat::HTML);
  EXPECT_EQ(document.text, "工作报告\n全年提出建议\u00A014 条,“回头看”三次。\n另起一行\n立案 12\n");
}

TEST(Document, AWordFileGivesItsText) {
  const std::string body =
      "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>工作报告</w:t></w:r></w:p>"
      "<w:p><w:r><w:t xml:space=\"preserve\">全年提出</w:t></w:r><w:ins><w:r><w:t>建议</w:t></w:r></w:ins>"
      "<w:del><w:r><w:delText>意见</w:delText></w:r></w:del><w:r><w:t>14条。</w:t></w:r></w:p>"
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>立案</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12件</w:t></w:r></w:p></"
      "w:tc></w:tr></w:tbl>";
  const auto document =
      read_document(packed({{"word/document.xml", word(body)},
                            {"word/footnotes.xml", word("<w:p><w:r><w:t>注:件数含并案。</w:t></w:r></w:p>")}}));
  EXPECT_EQ(document.format, DocumentFormat::DOCX);
  EXPECT_EQ(document.text, "工作报告\n全年提出建议14条。\n立案 12件\n注:件数含并案。\n");
}

TEST(Document, WordFilesThatAreTrapsAreRefused) {
  // A bomb: little when packed, much when unpacked.
  const std::string blanks(8 << 20, ' ');
  EXPECT_EQ(refusal(packed({{"word/document.xml", word("<w:p><w:r><w:t>" + blanks + "</w:t></w:r></w:p>")}}),
                    {.unpacked = 1 << 20}),
            "document_expands");
  EXPECT_EQ(refusal(packed({{"word/document.xml", "<w:document><w:p>"}})), "document_damaged");
  EXPECT_EQ(refusal("PK\x03\x04 and nothing else"), "document_damaged");
  // Entities that multiply are not expanded.
  const std::string laughs =
      "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"哈哈哈哈哈哈哈哈\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><d><p><t>&c;&c;&c;</t></p></d>";
  const auto outcome = refusal(packed({{"word/document.xml", laughs}}));
  EXPECT_TRUE(outcome == "document_damaged" || outcome == "document_empty") << outcome;
  // An encrypted .docx is a compound file with a stream of this name.
  std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0');
  for (const char c : std::string_view("EncryptedPackage")) compound += c, compound += '\0';
  EXPECT_EQ(refusal(compound), "document_encrypted");
  EXPECT_EQ(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0')), "document_type_refused");
}

class Pdf : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists("/usr/bin/pdftotext")) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
  }
};

TEST_F(Pdf, TextIsTakenOut) {
  const auto document = read_document(pdf("BT /F1 12 Tf 72 700 Td (Proposals filed: 12 of 14) Tj ET"));
  EXPECT_EQ(document.format, DocumentFormat::PDF);
  EXPECT_EQ(document.text.substr(0, 25), "Proposals filed: 12 of 14");
}

TEST_F(Pdf, WhatHoldsNoTextOrIsLockedIsSaid) {
  EXPECT_EQ(refusal(pdf("0 0 100 100 re f")), "document_without_text");
  EXPECT_EQ(refusal("%PDF-1.4\nnothing of a PDF"), "document_damaged");
  const std::string lock = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + std::string(64, '1') + ">/U<" +
                           std::string(64, '2') + ">>>";
  EXPECT_EQ(refusal(pdf("BT /F1 12 Tf 72 700 Td (secret) Tj ET", lock)), "document_encrypted");
}

}  // namespace
}  // namespace yizheng::text
