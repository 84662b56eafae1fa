#include "reports/sheet.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/problem.h"
#include "text/utf8.h"

namespace yizheng::reports {
namespace {

constexpr std::size_t most_in_a_cell = 32'000;  // Excel's own limit is 32,767 characters

struct TemporaryFile {
  TemporaryFile() {
    path = (std::filesystem::temp_directory_path() / "yizheng-sheet-XXXXXX").string();
    const int handle = ::mkstemp(path.data());
    if (handle < 0) throw_failed();
    ::close(handle);
  }
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[noreturn]] static void throw_failed() {
    throw Problem(500, "export_failed", "无法生成表格文件。请稍后再试;仍不行请联系管理员检查磁盘空间。",
                  "The spreadsheet could not be made. Try again later, or have the disk's free space checked.");
  }
  std::string path;
};

void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell, lxw_format* format) {
  if (const auto* number = std::get_if<double>(&cell)) {
    worksheet_write_number(sheet, row, column, *number, format);
  } else if (const auto* text = std::get_if<std::string>(&cell)) {
    // Always as text: what begins with = in a report must not become a formula.
    const std::string shown(text::substring(*text, 0, most_in_a_cell));
    worksheet_write_string(sheet, row, column, shown.c_str(), format);
  }
}

void write(lxw_workbook* book, const Sheet& content, lxw_format* head, lxw_format* plain, lxw_format* wrapped) {
  auto* sheet = workbook_add_worksheet(book, content.name.c_str());
  for (std::size_t i = 0; i < content.columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, column, column, content.columns[i].width, nullptr);
    worksheet_write_string(sheet, 0, column, content.columns[i].title.c_str(), head);
  }
  for (std::size_t r = 0; r < content.rows.size(); ++r) {
    for (std::size_t i = 0; i < content.rows[r].size(); ++i) {
      write(sheet, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(i), content.rows[r][i],
            content.columns[i].wraps ? wrapped : plain);
    }
  }
  worksheet_freeze_panes(sheet, 1, 0);
  if (!content.columns.empty()) {
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(content.rows.size()),
                         static_cast<lxw_col_t>(content.columns.size() - 1));
  }
}

}  // namespace

std::string make_workbook(const std::vector<Sheet>& sheets) {
  const TemporaryFile file;
  auto* book = workbook_new(file.path.c_str());
  if (book == nullptr) TemporaryFile::throw_failed();
  auto* head = workbook_add_format(book);
  format_set_bold(head);
  format_set_text_wrap(head);
  format_set_bg_color(head, 0xF1EFEB);
  format_set_bottom(head, LXW_BORDER_THIN);
  auto* plain = workbook_add_format(book);
  format_set_align(plain, LXW_ALIGN_VERTICAL_TOP);
  auto* wrapped = workbook_add_format(book);
  format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap(wrapped);
  for (const auto& sheet : sheets) write(book, sheet, head, plain, wrapped);
  if (workbook_close(book) != LXW_NO_ERROR) TemporaryFile::throw_failed();
  std::ifstream in(file.path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (bytes.empty()) TemporaryFile::throw_failed();
  return bytes;
}

}  // namespace yizheng::reports
