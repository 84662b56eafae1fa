// Reading one row of an imported table: which column is what, dates as people write them, who a proposer is.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "proposals/proposal.h"

namespace yizheng::proposals {

enum class ImportColumn { NUMBER, CATEGORY, PROPOSER, SUBMITTED_AT, TITLE, CONTENT, COSIGNERS, KIND };
inline constexpr std::size_t import_columns = 8;
// "title": the name in reports, and the English header.
std::string_view column_name(ImportColumn column);

struct ImportHeader {
  std::array<std::optional<std::size_t>, import_columns> at;  // by ImportColumn
  std::size_t width = 0;
  std::vector<std::string> unknown, repeated;
  std::vector<ImportColumn> missing() const;  // of those that are needed
};
// The header a row would be, by Chinese and English names.
ImportHeader read_header(const std::vector<std::string>& fields);

// "2019-01-12 16:04:48", "2019/1/12", "2019年1月12日 16时", "20190112", RFC 3339; local time where none is named.
// Nothing for what is no date or a date that does not exist.
std::optional<Instant> read_time(std::string_view text);

// Names in one cell, separated by 、 , ; or line ends.
std::vector<std::string> split_names(std::string_view text);

// "张三等12人": one name and how many sign with it unnamed. `others` is 0 where the text has no such ending; "张三等"
// counts as one other.
struct NamedWithOthers {
  std::string name;
  int others = 0;
};
NamedWithOthers without_others(std::string_view text);

// What a proposer is by the look of its name.
struct ProposerGuess {
  bool organisation = false;
  ProposerKind kind = ProposerKind::INDIVIDUAL;
};
ProposerGuess guess_proposer(std::string_view name);

// "COLLECTIVE_PARTY", "党派提案", "集体", "联名" …; nothing where it names no kind.
std::optional<ProposerKind> read_kind(std::string_view text);

std::string trimmed(std::string_view text);  // of white space, full-width too

}  // namespace yizheng::proposals
