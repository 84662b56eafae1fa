// The finders of relations, one a kind of arithmetic. For relations.cpp alone.
#pragma once

#include "reports/relation_figures.h"

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

// The same over a full sentence and what stands before it in the paragraph: lists of parts and the words that tie them
// to a total. `first_check`: the first check of this paragraph.
void find_divisions(const Figures& figures, const Paragraph& paragraph, std::size_t first_check,
                    std::vector<Check>& checks);

// 发出1200份、收回1146份,回收率95.5%; a part of what stands right before it; all of it done.
void find_rates(const Figures& figures, const Paragraph& paragraph, std::size_t first_check,
                std::vector<Check>& checks);

// Differences and growth between two printed levels: 187件,较上年172件增加15件、增长8.7%.
void find_growth(const Figures& figures, std::size_t first_check, std::vector<Check>& checks);

// Averages whose divisor is printed: 年均 with the years of the report, 户均 with the households.
class AverageFinder {
 public:
  AverageFinder(const RelationText& text, std::vector<Check>& checks) : text_(text), checks_(checks) {}
  void find(const Figures& figures, std::size_t first_check);

 private:
  int years();

  const RelationText& text_;
  std::vector<Check>& checks_;
  int years_ = -1;  // not looked for yet
};

// An amount for each person, items for each aspect.
void find_ratios(const RelationText& text, const Paragraph& paragraph, std::vector<Check>& checks);

// What needs the whole report: the same figure twice, one indicator in several places, shares that could be printed.
void find_across(const RelationText& text, std::vector<Check>& checks);

}  // namespace yizheng::reports
