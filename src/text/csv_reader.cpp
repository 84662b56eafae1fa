// CSV after RFC 4180: quoted fields may hold delimiters, quotes (doubled) and line breaks.
#include <array>
#include <map>

#include "base/problem.h"
#include "text/table_reader.h"
#include "text/text_source.h"

namespace yizheng::text {
namespace {

class CsvReader final : public TableReader {
 public:
  CsvReader(const std::string& path, const TableLimits& limits)
      : limits_(limits), guess_(detect_encoding(path)), source_(path, guess_) {
    const std::string name = encoding_name(guess_.encoding);
    if (guess_.encoding != Encoding::UTF_8) {
      notes_.push_back({0, "encoding", "读作 " + name, "read as " + name});
    }
    find_delimiter();
  }

  bool next(TableRow& row) override {
    row = {};
    if (peek() < 0) return false;
    row.line = line_;
    std::string field;
    std::size_t bytes = 0;
    bool quoted = false, closed = false, nul = false, stray = false;
    const auto end_field = [&] {
      row.fields.push_back(std::move(field));
      field.clear();
      quoted = closed = false;
      if (row.fields.size() > limits_.fields) throw too_large(row.line, "列", "columns");
    };
    while (true) {
      const int c = get();
      if (c < 0) {
        if (quoted && !closed) {
          row.faults.push_back(
              {row.line, "quote_open", "引号没有结束,以后各行都被当作这一格的内容:请补上引号",
               "a quotation mark is not closed, so all that follows was taken for this cell: close it"});
        }
        break;
      }
      if (++bytes > limits_.row_bytes) throw too_large(row.line, "字节", "bytes");
      nul = nul || c == 0;
      if (quoted && !closed) {
        if (c == '"') {
          if (peek() == '"') {
            get();
            field += '"';
          } else {
            closed = true;
          }
        } else {
          field += static_cast<char>(c);
        }
      } else if (c == delimiter_) {
        end_field();
      } else if (c == '\n' || c == '\r') {
        if (c == '\r' && peek() == '\n') get();
        break;
      } else if (c == '"' && field.empty() && !closed) {
        quoted = true;
      } else {
        stray = stray || (closed && c != ' ');
        field += static_cast<char>(c);
      }
    }
    end_field();
    if (nul) row.faults.push_back(nul_byte_fault(row.line));
    if (stray) {
      row.faults.push_back({row.line, "quote_stray", "引号结束后还有文字:格内的引号要写成两个",
                            "text follows a closing quotation mark: quotation marks within a cell are doubled"});
    }
    return true;
  }

  std::vector<TableNote> notes() const override { return notes_; }

 private:
  static Problem too_large(std::uint64_t line, const std::string& zh, const std::string& en) {
    return Problem(422, "table_row_too_large",
                   "第 " + std::to_string(line) + " 行的" + zh + "数超过上限,可能是引号没有配对:请检查这一行",
                   "the row at line " + std::to_string(line) + " has too many " + en +
                       "; perhaps quotation marks do not match: check it");
  }

  bool fill() {
    while (at_ == piece_.size()) {
      piece_ = source_.next();
      at_ = 0;
      if (piece_.empty()) return false;
    }
    return true;
  }
  int peek() {
    if (!held_.empty()) return static_cast<unsigned char>(held_[held_at_]);
    return fill() ? static_cast<unsigned char>(piece_[at_]) : -1;
  }
  int get() {
    int c = -1;
    if (!held_.empty()) {
      c = static_cast<unsigned char>(held_[held_at_++]);
      if (held_at_ == held_.size()) held_.clear();
    } else if (fill()) {
      c = static_cast<unsigned char>(piece_[at_++]);
    }
    // A carriage return alone ends a line too (old spreadsheets); the pair counts once.
    if (c == '\n' || (c == '\r' && peek() != '\n')) ++line_;
    return c;
  }

  // The delimiter is what the first line has most of, outside quotation marks.
  void find_delimiter() {
    std::array<std::size_t, 3> counts{};
    static constexpr std::array delimiters{',', ';', '\t'};
    bool inside = false;
    std::string seen;
    for (int c = get(); c >= 0; c = get()) {
      seen += static_cast<char>(c);
      if (c == '"') inside = !inside;
      if (!inside && (c == '\n' || c == '\r')) break;
      if (seen.size() > limits_.row_bytes) throw too_large(1, "字节", "bytes");
      for (std::size_t i = 0; i < delimiters.size(); ++i) counts[i] += !inside && c == delimiters[i];
    }
    held_ = std::move(seen);
    held_at_ = 0;
    line_ = 1;
    const auto most = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    delimiter_ = delimiters[most];
    if (most != 0) {
      const bool tab = delimiter_ == '\t';
      notes_.push_back({0, "delimiter", tab ? "以制表符分列" : "以分号分列",
                        tab ? "columns are separated by tabs" : "columns are separated by semicolons"});
    }
  }

  TableLimits limits_;
  EncodingGuess guess_;
  TextSource source_;
  std::vector<TableNote> notes_;
  int delimiter_ = ',';
  std::uint64_t line_ = 1;
  std::string_view piece_;
  std::size_t at_ = 0;
  std::string held_;  // the first line, read twice
  std::size_t held_at_ = 0;
};

}  // namespace

std::unique_ptr<TableReader> open_csv(const std::string& path, const TableLimits& limits) {
  return std::make_unique<CsvReader>(path, limits);
}

}  // namespace yizheng::text
