// What tests of relations share: the checks of a sentence, one a line, as words.
#pragma once

#include <fmt/format.h>

#include <string>

#include "reports/quantities.h"
#include "reports/reading_words.h"
#include "reports/relations.h"
#include "reports/rounding.h"

namespace yizheng::reports::testing {

// "share holds 433件 / 470件 = 92.1%": kind, verdict, parts / total = stated claim or computed value.
inline std::string words_of(std::string_view text, const std::vector<Claim>& claims, const Check& check) {
  const auto name = [&](std::uint32_t index) {
    return std::string(text.substr(claims[index].begin, claims[index].end - claims[index].begin));
  };
  std::string parts;
  for (const auto part : check.parts) parts += (parts.empty() ? "" : "+") + name(part);
  std::string line = code_of(check.kind) + " " + code_of(check.verdict) + " " + parts;
  if (check.total) line += (parts.empty() ? "" : " / ") + name(*check.total);
  if (check.base && !check.total) line += " / " + figure(*check.base);
  line += " = " + (check.stated_claim ? name(*check.stated_claim) : figure(check.computed.value_or(-1)));
  return line;
}

inline std::vector<std::string> checks_of(std::string_view text, const indicators::Catalogue& catalogue,
                                          const std::vector<std::pair<std::string, std::string>>& indicators = {}) {
  Names names;
  auto claims = find_quantities(text, names, true);
  // The indicators that a test gives by the quantity, so that it does not depend on the catalogue's words.
  for (auto& claim : claims) {
    for (const auto& [quantity, code] : indicators) {
      if (text.substr(claim.begin, claim.end - claim.begin) == quantity) {
        claim.indicator = static_cast<std::int16_t>(catalogue.find(code));
      }
    }
  }
  std::vector<std::string> lines;
  for (const auto& check : find_relations(text, claims, names, catalogue)) {
    lines.push_back(words_of(text, claims, check));
  }
  return lines;
}

}  // namespace yizheng::reports::testing
