#include <libxml/parser.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "text/decode.h"
#include "text/formats.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

Problem damaged() {
  return Problem(422, "document_damaged", "文件已损坏:请用文字处理软件打开后重新保存",
                 "the file is damaged: open it in a word processor and save it again");
}
Problem expands(std::uint64_t limit) {
  return Problem(
      422, "document_expands", "文件解开后超过 " + std::to_string(limit >> 20) + " MB,不予读取:请另存为纯文本",
      "the file unpacks to more than " + std::to_string(limit >> 20) + " MB and is not read: save it as plain text");
}

struct DiscardZip {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
using Zip = std::unique_ptr<zip_t, DiscardZip>;

// Entities declared in a part are kept in a document of their own even though we build none, and the parser leaves it
// to its caller (libxml2, xmlParseEntityDecl "for expat compatibility in SAX mode").
struct FreeParser {
  void operator()(xmlParserCtxt* parser) const {
    xmlFreeDoc(std::exchange(parser->myDoc, nullptr));
    xmlFreeParserCtxt(parser);
  }
};
using Parser = std::unique_ptr<xmlParserCtxt, FreeParser>;

// Elements of WordprocessingML by their local names.
class Reader {
 public:
  void start(std::string_view name) {
    if (skipping_ > 0 || name == "del" || name == "moveFrom" || name == "Fallback" || name == "instrText" ||
        name == "delText" || name == "rt" || name == "pPr" || name == "sectPr" || name == "tblPr") {
      ++skipping_;
      return;
    }
    if (name == "t") {
      in_text_ = true;
    } else if (name == "p") {
      // A text box stands inside a paragraph: its paragraphs are lines of their own.
      if (cells_ == 0) line_end();
    } else if (name == "tab") {
      text_ += '\t';
    } else if (name == "br" || name == "cr") {
      text_ += cells_ > 0 ? ' ' : '\n';
    } else if (name == "noBreakHyphen") {
      text_ += '-';
    } else if (name == "tc") {
      ++cells_;
    } else if (name == "tr") {
      line_end();
    }
  }

  void end(std::string_view name) {
    if (skipping_ > 0) {
      --skipping_;
      return;
    }
    if (name == "t") {
      in_text_ = false;
    } else if (name == "p") {
      cells_ > 0 ? blank() : line_end();
    } else if (name == "tc") {
      if (cells_ > 0) --cells_;
      blank();
    } else if (name == "tr") {
      cells_ > 0 ? blank() : line_end();
    }
  }

  void characters(std::string_view text) {
    if (skipping_ == 0 && in_text_) text_ += text;
  }

  std::string take_text() {
    line_end();
    return std::move(text_);
  }

 private:
  void blank() {
    if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') text_ += ' ';
  }
  void line_end() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  std::string text_;
  int skipping_ = 0, cells_ = 0;
  bool in_text_ = false;
};

class Package {
 public:
  Package(const std::string& bytes, const DocumentLimits& limits) : left_(limits.unpacked), limit_(limits.unpacked) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) throw damaged();
    zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!zip_) {
      zip_source_free(source);
      throw damaged();
    }
    if (zip_get_num_entries(zip_.get(), 0) > 20'000) throw expands(limit_);
  }

  bool has(const char* part) const { return zip_name_locate(zip_.get(), part, ZIP_FL_NOCASE) >= 0; }

  // A part's text. Read piece by piece: neither the part nor its tree is ever whole in memory.
  std::string text(const char* part) {
    zip_stat_t info;
    if (zip_stat(zip_.get(), part, ZIP_FL_NOCASE, &info) == 0 && (info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        info.encryption_method != ZIP_EM_NONE) {
      throw Problem(422, "document_encrypted", "文件有密码:请先去掉密码再提交",
                    "the file is encrypted: remove its password first");
    }
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(zip_.get(), part, ZIP_FL_NOCASE),
                                                                  &zip_fclose);
    if (!file) throw damaged();
    Reader reader;
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = [](void* context, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                                const xmlChar**, int, int, const xmlChar**) {
      static_cast<Reader*>(context)->start(reinterpret_cast<const char*>(name));
    };
    handler.endElementNs = [](void* context, const xmlChar* name, const xmlChar*, const xmlChar*) {
      static_cast<Reader*>(context)->end(reinterpret_cast<const char*>(name));
    };
    handler.characters = [](void* context, const xmlChar* text, int size) {
      static_cast<Reader*>(context)->characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    handler.serror = [](void*, xmlErrorPtr) {};
    const Parser parser(xmlCreatePushParserCtxt(&handler, &reader, nullptr, 0, nullptr));
    if (!parser) throw damaged();
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    std::vector<char> buffer(64 * 1024);
    while (true) {
      const auto size = zip_fread(file.get(), buffer.data(), buffer.size());
      if (size < 0) throw damaged();
      if (static_cast<std::uint64_t>(size) > left_) throw expands(limit_);
      left_ -= static_cast<std::uint64_t>(size);
      if (xmlParseChunk(parser.get(), buffer.data(), static_cast<int>(size), size == 0) != XML_ERR_OK) throw damaged();
      if (size == 0) break;
    }
    return reader.take_text();
  }

 private:
  Zip zip_;
  std::uint64_t left_, limit_;
};

}  // namespace

Document docx_document(const std::string& bytes, const DocumentLimits& limits) {
  Package package(bytes, limits);
  if (!package.has("word/document.xml")) {
    throw Problem(415, "document_type_refused", "这个压缩文件不是 Word 文档(.docx):请先解压,或另存为 .docx",
                  "this archive is not a Word document (.docx): unpack it first, or save it as .docx");
  }
  Document document;
  document.format = DocumentFormat::DOCX;
  document.encoding = "UTF-8";
  document.text = package.text("word/document.xml");
  for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
    if (package.has(notes)) document.text += package.text(notes);
  }
  if (!valid_utf8(document.text)) throw damaged();
  document.text = decode(std::move(document.text)).text;
  return document;
}

}  // namespace yizheng::text
