#include "proposals/import_columns.h"

#include <algorithm>
#include <charconv>

#include "text/fold.h"
#include "text/utf8.h"

namespace yizheng::proposals {
namespace {

struct Name {
  ImportColumn column;
  std::string_view text;  // folded
};

constexpr Name names[] = {{ImportColumn::NUMBER, "number"},
                          {ImportColumn::NUMBER, "编号"},
                          {ImportColumn::NUMBER, "案号"},
                          {ImportColumn::NUMBER, "提案号"},
                          {ImportColumn::NUMBER, "流水号"},
                          {ImportColumn::NUMBER, "序号"},
                          {ImportColumn::CATEGORY, "category"},
                          {ImportColumn::CATEGORY, "类别"},
                          {ImportColumn::CATEGORY, "分类"},
                          {ImportColumn::CATEGORY, "提案类别"},
                          {ImportColumn::PROPOSER, "proposer"},
                          {ImportColumn::PROPOSER, "提案人"},
                          {ImportColumn::PROPOSER, "提案者"},
                          {ImportColumn::PROPOSER, "第一提案人"},
                          {ImportColumn::SUBMITTED_AT, "submitted_at"},
                          {ImportColumn::SUBMITTED_AT, "submittedat"},
                          {ImportColumn::SUBMITTED_AT, "提交时间"},
                          {ImportColumn::SUBMITTED_AT, "提交日期"},
                          {ImportColumn::SUBMITTED_AT, "日期"},
                          {ImportColumn::TITLE, "title"},
                          {ImportColumn::TITLE, "案由"},
                          {ImportColumn::TITLE, "标题"},
                          {ImportColumn::TITLE, "题目"},
                          {ImportColumn::CONTENT, "content"},
                          {ImportColumn::CONTENT, "内容"},
                          {ImportColumn::CONTENT, "正文"},
                          {ImportColumn::CONTENT, "提案内容"},
                          {ImportColumn::COSIGNERS, "cosigners"},
                          {ImportColumn::COSIGNERS, "联名人"},
                          {ImportColumn::COSIGNERS, "联名委员"},
                          {ImportColumn::COSIGNERS, "附议人"},
                          {ImportColumn::KIND, "kind"},
                          {ImportColumn::KIND, "提案者类别"},
                          {ImportColumn::KIND, "提案性质"},
                          {ImportColumn::KIND, "提案形式"}};

constexpr ImportColumn needed[] = {ImportColumn::CATEGORY, ImportColumn::PROPOSER, ImportColumn::SUBMITTED_AT,
                                   ImportColumn::TITLE, ImportColumn::CONTENT};

// The surnames that begin nine names in ten; a short name that begins with one is a person's.
constexpr std::string_view surnames =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金"
    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

bool starts_with_surname(std::string_view name) {
  const auto first = text::substring(name, 0, 1);
  return surnames.find(first) != std::string_view::npos;
}

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}
bool contains_any(std::string_view name, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return name.find(part) != std::string_view::npos; });
}

// The numbers of a date, whatever stands between them.
struct Numbers {
  std::vector<int> values;
  std::vector<std::size_t> digits;
  bool clean = true;  // nothing but the separators people use
};

Numbers numbers_of(std::string_view text) {
  Numbers found;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] >= '0' && text[at] <= '9') {
      int value = 0;
      const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
      found.values.push_back(error == std::errc{} ? value : -1);
      found.digits.push_back(static_cast<std::size_t>(end - text.data()) - at);
      at = static_cast<std::size_t>(end - text.data());
      continue;
    }
    const auto from = at;
    const auto point = text::next_code_point(text, at);
    constexpr std::u32string_view separators = U"-/.:\uFF1A T年月日时分秒点";
    found.clean = found.clean && separators.find(point) != std::u32string_view::npos && at > from;
  }
  return found;
}

}  // namespace

std::string_view column_name(ImportColumn column) {
  static constexpr std::array<std::string_view, import_columns> english{
      "number", "category", "proposer", "submitted_at", "title", "content", "cosigners", "kind"};
  return english[static_cast<std::size_t>(column)];
}

std::vector<ImportColumn> ImportHeader::missing() const {
  std::vector<ImportColumn> list;
  for (const auto column : needed) {
    if (!at[static_cast<std::size_t>(column)]) list.push_back(column);
  }
  return list;
}

ImportHeader read_header(const std::vector<std::string>& fields) {
  ImportHeader header;
  header.width = fields.size();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto folded = text::fold(fields[i]);
    if (folded.empty()) continue;
    const auto found =
        std::find_if(std::begin(names), std::end(names), [&](const Name& name) { return name.text == folded; });
    if (found == std::end(names)) {
      header.unknown.push_back(trimmed(fields[i]));
      continue;
    }
    auto& place = header.at[static_cast<std::size_t>(found->column)];
    if (place) {
      header.repeated.push_back(trimmed(fields[i]));
    } else {
      place = i;
    }
  }
  return header;
}

std::optional<Instant> read_time(std::string_view given) {
  const auto text = trimmed(given);
  if (const auto instant = parse_instant(text)) return instant;
  const auto found = numbers_of(text);
  if (!found.clean || found.values.empty() || found.values.size() > 6) return std::nullopt;
  int year = 0, month = 0, day = 0;
  std::size_t rest = 3;
  if (found.digits[0] == 8) {
    year = found.values[0] / 10'000;
    month = found.values[0] / 100 % 100;
    day = found.values[0] % 100;
    rest = 1;
  } else if (found.values.size() >= 3 && found.digits[0] == 4 && found.digits[1] <= 2 && found.digits[2] <= 2) {
    year = found.values[0];
    month = found.values[1];
    day = found.values[2];
  } else {
    return std::nullopt;
  }
  std::array<int, 3> clock{};
  for (std::size_t i = rest; i < found.values.size(); ++i) {
    if (i - rest >= clock.size() || found.digits[i] > 2) return std::nullopt;
    clock[i - rest] = found.values[i];
  }
  const auto date = parse_date(fmt::format("{:04}-{:02}-{:02}", year, month, day));
  if (!date || clock[0] > 23 || clock[1] > 59 || clock[2] > 59) return std::nullopt;
  return Instant{start_of(*date).ms + ((clock[0] * 60 + clock[1]) * 60 + clock[2]) * 1000LL};
}

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> list;
  std::string name;
  const auto end = [&] {
    auto tidy = trimmed(name);
    if (!tidy.empty()) list.push_back(std::move(tidy));
    name.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    const auto point = text::next_code_point(text, at);
    if (std::u32string_view(U"\u3001,\uFF0C;\uFF1B\n\r").find(point) != std::u32string_view::npos) {
      end();
    } else {
      name += text.substr(from, at - from);
    }
  }
  end();
  return list;
}

NamedWithOthers without_others(std::string_view text) {
  const std::string all = trimmed(text);
  const auto at = all.rfind("等");
  if (at == std::string::npos || at == 0) return {all, 0};
  const auto rest = trimmed(std::string_view(all).substr(at + std::string_view("等").size()));
  const auto name = trimmed(std::string_view(all).substr(0, at));
  if (rest.empty()) return {name, 1};
  int count = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), count);
  const std::string_view unit(end, static_cast<std::size_t>(rest.data() + rest.size() - end));
  const bool counts = error == std::errc{} && (unit == "人" || unit == "名委员" || unit == "位委员" || unit == "名");
  return counts && count > 1 ? NamedWithOthers{name, count - 1} : NamedWithOthers{all, 0};
}

ProposerGuess guess_proposer(std::string_view name) {
  using enum ProposerKind;
  const auto length = text::length(name);
  if (name.starts_with("委员") && length <= 8) return {};
  if (contains_any(name, {"民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟"}) && length >= 2) {
    return {true, COLLECTIVE_PARTY};
  }
  if (name.find("政协") != std::string_view::npos && name.ends_with("委员会")) return {true, COLLECTIVE_COMMITTEE};
  if (ends_with_any(name, {"专门委员会", "专委会"})) return {true, COLLECTIVE_COMMITTEE};
  if (ends_with_any(name, {"界", "界别"}) && length >= 3) return {true, COLLECTIVE_SECTOR};
  if (length <= 4 && starts_with_surname(name)) return {};
  if (ends_with_any(name, {"小组", "活动组", "联组", "联络组", "组"}) && length >= 3) return {true, COLLECTIVE_GROUP};
  if (ends_with_any(name, {"委", "会", "盟", "党",   "社",   "联",   "团",   "办",   "院",   "局",   "部",  "处",
                           "室", "厅", "站", "中心", "公司", "学校", "大学", "协会", "商会", "支部", "总支"}) &&
      length >= 3) {
    return {true, COLLECTIVE_ORG};
  }
  if (length > 6 && !contains_any(name, {"·", "•"})) return {true, COLLECTIVE_ORG};
  return {};
}

std::optional<ProposerKind> read_kind(std::string_view given) {
  using enum ProposerKind;
  const auto text = trimmed(given);
  std::string upper = text;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 128 ? std::toupper(c) : c); });
  if (const auto code = parse_enum<ProposerKind>(upper)) return code;
  const auto folded = text::fold(text);
  if (contains_any(folded, {"联名"})) return JOINT;
  if (contains_any(folded, {"个人"}) || folded == "委员" || folded == "委员提案") return INDIVIDUAL;
  if (contains_any(folded, {"专委", "专门委员会"})) return COLLECTIVE_COMMITTEE;
  if (contains_any(folded, {"党派"})) return COLLECTIVE_PARTY;
  if (contains_any(folded, {"界别"})) return COLLECTIVE_SECTOR;
  if (contains_any(folded, {"小组", "联组"})) return COLLECTIVE_GROUP;
  if (contains_any(folded, {"团体", "集体"})) return COLLECTIVE_ORG;
  return std::nullopt;
}

std::string trimmed(std::string_view text) {
  constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\r", "\n", "\u3000", "\u00A0"};
  for (bool again = true; again;) {
    again = false;
    for (const auto blank : blanks) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
      if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
    }
  }
  return std::string(text);
}

}  // namespace yizheng::proposals
