// Tables people send: CSV (RFC 4180) in whatever encoding, and XLSX. Read row by row, so that a million rows take no
// more memory than one, and every fault is told with the line on which it stands.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace yizheng::text {

// What is wrong with one row, or worth telling of the whole table.
struct TableNote {
  std::uint64_t line = 0;  // 0: the whole file. In a CSV the physical line, in an XLSX the number of the row
  std::string code;        // "encoding", "hidden_sheet", "formula", "nul_byte", …
  std::string zh, en;
};

struct TableRow {
  std::uint64_t line = 0;           // where the row begins, from 1
  std::vector<std::string> fields;  // UTF-8
  std::vector<TableNote> faults;    // the row cannot be trusted: whoever imports refuses it with these reasons

  bool empty() const;  // nothing but white space
};

struct TableLimits {
  std::uint64_t row_bytes = 4 << 20;      // of one row, decoded
  std::uint64_t fields = 1'000;           // of one row
  std::uint64_t unpacked = 200ull << 20;  // of all parts of an XLSX together
  std::uint64_t entries = 2'000;          // in an XLSX
  std::uint64_t notes = 100;              // of one kind; the rest is counted, not kept
};

class TableReader {
 public:
  virtual ~TableReader() = default;
  // False at the end. Throws Problem 422 (`table_…`) where the rest cannot be read.
  virtual bool next(TableRow& row) = 0;
  // What people should know: the encoding and the delimiter taken, sheets not read, formulas met so far.
  virtual std::vector<TableNote> notes() const = 0;
  // True where empty cells at a row's end are left out by the format itself (XLSX).
  virtual bool short_rows() const { return false; }
};

// Decides by content, not by name. Throws Problem 404 `file_missing`, 415 `table_type_refused`, 422 `table_…`.
std::unique_ptr<TableReader> open_table(const std::string& path, const TableLimits& limits = {});

// The two kinds, for tests and callers that know.
std::unique_ptr<TableReader> open_csv(const std::string& path, const TableLimits& limits);
std::unique_ptr<TableReader> open_xlsx(const std::string& path, const TableLimits& limits);

// Every fault of a table in the same words.
TableNote nul_byte_fault(std::uint64_t line);

}  // namespace yizheng::text
