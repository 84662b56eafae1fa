// What of an XLSX workbook (ECMA-376) a table needs: the order of sheets, shared strings, which styles are dates.
#pragma once

#include <zip.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/table_reader.h"

namespace yizheng::text {

// A ZIP opened for reading, with what it may unpack to counted over all its parts.
class Package {
 public:
  Package(const std::string& path, const TableLimits& limits);
  bool has(const std::string& part) const;
  std::string whole(const std::string& part);  // small parts: workbook, styles, relations

  // A part read piece by piece.
  class Stream {
   public:
    Stream(Package& package, const std::string& part);
    ~Stream();
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    std::string_view next();  // empty at the end

   private:
    Package& package_;
    std::string part_;
    zip_file_t* file_;
    std::vector<char> buffer_;
  };

 private:
  struct Close {
    void operator()(zip_t* zip) const { zip_discard(zip); }
  };
  std::unique_ptr<zip_t, Close> zip_;
  std::uint64_t limit_, left_;
};

// Cuts a part into its elements of one name, each as text ("<row …>…</row>"), without holding the rest.
class ElementCutter {
 public:
  ElementCutter(Package& package, const std::string& part, std::string element, std::uint64_t limit);
  bool next(std::string& element);

 private:
  Package::Stream stream_;
  std::string open_, close_, held_;
  std::size_t at_ = 0;
  std::uint64_t limit_;
  bool ended_ = false;
  bool more();
};

struct Sheet {
  std::string name, part;
  bool hidden = false;
};
struct Workbook {
  std::vector<Sheet> sheets;
  bool since_1904 = false;
  std::string prefix;                // of the sheets' element names: "" or "x:"
  std::vector<bool> date_styles;     // by the number of a cell's style
  std::vector<std::string> strings;  // shared
};
Workbook read_workbook(Package& package, const TableLimits& limits);

// "2019-01-12 15:42:19", "2019-01-12", or "15:42:19" for what has no day.
std::string date_of_serial(double serial, bool since_1904);
// "1E3" → "1000", "0.1" stays; what Excel writes as 1.0000000000000001 is 1.
std::string plain_number(std::string_view text);
bool is_date_format(std::string_view format);
[[noreturn]] void damaged(const std::string& part);

}  // namespace yizheng::text
