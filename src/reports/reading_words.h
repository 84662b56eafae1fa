// The names of kinds and verdicts: as they stand in JSON, and for people.
#pragma once

#include <string>
#include <string_view>

#include "reports/claim.h"
#include "reports/relations.h"
#include "text/document.h"
#include "text/repair.h"

namespace yizheng::reports {

enum class Language { ZH, EN };

// In small letters, as docs/reading.md lists them: "count", "page_chrome". RepairKind::ENCODING is "other".
std::string code_of(ClaimKind kind);
std::string code_of(Approx approx);
std::string code_of(CheckKind kind);
std::string code_of(CheckVerdict verdict);
std::string code_of(text::RepairKind kind);
std::string code_of(text::Confidence confidence);
std::string code_of(text::DocumentFormat format);

std::string_view title_of(ClaimKind kind, Language language);
std::string_view title_of(Approx approx, Language language);
std::string_view title_of(CheckKind kind, Language language);
std::string_view title_of(CheckVerdict verdict, Language language);
std::string_view title_of(text::RepairKind kind, Language language);
std::string_view title_of(text::Confidence confidence, Language language);

}  // namespace yizheng::reports
