// A published report of any mess, as text: decoded, taken out of its format, otherwise untouched.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yizheng::text {

enum class DocumentFormat { TXT, HTML, DOCX, PDF };

// What is worth telling of the whole file: the encoding taken, bytes that fit nothing, parts that were not read.
struct DocumentNote {
  std::string code;  // "encoding", "undecodable_bytes", "image_pages", …
  std::string zh, en;
};

struct Document {
  // UTF-8, line ends LF, no byte order mark, no NUL. Every position that leaves the reader refers to this text (in
  // code points) or to the repaired one.
  std::string text;
  DocumentFormat format = DocumentFormat::TXT;
  std::string encoding;  // "UTF-8", "UTF-16LE", "GB18030", "Big5", "UTF-8 in GB18030" (decoded twice)
  std::vector<DocumentNote> notes;
};

struct DocumentLimits {
  std::uint64_t bytes = 100ull << 20;     // of the file
  std::uint64_t unpacked = 200ull << 20;  // of all parts of a DOCX together, or of a PDF's text
  int pdf_seconds = 60;
};

// The bytes of a file, its kind told by content and not by name. Throws Problem 413 `document_too_large`,
// 415 `document_type_refused` (binary, image, spreadsheet, old .doc), 422 `document_empty`, `document_encrypted`,
// `document_without_text` (a scanned PDF), `document_damaged`, `document_expands` (a ZIP bomb), `document_timeout`.
Document read_document(std::string bytes, const DocumentLimits& limits = {});
// The same of a file or a pipe; Problem 404 `file_missing` where there is none, `file_is_folder`, 403
// `file_unreadable`.
Document read_document_file(const std::string& path, const DocumentLimits& limits = {});

}  // namespace yizheng::text
