#include "text/table_reader.h"

#include <cstring>
#include <fstream>

#include "base/problem.h"

namespace yizheng::text {

bool TableRow::empty() const {
  return std::all_of(fields.begin(), fields.end(),
                     [](const std::string& field) { return field.find_first_not_of(" \t\r\n") == std::string::npos; });
}

TableNote nul_byte_fault(std::uint64_t line) {
  return {line, "nul_byte", "含有空字节(NUL),文件可能已损坏,请重新导出",
          "holds a NUL byte; the file may be damaged, export it again"};
}

std::unique_ptr<TableReader> open_table(const std::string& path, const TableLimits& limits) {
  std::ifstream file(path, std::ios::binary);
  char head[8] = {};
  file.read(head, sizeof head);
  const auto size = static_cast<std::size_t>(file.gcount());
  if (!file.is_open() || (size == 0 && file.bad())) {
    throw Problem(404, "file_missing", "打不开文件 " + path + ":请检查路径和读取权限",
                  "cannot open " + path + ": check the path and that it may be read");
  }
  if (size == 0) {
    throw Problem(422, "table_empty", "文件是空的:" + path, "the file is empty: " + path);
  }
  const std::string_view start(head, size);
  if (start.starts_with("PK\x03\x04")) return open_xlsx(path, limits);
  if (start.starts_with("\xD0\xCF\x11\xE0")) {
    throw Problem(415, "table_type_refused", "这是旧版 .xls 或加了密码的工作簿:请另存为不加密的 .xlsx 或 .csv",
                  "this is an old .xls or an encrypted workbook: save it as a plain .xlsx or .csv");
  }
  if (start.starts_with("%PDF") || start.starts_with("\x1F\x8B") || start.starts_with("\x89PNG")) {
    throw Problem(415, "table_type_refused", "这不是表格文件:只接受 .csv 和 .xlsx",
                  "not a table: .csv and .xlsx are accepted");
  }
  return open_csv(path, limits);
}

}  // namespace yizheng::text
