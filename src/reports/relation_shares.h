// Which figures make a share of which. For relations_shares*.cpp alone.
#pragma once

#include "reports/relation_text.h"

namespace yizheng::reports {

// A printed share, its part and the words for its base: "3篇,占书面发言总数的20%".
struct PrintedShare {
  std::uint32_t part = 0;
  std::uint32_t percent = 0;     // index of the claim
  std::string_view base;         // "书面发言总数", "" where none is named
  bool counts_the_same = false;  // the base is counted as the part is: 总数, or the part's own noun
  bool whole_named = false;      // in words: 占总数, 占提案, and not a bare 占比
};

// The share that ends in claim `percent`, where its part stands before it in the sentence.
std::optional<PrintedShare> printed_share(const RelationText& text, const Stretch& sentence, std::uint32_t percent);

// 甲类120件、乙类50件、丙类30件,分别占60%、25%、15%: the n-th share is of the n-th part. Empty where `percent` does not
// begin such a row.
std::vector<PrintedShare> row_of_shares(const RelationText& text, const Stretch& sentence, std::uint32_t percent);

// The word of a base without 总数, 的 and the like.
std::string_view plain_base(std::string_view base);

// Indicators that are the quotient of two others.
struct Quotient {
  std::string_view share, part, base;
};
std::span<const Quotient> quotients();

}  // namespace yizheng::reports
