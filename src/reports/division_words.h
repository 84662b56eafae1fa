// Words by which parts of a total are told apart, and which of them exclude one another. For relations*.cpp alone.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace yizheng::reports {

struct Division {
  bool known = false;     // the labels are classes of one division: nothing is in two of them
  bool complete = false;  // and every class of it is there
};

// Of the words around each part: "A类", "集体提案".
Division division_by_words(std::span<const std::string> labels);

// What has this mark may have another of the list as well: 女委员 and 党外委员; adopted here and there.
bool may_overlap(std::string_view words);

}  // namespace yizheng::reports
