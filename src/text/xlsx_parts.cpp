#include "text/xlsx_parts.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <map>
#include <pugixml.hpp>

#include "base/problem.h"
#include "base/time.h"

namespace yizheng::text {
namespace {

Problem too_large(std::uint64_t limit) {
  return Problem(422, "table_too_large", fmt::format("工作簿解开后超过 {} MB:请另存为 CSV,或分成几个文件", limit >> 20),
                 fmt::format("the workbook unpacks to more than {} MB: save it as CSV, or split it", limit >> 20));
}

std::string local_name(const char* name) {
  const std::string_view text(name);
  const auto colon = text.find(':');
  return std::string(colon == std::string_view::npos ? text : text.substr(colon + 1));
}

pugi::xml_document parse(const std::string& text, const std::string& part) {
  pugi::xml_document document;
  if (!document.load_buffer(text.data(), text.size())) damaged(part);
  return document;
}

// All descendants of a name; nothing a spreadsheet program writes is nested deeper than 32.
template <class F>
void each(const pugi::xml_node& node, std::string_view name, const F& f, int depth = 0) {
  if (depth > 32) return;
  for (const auto& child : node.children()) {
    if (local_name(child.name()) == name) f(child);
    each(child, name, f, depth + 1);
  }
}

// "xl/worksheets/sheet1.xml" from "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml" or "../xl/…".
std::string part_of(std::string target) {
  if (target.starts_with('/')) return target.substr(1);
  if (target.starts_with("../")) return target.substr(3);
  return "xl/" + target;
}

std::vector<bool> read_date_styles(const std::string& text) {
  const auto document = parse(text, "xl/styles.xml");
  std::map<int, bool> custom;
  each(document, "numFmt", [&](const pugi::xml_node& node) {
    custom[node.attribute("numFmtId").as_int()] = is_date_format(node.attribute("formatCode").as_string());
  });
  std::vector<bool> styles;
  each(document, "cellXfs", [&](const pugi::xml_node& list) {
    each(list, "xf", [&](const pugi::xml_node& node) {
      const int id = node.attribute("numFmtId").as_int();
      const auto found = custom.find(id);
      // The built-in formats of dates, those of the East Asian editions among them (ECMA-376 part 1, 18.8.30).
      const bool built_in =
          (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
      styles.push_back(found == custom.end() ? built_in : found->second);
    });
  });
  return styles;
}

}  // namespace

void damaged(const std::string& part) {
  throw Problem(422, "table_damaged", "工作簿已损坏(" + part + "):请用表格软件打开后重新保存",
                "the workbook is damaged (" + part + "): open it in a spreadsheet program and save it again");
}

// The sheet is read up to three times; the count is of what really comes out, since sizes in a ZIP may lie.
Package::Package(const std::string& path, const TableLimits& limits)
    : limit_(limits.unpacked), left_(3 * limits.unpacked) {
  int error = 0;
  zip_.reset(zip_open(path.c_str(), ZIP_RDONLY, &error));
  if (!zip_) damaged("ZIP");
  const auto count = zip_get_num_entries(zip_.get(), 0);
  std::uint64_t total = 0;
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t info;
    if (zip_stat_index(zip_.get(), static_cast<zip_uint64_t>(i), 0, &info) == 0) total += info.size;
  }
  if (static_cast<std::uint64_t>(count) > limits.entries || total > limits.unpacked) throw too_large(limits.unpacked);
  if (!has("xl/workbook.xml")) {
    throw Problem(415, "table_type_refused", "这个压缩文件不是 .xlsx 工作簿", "this archive is not an .xlsx workbook");
  }
}

bool Package::has(const std::string& part) const {
  return zip_name_locate(zip_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::string Package::whole(const std::string& part) {
  Stream stream(*this, part);
  std::string text;
  for (auto piece = stream.next(); !piece.empty(); piece = stream.next()) text += piece;
  return text;
}

Package::Stream::Stream(Package& package, const std::string& part)
    : package_(package),
      part_(part),
      file_(zip_fopen(package.zip_.get(), part.c_str(), ZIP_FL_NOCASE)),
      buffer_(64 * 1024) {
  if (file_ == nullptr) damaged(part);
}
Package::Stream::~Stream() { zip_fclose(file_); }

std::string_view Package::Stream::next() {
  const auto size = zip_fread(file_, buffer_.data(), buffer_.size());
  if (size < 0) damaged(part_);
  if (static_cast<std::uint64_t>(size) > package_.left_) throw too_large(package_.limit_);
  package_.left_ -= static_cast<std::uint64_t>(size);
  return {buffer_.data(), static_cast<std::size_t>(size)};
}

ElementCutter::ElementCutter(Package& package, const std::string& part, std::string element, std::uint64_t limit)
    : stream_(package, part), open_("<" + element), close_("</" + element + ">"), limit_(limit) {}

bool ElementCutter::more() {
  const auto piece = stream_.next();
  if (piece.empty()) ended_ = true;
  held_.erase(0, at_);
  at_ = 0;
  held_ += piece;
  if (held_.size() > limit_ + (128 << 10)) throw too_large(limit_);
  return !ended_;
}

bool ElementCutter::next(std::string& element) {
  std::size_t start;
  while (true) {
    start = held_.find(open_, at_);
    if (start != std::string::npos && start + open_.size() < held_.size()) {
      const char after = held_[start + open_.size()];
      if (after == '>' || after == ' ' || after == '/' || after == '\n' || after == '\r' || after == '\t') break;
      at_ = start + open_.size();
      continue;
    }
    // Keep what may be the beginning of the next one.
    if (start == std::string::npos) at_ = held_.size() - std::min(held_.size() - at_, open_.size());
    if (!more()) return false;
  }
  at_ = start;
  while (true) {
    // Quotation marks of attributes may hold '>': Excel never writes it so, and pugixml then refuses the piece.
    const auto bracket = held_.find('>', at_);
    if (bracket != std::string::npos && held_[bracket - 1] == '/') {
      element = held_.substr(at_, bracket + 1 - at_);
      at_ = bracket + 1;
      return true;
    }
    const auto end = held_.find(close_, at_);
    if (end != std::string::npos) {
      element = held_.substr(at_, end + close_.size() - at_);
      at_ = end + close_.size();
      return true;
    }
    if (!more()) return false;
  }
}

Workbook read_workbook(Package& package, const TableLimits& limits) {
  Workbook book;
  std::map<std::string, std::string> targets;
  const auto relations = parse(package.whole("xl/_rels/workbook.xml.rels"), "xl/_rels/workbook.xml.rels");
  each(relations, "Relationship", [&](const pugi::xml_node& node) {
    targets[node.attribute("Id").as_string()] = part_of(node.attribute("Target").as_string());
  });
  const auto document = parse(package.whole("xl/workbook.xml"), "xl/workbook.xml");
  each(document, "workbookPr",
       [&](const pugi::xml_node& node) { book.since_1904 = node.attribute("date1904").as_bool(); });
  each(document, "sheet", [&](const pugi::xml_node& node) {
    std::string id;
    for (const auto& attribute : node.attributes()) {
      if (local_name(attribute.name()) == "id") id = attribute.value();
    }
    const std::string_view state = node.attribute("state").as_string();
    if (targets[id].find("worksheets/") != std::string::npos || targets[id].find("sheet") != std::string::npos) {
      book.sheets.push_back(
          {node.attribute("name").as_string(), targets[id], state == "hidden" || state == "veryHidden"});
    }
  });
  if (package.has("xl/styles.xml")) book.date_styles = read_date_styles(package.whole("xl/styles.xml"));
  if (package.has("xl/sharedStrings.xml")) {
    Package::Stream head(package, "xl/sharedStrings.xml");
    const std::string prefix = std::string(head.next()).find("<x:sst") != std::string::npos ? "x:" : "";
    ElementCutter cutter(package, "xl/sharedStrings.xml", prefix + "si", limits.row_bytes);
    std::string element;
    while (cutter.next(element)) {
      const auto item = parse(element, "xl/sharedStrings.xml");
      std::string text;
      for (const auto& child : item.first_child().children()) {
        // <t>, or runs of rich text; <rPh> is the reading aid of East Asian names and no part of the text.
        const auto name = local_name(child.name());
        if (name == "t") text += child.text().get();
        if (name == "r") each(child, "t", [&](const pugi::xml_node& t) { text += t.text().get(); });
      }
      book.strings.push_back(std::move(text));
    }
  }
  return book;
}

bool is_date_format(std::string_view format) {
  bool quoted = false, bracketed = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      bracketed = true;
    } else if (c == ']') {
      bracketed = false;
    } else if (!bracketed && std::string_view("yYdDhHsS").find(c) != std::string_view::npos) {
      return true;
    } else if (c == ';') {
      break;
    }
  }
  return false;
}

std::string date_of_serial(double serial, bool since_1904) {
  if (!(serial >= 0 && serial < 2'958'466)) return "";
  auto seconds = static_cast<std::int64_t>(std::llround(serial * 86'400));
  const auto day = seconds / 86'400;
  seconds %= 86'400;
  const auto clock = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (day == 0 && !since_1904) return clock;
  // Excel counts a 29 February 1900 that never was: before it the days are one higher.
  const Date base = since_1904 ? make_date(1904, 1, 1) : make_date(1899, 12, day < 60 ? 31 : 30);
  const auto date = to_string(base + static_cast<int>(day));
  return seconds == 0 ? date : date + " " + clock;
}

std::string plain_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::string(text);
  if (std::abs(value) < 1e15 && value == std::floor(value)) return std::to_string(static_cast<std::int64_t>(value));
  return fmt::format("{:.15g}", value);
}

}  // namespace yizheng::text
