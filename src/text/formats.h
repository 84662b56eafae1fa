// Text out of each format. Not for other rooms: they call read_document.
#pragma once

#include <string>
#include <string_view>

#include "text/document.h"

namespace yizheng::text {

// An HTML page: the text of its main part, a block element a line, cells of a row divided by a blank. Scripts, styles,
// menus, forms and parts that are mostly links are left out; `utf8` is decoded already.
std::string html_text(std::string_view utf8);
// The encoding a page names in its first kilobytes (<meta charset=…>), "" where it names none.
std::string html_charset(std::string_view bytes);
bool looks_like_html(std::string_view bytes);

// WordprocessingML (ECMA-376): paragraphs, tables row by row, text boxes, footnotes after the text. Deleted revisions
// are left out, inserted ones are in. Throws as read_document.
Document docx_document(const std::string& bytes, const DocumentLimits& limits);

// By `pdftotext` (Debian: poppler-utils), a process of its own with limits of time, memory and output. A form feed
// stands before each page but the first. Throws as read_document; 503 `pdf_reader_missing` where it is not installed.
Document pdf_document(const std::string& bytes, const DocumentLimits& limits);

}  // namespace yizheng::text
