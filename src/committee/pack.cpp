#include "committee/pack.h"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace yizheng::committee {
namespace {

template <class Rows>
auto find_code(const Rows& rows, std::string_view code) -> decltype(rows.data()) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.code == code; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const Role* Pack::role(std::string_view wanted) const { return find_code(roles, wanted); }

const Choice* Pack::choice(std::string_view list, std::string_view wanted) const {
  const auto found = lists.find(std::string(list));
  return found == lists.end() ? nullptr : find_code(found->second, wanted);
}

const ResultClass* Pack::result_class(std::string_view wanted) const { return find_code(result_classes, wanted); }

const DeadlineRule& Pack::deadline(std::string_view wanted) const {
  const auto found = deadlines.find(std::string(wanted));
  if (found == deadlines.end()) throw std::logic_error("no deadline in the pack: " + std::string(wanted));
  return found->second;
}

std::string Pack::setting(std::string_view wanted, std::string_view otherwise) const {
  const auto found = settings.find(std::string(wanted));
  return found == settings.end() ? std::string(otherwise) : found->second;
}

namespace {

constexpr std::string_view supervision = "supervision.";

std::vector<std::string> items_of(const std::string& list) {
  std::vector<std::string> items;
  std::istringstream stream(list);
  for (std::string item; std::getline(stream, item, ',');) items.push_back(std::move(item));
  return items;
}

}  // namespace

std::vector<std::string> Pack::systems_of_office(std::string_view office) const {
  const auto found = settings.find(std::string(supervision).append(office));
  return found == settings.end() ? std::vector<std::string>{} : items_of(found->second);
}

std::vector<std::string> Pack::offices_of(std::string_view system) const {
  std::vector<std::string> offices;
  for (auto setting = settings.lower_bound(std::string(supervision));
       setting != settings.end() && setting->first.starts_with(supervision); ++setting) {
    const auto systems = items_of(setting->second);
    if (std::find(systems.begin(), systems.end(), system) != systems.end())
      offices.push_back(setting->first.substr(supervision.size()));
  }
  return offices;
}

std::string pack_folder(const std::string& code) {
  namespace fs = std::filesystem;
  std::vector<fs::path> places;
  if (const char* set = std::getenv("YIZHENG_PACKS")) {
    places.emplace_back(fs::path(set) / code);
  } else {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (fs::path up = program; !up.empty(); up = up.parent_path()) {
      places.push_back(up / "packs" / code);
      places.push_back(up / "share/yizheng/packs" / code);
      if (up == up.root_path()) break;
    }
  }
  std::string looked_at;
  for (const auto& place : places) {
    std::error_code error;
    if (fs::exists(place / "pack.toml", error)) return place.string();
    looked_at += (looked_at.empty() ? "" : ", ") + place.string();
  }
  throw Problem(
      500, "pack_missing",
      fmt::format("找不到规则包“{}”。请用 --pack 或环境变量 YIZHENG_PACKS 指明其所在文件夹。已查找:{}", code,
                  looked_at),
      fmt::format("The pack \"{}\" was not found. Name its folder with --pack or YIZHENG_PACKS. Looked at: {}", code,
                  looked_at));
}

std::shared_ptr<const Pack> load_pack(const std::string& code) {
  const auto folder = pack_folder(code);
  auto reading = read_pack(folder);
  if (reading.pack) return reading.pack;
  std::string zh, en;
  for (std::size_t i = 0; i < reading.faults.size() && i < 3; ++i) {
    const auto& fault = reading.faults[i];
    zh += fmt::format("{}:{} {} ", fault.file, fault.place, fault.zh);
    en += fmt::format("{}:{} {} ", fault.file, fault.place, fault.en);
  }
  throw Problem(
      500, "pack_faulty",
      fmt::format("规则包有 {} 处错误:{}请运行 yizheng pack check {} 查看全部。", reading.faults.size(), zh, folder),
      fmt::format("The pack has {} faults: {}Run yizheng pack check {} to see them all.", reading.faults.size(), en,
                  folder));
}

}  // namespace yizheng::committee
