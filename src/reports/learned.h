// Mappings that people corrected by hand, found again.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reports/meaning.h"

namespace yizheng::reports {

// What is kept of a clause for LearnedMapping::words: folded (text/fold.h), its figures taken out, so that the same
// sentence is known again next year. `clause_begin` and `clause_end` in bytes of `text`, `figures` in order of place.
std::string words_of_clause(std::string_view text, std::uint32_t clause_begin, std::uint32_t clause_end,
                            std::span<Claim* const> figures);

class LearnedMappings {
 public:
  LearnedMappings(const std::vector<LearnedMapping>& learned, const indicators::Catalogue& catalogue);
  bool empty() const { return rows_.empty(); }
  // The index of the indicator, -1 for "none"; nothing where no mapping fits.
  std::optional<std::int16_t> find(std::string_view text, std::uint32_t clause_begin, std::uint32_t clause_end,
                                   std::span<Claim* const> figures, std::string_view unit) const;

 private:
  struct Row {
    std::string words, unit;
    std::int16_t indicator;
  };
  std::vector<Row> rows_;  // the longest words first
};

}  // namespace yizheng::reports
