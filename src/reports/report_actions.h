// What people do with the reports they have loaded; each one entry in the ledger.
#pragma once

#include "http/caller.h"
#include "reports/report_document.h"
#include "store/database.h"

namespace yizheng::reports {

struct Context {
  store::Write& write;
  const http::Caller& caller;
  std::optional<std::int64_t> expected_version = {};  // of If-Match

  Id committee_id() const { return caller.committee_id; }
};

// What a person may say of a report.
struct ReportBody {
  std::string title;
  std::string about;
  bool own = false;
  std::optional<int> year;
  std::optional<std::string> basis;  // "SESSION", "CALENDAR_YEAR"; absent: as most figures agree
  std::string source;
};
BOOST_DESCRIBE_STRUCT(ReportBody, (), (title, about, own, year, basis, source))

struct MappingBody {
  std::string words;  // that stand in the clause of such a figure, without its number
  std::string unit;
  std::string indicator;  // "" says that it is none
  std::string example;
};
BOOST_DESCRIBE_STRUCT(MappingBody, (), (words, unit, indicator, example))

// The bytes are in the attachment folder already.
void load_report(Context& context, ReportDocument document);
void change_report(Context& context, Id id, const ReportBody& body);
void delete_report(Context& context, Id id);

// `apply` absent: back to what the program does on its own.
void choose_repair(Context& context, Id document_id, text::RepairKind kind, std::uint32_t begin, std::uint32_t end,
                   std::optional<bool> apply);

// Keeps a mapping for this and every later report; one of the same words and unit is replaced. Gives its id.
Id learn_mapping(Context& context, const MappingBody& body);
void forget_mapping(Context& context, Id id);

// The form in which words are kept and compared: folded; of a text with numbers the longest piece between them.
std::string mapping_words(std::string_view text);

}  // namespace yizheng::reports
