// Whose report this is: only a committee's figures are the catalogue's.
#pragma once

#include <string_view>

namespace yizheng::reports {

enum class DocumentKind {
  COMMITTEE,  // of a CPPCC committee, or a few lines that may be of one
  OTHER,      // of a government, a congress, a court: its 提案, 调研 and 慰问 are not the committee's
};

DocumentKind document_kind(std::string_view text);

}  // namespace yizheng::reports
