// Of which year a figure is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reports/claim.h"
#include "reports/sentence.h"

namespace yizheng::reports {

// The year a report is about, 0 where its text does not say: 2023年工作回顾, 2023年是…; else the date of its delivery,
// of which the first months belong to the year before.
int year_of_report(std::string_view text);

class Periods {
 public:
  // `year` 0: taken from the text.
  Periods(std::string_view text, int year);
  int year() const { return year_; }
  // To be called for every sentence in order, before of(): notes its years, and where the plans for the next year
  // begin.
  void read(std::uint32_t begin, std::uint32_t end);
  // A year named before the figure in its sentence, else that of the report, of its plans where these have begun.
  std::int16_t of(const Claim& claim) const;

 private:
  std::string_view text_;
  int year_ = 0;
  bool planning_ = false;
  // Of the sentence read last: years written as such (2023年), with the place behind them.
  struct Named {
    std::uint32_t end;
    int year;
  };
  std::vector<Named> named_;
};

}  // namespace yizheng::reports
