#include "cli/database_commands.h"

#include <iostream>

#include "cli/application.h"
#include "cli/command.h"
#include "store/ledger.h"

namespace yizheng::cli {
namespace {

store::DatabaseOptions for_inspection() {
  store::DatabaseOptions options;
  options.read_only = true;
  options.create = false;
  return options;
}

int verify(const std::string& url) {
  const auto database = open_database(url, for_inspection());
  const auto report = database->read([](store::Connection& db) { return store::verify_ledger(db); });
  for (const auto& fault : report.faults) {
    std::cout << fault.zh << "\n" << fault.en << "\n";
  }
  if (!report.faults.empty()) return exit_does_not_hold;
  std::cout << "操作台账完整,共 " << report.entries << " 条,末条校验值 " << report.head_hash << "\n"
            << "The ledger holds: " << report.entries << " entries, last hash " << report.head_hash << "\n";
  return exit_done;
}

int examine(const std::string& url) {
  const auto database = open_database(url, for_inspection());
  return database->read([](store::Connection& db) {
    const auto count = [&](const char* table) {
      return *db.select_one<std::int64_t>(std::string("SELECT COUNT(*) FROM ") + table);
    };
    std::cout << "引擎 engine: " << (db.engine() == store::Engine::SQLITE ? "SQLite" : "PostgreSQL") << "\n";
    for (const char* table : {"committees", "accounts", "proposals", "ledger", "notices"}) {
      std::cout << table << ": " << count(table) << "\n";
    }
    if (db.engine() == store::Engine::SQLITE) {
      const auto state = db.select_one<std::string>("PRAGMA quick_check(1)").value_or("");
      std::cout << "quick_check: " << state << "\n";
      if (state != "ok") return exit_does_not_hold;
    }
    const auto report = store::verify_ledger(db);
    for (const auto& fault : report.faults) std::cout << fault.zh << "\n" << fault.en << "\n";
    std::cout << "ledger: " << (report.faults.empty() ? "ok" : "DOES NOT HOLD") << "\n";
    return report.faults.empty() ? exit_done : exit_does_not_hold;
  });
}

}  // namespace

void add_migrate_command(CLI::App& app) {
  auto url = std::make_shared<std::string>();
  auto& command = *app.add_subcommand("migrate", "升级数据库结构 / bring a database to this program's version");
  add_database_option(command, *url);
  on_call(command, [url] {
    open_database(*url);
    std::cout << "数据库已是最新结构。\nThe database is current.\n";
    return exit_done;
  });
}

void add_ledger_command(CLI::App& app) {
  auto& ledger = *app.add_subcommand("ledger", "操作台账 / the ledger of actions");
  ledger.require_subcommand(1);
  auto url = std::make_shared<std::string>();
  auto& command =
      *ledger.add_subcommand("verify", "核验操作台账:发现并定位任何改动 / find and locate any change to the ledger");
  add_database_option(command, *url);
  on_call(command, [url] { return verify(*url); });
}

void add_doctor_command(CLI::App& app) {
  auto url = std::make_shared<std::string>();
  auto& command = *app.add_subcommand("doctor", "检查数据库是否健康 / check the health of a database");
  add_database_option(command, *url);
  on_call(command, [url] { return examine(*url); });
}

void add_openapi_command(CLI::App& app) {
  auto& command = *app.add_subcommand("openapi", "输出接口说明(OpenAPI 3.1)/ print the API description");
  on_call(command, [] {
    std::cout << json::serialize(openapi_document()) << "\n";
    return exit_done;
  });
}

}  // namespace yizheng::cli
