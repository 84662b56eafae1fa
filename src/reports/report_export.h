// The figures of a report, and a comparison, as spreadsheets.
#pragma once

#include "reports/report_api.h"

namespace yizheng::reports {

// "zh" or "en".
std::string figures_workbook(const ReportView& view, const indicators::Catalogue& catalogue, std::string_view language);
std::string comparison_workbook(const ComparisonView& view, std::string_view language);

// 2026年工作报告-figures.xlsx: a title as part of a file's name.
std::string export_name(std::string_view title, std::string_view ending);

}  // namespace yizheng::reports
