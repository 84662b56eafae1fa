// A reading as the pages show it.
#pragma once

#include "committee/rules.h"
#include "reports/report_api.h"

namespace yizheng::reports {

// `recorded` says whether the records can be asked; the titles are the catalogue's.
IndicatorView indicator_view(const indicators::Indicator& indicator);

// Compares with the records of the document's committee where it is its own.
RecordChecks record_checks(store::Connection& db, const committee::Pack& pack, const indicators::Catalogue& catalogue,
                           const ReportDocument& document, const Reading& reading);

ReportView view_of(const ReportInput& input, const Reading& reading, const RecordChecks& records,
                   const indicators::Catalogue& catalogue);

// The sentence around a place, without blanks at its ends; at most some 200 characters on each side.
std::string_view sentence_around(std::string_view text, std::uint32_t begin, std::uint32_t end);
// The words of the clause that claims[index] stands in, without its figures, as mapping_words() makes them.
std::string clause_words(std::string_view text, const std::vector<Claim>& claims, std::size_t index);

}  // namespace yizheng::reports
