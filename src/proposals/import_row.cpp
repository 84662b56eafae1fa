#include "proposals/import_row.h"

#include <sodium.h>

#include "text/utf8.h"

namespace yizheng::proposals {
namespace {

// SHA-256 of the parts, each with its length before it, so that no two lists of parts read alike.
std::string key_of(std::initializer_list<std::string_view> parts) {
  std::string joined;
  for (const auto part : parts) joined += fmt::format("{}:{}", part.size(), part);
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(joined.data()), joined.size());
  std::string hex(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c < 32 && c != '\n' && c != '\r' && c != '\t'; });
}

}  // namespace

std::optional<ImportRow> read_import_row(const text::TableRow& table_row, const ImportHeader& header,
                                         const ImportOptions& options, const committee::TextLimits& limits,
                                         bool short_rows, Instant now, const std::function<void(ImportFault)>& fault) {
  bool good = true;
  const auto refuse = [&](std::string_view field, std::string code, std::string zh, std::string en) {
    good = false;
    fault({table_row.line, std::string(field), std::move(code), std::move(zh), std::move(en)});
  };
  for (const auto& found : table_row.faults) refuse("", found.code, found.zh, found.en);
  const auto count = table_row.fields.size();
  if (count > header.width || (count < header.width && !short_rows)) {
    refuse("", "columns_differ", fmt::format("这一行有 {} 列,表头有 {} 列:请检查逗号和引号", count, header.width),
           fmt::format("this row has {} columns, the header {}: check its commas and quotation marks", count,
                       header.width));
  }
  if (!good) return std::nullopt;

  const auto cell = [&](ImportColumn column) {
    const auto at = header.at[static_cast<std::size_t>(column)];
    return at && *at < count ? trimmed(table_row.fields[*at]) : std::string();
  };
  ImportRow row;
  row.line = table_row.line;
  row.number = cell(ImportColumn::NUMBER);
  row.category = cell(ImportColumn::CATEGORY);
  row.proposer = cell(ImportColumn::PROPOSER);
  row.title = cell(ImportColumn::TITLE);
  row.content = cell(ImportColumn::CONTENT);
  const auto time = cell(ImportColumn::SUBMITTED_AT);

  const auto require = [&](ImportColumn column, const std::string& text, std::size_t most) {
    const auto name = column_name(column);
    if (text.empty()) {
      refuse(name, "field_empty", "此项为空:请补上", "this field is empty: fill it in");
    } else if (has_control_character(text)) {
      refuse(name, "control_character", "含有控制字符:请删除", "holds a control character: remove it");
    } else if (text.size() > most && text::length(text) > most) {
      refuse(name, "text_too_long", fmt::format("有 {} 字,超过上限 {} 字", text::length(text), most),
             fmt::format("{} characters, at most {} are allowed", text::length(text), most));
    }
  };
  require(ImportColumn::TITLE, row.title, static_cast<std::size_t>(limits.title_hard_max));
  require(ImportColumn::CONTENT, row.content, static_cast<std::size_t>(limits.body_hard_max));
  require(ImportColumn::CATEGORY, row.category, 40);
  require(ImportColumn::PROPOSER, row.proposer, 500);
  if (row.title.find_first_of("\r\n") != std::string::npos) {
    std::erase_if(row.title, [](char c) { return c == '\r' || c == '\n'; });
    row.title_joined = true;
  }
  if (row.number.size() > 40) refuse("number", "text_too_long", "编号超过 40 个字符", "longer than 40 characters");

  const auto submitted = read_time(time);
  if (time.empty()) {
    refuse("submitted_at", "field_empty", "此项为空:请补上", "this field is empty: fill it in");
  } else if (!submitted) {
    const auto shown = text::valid_utf8(time) ? std::string(text::substring(time, 0, 40)) : std::string();
    refuse("submitted_at", "date_impossible", fmt::format("“{}”不是存在的日期:请写作 2019-01-12 16:04:48", shown),
           fmt::format("\"{}\" is no date that exists: write it as 2019-01-12 16:04:48", shown));
  } else if (*submitted > now) {
    refuse("submitted_at", "date_in_future", "提交时间在将来", "the time lies in the future");
  } else if (*submitted < start_of(make_date(1949, 9, 21))) {
    refuse("submitted_at", "date_too_early", "早于人民政协成立(1949-09-21)",
           "before the CPPCC was founded (1949-09-21)");
  } else {
    row.submitted_at = *submitted;
  }

  const auto kind = cell(ImportColumn::KIND);
  if (!kind.empty()) {
    row.kind = read_kind(kind);
    if (!row.kind) {
      refuse("kind", "kind_unknown", "认不出提案者类别:请写个人、联名、党派、团体、界别、小组或专委会",
             "unknown kind: write INDIVIDUAL, JOINT or one of COLLECTIVE_PARTY, _ORG, _SECTOR, _GROUP, _COMMITTEE");
    }
  }
  const auto named = without_others(row.proposer);
  row.proposers = split_names(named.name);
  row.unnamed = named.others;
  row.cosigners = split_names(cell(ImportColumn::COSIGNERS));
  if (!row.proposer.empty() && row.proposers.empty()) {
    refuse("proposer", "field_empty", "没有提案人姓名", "no proposer is named");
  }
  for (const auto& name : row.proposers) {
    if (text::length(name) > 60)
      refuse("proposer", "text_too_long", "姓名或名称超过 60 字", "a name is longer than 60 characters");
  }
  for (const auto& name : row.cosigners) {
    if (text::length(name) > 60)
      refuse("cosigners", "text_too_long", "姓名超过 60 字", "a name is longer than 60 characters");
  }
  if (!good) return std::nullopt;
  row.key = key_of({options.committee.code, row.number, row.title, to_string(row.submitted_at), row.proposer});
  return row;
}

}  // namespace yizheng::proposals
