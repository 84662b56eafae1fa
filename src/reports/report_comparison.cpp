#include "reports/report_comparison.h"

#include <cmath>

namespace yizheng::reports {
namespace {

ComparisonMention mention_of(const Reading& reading, const Claim& claim, text::CodePointCounter& begins,
                             text::CodePointCounter& ends) {
  const std::string_view text = reading.repaired.text;
  ComparisonMention mention;
  mention.value = claim.value;
  if (!std::isnan(claim.value_high)) mention.value_high = claim.value_high;
  mention.unit = reading.names.text(claim.unit);
  mention.quantity = text.substr(claim.begin, claim.end - claim.begin);
  mention.sentence = sentence_around(text, claim.begin, claim.end);
  mention.subject = reading.names.text(claim.subject);
  mention.approx = claim.approx;
  if (claim.period != 0) mention.period = claim.period;
  mention.start = static_cast<std::int64_t>(begins.at(claim.begin));
  mention.end = static_cast<std::int64_t>(ends.at(claim.end));
  return mention;
}

// Which of several mentions stands for the report: one of its own year and of the whole; then the first.
int rank(const ReportDocument& document, const Claim& claim) {
  int points = 0;
  if (document.year && claim.period != 0 && claim.period != *document.year) points += 2;
  if (claim.scope != 0) points += 1;
  return points;
}

struct Found {
  int rank;
  ComparisonMention mention;
};

}  // namespace

ComparisonView compare_reports(const std::vector<std::pair<ReportDocument, std::shared_ptr<const Reading>>>& reports,
                               const indicators::Catalogue& catalogue) {
  ComparisonView view;
  std::map<int, std::vector<ComparisonCell>> rows;
  for (const auto& [document, reading] : reports) {
    view.documents.push_back(document);
    std::map<int, std::vector<Found>> by_indicator;
    text::CodePointCounter begins(reading->repaired.text), ends(reading->repaired.text);
    for (const auto& claim : reading->claims) {
      if (!is_claim(claim.kind) || claim.indicator < 0) continue;
      auto& found = by_indicator[claim.indicator];
      found.push_back({rank(document, claim), mention_of(*reading, claim, begins, ends)});
      if (claim.implied >= 0) by_indicator[claim.implied].push_back(found.back());
    }
    for (auto& [indicator, found] : by_indicator) {
      std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.rank < b.rank; });
      ComparisonCell cell{document.id, {}};
      for (auto& one : found) cell.mentions.push_back(std::move(one.mention));
      rows[indicator].push_back(std::move(cell));
    }
  }
  for (auto& [indicator, cells] : rows) {
    view.rows.push_back({indicator_view(catalogue.at(indicator)), std::move(cells)});
  }
  // Proposals first: every committee reports them.
  const auto key = [](const ComparisonRow& row) {
    return std::pair(row.cells.size(), row.indicator.code.starts_with("proposals."));
  };
  std::stable_sort(view.rows.begin(), view.rows.end(),
                   [&](const ComparisonRow& a, const ComparisonRow& b) { return key(a) > key(b); });
  return view;
}

}  // namespace yizheng::reports
