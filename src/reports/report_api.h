// What the reports room says over HTTP. Places in texts are Unicode code points.
#pragma once

#include "committee/label.h"
#include "reports/check_records.h"
#include "reports/report_actions.h"
#include "reports/report_counts.h"

namespace yizheng::reports {

struct ReportRow {
  ReportDocument document;
  std::string uploaded_by_name;
  std::optional<ReportCounts> counts;  // where they are known without reading it
};
BOOST_DESCRIBE_STRUCT(ReportRow, (), (document, uploaded_by_name, counts))

struct IndicatorView {
  std::string code;
  committee::Label title;
  std::vector<std::string> units;
  std::string definition_zh, definition_en;
  bool recorded = false;  // the program keeps the records to compute it from
};
BOOST_DESCRIBE_STRUCT(IndicatorView, (), (code, title, units, definition_zh, definition_en, recorded))

// What the records say beside one figure.
struct RecordView {
  RecordVerdict verdict = RecordVerdict::CANNOT_TELL;
  std::string reason;
  std::string zh, en;
  std::optional<std::string> indicator;
  std::optional<double> value;
  std::optional<std::int64_t> numerator, denominator;
  std::optional<std::string> unit, numerator_zh, denominator_zh, definition_zh, definition_en, period_zh, period_en;
  std::optional<indicators::PeriodBasis> basis;
  std::optional<int> year;
  std::optional<Id> session_id;
};
BOOST_DESCRIBE_STRUCT(RecordView, (),
                      (verdict, reason, zh, en, indicator, value, numerator, denominator, unit, numerator_zh,
                       denominator_zh, definition_zh, definition_en, period_zh, period_en, basis, year, session_id))

struct ClaimView {
  std::int64_t start = 0, end = 0;                // in the text
  std::int64_t source_start = 0, source_end = 0;  // in the original
  std::string quantity;                           // as printed
  double value = 0;
  std::optional<double> value_high;
  std::string unit;
  Approx approx = Approx::EXACT;
  ClaimKind kind = ClaimKind::COUNT;
  std::string indicator, implied;  // codes, "" for none
  std::string subject, scope;
  std::optional<int> period;
  std::string sentence;
  std::string words;  // of its clause, as a mapping would keep them
  RecordView record;
  std::vector<std::int64_t> checks;  // indexes
  std::optional<Id> mapping_id;      // the mapping by hand that decided it
};
BOOST_DESCRIBE_STRUCT(ClaimView, (),
                      (start, end, source_start, source_end, quantity, value, value_high, unit, approx, kind, indicator,
                       implied, subject, scope, period, sentence, words, record, checks, mapping_id))

struct RepairView {
  text::RepairKind kind = text::RepairKind::PAGE_CHROME;
  text::Confidence confidence = text::Confidence::CERTAIN;
  bool applied = false, chosen = false;           // chosen: by a person
  std::int64_t source_start = 0, source_end = 0;  // in the original
  std::int64_t start = 0, end = 0;                // in the text: the same place twice where something was cut out
  std::string original;                           // at most 400 code points of it
  std::optional<std::string> replacement;
  std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(RepairView, (),
                      (kind, confidence, applied, chosen, source_start, source_end, start, end, original, replacement,
                       zh, en))

struct CheckView {
  CheckKind kind = CheckKind::SHARE;
  CheckVerdict verdict = CheckVerdict::HOLDS;
  std::vector<std::int64_t> claims;  // indexes: parts, the total, the stated share
  std::vector<std::int64_t> parts;
  std::optional<std::int64_t> total, stated_claim;
  std::optional<double> base, stated, computed;
  std::string indicator, zh, en;
};
BOOST_DESCRIBE_STRUCT(CheckView, (),
                      (kind, verdict, claims, parts, total, stated_claim, base, stated, computed, indicator, zh, en))

struct NoteView {
  std::string code, zh, en;
};
BOOST_DESCRIBE_STRUCT(NoteView, (), (code, zh, en))

struct ReportView {
  ReportDocument document;
  std::string uploaded_by_name;
  std::string format, encoding;
  bool traditional = false;
  std::vector<NoteView> notes;
  std::string text;  // repaired; one paragraph a line
  std::vector<ClaimView> claims;
  std::vector<RepairView> repairs;
  std::vector<CheckView> checks;
  ReportCounts counts;
  std::optional<indicators::PeriodBasis> basis;  // in force
};
BOOST_DESCRIBE_STRUCT(ReportView, (),
                      (document, uploaded_by_name, format, encoding, traditional, notes, text, claims, repairs, checks,
                       counts, basis))

struct SourceView {
  std::string text;  // decoded, otherwise as it came
};
BOOST_DESCRIBE_STRUCT(SourceView, (), (text))

struct RepairBody {
  text::RepairKind kind = text::RepairKind::PAGE_CHROME;
  std::int64_t source_start = 0, source_end = 0;  // as the repair gives them
  std::optional<bool> apply;                      // absent: as the program would on its own
};
BOOST_DESCRIBE_STRUCT(RepairBody, (), (kind, source_start, source_end, apply))

struct MappingView {
  ReportMapping mapping;
  std::string created_by_name;
};
BOOST_DESCRIBE_STRUCT(MappingView, (), (mapping, created_by_name))

template <class T>
struct List {
  std::vector<T> items;
  BOOST_DESCRIBE_CLASS(List, (), (items), (), ())
};
using IndicatorList = List<IndicatorView>;
using MappingList = List<MappingView>;

// One report's figures for one indicator; the first is the one that stands for it.
struct ComparisonMention {
  double value = 0;
  std::optional<double> value_high;
  std::string unit, quantity, sentence, subject;
  Approx approx = Approx::EXACT;
  std::optional<int> period;
  std::int64_t start = 0, end = 0;
};
BOOST_DESCRIBE_STRUCT(ComparisonMention, (),
                      (value, value_high, unit, quantity, sentence, subject, approx, period, start, end))
struct ComparisonCell {
  Id document_id;
  std::vector<ComparisonMention> mentions;
};
BOOST_DESCRIBE_STRUCT(ComparisonCell, (), (document_id, mentions))
struct ComparisonRow {
  IndicatorView indicator;
  std::vector<ComparisonCell> cells;  // of the documents that have it, in their order
};
BOOST_DESCRIBE_STRUCT(ComparisonRow, (), (indicator, cells))
struct ComparisonView {
  std::vector<ReportDocument> documents;
  std::vector<ComparisonRow> rows;  // those that most documents have first
};
BOOST_DESCRIBE_STRUCT(ComparisonView, (), (documents, rows))

}  // namespace yizheng::reports
