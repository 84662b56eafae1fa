// Sentences for tests, with their figures in brackets: "全年收到提案[365件],立案[320件]".
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "committee/pack.h"
#include "indicators/catalogue.h"
#include "reports/meaning.h"

namespace yizheng::reports::testing {

struct Marked {
  std::string text;
  std::vector<Claim> claims;
  Names names;
};

inline Claim claim_from(std::string_view quantity, Names& names) {
  static constexpr std::string_view in_number[] = {"一", "二", "两", "三", "四", "五", "六", "七", "八",
                                                   "九", "十", "百", "千", "万", "亿", "多", "余", "几"};
  Claim claim;
  claim.value = std::atof(std::string(quantity).c_str());
  std::size_t at = 0;
  for (bool more = true; more && at < quantity.size();) {
    more = false;
    const char c = quantity[at];
    if ((c >= '0' && c <= '9') || c == '.') {
      ++at;
      more = true;
      continue;
    }
    for (const auto part : in_number) {
      if (!quantity.substr(at).starts_with(part)) continue;
      at += part.size();
      more = true;
      break;
    }
  }
  auto unit = quantity.substr(at);
  if (unit.starts_with("个") && unit.size() > 3) unit.remove_prefix(3);
  claim.unit = names.of(unit == "个" ? std::string_view{} : unit);
  claim.kind = unit == "%" ? ClaimKind::RATE : unit == "元" ? ClaimKind::MONEY : ClaimKind::COUNT;
  return claim;
}

inline Marked mark(std::string_view marked) {
  Marked made;
  for (std::size_t at = 0; at < marked.size();) {
    const auto open = std::min(marked.find('[', at), marked.size());
    made.text += marked.substr(at, open - at);
    if (open == marked.size()) break;
    const auto close = marked.find(']', open);
    const auto quantity = marked.substr(open + 1, close - open - 1);
    auto claim = claim_from(quantity, made.names);
    claim.begin = static_cast<std::uint32_t>(made.text.size());
    made.text += quantity;
    claim.end = static_cast<std::uint32_t>(made.text.size());
    made.claims.push_back(claim);
    at = close + 1;
  }
  return made;
}

inline const indicators::Catalogue& default_catalogue() {
  static const auto catalogue = indicators::read_catalogue(committee::pack_folder("default"));
  return catalogue;
}

inline Marked read(std::string_view marked, const MeaningOptions& options = {}) {
  auto made = mark(marked);
  find_meaning(made.text, made.claims, made.names, default_catalogue(), options);
  return made;
}

inline std::string code_of(const Claim& claim) {
  return claim.indicator < 0 ? "-" : default_catalogue().at(claim.indicator).code;
}

// A sentence and the indicators of its figures in brackets, in order ("-": none).
struct Row {
  const char* sentence;
  const char* codes;
};

inline std::string codes_of(const char* sentence) {
  std::string codes;
  for (const auto& claim : read(sentence).claims) codes += (codes.empty() ? "" : " ") + code_of(claim);
  return codes;
}

inline void check_rows(std::span<const Row> rows) {
  for (const auto& row : rows) EXPECT_EQ(codes_of(row.sentence), row.codes) << row.sentence;
}

}  // namespace yizheng::reports::testing
