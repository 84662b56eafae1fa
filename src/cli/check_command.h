#pragma once

#include <CLI/CLI.hpp>

namespace yizheng::cli {

void add_check_command(CLI::App& app);

}  // namespace yizheng::cli
