// A spreadsheet of text and numbers, made in memory's stead in a temporary file that is gone afterwards.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace yizheng::reports {

using SheetCell = std::variant<std::monostate, std::string, double>;

struct SheetColumn {
  std::string title;
  double width = 12;  // in characters
  bool wraps = false;
};

struct Sheet {
  std::string name;
  std::vector<SheetColumn> columns;
  std::vector<std::vector<SheetCell>> rows;
};

inline constexpr const char* sheet_media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// The bytes of an XLSX file. The header stays in view and has filters. Problem 500 `export_failed`.
std::string make_workbook(const std::vector<Sheet>& sheets);

}  // namespace yizheng::reports
