// `yizheng import proposals FILE.csv|.xlsx`: loads a year of proposals, with a dry run first.
#pragma once

#include <CLI/CLI.hpp>

namespace yizheng::cli {

void add_import_command(CLI::App& app);

}  // namespace yizheng::cli
