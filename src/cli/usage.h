// What is said of a command line that cannot be understood, in Chinese and English.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "base/problem.h"

namespace yizheng::cli {

// Problem 400 `usage`: what is wrong with the words as CLI11 tells it, and how to see the right ones. `command` is as
// far as the words were understood: "yizheng read".
Problem usage_problem(const CLI::ParseError& error, const std::string& command);

// "yizheng", or "yizheng user add": the names of the subcommands that were reached.
std::string command_reached(const CLI::App& app);

}  // namespace yizheng::cli
