#include <filesystem>
#include <fstream>

#include "committee/pack_check.h"
#include "committee/pack_table.h"

namespace yizheng::committee {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 1 << 20;

class PackReader {
 public:
  PackReading read(const std::string& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      // The catalogue of figures is read and checked by the room that knows it: src/indicators/catalogue_reader.cpp.
      if (it->path().filename() == "indicators.toml") continue;
      if (it->path().extension() == ".toml") files.push_back(it->path());
    }
    if (error || files.empty()) {
      faults_.add(folder, 0, "", "这个文件夹不存在、不能读取,或其中没有 .toml 文件。请核对路径。",
                  "This folder does not exist, cannot be read, or holds no .toml file. Check the path.");
      return {nullptr, faults_.sorted()};
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) read_file(file);
    if (!pack_seen_) {
      faults_.add("pack.toml", 0, "pack", "缺少 [pack] 一节(code 和 version)。",
                  "The section [pack] (code and version) is missing.");
    }
    check_pack(pack_, places_, faults_);
    if (!faults_.empty()) return {nullptr, faults_.sorted()};
    return {std::make_shared<const Pack>(std::move(pack_)), {}};
  }

 private:
  void read_file(const fs::path& path) {
    file_ = path.filename().string();
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error || size > largest_file) {
      faults_.add(file_, 0, "", "不能读取,或超过 1 MiB。", "Cannot be read, or is larger than 1 MiB.");
      return;
    }
    std::ifstream in(path, std::ios::binary);
    std::string content(size, '\0');
    if (!in.read(content.data(), static_cast<std::streamsize>(size)) && size != 0) {
      faults_.add(file_, 0, "", "不能读取,请检查权限。", "Cannot be read. Check its permissions.");
      return;
    }
    try {
      document(toml::parse(content, file_));
    } catch (const toml::parse_error& wrong) {
      faults_.add(file_, static_cast<long>(wrong.source().begin.line), "",
                  fmt::format("不是有效的 TOML:{}", wrong.description()),
                  fmt::format("Not valid TOML: {}", wrong.description()));
    }
  }

  void document(const toml::table& root) {
    for (const auto& [key, node] : root) {
      const std::string name(key.str());
      const auto* table = node.as_table();
      const auto* array = node.as_array();
      if (name == "pack" && table) {
        header(*table);
      } else if (name == "settings" && table) {
        settings(*table);
      } else if (name == "text_limits" && table) {
        text_limits(*table);
      } else if (name == "permissions" && table) {
        permissions(*table);
      } else if (name == "lists" && table) {
        for (const auto& [list, rows] : *table) choices(std::string(list.str()), rows);
      } else if (name == "deadline" && table) {
        for (const auto& [code, rule] : *table) deadline(std::string(code.str()), rule);
      } else if (name == "role" && array) {
        each_row(name, *array, [&](PackTable& row) { role(row); });
      } else if (name == "result_class" && array) {
        each_row(name, *array, [&](PackTable& row) { result_class(row); });
      } else if (name == "calendar_year" && array) {
        each_row(name, *array, [&](PackTable& row) { calendar_year(row); });
      } else {
        faults_.add(file_, line_of(node), name, fmt::format("“{}”不是规则包的章节,请删除或核对写法。", name),
                    fmt::format("\"{}\" is no section of a pack. Remove it or check how it is written.", name));
      }
    }
  }

  static long line_of(const toml::node& node) { return static_cast<long>(node.source().begin.line); }

  // Notes where something was read; false, with a fault, where it was read before.
  bool first(const std::string& path, long line) {
    const auto [place, added] = places_.emplace(path, PackPlace{file_, line});
    if (!added) {
      faults_.add(file_, line, path, fmt::format("重复:{} 第 {} 行已有。", place->second.file, place->second.line),
                  fmt::format("Given twice: also at {}, line {}.", place->second.file, place->second.line));
    }
    return added;
  }

  const toml::table* as_table(const std::string& path, const toml::node& node) {
    if (const auto* table = node.as_table()) return table;
    faults_.add(file_, line_of(node), path, "这里应是一个表 { … }。", "A table { … } is wanted here.");
    return nullptr;
  }

  template <class F>
  void each_row(const std::string& path, const toml::array& rows, F f) {
    for (const auto& node : rows) {
      const toml::table* table = as_table(path, node);
      if (table == nullptr) continue;
      const auto code = (*table)["code"].value<std::string>();
      PackTable row(faults_, file_, *table, code ? path + "." + *code : path);
      f(row);
      row.refuse_unknown_keys();
    }
  }

  void header(const toml::table& table) {
    PackTable row(faults_, file_, table, "pack");
    pack_seen_ = first("pack", row.line());
    pack_.code = row.text("code");
    pack_.version = row.text("version");
    row.refuse_unknown_keys();
  }

  void settings(const toml::table& table) {
    for (const auto& [key, node] : table) {
      const std::string name(key.str()), path = "settings." + name;
      if (!first(path, line_of(node))) continue;
      if (name.starts_with("supervision.")) {  // checked with the roles and systems there are
        if (const auto value = node.value_exact<std::string>()) {
          pack_.settings.emplace(name, *value);
        } else {
          faults_.add(file_, line_of(node), path, "应为文字:系统代码,用逗号分隔。",
                      "Must be a text: codes of systems, separated by commas.");
        }
        continue;
      }
      const auto known = known_settings().find(name);
      if (known == known_settings().end()) {
        faults_.add(file_, line_of(node), path, "没有这项设置,请删除或核对拼写。",
                    "There is no such setting. Remove it or check its spelling.");
        continue;
      }
      const auto value = node.value_exact<std::string>();
      const auto& values = known->second;
      if (!value || std::find(values.begin(), values.end(), *value) == values.end()) {
        faults_.add(file_, line_of(node), path, fmt::format("应为下列之一:{}。", fmt::join(values, "、")),
                    fmt::format("Must be one of: {}.", fmt::join(values, ", ")));
        continue;
      }
      pack_.settings.emplace(name, *value);
    }
  }

  void text_limits(const toml::table& table) {
    PackTable row(faults_, file_, table, "text_limits");
    if (!first("text_limits", row.line())) return;
    auto& limits = pack_.text_limits;
    limits.title_max = row.integer("title_max", 1, 1000);
    limits.body_min = row.integer("body_min", 0, 100'000);
    limits.body_max = row.integer("body_max", 1, 100'000);
    limits.title_hard_max = row.integer("title_hard_max", 1, 1000);
    limits.body_hard_max = row.integer("body_hard_max", 1, 100'000);
    row.refuse_unknown_keys();
  }

  void permissions(const toml::table& table) {
    for (const auto& [key, node] : table) {
      const std::string code(key.str()), path = "permissions." + code;
      const auto* labels = as_table(path, node);
      if (labels == nullptr || !first(path, line_of(node))) continue;
      PackTable row(faults_, file_, *labels, path);
      pack_.permissions.emplace(code, row.label());
      row.refuse_unknown_keys();
    }
  }

  void choices(const std::string& name, const toml::node& node) {
    const std::string path = "lists." + name;
    const auto* rows = node.as_array();
    if (rows == nullptr || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string::npos) {
      faults_.add(file_, line_of(node), path, "列表名应为小写字母和下划线,内容应为 [ … ]。",
                  "A list's name is small letters and _, its content [ … ].");
      return;
    }
    if (!first(path, line_of(node))) return;
    auto& list = pack_.lists[name];
    each_row(path, *rows, [&](PackTable& row) {
      Choice choice{.code = row.code("code"), .title = row.label(), .active = row.flag("active", true)};
      if (!choice.code.empty() && first(path + "." + choice.code, row.line())) list.push_back(std::move(choice));
    });
  }

  void deadline(const std::string& code, const toml::node& node) {
    const std::string path = "deadline." + code;
    const auto* table = as_table(path, node);
    if (table == nullptr || !first(path, line_of(node))) return;
    if (!is_dotted_name(code)) {
      faults_.add(file_, line_of(node), path, "时限代码应由小写字母、下划线和点组成;带点的写在引号中。",
                  "A deadline's code is small letters, _ and dots; one with dots goes into quotes.");
      return;
    }
    PackTable row(faults_, file_, *table, path);
    DeadlineRule rule;
    rule.code = code;
    rule.title = row.label();
    const auto unit = parse_enum<DeadlineUnit>(row.text("unit"));
    if (!unit) row.fault("unit 应为 WORKDAYS、DAYS 或 MONTHS。", "unit must be WORKDAYS, DAYS or MONTHS.", "unit");
    rule.unit = unit.value_or(DeadlineUnit::WORKDAYS);
    rule.count = row.integer("count", 1, rule.unit == DeadlineUnit::MONTHS ? 60 : 1000);
    rule.move_to_workday = row.flag("move_to_workday", true);
    rule.source = row.text("source_zh");
    rule.source_en = row.text("source_en");
    row.refuse_unknown_keys();
    pack_.deadlines.emplace(code, std::move(rule));
  }

  void role(PackTable& row) {
    Role role;
    role.code = row.code("code");
    role.title = row.label();
    for (auto& permission : row.texts("permissions")) {
      if (!role.permissions.insert(permission).second) {
        row.fault(fmt::format("权限“{}”写了两次。", permission),
                  fmt::format("The permission \"{}\" is given twice.", permission), "permissions");
      }
    }
    role.organisation_kind = row.optional_text("organisation_kind").value_or("");
    for (auto& other : row.texts("excludes", false)) role.excludes.insert(other);
    if (!role.code.empty() && first("role." + role.code, row.line())) pack_.roles.push_back(std::move(role));
  }

  void result_class(PackTable& row) {
    ResultClass result;
    result.code = row.code("code");
    result.title = row.label();
    result.counts_as_resolved = row.flag("counts_as_resolved", false);
    result.counts_as_planned = row.flag("counts_as_planned", false);
    result.tracked = row.flag("tracked", false);
    if (!result.code.empty() && first("result_class." + result.code, row.line())) {
      pack_.result_classes.push_back(std::move(result));
    }
  }

  void calendar_year(PackTable& row) {
    const int year = row.integer("year", 2000, 2100);
    row.text("source");
    row.optional_text("amended");
    const auto* holidays = row.array("holidays");
    if (!first(fmt::format("calendar_year.{}", year), row.line()) || holidays == nullptr) return;
    pack_.calendar.announced_years.insert(year);
    each_row(fmt::format("calendar_year.{}", year), *holidays, [&](PackTable& holiday) {
      const auto name = holiday.text("name");
      const auto from = holiday.date("from"), to = holiday.date("to");
      for (const Date day : holiday.dates("worked")) {
        if (day.iso_weekday() < 6) {
          holiday.fault(fmt::format("{} 不是星期六或星期日,不能是调休上班日。", to_string(day)),
                        fmt::format("{} is no Saturday or Sunday: it cannot be worked in exchange.", to_string(day)),
                        "worked");
        }
        special_day(holiday, year, day, {.name = name, .off = false});
      }
      if (!from || !to) return;
      if (*to < *from || *to - *from > 30) {
        holiday.fault("“to”应在“from”当日或之后 30 天以内。", "\"to\" must be on or within 30 days after \"from\".",
                      "to");
        return;
      }
      for (Date day = *from; day <= *to; day = day + 1) special_day(holiday, year, day, {.name = name, .off = true});
    });
  }

  void special_day(PackTable& row, int year, Date day, SpecialDay special) {
    // The announcement of a year reaches back into the last days before it, never further.
    if (day.year() != year && !(day.year() == year - 1 && day.month() == 12)) {
      row.fault(fmt::format("{} 不属于 {} 年的安排。", to_string(day), year),
                fmt::format("{} does not belong to the arrangement of {}.", to_string(day), year));
    } else if (!pack_.calendar.special_days.emplace(day, std::move(special)).second) {
      row.fault(fmt::format("{} 出现了两次。", to_string(day)), fmt::format("{} is given twice.", to_string(day)));
    }
  }

  std::string file_;
  Pack pack_;
  PackPlaces places_;
  PackFaults faults_;
  bool pack_seen_ = false;
};

}  // namespace

PackReading read_pack(const std::string& folder) { return PackReader().read(folder); }

}  // namespace yizheng::committee
