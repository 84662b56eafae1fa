// SQL of the reports room, and nothing else.
#pragma once

#include "reports/report_document.h"
#include "store/database.h"

namespace yizheng::reports {

struct DocumentFilter {
  std::optional<int> year;
  std::optional<bool> own;
  std::optional<Id> after;  // older than this one
  std::size_t limit = 21;
};
std::vector<ReportDocument> documents(store::Connection& db, Id committee_id,
                                      const DocumentFilter& filter);  // newest first
std::optional<ReportDocument> find_document(store::Connection& db, Id committee_id, Id id);
std::string account_name(store::Connection& db, Id committee_id, Id account_id);

std::vector<ReportChoice> choices_of(store::Connection& db, Id committee_id, Id document_id);
std::vector<ReportMapping> mappings_of(store::Connection& db, Id committee_id);  // newest first
std::optional<ReportMapping> find_mapping(store::Connection& db, Id committee_id, Id id);

}  // namespace yizheng::reports
