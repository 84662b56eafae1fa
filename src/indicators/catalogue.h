// The catalogue of figures: each defined once, for the screen, the export, the report and the checker alike
// (ARCHITECTURE, idea 4). Read from the pack: packs/default/indicators.toml.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace yizheng::indicators {

struct Indicator {
  std::string code;                  // "proposals.filed": room.what[.of whom]
  std::string zh_hans, zh_hant, en;  // titles
  std::vector<std::string> units;    // "件"; two where texts use both (课题, 专题)
  std::string definition_zh, definition_en;
  // The words that name it in reports, as the matcher of reports/meaning.h reads them; see
  // packs/default/indicators.toml.
  std::vector<std::vector<std::string>> words;
  std::vector<std::string> unless;  // words that exclude it
};

class Catalogue {
 public:
  explicit Catalogue(std::vector<Indicator> indicators);
  const std::vector<Indicator>& all() const { return indicators_; }
  // Index of a code, -1 where there is none.
  int find(std::string_view code) const;
  const Indicator& at(int index) const { return indicators_.at(static_cast<std::size_t>(index)); }

 private:
  std::vector<Indicator> indicators_;  // sorted by code
};

// Of the pack in `folder` (indicators.toml). Faults are told with file, line and what to write: the same list that
// `yizheng pack check` prints. Throws Problem 422 `pack_faulty`.
Catalogue read_catalogue(const std::string& folder);

}  // namespace yizheng::indicators
