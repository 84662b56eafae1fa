#include "committee/pack_table.h"

#include "text/names.h"

namespace yizheng::committee {

void PackFaults::add(const std::string& file, long line, const std::string& path, std::string zh, std::string en) {
  found_.push_back({file, line, {file, fmt::format("{} {}", line, path), std::move(zh), std::move(en)}});
}

std::vector<PackFault> PackFaults::sorted() const {
  auto order = found_;
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
  std::vector<PackFault> faults;
  for (auto& found : order) faults.push_back(std::move(found.fault));
  return faults;
}

bool is_code_name(std::string_view text) {
  if (text.empty() || text.size() > 40 || text[0] < 'A' || text[0] > 'Z') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; });
}

bool is_dotted_name(std::string_view text) {
  if (text.empty() || text.size() > 60 || text.front() == '.' || text.back() == '.') return false;
  return text.find("..") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '.'; });
}

PackTable::PackTable(PackFaults& faults, std::string file, const toml::table& table, std::string path)
    : faults_(faults), file_(std::move(file)), table_(table), path_(std::move(path)) {}

long PackTable::line(const char* key) const {
  const toml::node* node = key ? table_.get(key) : &table_;
  // An inline table's or dotted key's own position may be unknown; its parent's serves then.
  if (node == nullptr || node->source().begin.line == 0) node = &table_;
  return static_cast<long>(node->source().begin.line);
}

void PackTable::fault(std::string zh, std::string en, const char* key) const {
  std::string place = path_;
  if (key != nullptr) place += place.empty() ? key : std::string(".") + key;
  faults_.add(file_, line(key), place, std::move(zh), std::move(en));
}

const toml::node* PackTable::find(const char* key, bool required) {
  asked_.insert(key);
  const toml::node* node = table_.get(key);
  if (node == nullptr && required) {
    fault(fmt::format("缺少“{}”,请补上。", key), fmt::format("\"{}\" is missing. Add it.", key));
  }
  return node;
}

void PackTable::wrong_kind(const char* key, const char* zh, const char* en) const {
  fault(fmt::format("“{}”应为{}。", key, zh), fmt::format("\"{}\" must be {}.", key, en), key);
}

std::optional<std::string> PackTable::optional_text(const char* key) {
  const toml::node* node = find(key, false);
  if (node == nullptr) return std::nullopt;
  const auto value = node->value_exact<std::string>();
  if (!value || value->find_first_not_of(" \t\r\n") == std::string::npos) {
    wrong_kind(key, "不为空的文字", "text that is not empty");
    return std::nullopt;
  }
  return value;
}

std::string PackTable::text(const char* key) {
  if (find(key, true) == nullptr) return {};
  return optional_text(key).value_or("");
}

std::optional<int> PackTable::optional_integer(const char* key, int least, int most) {
  const toml::node* node = find(key, false);
  if (node == nullptr) return std::nullopt;
  const auto value = node->value_exact<std::int64_t>();
  if (!value || *value < least || *value > most) {
    fault(fmt::format("“{}”应为 {} 至 {} 的整数。", key, least, most),
          fmt::format("\"{}\" must be a whole number from {} to {}.", key, least, most), key);
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

int PackTable::integer(const char* key, int least, int most) {
  if (find(key, true) == nullptr) return least;
  return optional_integer(key, least, most).value_or(least);
}

bool PackTable::flag(const char* key, bool otherwise) {
  const toml::node* node = find(key, false);
  if (node == nullptr) return otherwise;
  const auto value = node->value_exact<bool>();
  if (!value) wrong_kind(key, "true 或 false", "true or false");
  return value.value_or(otherwise);
}

std::optional<Date> PackTable::date(const char* key) {
  const toml::node* node = find(key, true);
  if (node == nullptr) return std::nullopt;
  const auto value = node->value_exact<toml::date>();
  if (!value) {
    wrong_kind(key, "不带引号的日期,如 2026-10-01", "a date without quotes, such as 2026-10-01");
    return std::nullopt;
  }
  return make_date(value->year, value->month, value->day);
}

const toml::array* PackTable::array(const char* key) {
  const toml::node* node = find(key, true);
  if (node == nullptr) return nullptr;
  const toml::array* found = node->as_array();
  if (found == nullptr) wrong_kind(key, "列表", "a list");
  return found;
}

std::vector<std::string> PackTable::texts(const char* key, bool required) {
  std::vector<std::string> found;
  if (find(key, required) == nullptr) return found;
  const toml::array* list = array(key);
  if (list == nullptr) return found;
  for (const auto& node : *list) {
    if (const auto value = node.value_exact<std::string>()) {
      found.push_back(*value);
    } else {
      wrong_kind(key, "文字的列表", "a list of texts");
    }
  }
  return found;
}

std::vector<Date> PackTable::dates(const char* key) {
  std::vector<Date> found;
  const toml::array* list = array(key);
  if (list == nullptr) return found;
  for (const auto& node : *list) {
    if (const auto value = node.value_exact<toml::date>()) {
      found.push_back(make_date(value->year, value->month, value->day));
    } else {
      wrong_kind(key, "日期的列表", "a list of dates");
    }
  }
  return found;
}

Label PackTable::label() {
  Label label;
  label.zh = text("zh");
  label.en = text("en");
  const auto hant = optional_text("zh_hant");
  label.zh_hant = hant ? *hant : text::to_traditional(label.zh);
  return label;
}

std::string PackTable::code(const char* key) {
  auto found = text(key);
  if (!found.empty() && !is_code_name(found)) {
    fault(fmt::format("代码“{}”应由大写字母、数字和下划线组成,以字母开头。", found),
          fmt::format("The code \"{}\" must be capitals, digits and _, beginning with a letter.", found), key);
    return {};
  }
  return found;
}

void PackTable::refuse_unknown_keys() const {
  for (const auto& [key, node] : table_) {
    if (asked_.contains(key.str())) continue;
    const std::string name(key.str());
    fault(fmt::format("“{}”不是这里可用的项目,请删除或核对拼写。", name),
          fmt::format("\"{}\" is not known here. Remove it or check its spelling.", name), name.c_str());
  }
}

}  // namespace yizheng::committee
