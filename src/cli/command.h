// What the subcommands share. Each file of this room offers `void add_…_command(CLI::App& app)`; main calls them all,
// parses, and ends with exit_code().
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/problem.h"
#include "store/database.h"
#include "store/migrations.h"

namespace yizheng::cli {

enum ExitCode { DONE = 0, DOES_NOT_HOLD = 1, WRONG_USE = 2, ENVIRONMENT_FAILED = 3 };

// Runs `body` when the subcommand is chosen and keeps what it returns. A Problem is printed in both languages: one of
// status 4xx means wrong use, any other that the environment failed; so does every other exception.
void on_chosen(CLI::App& command, std::function<int()> body);
int exit_code();

// Prints a Problem as people read it: Chinese, then English, to standard error.
void print(const Problem& problem);
int exit_code_of(const Problem& problem);

// Adds --database sqlite:PATH|postgresql://…, also read from $YIZHENG_DATABASE.
void add_database_option(CLI::App& command, std::string& url);

// Every room's migrations, in order.
const std::vector<store::Migration>& all_migrations();

// Opens a database and brings it to the newest version. `create`: make an SQLite file that does not exist.
std::unique_ptr<store::Database> open_database(const std::string& url, bool create = false);

}  // namespace yizheng::cli
