// Loading a year of proposals from a table: each row is taken whole or refused with its line, field and reason; a row
// taken once is never taken again. What the committee does not have yet (categories, people, organisations, the
// session) is made and told. Imported proposals are SUBMITTED, at the time they were submitted then.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "committee/rules.h"
#include "proposals/import_columns.h"
#include "store/database.h"
#include "text/table_reader.h"

namespace yizheng::proposals {

struct ImportOptions {
  committee::Committee committee;
  bool dry_run = false;     // checks and counts, changes nothing
  std::string session;      // id or title; empty: by the date of each row
  std::string source;       // name of the file, for the ledger
  std::size_t chunk = 200;  // rows a transaction
};

struct ImportFault {
  std::uint64_t line = 0;
  std::string field;  // "title", …; "" for the whole row
  std::string code;   // "date_impossible"
  std::string zh, en;
};

struct ImportReport {
  std::uint64_t rows = 0, imported = 0, known = 0, refused = 0;  // rows = imported + known + refused
  std::map<std::string, std::uint64_t> by_category, by_session;
  std::map<ProposerKind, std::uint64_t> by_kind;
  std::vector<std::string> new_categories, new_sessions;
  std::vector<std::string> new_persons;                                // at most `most_names`
  std::vector<std::pair<std::string, std::string>> new_organisations;  // name, code of what it was taken for
  std::uint64_t persons = 0, organisations = 0;                        // made in all
  std::uint64_t unnamed_cosigners = 0;       // proposals of "张三等12人": only the number is known
  std::vector<std::uint64_t> joined_titles;  // lines of titles that broke over lines
  std::vector<std::string> ignored_columns;
  std::vector<text::TableNote> notes;  // of the table
  static constexpr std::size_t most_names = 1'000;
};

// `on_fault` hears of every refused row as it is met. Throws Problem 422 `columns_missing` and what the reader throws;
// whole chunks before that stand, and a second import goes on where it ended.
ImportReport import_proposals(store::Database& database, committee::Rules& rules, text::TableReader& table,
                              const ImportOptions& options, const std::function<void(const ImportFault&)>& on_fault);

}  // namespace yizheng::proposals
