// Query strings: each parameter read into its member, with a Problem that names it.
#include <charconv>
#include <cmath>

#include "http/route.h"

namespace yizheng::http::detail {
namespace {

[[noreturn]] void wrong_parameter(std::string_view name, std::string_view zh, std::string_view en) {
  throw invalid_field(std::string(name), fmt::format("参数“{}”应为{},请改正后重试。", name, zh),
                      fmt::format("Parameter \"{}\" must be {}. Correct it and try again.", name, en));
}

}  // namespace

void read_parameter(std::string_view, std::string_view text, std::string& out) { out = text; }

void read_parameter(std::string_view name, std::string_view text, Id& out) {
  const auto id = parse_id(text);
  if (!id) wrong_parameter(name, "编号(十进制数字)", "an id (decimal digits)");
  out = *id;
}

void read_parameter(std::string_view name, std::string_view text, Date& out) {
  const auto date = parse_date(text);
  if (!date) wrong_parameter(name, "存在的日期,写作 YYYY-MM-DD", "a date that exists, written YYYY-MM-DD");
  out = *date;
}

void read_parameter(std::string_view name, std::string_view text, Instant& out) {
  const auto instant = parse_instant(text);
  if (!instant) wrong_parameter(name, "带时区的时间(RFC 3339)", "a time with offset (RFC 3339)");
  out = *instant;
}

void read_parameter(std::string_view name, std::string_view text, bool& out) {
  if (text != "true" && text != "false") wrong_parameter(name, "true 或 false", "true or false");
  out = text == "true";
}

void read_parameter(std::string_view name, std::string_view text, double& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(out)) {
    wrong_parameter(name, "数字", "a number");
  }
}

std::int64_t read_whole_number(std::string_view name, std::string_view text, std::int64_t least, std::int64_t most) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
    wrong_parameter(name, "范围内的整数", "a whole number in range");
  }
  return value;
}

std::vector<std::string_view> split_list(std::string_view name, std::string_view text) {
  constexpr std::size_t most = 200;
  std::vector<std::string_view> items;
  while (!text.empty()) {
    const auto comma = text.find(',');
    if (comma == 0 || comma == text.size() - 1 || items.size() == most) {
      wrong_parameter(name, "以逗号分隔的列表(至多 200 项,各项不为空)",
                      "a comma-separated list of at most 200 items, none empty");
    }
    items.push_back(text.substr(0, comma));
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return items;
}

void wrong_code(std::string_view name, const std::string& allowed) {
  wrong_parameter(name, "下列代码之一:" + allowed, "one of: " + allowed);
}

void missing_parameter(std::string_view name) {
  throw invalid_field(std::string(name), fmt::format("缺少参数“{}”,请补充后重试。", name),
                      fmt::format("Parameter \"{}\" is missing. Add it and try again.", name));
}

void check_parameters(const Request& request, std::span<const std::string_view> known) {
  for (auto at = request.query.begin(); at != request.query.end(); ++at) {
    const std::string name = at->first.substr(0, 80);
    if (std::find(known.begin(), known.end(), at->first) == known.end()) {
      throw invalid_field(name, fmt::format("本接口没有参数“{}”,请删除或核对名称。", name),
                          fmt::format("\"{}\" is not a parameter of this request. Remove it or check its name.", name));
    }
    if (std::any_of(request.query.begin(), at, [&](const auto& earlier) { return earlier.first == at->first; })) {
      throw invalid_field(name, fmt::format("参数“{}”出现了两次,请只保留一个;列表用逗号分隔。", name),
                          fmt::format("Parameter \"{}\" is given twice. Keep one; separate a list by commas.", name));
    }
  }
}

json::value parameter_object(std::string_view name, json::value schema, bool required, bool list) {
  json::object parameter;
  parameter["name"] = name;
  parameter["in"] = "query";
  parameter["schema"] = std::move(schema);
  if (required) parameter["required"] = true;
  if (list) {
    parameter["style"] = "form";
    parameter["explode"] = false;
  }
  return parameter;
}

}  // namespace yizheng::http::detail
