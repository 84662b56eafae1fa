// yizheng serve: the program on duty.
#pragma once

#include <CLI/CLI.hpp>

namespace yizheng::cli {

void add_serve_command(CLI::App& app);

}  // namespace yizheng::cli
