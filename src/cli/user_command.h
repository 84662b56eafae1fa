// yizheng user create | reset | grant | list: accounts from the machine itself, among them the first administrators.
#pragma once

#include <CLI/CLI.hpp>

namespace yizheng::cli {

void add_user_command(CLI::App& app);

}  // namespace yizheng::cli
