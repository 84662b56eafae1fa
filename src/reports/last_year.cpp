#include "reports/last_year.h"

#include <algorithm>
#include <iterator>

namespace yizheng::reports {
namespace {

constexpr std::string_view fillers[] = {"的", "为", "是", "有", "仅", "同期", "度", "全年", "只有"};
constexpr std::string_view last_years[] = {"上年", "去年", "上一年", "前一年"};

bool drop_filler(std::string_view& before) {
  for (const auto word : fillers) {
    if (!before.ends_with(word)) continue;
    before.remove_suffix(word.size());
    return true;
  }
  return false;
}

}  // namespace

bool is_of_last_year(std::string_view text, std::size_t at) {
  constexpr std::size_t most = 60;  // bytes: the year and a few fillers
  auto before = text.substr(at > most ? at - most : 0, std::min(at, most));
  for (int words = 0; words < 3 && drop_filler(before); ++words) {
  }
  return std::any_of(std::begin(last_years), std::end(last_years),
                     [&](std::string_view year) { return before.ends_with(year); });
}

}  // namespace yizheng::reports
