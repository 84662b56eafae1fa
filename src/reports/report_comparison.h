// The same indicator in several reports, side by side.
#pragma once

#include "reports/report_view.h"

namespace yizheng::reports {

inline constexpr std::size_t most_compared = 12;

ComparisonView compare_reports(const std::vector<std::pair<ReportDocument, std::shared_ptr<const Reading>>>& reports,
                               const indicators::Catalogue& catalogue);

}  // namespace yizheng::reports
