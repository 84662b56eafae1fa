// Reports of the demo district: a draft of its own with a few wrong figures and some damage, made from what its records
// say, and those of two neighbours, to compare. All invented.
#pragma once

#include <string>
#include <vector>

#include "committee/rules.h"
#include "indicators/catalogue.h"
#include "store/attachments.h"
#include "store/database.h"

namespace yizheng::demo {

struct ReportDraft {
  std::string title, about, file_name, source, text;
  bool own = false;
  int year = 0;
};

// The newest year that has been going for half a year.
int report_year(Instant now);
// Of a district already built. Throws what indicators::compute throws.
std::vector<ReportDraft> report_drafts(store::Connection& db, const committee::Pack& pack,
                                       const indicators::Catalogue& catalogue, Id committee_id, int year);

// Loads them for the office's account of the committee "demo".
void load_reports(store::Database& database, committee::Rules& rules, const indicators::Catalogue& catalogue,
                  store::AttachmentFolder& files, Instant now);

}  // namespace yizheng::demo
