// The finders of relations, one a kind of arithmetic. For relations.cpp alone.
#pragma once

#include "reports/relation_text.h"

namespace yizheng::reports {

// Names listed before a number: 甲、乙、丙三个方面; 甲、乙等6个专题.
void find_lists(const RelationText& text, const Paragraph& paragraph, std::vector<Check>& checks);

// A figure and the per cent it is said to be of a whole; 均, 全部; rates that come with their parts.
class ShareFinder {
 public:
  ShareFinder(const RelationText& text, std::vector<Check>& checks);
  void find(const Paragraph& paragraph);

 private:
  struct Share;
  void judge(const Paragraph& paragraph, const Stretch& sentence, const Share& share);
  std::optional<std::uint32_t> base_by_name(const Stretch& place, const Share& share) const;
  std::optional<std::uint32_t> base_by_place(const Paragraph& paragraph, const Stretch& sentence,
                                             const Share& share) const;
  std::optional<std::uint32_t> base_by_value(const Share& share);
  bool fits_base(const Share& share, std::uint32_t base) const;
  void all_of(const Stretch& sentence, std::uint32_t index);

  const RelationText& text_;
  std::vector<Check>& checks_;
  std::vector<std::pair<double, std::uint32_t>> by_value_;  // whole counts, made at the first need
  bool sorted_ = false;
};

// Parts and their total: 共470件,其中A类433件、B类32件、C类5件.
void find_sums(const RelationText& text, const Paragraph& paragraph, std::vector<Check>& checks);

// An amount for each person, item for each aspect, and changes between two printed levels.
void find_ratios(const RelationText& text, const Paragraph& paragraph, std::vector<Check>& checks);

// What needs the whole report: the same figure twice, one indicator in several places, shares that could be printed.
void find_across(const RelationText& text, std::vector<Check>& checks);

}  // namespace yizheng::reports
