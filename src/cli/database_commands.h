// For the person on duty: migrate, ledger verify, doctor, openapi.
#pragma once

#include <CLI/CLI.hpp>

namespace yizheng::cli {

void add_migrate_command(CLI::App& app);
void add_ledger_command(CLI::App& app);
void add_doctor_command(CLI::App& app);
void add_openapi_command(CLI::App& app);

}  // namespace yizheng::cli
