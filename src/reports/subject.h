// Who did what a figure counts: 区政协, 区委常委会, 各民主党派, 委员.
#pragma once

#include <string>
#include <string_view>

#include "reports/claim.h"
#include "reports/sentence.h"

namespace yizheng::reports {

class Subjects {
 public:
  Subjects(std::string_view text, Names& names);
  // To be called in order. The actor at the beginning of the figure's clause or right behind the number
  // (15名界别委员), else that of a clause before it in the sentence, else the committee of the report.
  Name of(const Sentence& sentence, std::size_t clause, const Claim& claim);

 private:
  Name find(const Sentence& sentence, std::size_t clause, const Claim& claim);
  std::string_view actor_of_clause(std::uint32_t begin, std::uint32_t end) const;
  std::string_view place_and_committee(std::size_t begin, std::size_t end) const;
  std::string_view actor_before(const Sentence& sentence, std::size_t clause) const;
  bool counts_own_study(std::string_view actor, std::uint32_t end) const;
  Name named(std::string_view actor, const Claim& claim);

  std::string_view text_;
  Names& names_;
  std::string committee_;       // "区政协"; "" where the text names none
  std::string place_;           // that it is of: "青禾市松台区"; "" where not known
  std::string parties_;         // 区各民主党派, where the report calls them so
  std::uint32_t sentence_ = 0;  // of the figure told last
  Name last_ = 0;               // its subject
};

}  // namespace yizheng::reports
