#include "reports/report_view.h"

#include <cmath>

#include "text/utf8.h"

namespace yizheng::reports {
namespace {

constexpr std::size_t most_original = 400;  // code points of a repair shown
constexpr std::size_t most_sentence = 600;  // bytes on each side of a figure

bool begins_at(std::string_view text, std::size_t at, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.substr(at).starts_with(mark); });
}

bool ends_sentence(std::string_view text, std::size_t at) {
  return text[at] == '\n' || begins_at(text, at, {"。", "！", "？", "；"});
}
bool ends_clause(std::string_view text, std::size_t at) {
  return ends_sentence(text, at) || begins_at(text, at, {"，", "：", "、", ",", ";", ":", "!", "?"});
}

std::size_t mark_length(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 3;
}

bool is_lead(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

// From behind the mark before `begin` to the mark behind `end`.
template <class Stops>
std::string_view around(std::string_view text, std::size_t begin, std::size_t end, Stops stops, bool with_mark) {
  std::size_t from = begin;
  while (from > 0 && begin - from < most_sentence) {
    auto before = from - 1;
    while (before > 0 && !is_lead(text[before])) --before;
    if (stops(text, before)) break;
    from = before;
  }
  std::size_t to = std::max(begin, end);
  while (to < text.size() && to - end < most_sentence && !(is_lead(text[to]) && stops(text, to))) ++to;
  while (to < text.size() && !is_lead(text[to])) ++to;
  if (with_mark && to < text.size() && text[to] != '\n' && stops(text, to)) to += mark_length(text, to);
  return text.substr(from, to - from);
}

// Bytes to code points for spans in rising order of their beginnings.
class Points {
 public:
  explicit Points(std::string_view text) : begins_(text), ends_(text) {}
  std::pair<std::int64_t, std::int64_t> of(std::uint32_t begin, std::uint32_t end) {
    return {static_cast<std::int64_t>(begins_.at(begin)), static_cast<std::int64_t>(ends_.at(end))};
  }

 private:
  text::CodePointCounter begins_, ends_;
};

RecordView record_view(const RecordCheck& check, const indicators::Catalogue& catalogue) {
  RecordView view;
  view.verdict = check.verdict;
  view.reason = check.reason;
  view.zh = check.zh;
  view.en = check.en;
  if (check.indicator >= 0) view.indicator = catalogue.at(check.indicator).code;
  if (!check.figure) return view;
  const auto& figure = *check.figure;
  view.value = figure.value;
  view.numerator = figure.numerator;
  if (figure.rate) view.denominator = figure.denominator;
  view.unit = figure.unit;
  view.numerator_zh = figure.numerator_zh;
  view.denominator_zh = figure.denominator_zh;
  view.definition_zh = figure.definition_zh;
  view.definition_en = figure.definition_en;
  view.period_zh = figure.period.zh;
  view.period_en = figure.period.en;
  view.basis = figure.period.basis;
  view.year = figure.period.year;
  view.session_id = figure.period.session_id;
  return view;
}

void add_claims(ReportView& view, const ReportInput& input, const Reading& reading, const RecordChecks& records,
                const indicators::Catalogue& catalogue) {
  Points in_text(reading.repaired.text), in_source(reading.document.text);
  const std::string_view text = reading.repaired.text;
  std::vector<std::vector<std::int64_t>> checks(reading.claims.size());
  for (std::size_t i = 0; i < view.checks.size(); ++i) {
    for (const auto claim : view.checks[i].claims) {
      auto& list = checks[static_cast<std::size_t>(claim)];
      if (list.empty() || list.back() != static_cast<std::int64_t>(i)) list.push_back(static_cast<std::int64_t>(i));
    }
  }
  for (std::size_t i = 0; i < reading.claims.size(); ++i) {
    const auto& claim = reading.claims[i];
    ClaimView one;
    std::tie(one.start, one.end) = in_text.of(claim.begin, claim.end);
    std::tie(one.source_start, one.source_end) =
        in_source.of(reading.repaired.map.source_of(claim.begin), reading.repaired.map.source_end_of(claim.end));
    one.quantity = text.substr(claim.begin, claim.end - claim.begin);
    one.value = claim.value;
    if (!std::isnan(claim.value_high)) one.value_high = claim.value_high;
    one.unit = reading.names.text(claim.unit);
    one.approx = claim.approx;
    one.kind = claim.kind;
    if (claim.indicator >= 0) one.indicator = catalogue.at(claim.indicator).code;
    if (claim.implied >= 0) one.implied = catalogue.at(claim.implied).code;
    one.subject = reading.names.text(claim.subject);
    one.scope = reading.names.text(claim.scope);
    if (claim.period != 0) one.period = claim.period;
    one.sentence = sentence_around(text, claim.begin, claim.end);
    one.words = clause_words(text, reading.claims, i);
    one.record = record_view(records.claims[i], catalogue);
    one.checks = std::move(checks[i]);
    for (const auto& mapping : input.mappings) {
      if (mapping.indicator == one.indicator && (mapping.unit.empty() || mapping.unit == one.unit) &&
          one.words.find(mapping.words) != std::string::npos) {
        one.mapping_id = mapping.id;
        break;
      }
    }
    view.claims.push_back(std::move(one));
  }
}

void add_checks(ReportView& view, const Reading& reading, const indicators::Catalogue& catalogue) {
  for (const auto& check : reading.checks) {
    CheckView one{check.kind,   check.verdict,  {}, {},       {},      {}, check.base,
                  check.stated, check.computed, "", check.zh, check.en};
    one.parts.assign(check.parts.begin(), check.parts.end());
    one.claims = one.parts;
    if (check.total) {
      one.total = *check.total;
      one.claims.push_back(*check.total);
    }
    if (check.stated_claim) {
      one.stated_claim = *check.stated_claim;
      if (std::find(one.claims.begin(), one.claims.end(), *one.stated_claim) == one.claims.end()) {
        one.claims.push_back(*check.stated_claim);
      }
    }
    if (check.indicator >= 0) one.indicator = catalogue.at(check.indicator).code;
    view.checks.push_back(std::move(one));
  }
}

void add_repairs(ReportView& view, const ReportInput& input, const Reading& reading) {
  Points in_source(reading.document.text), in_text(reading.repaired.text);
  const std::string_view source = reading.document.text;
  for (const auto& repair : reading.repaired.repairs) {
    RepairView one;
    one.kind = repair.kind;
    one.confidence = repair.confidence;
    one.applied = repair.applied;
    one.chosen = std::any_of(input.choices.begin(), input.choices.end(), [&](const ReportChoice& choice) {
      return choice.kind == repair.kind && choice.begin_at == repair.begin && choice.end_at == repair.end;
    });
    std::tie(one.source_start, one.source_end) = in_source.of(repair.begin, repair.end);
    std::tie(one.start, one.end) =
        in_text.of(reading.repaired.map.result_of(repair.begin), reading.repaired.map.result_of(repair.end));
    if (repair.kind != text::RepairKind::TRADITIONAL_SCRIPT) {
      one.original = text::substring(source.substr(repair.begin, repair.end - repair.begin), 0, most_original);
    }
    one.replacement = repair.replacement;
    one.zh = repair.zh;
    one.en = repair.en;
    view.repairs.push_back(std::move(one));
  }
}

void count(ReportView& view) {
  auto& counts = view.counts;
  for (const auto& claim : view.claims) {
    if (!is_claim(claim.kind)) continue;
    ++counts.figures;
    switch (claim.record.verdict) {
      case RecordVerdict::AGREES:
        ++counts.agrees;
        break;
      case RecordVerdict::DIFFERS:
        ++counts.differs;
        break;
      case RecordVerdict::CANNOT_TELL:
        ++counts.cannot_tell;
        break;
    }
  }
  for (const auto& check : view.checks) {
    if (check.verdict == CheckVerdict::UNSTATED) continue;
    ++counts.checks;
    if (check.verdict == CheckVerdict::FAILS) ++counts.fails;
  }
  for (const auto& repair : view.repairs) {
    if (repair.applied) ++counts.repairs;
    if (!repair.applied && !repair.chosen) ++counts.undecided;
  }
}

}  // namespace

std::string_view sentence_around(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  auto sentence = around(text, begin, end, ends_sentence, true);
  while (sentence.starts_with(' ') || sentence.starts_with('\n')) sentence.remove_prefix(1);
  while (sentence.ends_with(' ')) sentence.remove_suffix(1);
  return sentence;
}

std::string clause_words(std::string_view text, const std::vector<Claim>& claims, std::size_t index) {
  const auto& own = claims[index];
  const auto clause = around(text, own.begin, own.end, ends_clause, false);
  const auto from = static_cast<std::uint32_t>(clause.data() - text.data());
  const auto to = static_cast<std::uint32_t>(from + clause.size());
  auto first = index;
  while (first > 0 && claims[first - 1].end > from) --first;
  std::string words;
  auto at = from;
  for (auto i = first; i < claims.size() && claims[i].begin < to; ++i) {
    if (claims[i].begin > at) words += text.substr(at, claims[i].begin - at);
    at = std::max(at, std::min(claims[i].end, to));
  }
  words += text.substr(at, to - at);
  return mapping_words(words);
}

IndicatorView indicator_view(const indicators::Indicator& indicator) {
  return {indicator.code,          {indicator.zh_hans, indicator.zh_hant, indicator.en},
          indicator.units,         indicator.definition_zh,
          indicator.definition_en, indicators::can_compute(indicator)};
}

RecordChecks record_checks(store::Connection& db, const committee::Pack& pack, const indicators::Catalogue& catalogue,
                           const ReportDocument& document, const Reading& reading) {
  if (!document.own) return not_own(reading);
  CheckOptions options;
  options.year = document.year.value_or(0);
  options.basis = parse_enum<indicators::PeriodBasis>(document.basis);
  return check_records(reading, catalogue, records_of(db, document.committee_id, pack), options);
}

ReportView view_of(const ReportInput& input, const Reading& reading, const RecordChecks& records,
                   const indicators::Catalogue& catalogue) {
  ReportView view;
  view.document = input.document;
  view.encoding = reading.document.encoding;
  switch (reading.document.format) {
    case text::DocumentFormat::TXT:
      view.format = "TXT";
      break;
    case text::DocumentFormat::HTML:
      view.format = "HTML";
      break;
    case text::DocumentFormat::DOCX:
      view.format = "DOCX";
      break;
    case text::DocumentFormat::PDF:
      view.format = "PDF";
      break;
  }
  view.traditional = reading.repaired.traditional;
  for (const auto& note : reading.document.notes) view.notes.push_back({note.code, note.zh, note.en});
  view.text = reading.repaired.text;
  view.basis = records.basis;
  add_checks(view, reading, catalogue);
  add_claims(view, input, reading, records, catalogue);
  add_repairs(view, input, reading);
  count(view);
  return view;
}

}  // namespace yizheng::reports
