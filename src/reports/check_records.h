// Each figure of a report against the records of a committee: agrees, differs, cannot be told, and always why.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "committee/pack.h"
#include "indicators/figures.h"
#include "reports/reading.h"

namespace yizheng::reports {

enum class RecordVerdict { AGREES, DIFFERS, CANNOT_TELL };
BOOST_DESCRIBE_ENUM(RecordVerdict, AGREES, DIFFERS, CANNOT_TELL)

struct RecordCheck {
  RecordVerdict verdict = RecordVerdict::CANNOT_TELL;
  // Of CANNOT_TELL: "no_indicator", "not_recorded", "no_period", "of_a_part", "other_time", "other_body", "planned",
  // "not_comparable", "no_value", "not_own".
  std::string reason;
  std::optional<indicators::Figure> figure;  // what the records say
  // The figure whose record it is: the claim's indicator, or the second one implied by the same number.
  std::int16_t indicator = -1;
  std::string zh, en;  // with both values and the tolerance used
};

// Where record values come from; a function each, so that tests need no district.
struct RecordsSource {
  std::function<std::vector<indicators::Period>(int year)> periods;
  std::function<indicators::Answer(const indicators::Indicator&, const indicators::Period&)> figure;
  // The working year that began with a plenary; nothing where it is not kept. May be left out.
  std::function<std::optional<indicators::Period>(int term, int session)> session = nullptr;
};
// Of a committee's records; asks for each figure once.
RecordsSource records_of(store::Connection& db, Id committee_id, const committee::Pack& pack);

struct CheckOptions {
  int year = 0;  // of the report, for claims whose year is not known
  // What "of a year" means in this report; nothing: whichever more of its figures agree with.
  std::optional<indicators::PeriodBasis> basis;
};

struct RecordChecks {
  std::vector<RecordCheck> claims;               // one a claim of the reading, in its order
  std::optional<indicators::PeriodBasis> basis;  // the one used, where any figure was compared
};

RecordChecks check_records(const Reading& reading, const indicators::Catalogue& catalogue, const RecordsSource& source,
                           const CheckOptions& options);

// The checks of a report about some other committee: nothing can be told, and why.
RecordChecks not_own(const Reading& reading);

}  // namespace yizheng::reports
