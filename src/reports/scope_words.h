// What a figure is about, told by the words of its clause: lists of activities and media, who is given something, the
// project it belongs to, the noun counted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/scope_quotes.h"

namespace yizheng::reports {

// 读书分享、诗词朗诵等 of 举办读书分享、诗词朗诵等活动: the list before 等 that ends the words before a number. With
// names in quotation marks (media) those alone count. "" for none.
std::string listed_before(std::string_view words);
// 《清风报》“云岭发布”等 of 在《清风报》“云岭发布”等媒体: a list of names as 清风报、云岭发布等; one name alone with
// its class, 清风报等市级媒体.
std::string names_before(std::string_view text, std::uint32_t begin, std::uint32_t end,
                         const std::vector<Quoted>& quotes);
// 山区小学 of 为山区小学捐赠图书, the last one.
std::string_view receiver_in(std::string_view words);
// 爱心助学项目 of 设立爱心助学项目; 结对帮扶 of 落实结对帮扶制度.
std::string_view project_in(std::string_view words);
// 困难群众 of 86户困难群众: the noun behind a number, at most ten characters.
std::string_view noun_behind(std::string_view words);
// 河湖治理 of 围绕河湖治理开展协商: a topic without quotation marks, the last one.
std::string_view plain_topic_in(std::string_view words);

}  // namespace yizheng::reports
