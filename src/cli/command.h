// What every subcommand shares: --database, exit codes, faults told in both languages.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "committee/pack.h"
#include "indicators/catalogue.h"
#include "store/database.h"
#include "store/migrations.h"

namespace yizheng::cli {

// ARCHITECTURE.md "The command line".
inline constexpr int exit_done = 0;
inline constexpr int exit_does_not_hold = 1;       // the thing checked does not hold
inline constexpr int exit_wrong_use = 2;           // the command or its input must be changed
inline constexpr int exit_environment_failed = 3;  // the database, the disk or the network failed

// The migrations of all rooms, in their order.
std::vector<store::Migration> all_migrations();

// --database sqlite:PATH|postgresql://… (or the variable YIZHENG_DATABASE), required.
CLI::Option* add_database_option(CLI::App& command, std::string& url);
// --committee CODE, required.
CLI::Option* add_committee_option(CLI::App& command, std::string& code);
// --pack FOLDER; without it the pack shipped with the program.
CLI::Option* add_pack_option(CLI::App& command, std::string& folder);

// Opens a database and brings it up to date; tells on standard error what was applied. A read-only one is only checked:
// Problem 503 `migrations_pending` where something waits.
std::unique_ptr<store::Database> open_database(const std::string& url, const store::DatabaseOptions& options = {});

// The committee of a code; Problem 404 that names the ones there are.
Id committee_of(store::Connection& db, const std::string& code);

// The folder of the pack shipped with the program (committee::pack_folder).
std::string shipped_pack();
// Reads a pack, "" for the shipped one; Problem 422 `pack_faulty` lists the first faults.
std::shared_ptr<const committee::Pack> load_pack(const std::string& folder);

// The catalogue of figures of the same pack.
indicators::Catalogue load_catalogue(const std::string& folder);

// Makes `command` run `body` when it is the one named, and end the program with its exit code. A Problem goes to
// standard error in both languages: status 5xx ends with 3, any other with 2.
void on_call(CLI::App& command, std::function<int()> body);

// Parses the command line, runs the command, returns the exit code.
int run(CLI::App& app, int argc, const char* const* argv);

}  // namespace yizheng::cli
