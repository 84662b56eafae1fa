// One row of an imported table, read and checked by itself.
#pragma once

#include "committee/pack.h"
#include "proposals/proposal_import.h"

namespace yizheng::proposals {

struct ImportRow {
  std::uint64_t line = 0;
  std::string number, category, proposer, title, content;
  std::vector<std::string> proposers;  // those named in one cell; the first is the first proposer
  std::vector<std::string> cosigners;
  int unnamed = 0;                   // co-signers of whom the table gives only the number
  bool title_joined = false;         // it broke over lines
  std::optional<ProposerKind> kind;  // where the table says it
  Instant submitted_at;
  std::string key;  // of committee, number, title, time and proposer
};

// Nothing where the row is refused; `fault` has then heard why, once a fault found.
std::optional<ImportRow> read_import_row(const text::TableRow& row, const ImportHeader& header,
                                         const ImportOptions& options, const committee::TextLimits& limits,
                                         bool short_rows, Instant now, const std::function<void(ImportFault)>& fault);

}  // namespace yizheng::proposals
