// The catalogue of figures, the records behind one, and reports side by side.
#include "reports/report_comparison.h"
#include "reports/report_export.h"
#include "reports/report_service.h"
#include "reports/sheet.h"

namespace yizheng::reports {
namespace {

struct ComparisonQuery {
  std::vector<Id> documents;            // 1 to 12
  std::optional<std::string> language;  // of the export: "zh" or "en"
};
BOOST_DESCRIBE_STRUCT(ComparisonQuery, (), (documents, language))

struct BehindQuery {
  std::optional<int> year;
  std::optional<indicators::PeriodBasis> basis;
  std::optional<std::string> part;  // "numerator" (where absent) or "denominator"
  std::optional<std::string> after;
  std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(BehindQuery, (), (year, basis, part, after, limit))

ComparisonView compare(const Services& s, const http::Request& request, store::Database& database,
                       const ComparisonQuery& query) {
  const auto& caller = *request.caller;
  if (query.documents.empty() || query.documents.size() > most_compared) {
    throw Problem(422, "invalid_field", "请选择 1 至 12 份报告。", "Choose 1 to 12 reports.", "documents");
  }
  std::vector<std::pair<ReportDocument, std::shared_ptr<const Reading>>> reports;
  for (const Id id : query.documents) {
    const auto input = database.read([&](store::Connection& db) { return input_of(db, caller.committee_id, id); });
    reports.emplace_back(input.document, s.cache.read(input, s.attachments));
  }
  auto view = compare_reports(reports, s.cache.catalogue());
  if (reads_traditional(request)) {
    for (auto& row : view.rows) tell_in_traditional(row.indicator);
  }
  return view;
}

http::Page<indicators::Record> behind(const Services& s, const http::Call<BehindQuery, Nothing>& call,
                                      store::Connection& db) {
  const auto& catalogue = s.cache.catalogue();
  const int at = catalogue.find(call.path("code"));
  if (at < 0) throw not_found("这个指标", "indicator");
  const auto part = call.query.part.value_or("numerator");
  if (part != "numerator" && part != "denominator") {
    throw Problem(422, "invalid_field", "part 应为 numerator 或 denominator。",
                  "part must be numerator or denominator.", "part");
  }
  const auto periods = indicators::periods_of(db, call.caller.committee_id, call.query.year.value_or(today().year()));
  for (const auto& period : periods) {
    if (call.query.basis && period.basis != *call.query.basis) continue;
    return indicators::records_behind(db, call.caller.committee_id, s.rules.pack(), catalogue.at(at), period,
                                      {part == "denominator", call.query.after, call.query.limit.value_or(50)});
  }
  return {};
}

}  // namespace

http::Routes comparison_routes(Services s) {
  return {
      http::get<Nothing, IndicatorList>("/api/v1/indicators",
                                        {.operation = "indicator.list",
                                         .permission = "report.read",
                                         .zh = "指标目录",
                                         .en = "The catalogue of figures"},
                                        [s](const http::Call<Nothing, Nothing>& call, store::Connection&) {
                                          const bool traditional = reads_traditional(call.request);
                                          IndicatorList list;
                                          for (const auto& one : s.cache.catalogue().all()) {
                                            list.items.push_back(indicator_view(one));
                                            if (traditional) tell_in_traditional(list.items.back());
                                          }
                                          return list;
                                        }),
      http::get<BehindQuery, http::Page<indicators::Record>>(
          "/api/v1/indicators/{code}/records",
          {.operation = "indicator.records",
           .permission = "proposal.statistics",
           .zh = "指标背后的记录",
           .en = "The records behind a figure"},
          [s](const http::Call<BehindQuery, Nothing>& call, store::Connection& db) { return behind(s, call, db); }),
      http::task_get<ComparisonQuery, ComparisonView>(
          "/api/v1/report-comparison",
          {.operation = "report.compare",
           .permission = "report.read",
           .zh = "几份报告的同一指标并列",
           .en = "The same indicators in several reports"},
          [s](const http::Call<ComparisonQuery, Nothing>& call, store::Database& database) {
            return compare(s, call.request, database, call.query);
          }),
      http::task_get<ComparisonQuery, http::Raw>(
          "/api/v1/report-comparison/sheet",
          {.operation = "report.comparison_sheet",
           .permission = "report.read",
           .zh = "对比表(XLSX)",
           .en = "The comparison as a spreadsheet"},
          [s](const http::Call<ComparisonQuery, Nothing>& call, store::Database& database) {
            const auto view = compare(s, call.request, database, call.query);
            return http::Raw{sheet_media_type, comparison_workbook(view, call.query.language.value_or("zh")),
                             "报告对比.xlsx"};
          }),
  };
}

}  // namespace yizheng::reports
