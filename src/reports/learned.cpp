#include "reports/learned.h"

#include <algorithm>

#include "text/fold.h"

namespace yizheng::reports {

std::string words_of_clause(std::string_view text, std::uint32_t clause_begin, std::uint32_t clause_end,
                            std::span<Claim* const> figures) {
  std::string rest;
  auto at = clause_begin;
  for (const auto* figure : figures) {
    if (figure->begin > at) rest += text.substr(at, figure->begin - at);
    at = std::max(at, figure->end);
  }
  if (clause_end > at) rest += text.substr(at, clause_end - at);
  auto folded = text::fold(rest);
  // The mark that ends the clause is none of its words.
  for (const std::string_view mark : {",", "。", ";", ":", "!", "?", "."}) {
    if (folded.ends_with(mark)) {
      folded.erase(folded.size() - mark.size());
      break;
    }
  }
  return folded;
}

LearnedMappings::LearnedMappings(const std::vector<LearnedMapping>& learned, const indicators::Catalogue& catalogue) {
  for (const auto& one : learned) {
    const int indicator = one.indicator.empty() ? -1 : catalogue.find(one.indicator);
    if (!one.indicator.empty() && indicator < 0) continue;  // its code is gone from the catalogue
    auto words = text::fold(one.words);
    if (!words.empty()) rows_.push_back({std::move(words), one.unit, static_cast<std::int16_t>(indicator)});
  }
  std::stable_sort(rows_.begin(), rows_.end(),
                   [](const Row& a, const Row& b) { return a.words.size() > b.words.size(); });
}

std::optional<std::int16_t> LearnedMappings::find(std::string_view text, std::uint32_t clause_begin,
                                                  std::uint32_t clause_end, std::span<Claim* const> figures,
                                                  std::string_view unit) const {
  const auto words = words_of_clause(text, clause_begin, clause_end, figures);
  for (const auto& row : rows_) {
    if ((row.unit.empty() || row.unit == unit) && words.find(row.words) != std::string::npos) return row.indicator;
  }
  return std::nullopt;
}

}  // namespace yizheng::reports
