// The first visible sheet of an XLSX workbook, row by row.
#include <fmt/format.h>

#include <map>
#include <optional>
#include <pugixml.hpp>

#include "base/problem.h"
#include "text/table_reader.h"
#include "text/utf8.h"
#include "text/xlsx_parts.h"

namespace yizheng::text {
namespace {

std::string_view local(const char* name) {
  const std::string_view text(name);
  const auto colon = text.find(':');
  return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

struct Place {
  std::uint64_t row = 0, column = 0;  // from 1; 0 where the reference says nothing
};
Place place_of(std::string_view reference) {
  Place place;
  for (const char c : reference) {
    if (c >= 'A' && c <= 'Z' && place.column < 100'000)
      place.column = place.column * 26 + static_cast<std::uint64_t>(c - 'A' + 1);
    if (c >= '0' && c <= '9' && place.row < 100'000'000)
      place.row = place.row * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return place;
}

// "_x000D_" stands for a character XML cannot carry (ECMA-376 part 1, 22.9.2.19).
std::string unescape(std::string text) {
  for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    if (at + 7 > text.size() || text[at + 6] != '_') continue;
    char32_t code = 0;
    bool hex = true;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
      const char c = text[i];
      hex = hex && std::isxdigit(static_cast<unsigned char>(c)) != 0;
      code = code * 16 + static_cast<char32_t>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
    }
    if (!hex || (code >= 0xD800 && code < 0xE000)) continue;
    std::string character;
    if (code != '\r') append_utf8(character, code);
    text.replace(at, 7, character);
  }
  return text;
}

struct Merge {
  std::uint64_t first = 0, last = 0;
  std::string range;
};

class XlsxReader final : public TableReader {
 public:
  XlsxReader(const std::string& path, const TableLimits& limits)
      : limits_(limits), package_(path, limits), book_(read_workbook(package_, limits)) {
    const Sheet* chosen = nullptr;
    for (const auto& sheet : book_.sheets) {
      if (sheet.hidden) {
        note({0, "hidden_sheet", "隐藏的工作表“" + sheet.name + "”没有读",
              "the hidden sheet \"" + sheet.name + "\" is not read"});
      } else if (chosen == nullptr) {
        chosen = &sheet;
      } else {
        note({0, "other_sheet", "只读第一张工作表,没有读“" + sheet.name + "”",
              "only the first sheet is read, not \"" + sheet.name + "\""});
      }
    }
    if (chosen == nullptr) {
      throw Problem(422, "table_empty", "工作簿里没有可见的工作表:请取消隐藏",
                    "the workbook has no visible sheet: unhide one");
    }
    part_ = chosen->part;
    {
      Package::Stream stream(package_, part_);
      const std::string start(stream.next());
      prefix_ = start.find("<x:worksheet") != std::string::npos ? "x:" : "";
    }
    find_merges();
    rows_.emplace(package_, part_, prefix_ + "row", limits.row_bytes);
  }

  bool next(TableRow& row) override {
    row = {};
    std::string element;
    if (!rows_->next(element)) return false;
    pugi::xml_document document;
    if (!document.load_buffer(element.data(), element.size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
      damaged(part_);
    const auto node = document.first_child();
    const auto number = node.attribute("r").as_ullong();
    line_ = number != 0 ? number : line_ + 1;
    row.line = line_;
    if (node.attribute("hidden").as_bool()) note({line_, "hidden_row", "隐藏的行也读入", "a hidden row is read too"});
    for (const auto& cell : node.children()) {
      if (local(cell.name()) != "c") continue;
      const auto column = place_of(cell.attribute("r").as_string()).column;
      const std::size_t index = column != 0 ? column - 1 : row.fields.size();
      if (index >= limits_.fields) {
        throw Problem(422, "table_row_too_large", fmt::format("第 {} 行的列数超过 {}", line_, limits_.fields),
                      fmt::format("row {} has more than {} columns", line_, limits_.fields));
      }
      if (row.fields.size() <= index) row.fields.resize(index + 1);
      row.fields[index] = value_of(cell, row);
    }
    for (const auto& merge : merges_) {
      if (line_ < merge.first || line_ > merge.last) continue;
      row.faults.push_back({line_, "merged_cells", "有合并单元格 " + merge.range + ":请取消合并并逐格填写",
                            "holds merged cells " + merge.range + ": unmerge them and fill in each cell"});
    }
    for (const auto& field : row.fields) {
      if (field.find('\0') != std::string::npos) {
        row.faults.push_back(nul_byte_fault(line_));
        break;
      }
    }
    return true;
  }

  bool short_rows() const override { return true; }
  std::vector<TableNote> notes() const override {
    auto all = notes_;
    for (const auto& [code, count] : counts_) {
      if (count <= limits_.notes) continue;
      all.push_back({0, code, fmt::format("同类提示共 {} 处", count), fmt::format("{} of this kind in all", count)});
    }
    return all;
  }

 private:
  void note(TableNote said) {
    if (++counts_[said.code] <= limits_.notes) notes_.push_back(std::move(said));
  }

  // Merged ranges stand behind the rows, so the sheet is gone through once before.
  void find_merges() {
    ElementCutter cutter(package_, part_, prefix_ + "mergeCell", limits_.row_bytes);
    std::string element;
    while (cutter.next(element)) {
      pugi::xml_document document;
      if (!document.load_buffer(element.data(), element.size())) damaged(part_);
      const std::string range = document.first_child().attribute("ref").as_string();
      const auto colon = range.find(':');
      const auto first = place_of(range.substr(0, colon));
      const auto last = colon == std::string::npos ? first : place_of(std::string_view(range).substr(colon + 1));
      merges_.push_back({first.row, last.row, range});
      if (merges_.size() > 10'000) {
        throw Problem(422, "table_merged", "合并单元格太多:请取消全部合并", "too many merged cells: unmerge them all");
      }
    }
  }

  std::string value_of(const pugi::xml_node& cell, TableRow& row) {
    const std::string reference = cell.attribute("r").as_string();
    const std::string_view type = cell.attribute("t").as_string();
    pugi::xml_node value, formula, inline_text;
    for (const auto& child : cell.children()) {
      const auto name = local(child.name());
      if (name == "v") value = child;
      if (name == "f") formula = child;
      if (name == "is") inline_text = child;
    }
    const std::string text = value.text().get();
    if (formula) {
      if (text.empty() && type != "str") {
        row.faults.push_back(
            {line_, "formula_without_value",
             reference + " 是公式但没有保存结果:请用表格软件打开后重新保存,或粘贴为数值",
             reference +
                 " is a formula without a saved result: open and save it in a spreadsheet program, or paste values"});
        return "";
      }
      note({line_, "formula", reference + " 是公式,取上次保存的结果",
            reference + " is a formula; its saved result is taken"});
    }
    if (type == "e") {
      row.faults.push_back(
          {line_, "cell_error", reference + " 是错误值 " + text, reference + " holds the error " + text});
      return "";
    }
    if (type == "s") {
      const auto index = value.text().as_ullong(~0ull);
      if (index >= book_.strings.size()) damaged("xl/sharedStrings.xml");
      return unescape(book_.strings[index]);
    }
    if (type == "inlineStr") {
      std::string all;
      for (const auto& child : inline_text.children()) {
        if (local(child.name()) == "t") all += child.text().get();
        if (local(child.name()) != "r") continue;
        for (const auto& run : child.children()) {
          if (local(run.name()) == "t") all += run.text().get();
        }
      }
      return unescape(all);
    }
    if (type == "str" || type == "d") return unescape(text);
    if (type == "b") return text == "1" ? "TRUE" : "FALSE";
    const auto style = cell.attribute("s").as_ullong();
    if (!text.empty() && style < book_.date_styles.size() && book_.date_styles[style]) {
      const auto date = date_of_serial(value.text().as_double(-1), book_.since_1904);
      if (!date.empty()) return date;
      row.faults.push_back(
          {line_, "cell_error", reference + " 的日期超出范围", reference + " holds a date out of range"});
      return "";
    }
    return plain_number(text);
  }

  TableLimits limits_;
  Package package_;
  Workbook book_;
  std::string part_, prefix_;
  std::vector<Merge> merges_;
  std::optional<ElementCutter> rows_;
  std::uint64_t line_ = 0;
  std::vector<TableNote> notes_;
  std::map<std::string, std::uint64_t> counts_;
};

}  // namespace

std::unique_ptr<TableReader> open_xlsx(const std::string& path, const TableLimits& limits) {
  return std::make_unique<XlsxReader>(path, limits);
}

}  // namespace yizheng::text
