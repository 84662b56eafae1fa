#include "cli/import_command.h"

#include <filesystem>

#include "cli/command.h"
#include "committee/rules.h"
#include "proposals/proposal_import.h"
#include "store/search.h"
#include "text/table_reader.h"

namespace yizheng::cli {
namespace {

struct Options {
  std::string file, committee, database, session, pack;
  bool dry_run = false;
};

std::string some(const std::vector<std::string>& names, std::uint64_t all) {
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < 10; ++i) list += (i == 0 ? "" : "、") + names[i];
  if (all > 10) list += " …";
  return list;
}

void print_report(const proposals::ImportReport& report, bool dry_run) {
  for (const auto& note : report.notes) {
    if (note.line == 0) {
      fmt::print("提示:{} / Note: {}\n", note.zh, note.en);
    } else {
      fmt::print("提示:第 {0} 行 {1} / Note: line {0}: {2}\n", note.line, note.zh, note.en);
    }
  }
  if (!report.ignored_columns.empty()) {
    const auto names = some(report.ignored_columns, report.ignored_columns.size());
    fmt::print("没有读的列:{0} / Columns not read: {0}\n", names);
  }
  for (const auto line : report.joined_titles) {
    fmt::print("提示:第 {0} 行案由跨行,已连成一行 / Note: line {0}: the title broke over lines and was joined\n", line);
  }
  if (report.unnamed_cosigners != 0) {
    fmt::print(
        "提示:{0} 件联名提案只写了人数(“等N人”),未列出的联名人没有登记\n"
        "Note: {0} joint proposals give only the number of co-signers; those not named are not entered\n",
        report.unnamed_cosigners);
  }
  if (!report.new_sessions.empty()) {
    const auto names = some(report.new_sessions, report.new_sessions.size());
    fmt::print("{1}届次:{0} / Sessions {2}: {0}\n", names, dry_run ? "将新建" : "新建",
               dry_run ? "to be made" : "made");
  }
  if (!report.new_categories.empty()) {
    const auto names = some(report.new_categories, report.new_categories.size());
    fmt::print("{2} {1} 个类别:{0} / {1} categories {3}: {0}\n", names, report.new_categories.size(),
               dry_run ? "将新增" : "新增", dry_run ? "to be added" : "added");
  }
  if (report.persons != 0) {
    fmt::print("{2} {1} 位委员(没有账号):{0} / {1} members without account {3}: {0}\n",
               some(report.new_persons, report.persons), report.persons, dry_run ? "将登记" : "登记",
               dry_run ? "to be entered" : "entered");
  }
  for (const auto& [name, kind] : report.new_organisations) {
    fmt::print("{2}提案单位:{0}(按名称判断为 {1}) / Organisation {3}: {0} (by its name: {1})\n", name, kind,
               dry_run ? "将登记" : "登记", dry_run ? "to be entered" : "entered");
  }
  for (const auto& [name, count] : report.by_session) fmt::print("  {} {} 件\n", name, count);
  for (const auto& [name, count] : report.by_category) fmt::print("  {} {} 件\n", name, count);
  for (const auto& [kind, count] : report.by_kind) fmt::print("  {} {} 件\n", enum_name(kind), count);
  if (dry_run) {
    fmt::print(
        "试运行:共 {0} 行,可导入 {1},已有 {2},不能导入 {3}。没有写入任何内容。\n"
        "Dry run: {0} rows, {1} can be imported, {2} are there already, {3} are refused. Nothing was written.\n",
        report.rows, report.imported, report.known, report.refused);
  } else {
    fmt::print(
        "共 {0} 行,导入 {1},已有 {2},不能导入 {3}。\n"
        "{0} rows: {1} imported, {2} there already, {3} refused.\n",
        report.rows, report.imported, report.known, report.refused);
  }
}

int import_file(const Options& options) {
  auto table = text::open_table(options.file);
  auto database = open_database(options.database);
  proposals::ImportOptions wanted;
  wanted.committee = database->read(
      [&](store::Connection& db) { return *committee::committee(db, committee_of(db, options.committee)); });
  wanted.dry_run = options.dry_run;
  wanted.session = options.session;
  wanted.source = std::filesystem::path(options.file).filename().string();
  committee::Rules rules(load_pack(options.pack));
  std::optional<store::Indexer> indexer;
  if (!options.dry_run) indexer.emplace(*database);
  const auto report =
      proposals::import_proposals(*database, rules, *table, wanted, [](const proposals::ImportFault& fault) {
        const auto field = fault.field.empty() ? "" : " " + fault.field;
        fmt::print("第 {0} 行{1}:{2} / line {0}{1}: {3}\n", fault.line, field, fault.zh, fault.en);
      });
  if (indexer) indexer->drain();
  print_report(report, options.dry_run);
  return report.refused == 0 ? exit_done : exit_does_not_hold;
}

}  // namespace

void add_import_command(CLI::App& app) {
  auto* import = app.add_subcommand("import", "导入数据 / Import records");
  import->require_subcommand(1);
  auto* command = import->add_subcommand("proposals", "导入提案(.csv 或 .xlsx) / Import proposals from .csv or .xlsx");
  auto options = std::make_shared<Options>();
  command->add_option("file", options->file, "文件 / File")->required();
  add_committee_option(*command, options->committee);
  command->add_option("--session", options->session,
                      "届次的编号或名称;缺省时按日期 / Id or title of the session; by date where absent");
  command->add_flag("--dry-run", options->dry_run, "只检查,不写入 / Check only, write nothing");
  add_database_option(*command, options->database);
  add_pack_option(*command, options->pack);
  on_call(*command, [options] { return import_file(*options); });
}

}  // namespace yizheng::cli
