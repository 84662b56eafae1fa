#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <unordered_set>
#include <vector>

#include "base/problem.h"
#include "text/char_table.h"
#include "text/formats.h"

namespace yizheng::text {
namespace {

bool one_of(std::string_view name, const std::unordered_set<std::string_view>& names) { return names.contains(name); }

// Never part of what a page says.
const std::unordered_set<std::string_view>& dropped() {
  static const std::unordered_set<std::string_view> names = {
      "script", "style",  "noscript", "template", "svg",      "iframe", "object", "embed",
      "canvas", "select", "option",   "button",   "textarea", "nav",    "header", "footer",
      "aside",  "head",   "map",      "audio",    "video",    "rp",     "rt",     "form-control"};
  return names;
}
const std::unordered_set<std::string_view>& blocks() {
  static const std::unordered_set<std::string_view> names = {
      "p",      "div",      "br",      "hr",      "h1",      "h2",         "h3",    "h4",      "h5",     "h6",
      "ul",     "ol",       "li",      "dl",      "dt",      "dd",         "table", "tr",      "tbody",  "thead",
      "tfoot",  "caption",  "section", "article", "main",    "blockquote", "pre",   "address", "figure", "figcaption",
      "center", "fieldset", "legend",  "details", "summary", "body",       "form",  "title",   "dir",    "menu"};
  return names;
}
// Where a group of links may be judged as one.
const std::unordered_set<std::string_view>& boxes() {
  static const std::unordered_set<std::string_view> names = {"div",     "ul",      "ol", "dl",    "table",
                                                             "section", "article", "td", "center"};
  return names;
}

std::size_t letters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 && c != ' ' && c != '\n';
  return count;
}

class Reader {
 public:
  void start(const char* name, const char** attributes) {
    if (std::strcmp(name, "article") == 0 || std::strcmp(name, "main") == 0) ++articles_;
    // Inside an article, header and footer are its own: the title, the signature.
    const bool its_own = articles_ > 0 && (std::strcmp(name, "header") == 0 || std::strcmp(name, "footer") == 0);
    if (skipping_ > 0 || (one_of(name, dropped()) && !its_own) || hidden(attributes)) {
      if (!is_void(name)) ++skipping_;
      return;
    }
    if (std::strcmp(name, "a") == 0) ++links_;
    if (one_of(name, blocks())) line_end();
    if (std::strcmp(name, "td") == 0 || std::strcmp(name, "th") == 0) blank();
    if (one_of(name, boxes()) && open_.size() < 512) open_.push_back({text_.size(), linked_, sentences_});
  }

  void end(const char* name) {
    if (articles_ > 0 && (std::strcmp(name, "article") == 0 || std::strcmp(name, "main") == 0)) --articles_;
    if (skipping_ > 0) {
      if (!is_void(name)) --skipping_;
      return;
    }
    if (std::strcmp(name, "a") == 0 && links_ > 0) --links_;
    if (one_of(name, blocks())) line_end();
    if (one_of(name, boxes()) && !open_.empty()) {
      close_box(open_.back());
      open_.pop_back();
    }
  }

  void characters(std::string_view text) {
    if (skipping_ > 0) return;
    for (const char c : text) {
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
        blank();
      } else if (c != '\0') {
        text_ += c;
      }
      linked_ += links_ > 0 && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }
    if (links_ == 0 && text.find("。") != std::string_view::npos) ++sentences_;
  }

  std::string take_text() {
    line_end();
    return std::move(text_);
  }

 private:
  struct Box {
    std::size_t begin, linked, sentences;
  };

  static bool is_void(std::string_view name) {
    return name == "br" || name == "hr" || name == "img" || name == "input" || name == "meta" || name == "link" ||
           name == "embed" || name == "area" || name == "base" || name == "col" || name == "param" || name == "frame";
  }
  static bool hidden(const char** attributes) {
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      if (attributes[1] == nullptr) {
        if (std::strcmp(attributes[0], "hidden") == 0) return true;
        continue;
      }
      const std::string_view name = attributes[0], value = attributes[1];
      if (name == "hidden") return true;
      if (name == "style" && (value.find("display:none") != std::string_view::npos ||
                              value.find("display: none") != std::string_view::npos)) {
        return true;
      }
      if (name == "role" && (value == "navigation" || value == "banner" || value == "contentinfo" || value == "search"))
        return true;
    }
    return false;
  }

  // A box that is nearly all links and has no sentence of its own is a menu or a list of other articles.
  void close_box(const Box& box) {
    if (text_.size() <= box.begin || sentences_ != box.sentences) return;
    const std::size_t linked = linked_ - box.linked;
    if (linked < 12) return;
    const std::size_t all = letters(std::string_view(text_).substr(box.begin));
    if (linked * 10 < all * 7) return;
    text_.resize(box.begin);
    linked_ = box.linked;
  }

  void blank() {
    if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') text_ += ' ';
  }
  void line_end() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  std::string text_;
  std::vector<Box> open_;
  int skipping_ = 0, links_ = 0, articles_ = 0;
  std::size_t linked_ = 0, sentences_ = 0;
};

}  // namespace

bool looks_like_html(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::string small(head);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  const auto begins = small.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (begins == std::string::npos || small[begins] != '<') {
    return small.find("<html") != std::string::npos || small.find("<body") != std::string::npos;
  }
  for (const auto tag : {"<!doctype html", "<html", "<head", "<body", "<meta", "<div", "<p>", "<p ", "<table", "<title",
                         "<article", "<section", "<script", "<span", "<h1", "<!--"}) {
    if (small.find(tag) != std::string::npos) return true;
  }
  return false;
}

std::string html_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, 8192));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  const auto at = head.find("charset");
  if (at == std::string::npos) return "";
  const auto begin = head.find_first_not_of(" =\"'", at + 7);
  if (begin == std::string::npos) return "";
  const auto end = head.find_first_of(" \"'/>;", begin);
  return head.substr(begin, std::min<std::size_t>(end == std::string::npos ? 20 : end - begin, 20));
}

std::string html_text(std::string_view utf8) {
  if (utf8.size() > 0x7FFF'FFF0) return "";
  Reader reader;
  htmlSAXHandler handler{};
  handler.startElement = [](void* context, const xmlChar* name, const xmlChar** attributes) {
    static_cast<Reader*>(context)->start(reinterpret_cast<const char*>(name),
                                         reinterpret_cast<const char**>(attributes));
  };
  handler.endElement = [](void* context, const xmlChar* name) {
    static_cast<Reader*>(context)->end(reinterpret_cast<const char*>(name));
  };
  const auto characters = [](void* context, const xmlChar* text, int size) {
    static_cast<Reader*>(context)->characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  };
  handler.characters = characters;
  handler.ignorableWhitespace = characters;
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())), &htmlFreeParserCtxt);
  if (!parser) return "";
  // The parser's own handler is its to free; ours stands on the stack.
  htmlSAXHandler* const own = parser->sax;
  parser->sax = &handler;
  parser->userData = &reader;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_IGNORE_ENC);
  xmlCharEncodingHandlerPtr encoding = xmlFindCharEncodingHandler("UTF-8");
  if (encoding != nullptr) xmlSwitchToEncoding(parser.get(), encoding);
  htmlParseDocument(parser.get());
  parser->sax = own;
  return reader.take_text();
}

}  // namespace yizheng::text
