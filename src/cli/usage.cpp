#include "cli/usage.h"

#include <fmt/format.h>

#include <string_view>

namespace yizheng::cli {
namespace {

// CLI11 tells errors in English alone; their number says enough for the Chinese line, the words behind it are quoted.
// (Their names do not: that of ExtrasError is the name of the command.)
struct Saying {
  CLI::ExitCodes code;
  std::string_view zh;
};
constexpr Saying sayings[] = {
    {CLI::ExitCodes::RequiredError, "缺少必需的参数"},     {CLI::ExitCodes::ExtrasError, "有不认识的参数"},
    {CLI::ExitCodes::ValidationError, "参数的值不对"},     {CLI::ExitCodes::ConversionError, "参数的值不对"},
    {CLI::ExitCodes::ArgumentMismatch, "参数的个数不对"},  {CLI::ExitCodes::RequiresError, "缺少与之配合的参数"},
    {CLI::ExitCodes::ExcludesError, "有不能同时用的参数"}, {CLI::ExitCodes::FileError, "不能读取文件"},
};

std::string_view chinese(int code) {
  for (const auto& saying : sayings) {
    if (static_cast<int>(saying.code) == code) return saying.zh;
  }
  return "命令不能理解";
}

}  // namespace

std::string command_reached(const CLI::App& app) {
  std::string words = app.get_name().empty() ? "yizheng" : app.get_name();
  for (const auto* next : app.get_subcommands()) return words + " " + command_reached(*next);
  return words;
}

Problem usage_problem(const CLI::ParseError& error, const std::string& command) {
  const bool no_command = command.find(' ') == std::string::npos &&
                          error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError);
  return Problem(
      400, "usage",
      no_command ? fmt::format("请写出要做什么,例如 {0} read 报告.txt。{0} --help 列出全部命令。", command)
                 : fmt::format("{}:{}。{} --help 说明用法。", chinese(error.get_exit_code()), error.what(), command),
      no_command ? fmt::format("Say what to do, as in {0} read report.txt; {0} --help lists all commands.", command)
                 : fmt::format("{}; {} --help tells the usage.", error.what(), command));
}

}  // namespace yizheng::cli
