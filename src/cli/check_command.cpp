#include "cli/check_command.h"

#include <iostream>
#include <sstream>

#include "cli/command.h"
#include "committee/organisation.h"
#include "reports/check_records.h"
#include "reports/reading_json.h"
#include "reports/reading_terminal.h"
#include "reports/report_store.h"
#include "reports/report_view.h"

namespace yizheng::cli {
namespace {

using namespace reports;

struct Options {
  std::string file, committee, database, pack, basis, language;
  int year = 0;
  bool as_json = false, all = false;
};

bool english(const Options& options) {
  if (!options.language.empty()) return options.language == "en";
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != 0) return std::string_view(value).starts_with("en");
  }
  return false;
}

json::object record_json(const RecordCheck& check, const indicators::Catalogue& catalogue) {
  json::object record{{"verdict", check.verdict == RecordVerdict::AGREES    ? "agrees"
                                  : check.verdict == RecordVerdict::DIFFERS ? "differs"
                                                                            : "cannot_tell"}};
  record["reason"] = check.reason.empty() ? json::value() : json::value(check.reason);
  record["indicator"] = check.indicator < 0 ? json::value() : json::value(catalogue.at(check.indicator).code);
  if (check.figure) {
    const auto& figure = *check.figure;
    record["value"] = figure.value ? json::value(*figure.value) : json::value();
    record["numerator"] = figure.numerator;
    record["denominator"] = figure.rate ? json::value(figure.denominator) : json::value();
    record["unit"] = figure.unit;
    record["definition"] = {{"zh", figure.definition_zh}, {"en", figure.definition_en}};
    record["period"] = {{"basis", enum_name(figure.period.basis)},
                        {"year", figure.period.year},
                        {"zh", figure.period.zh},
                        {"en", figure.period.en}};
  }
  record["explanation"] = {{"zh", check.zh}, {"en", check.en}};
  return record;
}

void print_json(const Options& options, const Reading& reading, const RecordChecks& checks,
                const indicators::Catalogue& catalogue) {
  std::ostringstream out;
  write_reading_json(out, options.file, reading, catalogue);
  auto read = json::parse(out.str()).as_object();
  read["committee"] = options.committee;
  read["year"] = options.year;
  auto& claims = read["claims"].as_array();
  std::size_t at = 0;
  for (std::size_t i = 0; i < reading.claims.size(); ++i) {
    if (is_claim(reading.claims[i].kind)) claims[at++].as_object()["record"] = record_json(checks.claims[i], catalogue);
  }
  std::cout << json::serialize(read) << "\n";
}

// One figure: the verdict and the figure, its indicator, the sentence, and why.
void print_figure(const Reading& reading, std::size_t index, const RecordCheck& check,
                  const indicators::Catalogue& catalogue, bool en) {
  const auto& claim = reading.claims[index];
  const std::string_view text = reading.repaired.text;
  const char* sign = check.verdict == RecordVerdict::AGREES ? "✓" : check.verdict == RecordVerdict::DIFFERS ? "≠" : "?";
  std::string title;
  if (check.indicator >= 0) {
    const auto& indicator = catalogue.at(check.indicator);
    title = fmt::format("  {} [{}]", en ? indicator.en : indicator.zh_hans, indicator.code);
  }
  std::cout << sign << " " << printable(text.substr(claim.begin, claim.end - claim.begin)) << title << "\n    “"
            << printable(sentence_around(text, claim.begin, claim.end)) << "”\n    " << (en ? check.en : check.zh)
            << "\n";
  if (check.verdict == RecordVerdict::DIFFERS && check.figure) {
    const auto& definition = en ? check.figure->definition_en : check.figure->definition_zh;
    if (!definition.empty()) std::cout << "    " << (en ? "Definition: " : "口径:") << definition << "\n";
  }
}

void print_text(const Options& options, const Reading& reading, const RecordChecks& checks,
                const indicators::Catalogue& catalogue) {
  const bool en = english(options);
  TerminalOptions terminal;
  terminal.language = en ? Language::EN : Language::ZH;
  terminal.text = false;
  write_reading_terminal(std::cout, options.file, reading, catalogue, terminal);
  std::map<RecordVerdict, std::size_t> counts;
  std::map<std::string, std::size_t> reasons;
  std::cout << "\n" << (en ? "Beside the records" : "与记录比较") << "\n";
  for (const auto verdict : {RecordVerdict::DIFFERS, RecordVerdict::AGREES, RecordVerdict::CANNOT_TELL}) {
    for (std::size_t i = 0; i < reading.claims.size(); ++i) {
      const auto& check = checks.claims[i];
      if (!is_claim(reading.claims[i].kind) || check.verdict != verdict) continue;
      ++counts[verdict];
      if (verdict == RecordVerdict::CANNOT_TELL) ++reasons[check.reason];
      if (verdict == RecordVerdict::CANNOT_TELL && !options.all) continue;
      print_figure(reading, i, check, catalogue, en);
    }
  }
  if (en) {
    std::cout << fmt::format("{} agree, {} differ, {} cannot be told", counts[RecordVerdict::AGREES],
                             counts[RecordVerdict::DIFFERS], counts[RecordVerdict::CANNOT_TELL]);
  } else {
    std::cout << fmt::format("{} 个相符,{} 个不符,{} 个无法判断", counts[RecordVerdict::AGREES],
                             counts[RecordVerdict::DIFFERS], counts[RecordVerdict::CANNOT_TELL]);
  }
  static const std::map<std::string, std::pair<const char*, const char*>> words{
      {"no_indicator", {"没有对应的指标", "no indicator"}},
      {"not_recorded", {"还没有这类记录", "no such records yet"}},
      {"no_period", {"年份不明或没有记录", "year not known"}},
      {"of_a_part", {"只说一部分", "of a part"}},
      {"other_time", {"不是这一年的数", "of another time"}},
      {"other_body", {"不是本会的数", "of another body"}},
      {"planned", {"计划或目标", "planned"}},
      {"not_comparable", {"不能直接比较", "not comparable"}},
      {"no_value", {"没有可计算的数", "nothing to compute from"}}};
  bool first = true;
  for (const auto& [reason, count] : reasons) {
    const auto word = words.find(reason);
    const std::string told = word == words.end() ? reason : en ? word->second.second : word->second.first;
    std::cout << (first ? (en ? " (" : "(") : (en ? ", " : "、")) << told << " " << count;
    first = false;
  }
  if (!reasons.empty()) std::cout << (en ? ")" : ")");
  std::cout << "\n";
  if (!reasons.empty() && !options.all) {
    std::cout << (en ? "--all lists those, too.\n" : "加 --all 列出无法判断的数字。\n");
  }
}

int check(const Options& options) {
  const auto pack = load_pack(options.pack);
  const auto catalogue = load_catalogue(options.pack);
  auto document = text::read_document_file(options.file);
  store::DatabaseOptions readonly;
  readonly.read_only = true;
  readonly.create = false;
  const auto database = open_database(options.database, readonly);
  ReadOptions read;
  read.meaning.year = options.year;
  const Id committee = database->read([&](store::Connection& db) {
    const Id found = committee_of(db, options.committee);
    for (const auto& mapping : mappings_of(db, found)) {
      read.meaning.learned.push_back({mapping.words, mapping.unit, mapping.indicator});
    }
    return found;
  });
  const auto reading = read_report(std::move(document), catalogue, read);
  CheckOptions wanted;
  wanted.year = options.year;
  if (options.basis == "session") wanted.basis = indicators::PeriodBasis::SESSION;
  if (options.basis == "calendar") wanted.basis = indicators::PeriodBasis::CALENDAR_YEAR;
  const auto checks = database->read([&](store::Connection& db) {
    return check_records(reading, catalogue, records_of(db, committee, *pack), wanted);
  });
  if (options.as_json) {
    print_json(options, reading, checks, catalogue);
  } else {
    print_text(options, reading, checks, catalogue);
  }
  const bool differs = std::any_of(checks.claims.begin(), checks.claims.end(),
                                   [](const RecordCheck& one) { return one.verdict == RecordVerdict::DIFFERS; });
  const bool fails = std::any_of(reading.checks.begin(), reading.checks.end(),
                                 [](const Check& one) { return one.verdict == CheckVerdict::FAILS; });
  return differs || fails ? exit_does_not_hold : exit_done;
}

}  // namespace

void add_check_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  auto& command =
      *app.add_subcommand("check", "核对报告:每个数字与记录比较 / compare each figure of a report with the records");
  command.add_option("file", options->file, "文件 / File (txt, html, docx, pdf)")->required();
  add_committee_option(command, options->committee);
  command.add_option("--year", options->year, "报告的年份 / The year of the report")
      ->required()
      ->check(CLI::Range(1949, 2199));
  command
      .add_option("--basis", options->basis,
                  "“某年”怎样统计:session 届次,calendar 自然年;缺省取相符较多的 / What a year means; by default what "
                  "more figures agree with")
      ->check(CLI::IsMember({"session", "calendar"}));
  command.add_flag("--all", options->all, "也列出无法判断的数字 / List the figures that cannot be told, too");
  command.add_flag("--json", options->as_json, "输出 JSON / JSON, as of read, each claim with its record");
  command.add_option("--language", options->language, "zh | en")->check(CLI::IsMember({"zh", "en"}));
  add_database_option(command, options->database);
  add_pack_option(command, options->pack);
  on_call(command, [options] { return check(*options); });
}

}  // namespace yizheng::cli
