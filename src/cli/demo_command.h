// `yizheng demo`: a complete, fictional district to look at and play with.
#pragma once

#include <CLI/CLI.hpp>

namespace yizheng::cli {

void add_demo_command(CLI::App& app);

}  // namespace yizheng::cli
