// What a file is, by its content, and whether it is safe to keep.
#include "base/log.h"
#include "store/attachments.h"
#include "store/zip_check.h"
#include "text/utf8.h"

namespace yizheng::store {
namespace {

constexpr std::size_t LARGEST = 20 * 1024 * 1024;

constexpr std::string_view OLE_START = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

Problem refused() {
  return Problem(
      415, "file_type_refused",
      "不接受这种文件,或其内容与扩展名不符。请上传 pdf、docx、xlsx、pptx、doc、xls、ofd、png、jpg、txt 或 zip 文件。",
      "Files of this type are not accepted, or the content does not fit the name. Upload pdf, docx, xlsx, pptx, "
      "doc, xls, ofd, png, jpg, txt or zip.",
      "/name");
}

std::string extension_of(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string extension(name.substr(dot + 1));
  for (auto& c : extension) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return extension;
}

// Names within an old Office file are UTF-16.
bool holds_wide(std::string_view content, std::string_view name) {
  std::string wide;
  for (const char c : name) {
    wide += c;
    wide += '\0';
  }
  return content.find(wide) != std::string_view::npos;
}

FileCheck check_old_office(std::string_view content, const std::string& extension) {
  const bool word = holds_wide(content, "WordDocument");
  const bool sheet = holds_wide(content, "Workbook") || holds_wide(content, "Book");
  FileCheck check;
  if (extension == "doc" && word) {
    check.media_type = "application/msword";
  } else if (extension == "xls" && sheet) {
    check.media_type = "application/vnd.ms-excel";
  } else {
    throw refused();
  }
  if (holds_wide(content, "_VBA_PROJECT")) check.warnings.push_back("macros");
  return check;
}

bool is_text(std::string_view content) {
  if (content.find('\0') != std::string_view::npos) return false;
  return text::valid_utf8(content) || text::decode_gb18030(content).has_value();
}

}  // namespace

FileCheck check_file(std::string_view name, std::string_view content) {
  if (content.size() > LARGEST) {
    throw Problem(413, "file_too_large", "文件超过 20 MB。请压缩图片或拆分后再上传。",
                  "The file is larger than 20 MB. Make its pictures smaller or split it, then upload again.",
                  "/content");
  }
  const auto extension = extension_of(name);
  if (content.starts_with(OLE_START)) return check_old_office(content, extension);
  if (content.starts_with("PK\x03\x04") || content.starts_with("PK\x05\x06")) {
    auto check = check_zip(content, extension);
    if (check.media_type.empty()) throw refused();
    return check;
  }
  if (extension == "pdf" && content.substr(0, 1024).find("%PDF-") != std::string_view::npos) {
    FileCheck check{"application/pdf", {}};
    if (content.find("/JavaScript") != std::string_view::npos) check.warnings.push_back("scripts");
    return check;
  }
  if (extension == "png" && content.starts_with("\x89PNG\r\n\x1A\n")) return {"image/png", {}};
  if ((extension == "jpg" || extension == "jpeg") && content.starts_with("\xFF\xD8\xFF")) return {"image/jpeg", {}};
  if (extension == "txt" && is_text(content)) return {"text/plain", {}};
  throw refused();
}

}  // namespace yizheng::store
