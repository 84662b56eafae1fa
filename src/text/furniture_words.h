// The words that the furniture of web pages is made of.
#pragma once

#include <string_view>

namespace yizheng::text {

// A button, link or notice that never is a line of a report: 首页, 设为首页, 微信扫码分享. Blanks inside do not count.
bool is_control(std::string_view phrase);

// A label that a page puts before what it tells of an article (发布时间, 字号) or of the site (主办单位, 网站标识码).
enum class Label { NONE, ARTICLE, SITE, WEAK };
// The label `line` begins with, `size` its bytes without a colon. WEAK ones are words of reports too (来源, 地址).
Label label_at(std::string_view line, std::size_t& size);

// A word of a site's menu, as part of an entry: 政务, 公开, 互动, 走进.
bool has_menu_word(std::string_view entry);

// Marks that a line belongs to a site wherever they stand in it: ICP备, 公网安备, 版权所有, 预计阅读时长.
bool has_site_mark(std::string_view line);

// Headings of lists of links: 相关阅读, 友情链接, 上一篇. What follows is not the report.
bool heads_links(std::string_view line);

// Beginnings of notices about the site or the copy: 免责声明, 本网站由, 温馨提示.
bool begins_disclaimer(std::string_view line);

// What sites that collect other people's texts put around them: 由会员分享,可在线阅读; 下面是小编整理的.
bool begins_collection_note(std::string_view line);

}  // namespace yizheng::text
