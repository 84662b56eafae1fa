#include "base/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>

namespace yizheng::log {

void start(const std::string& level) {
  auto logger = spdlog::stderr_color_mt("yizheng");
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %^%l%$ %v");
  logger->set_level(spdlog::level::from_str(level));
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace yizheng::log
