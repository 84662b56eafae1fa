#include "reports/reading.h"

#include <utility>

#include "reports/government_meaning.h"
#include "reports/quantities.h"

namespace yizheng::reports {
namespace {

// Dates and names take part in checks (two anniversaries, 五大片区), so they are dropped only now, and those that a
// check names stay.
void drop_others(Reading& reading) {
  std::vector<bool> needed(reading.claims.size(), false);
  for (const auto& check : reading.checks) {
    for (const auto part : check.parts) needed[part] = true;
    if (check.total) needed[*check.total] = true;
    if (check.stated_claim) needed[*check.stated_claim] = true;
  }
  std::vector<std::uint32_t> place(reading.claims.size(), 0);
  std::uint32_t kept = 0;
  for (std::uint32_t index = 0; index < reading.claims.size(); ++index) {
    if (!is_claim(reading.claims[index].kind) && !needed[index]) continue;
    place[index] = kept;
    reading.claims[kept++] = reading.claims[index];
  }
  reading.claims.resize(kept);
  for (auto& check : reading.checks) {
    for (auto& part : check.parts) part = place[part];
    if (check.total) check.total = place[*check.total];
    if (check.stated_claim) check.stated_claim = place[*check.stated_claim];
  }
}

}  // namespace

Reading read_report(text::Document document, const indicators::Catalogue& catalogue, const ReadOptions& options) {
  Reading reading;
  reading.document = std::move(document);
  reading.repaired = text::repair(reading.document.text, options.repair);
  reading.claims = find_quantities(reading.repaired.text, reading.names, true);
  find_meaning(reading.repaired.text, reading.claims, reading.names, catalogue, options.meaning);
  reading.checks = find_relations(reading.repaired.text, reading.claims, reading.names, catalogue);
  find_government_meaning(reading.repaired.text, reading.claims, reading.names, catalogue);
  if (!options.keep_others) drop_others(reading);
  return reading;
}

}  // namespace yizheng::reports
