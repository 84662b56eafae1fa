#include "cli/command.h"

#include <filesystem>
#include <iostream>

#include "base/problem.h"
#include "cli/usage.h"
#include "committee/choices.h"
#include "committee/committee_migrations.h"
#include "identity/identity_migrations.h"
#include "proposals/proposal_migrations.h"
#include "reports/report_migrations.h"

namespace yizheng::cli {
namespace {

namespace fs = std::filesystem;

void tell(const Problem& problem) {
  std::cerr << problem.zh << "\n" << problem.en << "\n[" << problem.code;
  if (!problem.field.empty()) std::cerr << " " << problem.field;
  std::cerr << "]\n";
}

}  // namespace

std::vector<store::Migration> all_migrations() {
  std::vector<store::Migration> all;
  for (const auto* room :
       {&store::store_migrations(), &identity::identity_migrations(), &committee::committee_migrations(),
        &committee::choice_migrations(), &proposals::proposal_migrations(), &reports::report_migrations()}) {
    all.insert(all.end(), room->begin(), room->end());
  }
  return all;
}

CLI::Option* add_database_option(CLI::App& command, std::string& url) {
  return command.add_option("--database", url, "数据库 / the database: sqlite:PATH | postgresql://…")
      ->envname("YIZHENG_DATABASE")
      ->required();
}

CLI::Option* add_committee_option(CLI::App& command, std::string& code) {
  return command.add_option("--committee", code, "政协组织代码 / the committee's code")->required();
}

CLI::Option* add_pack_option(CLI::App& command, std::string& folder) {
  return command.add_option("--pack", folder, "规则包文件夹 / the folder of the pack (default: the one shipped)");
}

std::unique_ptr<store::Database> open_database(const std::string& url, const store::DatabaseOptions& options) {
  auto database = store::Database::open(url, options);
  const auto migrations = all_migrations();
  if (options.read_only) {
    if (!store::is_current(*database, migrations)) {
      throw Problem(503, "migrations_pending", "数据库结构不是本程序的版本。请先运行 yizheng migrate。",
                    "The database is not at this program's version; run yizheng migrate first.");
    }
    return database;
  }
  for (const auto& title : store::migrate(*database, migrations)) {
    std::cerr << "数据库升级 / migrated: " << title << "\n";
  }
  return database;
}

Id committee_of(store::Connection& db, const std::string& code) {
  if (const auto found = db.select_one<Id>("SELECT committee_id FROM committees WHERE code = ?", code)) return *found;
  std::string known;
  for (const auto& other : db.select<std::string>("SELECT code FROM committees ORDER BY code LIMIT 20")) {
    known += (known.empty() ? "" : ", ") + other;
  }
  throw Problem(404, "committee_unknown",
                "没有代码为“" + code + "”的政协组织。" +
                    (known.empty() ? "请先用 yizheng committee create 建立。" : "现有代码:" + known + "。"),
                "There is no committee with the code '" + code + "'. " +
                    (known.empty() ? "Make one with yizheng committee create." : "There are: " + known + "."),
                "--committee");
}

std::string shipped_pack() { return committee::pack_folder("default"); }

std::shared_ptr<const committee::Pack> load_pack(const std::string& given) {
  const auto folder = given.empty() ? shipped_pack() : given;
  auto reading = committee::read_pack(folder);
  if (reading.pack) return reading.pack;
  std::string zh = "规则包 " + folder + " 有误,请改正后重试(yizheng pack check 列出全部):";
  std::string en = "The pack " + folder + " is faulty; correct it and try again (yizheng pack check lists everything):";
  for (std::size_t i = 0; i < reading.faults.size() && i < 5; ++i) {
    const auto& fault = reading.faults[i];
    zh += "\n  " + fault.file + " " + fault.place + ": " + fault.zh;
    en += "\n  " + fault.file + " " + fault.place + ": " + fault.en;
  }
  throw Problem(422, "pack_faulty", zh, en, "--pack");
}

indicators::Catalogue load_catalogue(const std::string& given) {
  const auto folder = given.empty() ? shipped_pack() : given;
  load_pack(given);  // tells a missing or faulty pack in the same words everywhere
  return indicators::read_catalogue(folder);
}

void on_call(CLI::App& command, std::function<int()> body) {
  command.callback([body = std::move(body)] {
    int code = exit_done;
    try {
      code = body();
    } catch (const Problem& problem) {
      tell(problem);
      code = problem.status >= 500 ? exit_environment_failed : exit_wrong_use;
    } catch (const CLI::Error&) {
      throw;
    } catch (const std::exception& failure) {
      std::cerr << "程序出错,请将下面一行报告给维护者:\nThe program failed; report this line to its maintainers:\n"
                << failure.what() << "\n";
      code = exit_environment_failed;
    }
    if (code != exit_done) throw CLI::RuntimeError(code);
  });
}

int run(CLI::App& app, int argc, const char* const* argv) {
  app.require_subcommand(1);
  std::vector<const char*> words(argv, argv + argc);
  if (words.size() == 2 && std::string_view(words[1]) == "help") words[1] = "--help";
  try {
    app.parse(static_cast<int>(words.size()), words.data());
  } catch (const CLI::RuntimeError& end) {
    return end.get_exit_code();
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    tell(usage_problem(error, command_reached(app)));
    return exit_wrong_use;
  }
  return exit_done;
}

}  // namespace yizheng::cli
