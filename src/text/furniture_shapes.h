// What the lines around a report look like. Each looks at one line, Simplified and without readings.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace yizheng::text {

// Nothing but these characters.
bool all_of(std::string_view text, std::string_view allowed);

// "2025-03-18 09:10:11", "2025年03月18日 09时10分": nothing but a time.
bool is_time_stamp(std::string_view line);
// 09:10 somewhere.
bool has_clock(std::string_view line);
// 2025-03-18, 2025/3/18, 2025.3.18 somewhere.
bool has_date(std::string_view line);

// Phrases of a line, divided by blanks, bars and brackets, without colons.
std::vector<std::string_view> phrases(std::string_view line);

// 第3/20页 of a collection, 第3页共20页.
bool has_page_of(std::string_view line);
// 第3/20页 of a collection: seventeen more follow, and the report may go on there.
bool more_pages_follow(std::string_view line);

// How many credits: 供稿:某某 编辑:某某 审核:某某. What tells how to reach somebody does not count.
std::size_t labels_in(const std::vector<std::string_view>& parts);

// 首页 > 政协要闻 > 正文
bool has_breadcrumb(std::string_view line);

// Buttons and the counts beside them.
bool controls_only(const std::vector<std::string_view>& parts);

// Four entries or more, of two to nine characters, half of them with words of menus.
bool is_menu(const std::vector<std::string_view>& parts, std::string_view line);

}  // namespace yizheng::text
