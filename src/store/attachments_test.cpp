#include "store/attachments.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <fstream>

#include "store/testing.h"

namespace yizheng::store {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

std::string zip_of(const Entries& entries, bool encrypted = false) {
  const testing::Folder folder;
  const auto path = folder / "a.zip";
  int error = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, &error);
  for (const auto& [name, text] : entries) {
    const auto index =
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
    EXPECT_GE(index, 0);
    if (encrypted) {
      EXPECT_EQ(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "secret"), 0);
    }
  }
  EXPECT_EQ(zip_close(archive), 0);
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string code_of(std::string_view name, std::string_view content) {
  try {
    check_file(name, content);
  } catch (const Problem& problem) {
    return std::to_string(problem.status) + " " + problem.code;
  }
  return "";
}

const Entries DOCX{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w:document><w:p/></w:document>"}};

TEST(FileCheck, KnowsWhatAFileIs) {
  EXPECT_EQ(check_file("a.PDF", "%PDF-1.7\n…").media_type, "application/pdf");
  EXPECT_EQ(check_file("图.png", "\x89PNG\r\n\x1A\n…").media_type, "image/png");
  EXPECT_EQ(check_file("图.jpeg", "\xFF\xD8\xFF\xE0").media_type, "image/jpeg");
  EXPECT_EQ(check_file("说明.txt", "说明").media_type, "text/plain");
  EXPECT_EQ(check_file("说明.txt", "\xCB\xB5\xC3\xF7").media_type, "text/plain");  // GB 18030
  EXPECT_EQ(check_file("a.zip", zip_of({{"附件/说明.txt", "x"}})).media_type, "application/zip");
  EXPECT_TRUE(check_file("a.docx", zip_of(DOCX)).media_type.ends_with("wordprocessingml.document"));
  EXPECT_TRUE(check_file("a.docx", zip_of(DOCX)).warnings.empty());
  EXPECT_EQ(check_file("a.ofd", zip_of({{"OFD.xml", "<ofd/>"}})).media_type, "application/ofd");
  std::string word("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  for (const char c : std::string_view("WordDocument")) word += std::string{c, '\0'};
  EXPECT_EQ(check_file("a.doc", word).media_type, "application/msword");
  EXPECT_EQ(code_of("a.xls", word), "415 file_type_refused");
}

TEST(FileCheck, RefusesWhatItIsNot) {
  EXPECT_EQ(code_of("a.exe", "MZ"), "415 file_type_refused");
  EXPECT_EQ(code_of("a.pdf", "MZ"), "415 file_type_refused");
  EXPECT_EQ(code_of("a.txt", std::string("a\0b", 3)), "415 file_type_refused");
  EXPECT_EQ(code_of("a", "text"), "415 file_type_refused");
  EXPECT_EQ(code_of("a.html", "<script>"), "415 file_type_refused");
  EXPECT_EQ(code_of("a.png", zip_of(DOCX)), "415 file_type_refused");
  EXPECT_EQ(code_of("a.xlsx", zip_of(DOCX)), "415 file_type_refused");
  EXPECT_EQ(code_of("a.txt", std::string(20 * 1024 * 1024 + 1, 'a')), "413 file_too_large");
  EXPECT_EQ(code_of("a.txt", std::string(20 * 1024 * 1024, 'a')), "");
}

TEST(FileCheck, RefusesUnsafeContainers) {
  EXPECT_EQ(code_of("a.zip", zip_of({{"../../etc/passwd", "x"}})), "422 file_unsafe");
  EXPECT_EQ(code_of("a.zip", zip_of({{"/etc/passwd", "x"}})), "422 file_unsafe");
  EXPECT_EQ(code_of("a.zip", zip_of({{"a\\..\\b", "x"}})), "422 file_unsafe");
  EXPECT_EQ(code_of("a.zip", zip_of({{"a..b/c..", "x"}})), "");
  EXPECT_EQ(code_of("a.zip", zip_of({{"a.txt", "x"}}, true)), "422 file_unsafe");
  EXPECT_EQ(code_of("a.zip", zip_of({{"bomb", std::string(30 * 1024 * 1024, '\0')}})), "422 file_unsafe");
  Entries many;
  for (int i = 0; i < 2'001; ++i) many.emplace_back("f" + std::to_string(i), "");
  EXPECT_EQ(code_of("a.zip", zip_of(many)), "422 file_unsafe");
  const auto good = zip_of(DOCX);
  for (std::size_t length = 4; length < good.size(); length += 7) {
    EXPECT_EQ(code_of("a.docx", good.substr(0, length)), "422 file_unsafe") << length;
  }
  for (std::size_t i = 4; i < good.size(); ++i) {  // any one byte changed: an answer, never a crash
    auto damaged = good;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    code_of("a.docx", damaged);
  }
}

TEST(FileCheck, TellsWhatIsHiddenInside) {
  auto docx = DOCX;
  docx[1].second = "<w:document><w:ins w:id=\"1\"/></w:document>";
  docx.emplace_back("word/comments.xml", "<w:comments/>");
  docx.emplace_back("word/vbaProject.bin", "x");
  EXPECT_EQ(check_file("a.docx", zip_of(docx)).warnings,
            (std::vector<std::string>{"tracked_changes", "comments", "macros"}));
  EXPECT_EQ(
      check_file("a.xlsx", zip_of({{"[Content_Types].xml", ""}, {"xl/workbook.xml", "<sheet state=\"veryHidden\"/>"}}))
          .warnings,
      std::vector<std::string>{"hidden_sheets"});
}

TEST(AttachmentFolder, KeepsByHash) {
  const testing::Folder folder;
  AttachmentFolder kept(folder / "files");
  const auto hash = kept.put("内容");
  EXPECT_EQ(hash.size(), 64u);
  EXPECT_EQ(kept.put("内容"), hash);
  EXPECT_EQ(kept.get(hash), "内容");
  EXPECT_EQ(kept.get(kept.put("")), "");
  for (const std::string& bad :
       std::vector<std::string>{"", "../../etc/passwd", "zz", std::string(64, '0'), std::string(64, '/')}) {
    EXPECT_THROW(kept.get(bad), Problem) << bad;
  }
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
    files += entry.is_regular_file() ? 1 : 0;
  EXPECT_EQ(files, 2) << "no temporary file is left";
}

TEST(AttachmentFolder, NoticesDamage) {
  const testing::Folder folder;
  AttachmentFolder kept(folder / "files");
  const auto hash = kept.put("内容");
  std::ofstream(folder / ("files/" + hash.substr(0, 2) + "/" + hash.substr(2)), std::ios::app) << "x";
  try {
    kept.get(hash);
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "file_damaged");
  }
  // Put again, it is whole again.
  EXPECT_EQ(kept.put("内容"), hash);
  EXPECT_EQ(kept.get(hash), "内容");
}

}  // namespace
}  // namespace yizheng::store
