// Several reports side by side: each indicator a row, each report a column.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "reports/reading.h"
#include "reports/reading_words.h"

namespace yizheng::reports {

struct ComparedFigure {
  double value = 0, value_high = 0;  // value_high NaN where there is no range
  Approx approx = Approx::EXACT;
  std::string unit, scope, sentence;
  std::uint64_t start = 0, end = 0;  // code points in the repaired text
};

struct Comparison {
  std::vector<std::string> files;
  struct Row {
    std::int16_t indicator = 0;
    std::vector<std::vector<ComparedFigure>> cells;  // one a file; several where the report tells several
  };
  std::vector<Row> rows;  // in the order of the catalogue
};

// Takes a reading into the comparison; its text need not stay.
class Comparer {
 public:
  void add(const std::string& file, const Reading& reading);
  Comparison result() const;

 private:
  std::vector<std::string> files_;
  std::vector<std::vector<std::pair<std::int16_t, ComparedFigure>>> figures_;
};

// Each cell with its value and the place of its sentence.
void write_comparison_terminal(std::ostream& out, const Comparison& comparison, const indicators::Catalogue& catalogue,
                               Language language);
void write_comparison_csv(std::ostream& out, const Comparison& comparison, const indicators::Catalogue& catalogue);
void write_comparison_json(std::ostream& out, const Comparison& comparison, const indicators::Catalogue& catalogue);

}  // namespace yizheng::reports
