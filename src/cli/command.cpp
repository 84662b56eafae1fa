#include "cli/command.h"

#include <cstdio>

#include "committee/committee_migrations.h"
#include "identity/identity_migrations.h"

namespace yizheng::cli {
namespace {

int code_of_last_command = DONE;

}  // namespace

int exit_code() { return code_of_last_command; }

void print(const Problem& problem) {
  const auto field = problem.field.empty() ? "" : fmt::format(" ({})", problem.field);
  fmt::print(stderr, "{}{}\n{}{}\n", problem.zh, field, problem.en, field);
}

int exit_code_of(const Problem& problem) {
  return problem.status >= 400 && problem.status < 500 ? WRONG_USE : ENVIRONMENT_FAILED;
}

void on_chosen(CLI::App& command, std::function<int()> body) {
  command.callback([body = std::move(body)] {
    try {
      code_of_last_command = body();
    } catch (const Problem& problem) {
      print(problem);
      code_of_last_command = exit_code_of(problem);
    } catch (const std::exception& error) {
      fmt::print(stderr, "程序不能继续:{0}\nCannot go on: {0}\n", error.what());
      code_of_last_command = ENVIRONMENT_FAILED;
    }
    std::fflush(stdout);
  });
}

void add_database_option(CLI::App& command, std::string& url) {
  command.add_option("--database", url, "sqlite:PATH 或 postgresql://… / sqlite:PATH or postgresql://…")
      ->envname("YIZHENG_DATABASE")
      ->required();
}

const std::vector<store::Migration>& all_migrations() {
  static const std::vector<store::Migration> all = [] {
    std::vector<store::Migration> list;
    for (const auto* room :
         {&store::store_migrations(), &identity::identity_migrations(), &committee::committee_migrations()}) {
      list.insert(list.end(), room->begin(), room->end());
    }
    return list;
  }();
  return all;
}

std::unique_ptr<store::Database> open_database(const std::string& url, bool create) {
  store::DatabaseOptions options;
  options.create = create;
  auto database = store::Database::open(url, options);
  store::migrate(*database, all_migrations());
  return database;
}

}  // namespace yizheng::cli
