// Figures of the year before, told beside those of the year for comparison: 收到信息624条,比上年的518条增长20.5%.
#pragma once

#include <cstddef>
#include <string_view>

namespace yizheng::reports {

// Whether the words right before `at` say that the figure there is last year's: 上年的, 去年同期为, 上一年度.
bool is_of_last_year(std::string_view text, std::size_t at);

}  // namespace yizheng::reports
