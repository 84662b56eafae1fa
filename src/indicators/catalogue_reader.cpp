#include <filesystem>
#include <fstream>

#include "committee/pack_table.h"
#include "indicators/catalogue.h"
#include "indicators/figures.h"
#include "indicators/pattern.h"

namespace yizheng::indicators {
namespace {

namespace fs = std::filesystem;
using committee::PackTable;

constexpr std::uintmax_t largest_file = 1 << 20;
constexpr const char* file_name = "indicators.toml";

class CatalogueReader {
 public:
  CatalogueReading read(const std::string& folder) {
    const auto path = fs::path(folder) / file_name;
    std::error_code error;
    const auto size = fs::file_size(path, error);
    std::ifstream in(path, std::ios::binary);
    if (error || size > largest_file || !in) {
      faults_.add(file_name, 0, "", "规则包缺少指标目录 indicators.toml,或它不能读取、超过 1 MiB。",
                  "The pack has no catalogue indicators.toml, or it cannot be read or is larger than 1 MiB.");
      return {std::nullopt, faults_.sorted()};
    }
    std::string content(size, '\0');
    in.read(content.data(), static_cast<std::streamsize>(size));
    try {
      document(toml::parse(std::string_view(content), std::string_view(file_name)));
    } catch (const toml::parse_error& wrong) {
      faults_.add(file_name, static_cast<long>(wrong.source().begin.line), "",
                  fmt::format("不是有效的 TOML:{}", wrong.description()),
                  fmt::format("Not valid TOML: {}", wrong.description()));
    }
    if (!faults_.empty()) return {std::nullopt, faults_.sorted()};
    return {Catalogue(std::move(indicators_), implications_, masks_), {}};
  }

 private:
  void document(const toml::table& root) {
    PackTable top(faults_, file_name, root, "");
    masks_ = top.texts("masks", false);
    if (const auto* table = root["groups"].as_table()) groups(*table);
    if (const auto* rows = root["indicator"].as_array()) {
      for (const auto& node : *rows) {
        if (const auto* table = node.as_table()) indicator(*table);
      }
    }
    if (const auto* rows = root["implied"].as_array()) {
      for (const auto& node : *rows) {
        if (const auto* table = node.as_table()) implication(*table);
      }
    }
    for (const auto& [key, node] : root) {
      const auto name = key.str();
      const bool known = (name == "masks" && node.is_array()) || (name == "groups" && node.is_table()) ||
                         ((name == "indicator" || name == "implied") && node.is_array_of_tables());
      if (known) continue;
      faults_.add(file_name, static_cast<long>(node.source().begin.line), std::string(name),
                  fmt::format("“{}”不是指标目录的章节,请删除或核对写法。", name),
                  fmt::format("\"{}\" is no section of a catalogue. Remove it or check how it is written.", name));
    }
    if (indicators_.empty() && faults_.empty()) {
      faults_.add(file_name, 0, "indicator", "指标目录里没有一项 [[indicator]]。",
                  "The catalogue has no [[indicator]].");
    }
  }

  void groups(const toml::table& table) {
    PackTable rows(faults_, file_name, table, "groups");
    for (const auto& [key, node] : table) {
      const std::string name(key.str());
      auto words = rows.texts(name.c_str());
      if (words.empty()) rows.fault("词组里没有词。", "The group holds no words.", name.c_str());
      groups_.emplace(name, std::move(words));
    }
  }

  void indicator(const toml::table& table) {
    const auto code = table["code"].value<std::string>();
    PackTable row(faults_, file_name, table, code ? "indicator." + *code : "indicator");
    Indicator one;
    one.code = row.text("code");
    if (!one.code.empty() && !committee::is_dotted_name(one.code)) {
      row.fault(fmt::format("代码“{}”应由小写字母、_ 和 . 组成,如 proposals.filed。", one.code),
                fmt::format("The code \"{}\" must be small letters, _ and ., such as proposals.filed.", one.code),
                "code");
    }
    if (const auto [place, added] = lines_.emplace(one.code, row.line()); !added) {
      row.fault(fmt::format("代码“{}”在第 {} 行已有。", one.code, place->second),
                fmt::format("The code \"{}\" is already given at line {}.", one.code, place->second), "code");
    }
    const auto label = row.label();
    one.zh_hans = label.zh;
    one.zh_hant = label.zh_hant;
    one.en = label.en;
    one.units = row.texts("units");
    if (one.units.empty()) row.fault("至少要有一个单位。", "At least one unit is wanted.", "units");
    one.other_units = row.texts("other_units", false);
    one.definition_zh = row.text("definition_zh");
    one.definition_en = row.text("definition_en");
    words(row, one);
    statistic(row, one);
    row.refuse_unknown_keys();
    indicators_.push_back(std::move(one));
  }

  void words(PackTable& row, Indicator& one) {
    for (const auto& source : row.texts("words", false)) {
      PatternFault fault;
      if (auto pattern = read_pattern(source, groups_, fault)) {
        one.patterns.push_back(std::move(*pattern));
      } else {
        row.fault(fault.zh, fault.en, "words");
      }
    }
  }

  void statistic(PackTable& row, Indicator& one) {
    if (const auto name = row.optional_text("statistic")) {
      one.statistic = *name;
      if (!can_compute(one)) {
        row.fault(fmt::format("没有名为“{}”的统计,请核对拼写(见 docs/indicators.md)。", *name),
                  fmt::format("There is no statistic \"{}\"; check its spelling (docs/indicators.md).", *name),
                  "statistic");
      }
    }
    const auto part = row.optional_text("part");
    if (!part) return;
    one.is_part = *part == "numerator";
    one.of_denominator = *part == "denominator";
    if (!one.is_part && !one.of_denominator) {
      row.fault("part 应为 numerator(分子)或 denominator(分母)。", "part must be numerator or denominator.", "part");
    }
  }

  void implication(const toml::table& table) {
    PackTable row(faults_, file_name, table, "implied");
    Implication one{row.text("of"), row.text("gives"), row.texts("words")};
    for (const auto* key : {"of", "gives"}) {
      const auto& code = key == std::string_view("of") ? one.of : one.gives;
      if (!code.empty() && !lines_.contains(code)) {
        row.fault(fmt::format("没有代码为“{}”的指标。", code), fmt::format("There is no indicator \"{}\".", code), key);
      }
    }
    row.refuse_unknown_keys();
    implications_.push_back(std::move(one));
  }

  committee::PackFaults faults_;
  WordGroups groups_;
  std::vector<std::string> masks_;
  std::vector<Indicator> indicators_;
  std::vector<Implication> implications_;
  std::map<std::string, long> lines_;
};

}  // namespace

CatalogueReading check_catalogue(const std::string& folder) { return CatalogueReader().read(folder); }

}  // namespace yizheng::indicators
