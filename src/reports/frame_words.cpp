#include "reports/frame_words.h"

#include <algorithm>

#include "reports/actors.h"
#include "text/utf8.h"

namespace yizheng::reports {
namespace {

constexpr std::size_t none = std::string_view::npos;
using Words = std::span<const std::string_view>;

// The word of the list that stands last in the text; "" for none.
std::string_view last_of(std::string_view text, Words words) {
  std::size_t found = none, length = 0;
  for (const auto word : words) {
    const auto at = text.rfind(word);
    if (at == none || (found != none && at + word.size() <= found + length)) continue;
    found = at;
    length = word.size();
  }
  return found == none ? std::string_view{} : text.substr(found, length);
}

bool preceded(std::string_view text, std::size_t at, Words words) {
  const auto before = text.substr(0, at);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return before.ends_with(word); });
}

std::size_t place_of(std::string_view text, std::string_view part) {
  return static_cast<std::size_t>(part.data() - text.data());
}

constexpr std::string_view surely_planned[] = {"力争",   "明年",   "来年",   "下一年", "新的一年", "新一年",  "下一步",
                                               "预计",   "预期",   "有望",   "拟遴选", "拟确定",   "拟选",    "拟立案",
                                               "拟开展", "拟组织", "拟提交", "拟收到", "下年度",   "下一年度"};
constexpr std::string_view maybe_planned[] = {"争取", "确保",   "努力",   "打算",   "今后",   "目标",   "计划",
                                              "要求", "要实现", "要达到", "将达到", "将实现", "要确保", "不低于"};
constexpr std::string_view plans_of_work[] = {"列入", "纳入", "列为", "按",   "按照", "年度",
                                              "协商", "工作", "监督", "调研", "督办"};

constexpr std::string_view one_year_words[] = {"一年来", "过去一年", "今年",   "全年", "年内",
                                               "本年",   "一年间",   "这一年", "当年"};
constexpr std::string_view several_year_words[] = {
    "本届以来", "本届政协", "届以来",   "届期内", "本届任期", "任期内", "五年任期", "历年",      "历届",
    "换届以来", "成立以来", "建立以来", "近年来", "近几年",   "多年来", "几年来",   "届政协以来"};
constexpr std::string_view spans[] = {"来",   "间",     "以来", "里", "累计", "共",   "总计", "合计",
                                      "工作", "的工作", "内",   "中", "时间", "任期", ",",    "，"};
constexpr std::string_view year_digits = "零一二两三四五六七八九十";

constexpr std::string_view time_words[] = {
    "上半年",   "下半年",   "季度",     "月",       "截至",     "截止", "年初",   "期间",     "会前", "会后",
    "去年",     "上年",     "上一年",   "往年",     "前年",     "同期", "大会上", "本次会议", "全会", "次会议收到",
    "次会议上", "会议收到", "平时收到", "平时提案", "平时提交", "近期", "日前",   "首日",     "结转", "跨年"};
constexpr std::string_view whole_times[] = {"年底", "年末"};

constexpr std::string_view several_body_words[] = {
    "政协系统",   "各级政协", "两级政协", "三级政协", "县（市、区）政协", "县(市、区)政协", "县区政协",  "各县市区政协",
    "县市区政协", "兄弟政协", "区县政协", "区市政协", "市县政协",         "市、县政协",     "市县区政协"};

constexpr std::string_view unit_endings[] = {"局",   "街道",   "镇",     "乡",   "办事处", "公司", "集团", "中心",
                                             "小组", "联络组", "活动组", "工委", "工作室", "医院", "学校"};
// Where these stand the ending is part of another word.
constexpr std::string_view no_units[] = {
    "布局",     "格局",     "开局",     "结局",     "全局",     "大局",     "新局",     "破局",     "变局",
    "时局",     "僵局",     "党局",     "城镇",     "乡镇",     "村镇",     "城乡",     "下乡",     "家乡",
    "故乡",     "侨乡",     "围绕中心", "区委中心", "市委中心", "县委中心", "服务中心", "党委中心", "以中心",
    "紧扣中心", "聚焦中心", "各局",     "各镇",     "各乡",     "各街道",   "各镇街",   "镇街道"};
constexpr std::string_view not_behind_unit[] = {"工作", "村", "亲", "土", "贤", "街", "镇", "任务", "大局"};

constexpr std::string_view beside_words[] = {"另外",   "另有", "另收", "另",     "此外",
                                             "还收到", "还有", "还转", "再收到", "除此"};

}  // namespace

FoundWords plan_words(std::string_view text) {
  if (const auto sure = last_of(text, surely_planned); !sure.empty()) return {sure, true};
  for (const auto word : maybe_planned) {
    for (auto at = text.find(word); at != none; at = text.find(word, at + word.size())) {
      if (word == "计划" && (preceded(text, at, plans_of_work) || text.substr(at).starts_with("计划解决") ||
                             text.substr(at).starts_with("计划落实")))
        continue;
      return {text.substr(at, word.size()), false};
    }
  }
  return {};
}

bool one_year(std::string_view text) { return !last_of(text, one_year_words).empty(); }

FoundWords several_years(std::string_view text) {
  FoundWords found;
  std::size_t found_end = 0;
  const auto note = [&](std::size_t begin, std::size_t end) {
    if (found && end <= found_end) return;
    found = {text.substr(begin, end - begin), true};
    found_end = end;
  };
  if (const auto word = last_of(text, several_year_words); !word.empty()) {
    note(place_of(text, word), place_of(text, word) + word.size());
  }
  // 五年来, 三年共, 过去5年: a number of years that is more than one, as a frame.
  constexpr std::string_view year = "年";
  for (auto at = text.find(year); at != none; at = text.find(year, at + year.size())) {
    std::size_t begin = at;
    while (begin > 0) {
      if (text[begin - 1] >= '0' && text[begin - 1] <= '9') {
        --begin;
        continue;
      }
      if (begin >= 3 && year_digits.find(text.substr(begin - 3, 3)) != none) {
        begin -= 3;
        continue;
      }
      break;
    }
    const auto number = text.substr(begin, at - begin);
    if (number.empty() || number == "一" || number == "1" || number.size() > 9) continue;
    const auto behind = text.substr(at + year.size());
    if (number.size() == 4 && number[0] >= '0' && number[0] <= '9') {
      // 2022—2026年, 2022年至2026年, 2022年以来
      constexpr std::string_view joints[] = {"—", "-", "~", "～", "至", "到", "－", "–"};
      std::size_t before = begin;
      for (bool joined = true; joined;) {
        joined = false;
        for (const auto joint : joints) {
          if (!text.substr(0, before).ends_with(joint)) continue;
          before -= joint.size();
          joined = true;
        }
      }
      const auto left = text.substr(0, before);
      const bool range =
          before < begin && (left.ends_with(year) || (!left.empty() && left.back() >= '0' && left.back() <= '9'));
      if (range || behind.starts_with("以来"))
        note(begin, at + year.size() + (range ? 0 : std::string_view("以来").size()));
      continue;
    }
    constexpr std::string_view past[] = {"过去", "近", "前", "这", "历时"};
    const bool framed =
        preceded(text, begin, past) || std::any_of(std::begin(spans), std::end(spans),
                                                   [&](std::string_view word) { return behind.starts_with(word); });
    if (framed) note(begin, at + year.size());
  }
  if (found && one_year(text.substr(found_end))) return {};
  return found;
}

FoundWords other_time(std::string_view text) {
  if (!last_of(text, whole_times).empty()) return {};
  return {last_of(text, time_words), false};
}

FoundWords several_bodies(std::string_view text) { return {last_of(text, several_body_words), true}; }

FoundWords one_unit(std::string_view text) {
  for (const auto ending : unit_endings) {
    for (auto at = text.find(ending); at != none; at = text.find(ending, at + ending.size())) {
      const auto end = at + ending.size();
      const auto upto = text.substr(0, end), behind = text.substr(end);
      if (at < 3 || static_cast<unsigned char>(text[at - 1]) < 0x80) continue;
      const bool other = std::any_of(std::begin(no_units), std::end(no_units),
                                     [&](std::string_view word) { return upto.ends_with(word); }) ||
                         std::any_of(std::begin(not_behind_unit), std::end(not_behind_unit),
                                     [&](std::string_view word) { return behind.starts_with(word); });
      if (other) continue;
      auto begin = at >= 9 ? at - 9 : at >= 6 ? at - 6 : at - 3;
      while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;  // a whole character
      return {text.substr(begin, end - begin), false};
    }
  }
  if (text.find("民主党派") != none || text.find("党派团体") != none) return {};
  std::string_view party;
  for (std::size_t at = 0; at < text.size(); text::next_code_point(text, at)) {
    const auto here = single_party_at(text, at);
    if (here.empty()) continue;
    if (!party.empty() && party != here) return {};  // several: not one alone
    party = here;
  }
  return {party, false};
}

FoundWords beside_the_rest(std::string_view text) { return {last_of(text, beside_words), false}; }

}  // namespace yizheng::reports
