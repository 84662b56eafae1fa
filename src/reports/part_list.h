// Figures of one kind side by side that may be the parts of a total. For relations*.cpp alone.
#pragma once

#include <optional>

#include "reports/relation_figures.h"

namespace yizheng::reports {

struct Sum {
  double sum = 0, slack = 0;  // slack: what the rounding of the parts leaves open
};

struct PartList {
  std::vector<std::size_t> members;
  std::vector<std::optional<std::size_t>> shares;  // the per cent printed beside each
  Mark mark = Mark::NONE;                          // what parts the members
  bool open = false;                               // ends in 等
  bool rest = false;                               // the last one is 其余
  bool bare = true;                                // no words between the members
  std::size_t end = 0;                             // first figure behind the list
  std::vector<Sum> sums;                           // of the members up to each
};

// The list that begins with figure `first`; it has one member where nothing follows that belongs to it.
PartList part_list(const Figures& figures, std::size_t first);

constexpr std::size_t most_members = 16;

// An exact count or amount.
bool addable(const Figures& figures, std::size_t at);
// What the rounding of a figure leaves open, either way.
double slack_of(const RelationText& text, std::uint32_t index);
// 按类别分: the parts are all there are.
bool divides(std::string_view gap);
// 共, 合计 before a number: it is the total of what stands before it.
bool total_word(std::string_view label);
// Words behind which no more parts of the same list follow.
bool leaves_list(std::string_view gap);

Check sum_check(const RelationText& text, std::vector<std::uint32_t> parts, std::uint32_t total, CheckVerdict verdict);

}  // namespace yizheng::reports
