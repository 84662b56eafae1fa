#include "cli/pack_command.h"

#include <filesystem>

#include "cli/command.h"
#include "committee/pack.h"
#include "indicators/catalogue.h"

namespace yizheng::cli {
namespace {

int check(const std::string& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    throw Problem(404, "not_found", fmt::format("没有文件夹“{}”,请核对路径。", folder),
                  fmt::format("There is no folder \"{}\". Check the path.", folder));
  }
  const auto reading = committee::read_pack(folder);
  const auto figures = indicators::check_catalogue(folder);
  auto faults = reading.faults;
  faults.insert(faults.end(), figures.faults.begin(), figures.faults.end());
  for (const auto& fault : faults) {
    fmt::print("{}:{}\n  {}\n  {}\n", (std::filesystem::path(folder) / fault.file).string(), fault.place, fault.zh,
               fault.en);
  }
  if (!faults.empty()) {
    fmt::print("规则包有 {0} 处错误。\nThe pack has {0} faults.\n", faults.size());
    return exit_does_not_hold;
  }
  const auto& pack = *reading.pack;
  const auto& years = pack.calendar.announced_years;
  const auto span = years.empty() ? std::string("-") : fmt::format("{}–{}", *years.begin(), *years.rbegin());
  fmt::print("规则包 {} {} 有效:{} 个角色、{} 项权限、{} 个列表、{} 个时限、日历 {}。\n", pack.code, pack.version,
             pack.roles.size(), pack.permissions.size(), pack.lists.size(), pack.deadlines.size(), span);
  fmt::print(
      "The pack {} {} holds: {} roles, {} permissions, {} lists, {} deadlines, {} indicators, "
      "calendar {}.\n",
      pack.code, pack.version, pack.roles.size(), pack.permissions.size(), pack.lists.size(), pack.deadlines.size(),
      figures.catalogue->all().size(), span);
  return exit_done;
}

}  // namespace

void add_pack_command(CLI::App& app) {
  auto* pack = app.add_subcommand("pack", "规则包 / The rules of a committee");
  pack->require_subcommand(1);
  auto* command = pack->add_subcommand("check", "检查规则包,指出每处错误 / Check a pack and locate every fault");
  auto folder = std::make_shared<std::string>();
  command->add_option("dir", *folder, "规则包文件夹;不写则检查随程序提供的 / Its folder; the one shipped if absent");
  on_call(*command, [folder] { return check(folder->empty() ? shipped_pack() : *folder); });
}

}  // namespace yizheng::cli
