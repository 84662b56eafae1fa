// yizheng bench-data: the data that ./yz bench measures with.
#pragma once

#include <CLI/CLI.hpp>

namespace yizheng::cli {

void add_bench_data_command(CLI::App& app);

}  // namespace yizheng::cli
