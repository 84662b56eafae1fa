// A report that a committee has loaded: its file as it came, what people have said about it, and what they corrected.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "text/repair.h"

namespace yizheng::reports {

struct ReportDocument {
  Id committee_id;
  Id id;
  std::string title;
  std::string about;        // the committee it is about, as people call it
  bool own = false;         // about this committee itself: its figures are compared with the records
  std::optional<int> year;  // of which it reports
  std::string basis;        // what "of the year" means: "SESSION", "CALENDAR_YEAR", "" as most figures agree
  std::string source;       // where it was found; "" for a draft of one's own
  std::string file_name, media_type;
  std::int64_t size = 0;  // bytes
  std::string sha256;     // of the bytes as they came, also their place on disk
  Id uploaded_by;         // account
  Instant uploaded_at;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ReportDocument, (),
                      (committee_id, id, title, about, own, year, basis, source, file_name, media_type, size, sha256,
                       uploaded_by, uploaded_at, version))

// A person's yes or no to one repair, whatever its confidence. Places are bytes in the decoded text.
struct ReportChoice {
  Id committee_id;
  Id document_id;
  text::RepairKind kind = text::RepairKind::PAGE_CHROME;
  std::int64_t begin_at = 0, end_at = 0;
  bool apply = false;
  Id chosen_by;
  Instant chosen_at;
};
BOOST_DESCRIBE_STRUCT(ReportChoice, (),
                      (committee_id, document_id, kind, begin_at, end_at, apply, chosen_by, chosen_at))

// A mapping corrected by hand: figures whose clause has these words are this indicator's, in every report of the
// committee from now on. `indicator` "": such a figure is none.
struct ReportMapping {
  Id committee_id;
  Id id;
  std::string words;  // folded, without the number
  std::string unit;
  std::string indicator;
  std::string example;  // the sentence it was learned from
  Id created_by;
  Instant created_at;
};
BOOST_DESCRIBE_STRUCT(ReportMapping, (), (committee_id, id, words, unit, indicator, example, created_by, created_at))

}  // namespace yizheng::reports
