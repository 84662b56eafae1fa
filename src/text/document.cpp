#include "text/document.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "base/problem.h"
#include "text/decode.h"
#include "text/formats.h"

namespace yizheng::text {
namespace {

Problem empty() {
  return Problem(422, "document_empty", "文件里没有文字:请检查是否选错了文件",
                 "the file holds no text: check that it is the right one");
}
Problem too_large(std::uint64_t limit) {
  return Problem(413, "document_too_large", fmt::format("文件超过 {} MB:请分成几个文件", limit >> 20),
                 fmt::format("the file is larger than {} MB: split it", limit >> 20));
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\n\r\f\v") == std::string_view::npos; }

// Compound files: an encrypted .docx is one with a stream "EncryptedPackage" (names are UTF-16), an old .doc has
// "WordDocument".
[[noreturn]] void refuse_compound_file(std::string_view bytes) {
  const auto wide = [](std::string_view name) {
    std::string out;
    for (const char c : name) out += c, out += '\0';
    return out;
  };
  if (bytes.find(wide("EncryptedPackage")) != std::string_view::npos) {
    throw Problem(422, "document_encrypted", "文件有密码:请先去掉密码再提交",
                  "the file is encrypted: remove its password first");
  }
  throw Problem(415, "document_type_refused", "不能读取旧格式的 Office 文件(.doc、.xls、.wps):请另存为 .docx",
                "old Office files (.doc, .xls, .wps) are not read: save it as .docx");
}

}  // namespace

Document read_document(std::string bytes, const DocumentLimits& limits) {
  if (bytes.size() > limits.bytes) throw too_large(limits.bytes);
  if (blank(bytes)) throw empty();
  Document document;
  const std::string_view head = std::string_view(bytes).substr(0, 1024);
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) refuse_compound_file(bytes);
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) {
    document = docx_document(bytes, limits);
  } else if (head.find("%PDF-") != std::string_view::npos && head.find("%PDF-") < 64) {
    document = pdf_document(bytes, limits);
  } else if (head.starts_with("{\\rtf")) {
    throw Problem(415, "document_type_refused", "不能读取 RTF 文件:请另存为 .docx 或纯文本",
                  "RTF files are not read: save it as .docx or as plain text");
  } else {
    const bool html = looks_like_html(bytes);
    const std::string named = html ? html_charset(head) : std::string();
    Decoded decoded = decode(std::move(bytes), named);
    document.encoding = std::move(decoded.encoding);
    document.notes = std::move(decoded.notes);
    if (html || looks_like_html(decoded.text)) {
      document.format = DocumentFormat::HTML;
      document.text = html_text(decoded.text);
    } else {
      document.text = std::move(decoded.text);
    }
  }
  if (blank(document.text)) throw empty();
  return document;
}

Document read_document_file(const std::string& path, const DocumentLimits& limits) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    throw Problem(404, "file_missing", fmt::format("没有这个文件:{}", path),
                  fmt::format("there is no such file: {}", path));
  }
  if (std::filesystem::is_directory(status)) {
    throw Problem(404, "file_is_folder", fmt::format("这是文件夹,不是文件:{},请写出其中的文件", path),
                  fmt::format("this is a folder and not a file: {}; name the files in it", path));
  }
  // A pipe (`yizheng read <(…)`) does not tell its size: it is read until the limit.
  const auto size = std::filesystem::is_regular_file(status) ? std::filesystem::file_size(path, error) : 0;
  if (!error && size > limits.bytes) throw too_large(limits.bytes);
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw Problem(403, "file_unreadable", fmt::format("不能打开文件:{},请检查权限", path),
                  fmt::format("cannot open {}: check its permissions", path));
  }
  std::string bytes;
  std::size_t read = 0;
  for (std::size_t room = size + 1; read <= limits.bytes && file; room = std::size_t{1} << 20) {
    bytes.resize(read + room);
    file.read(bytes.data() + read, static_cast<std::streamsize>(room));
    read += static_cast<std::size_t>(file.gcount());
  }
  if (read > limits.bytes) throw too_large(limits.bytes);
  bytes.resize(read);
  return read_document(std::move(bytes), limits);
}

}  // namespace yizheng::text
