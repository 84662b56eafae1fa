// What is counted or measured: the unit behind a number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace yizheng::reports {

enum class UnitClass : std::int32_t {
  NONE,
  COUNT,     // 件, 人次, 场
  LOOSE,     // counts behind Arabic digits only: 县, 站, 级 and other words that Chinese numerals make names of
  EMPTY,     // 个: the noun counted is the unit
  MONEY,     // 元, 美元
  PHYSICAL,  // 公里, 吨, 千瓦时
  SPAN,      // 年, 天, 小时: durations
  PERCENT,   // %
  POINTS,    // 百分点
  TIMES,     // 倍, 番
  TENTHS,    // 成, 折
  FRACTION,  // 分之
};

struct Unit {
  std::uint32_t end = 0;  // byte behind it
  UnitClass of = UnitClass::NONE;
  std::string_view text;  // in its plain form: 批次 for 批(次), 微克/立方米; points into a table or the text
};

// The unit that begins at `at` (one blank before it is allowed); NONE where none stands.
Unit unit_at(std::string_view text, std::size_t at);

// The noun counted behind an empty classifier (3个主办单位 is 单位), behind one and a clause of its own (40个吸引力强的
// 场景), or in front of it (机场31个): its place in the text, empty where none is known.
std::string_view noun_after(std::string_view text, std::size_t at);
// The last two characters of an unknown noun behind 个: most nouns have two.
std::string_view unknown_noun_after(std::string_view text, std::size_t at);
// 2个国家级、5个省级、13个市级项目: the noun that the list's last member carries.
std::string_view noun_of_list(std::string_view text, std::size_t at);
std::string_view noun_after_clause(std::string_view text, std::size_t at);
// Whether a verb, a particle or a mark begins at `at`, at which no noun can.
bool phrase_ends_at(std::string_view text, std::size_t at);
std::string_view noun_before(std::string_view text, std::size_t at);

}  // namespace yizheng::reports
