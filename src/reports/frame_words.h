// Words around a figure that keep it from being the whole committee's figure of one year, and the words that do not.
#pragma once

#include <span>
#include <string_view>

namespace yizheng::reports {

struct FoundWords {
  std::string_view words;  // where they stand; "" for none
  bool certain = false;    // leaves no doubt
  explicit operator bool() const { return !words.empty(); }
};

// 力争, 明年, 拟遴选: what is to be done.
FoundWords plan_words(std::string_view text);
// 五年来, 本届以来, 历年, 2022—2026年: several years. Words of one year behind them (今年, 全年) take them back.
FoundWords several_years(std::string_view text);
// Whether words of one year (一年来, 全年) stand there.
bool one_year(std::string_view text);
// 上半年, 大会期间, 截至, 去年: a part of the year, or another one.
FoundWords other_time(std::string_view text);
// 政协系统, 各级政协, 县(市、区)政协: several committees.
FoundWords several_bodies(std::string_view text);
// 区教育局, 清水街道, 民盟: one unit, town or party.
FoundWords one_unit(std::string_view text);
// 另有, 此外, 还收到: beside the figure told before.
FoundWords beside_the_rest(std::string_view text);

// The first words of `text` that are neither `own` ones, which name the indicator, nor general ones (全年, 共收到,
// 经审查) that change nothing of what is counted; "" where all are understood.
std::string_view not_understood(std::string_view text, std::span<const std::string_view> own);

}  // namespace yizheng::reports
