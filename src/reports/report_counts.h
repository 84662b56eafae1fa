// How much of a report agrees, differs, cannot be told: kept in memory for the list, which cannot read every report in
// it.
#pragma once

#include <chrono>
#include <mutex>
#include <unordered_map>

#include "reports/report_reading.h"

namespace yizheng::reports {

struct ReportCounts {
  std::int64_t figures = 0, agrees = 0, differs = 0, cannot_tell = 0, checks = 0, fails = 0, repairs = 0, undecided = 0;
  bool operator==(const ReportCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReportCounts, (), (figures, agrees, differs, cannot_tell, checks, fails, repairs, undecided))

// Counts hold as long as what they were counted from: the file, what is said of the report, choices, mappings. The
// records behind our own reports change without a word to this room, so theirs hold for some minutes only. Safe for
// many threads.
class CountsCache {
 public:
  static constexpr std::chrono::minutes own_lasts{5};
  static constexpr std::size_t most = 20'000;  // some 300 bytes each

  void keep(const ReportInput& input, const ReportCounts& counts, Instant now);
  std::optional<ReportCounts> find(const ReportInput& input, Instant now) const;

 private:
  struct Kept {
    std::string made_from;
    ReportCounts counts;
    Instant at;
  };
  mutable std::mutex mutex_;
  std::unordered_map<std::int64_t, Kept> by_document_;
};

}  // namespace yizheng::reports
