// Who did what a figure counts: 区政协, 区委常委会, 各民主党派, 委员.
#pragma once

#include <string_view>

#include "indicators/word_table.h"
#include "reports/claim.h"
#include "reports/sentence.h"

namespace yizheng::reports {

class Subjects {
 public:
  Subjects(std::string_view text, Names& names);
  // The actor at the beginning of the figure's clause or right behind the number (15名界别委员), else that of a
  // clause before it in the sentence, else the committee of the report.
  Name of(const Sentence& sentence, std::size_t clause, const Claim& claim);

 private:
  std::string_view actor_at(std::uint32_t at, std::uint32_t end) const;
  std::string_view actor_of_clause(std::uint32_t begin, std::uint32_t end) const;

  Name named(std::string_view actor);

  std::string_view text_;
  Names& names_;
  Name committee_ = 0;
};

}  // namespace yizheng::reports
