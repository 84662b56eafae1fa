// Logging. One line an event, JSON fields where a machine reads it. Never pass passwords, tokens, cookies,
// names, telephone numbers or texts of records: ids only.
#pragma once

#include <spdlog/spdlog.h>

#include <string>

namespace yizheng::log {

// `level`: trace, debug, info, warn, error. Writes to standard error.
void start(const std::string& level);

using spdlog::debug;
using spdlog::error;
using spdlog::info;
using spdlog::warn;

}  // namespace yizheng::log
