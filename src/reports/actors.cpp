#include "reports/actors.h"

#include <algorithm>
#include <string>

#include "indicators/word_table.h"
#include "text/utf8.h"

namespace yizheng::reports {
namespace {

constexpr std::string_view levels[] = {"区", "市", "县", "省", "州", "旗", "自治区", "全国"};
// Behind the name of a committee or a Party committee.
constexpr std::string_view committee_parts[] = {
    "",         "党组",     "常委会", "主席会议",     "领导班子",           "机关",     "委员",
    "党组成员", "班子成员", "常委",   "领导班子成员", "党组理论学习中心组", "全体委员", "系统"};
constexpr std::string_view party_parts[] = {
    "",           "常委会", "主要领导", "领导",   "书记",           "常委会会议",     "区政府领导",    "市政府领导",
    "县政府领导", "区政府", "市政府",   "县政府", "区政府主要领导", "市政府主要领导", "县政府主要领导"};
constexpr std::string_view state_bodies[] = {"人大", "人大常委会", "政府", "政府办", "纪委监委", "法院", "检察院"};
constexpr std::string_view others[] = {
    "各民主党派",   "民主党派",     "区各民主党派", "市各民主党派", "县各民主党派", "党派团体",     "各党派团体",
    "党派团体委员", "各专门委员会", "专门委员会",   "各专委会",     "专委会",       "政协委员",     "广大委员",
    "全体委员",     "广大政协委员", "委员",         "委员们",       "领导班子成员", "党组成员",     "班子成员",
    "主席会议",     "机关干部",     "各界别",       "界别委员",     "党政领导",     "党政主要领导", "各界别委员",
    "工商联",       "各参加单位",   "提案者",       "承办单位",     "住区委员",     "驻会领导",     "政协常委会",
    "政协委员们",   "县区政协",     "各县区政协",   "港澳委员",     "党员委员",     "党组",         "常委会",
    "政协党组",     "各级政协",     "两级政协",     "三级政协",     "兄弟政协"};
constexpr std::string_view parties[] = {"民革",   "民盟",     "民建", "民进",   "农工党", "农工民主党",
                                        "致公党", "九三学社", "台盟", "工商联", "共青团", "团委",
                                        "妇联",   "总工会",   "科协", "侨联",   "台联",   "文联"};
// No actors, though they begin like one: nouns that only have the actor before them.
constexpr std::string_view no_actors[] = {
    "委员会",     "市委员会",   "区委员会",     "县委员会",   "省委员会", "委员工作室", "委员之家",     "委员履职",
    "委员提案",   "委员来信",   "委员工作站",   "委员联系点", "委员小组", "委员会客厅", "委员活动日",   "委员活动组",
    "委员活动室", "委员讲堂",   "委员议事厅",   "委员企业",   "委员队伍", "委员培训",   "委员学习班",   "委员档案",
    "委员管理",   "委员读书",   "委员学习培训", "委员风采",   "委员作用", "委员主体",   "委员满意度",   "常委会议",
    "常委会会议", "常委会工作", "常委会议题",   "党组织",     "党组会议", "党组会",     "主席会议成员", "市委办",
    "区委办",     "县委办",     "区委书记",     "市委书记",   "县委书记", "省委书记"};

struct Actors {
  indicators::WordTable table;
  std::size_t first_no_actor = 0;  // ids from here on are no actors
};

const Actors& actors() {
  static const Actors all = [] {
    Actors made;
    for (const auto level : levels) {
      for (const auto part : committee_parts) made.table.add(std::string(level) + "政协" + std::string(part));
      for (const auto part : party_parts) made.table.add(std::string(level) + "委" + std::string(part));
      for (const auto body : state_bodies) made.table.add(std::string(level) + std::string(body));
    }
    for (const auto other : others) made.table.add(other);
    for (const auto party : parties) made.table.add(party);
    made.first_no_actor = made.table.size();
    for (const auto word : no_actors) made.table.add(word);
    made.table.finish();
    return made;
  }();
  return all;
}

}  // namespace

std::span<const std::string_view> committee_levels() { return levels; }

std::string_view actor_at(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t next = at;
  if (at >= end || end > text.size()) return {};
  const char32_t first = text::next_code_point(text, next);
  const auto& known = actors();
  const auto root = first <= 0xFFFF ? known.table.root(first) : std::uint16_t{0};
  if (root == 0) return {};
  std::size_t longest = at;
  bool actor = false;
  known.table.words_at(text, next, root, [&](indicators::WordId word, std::size_t stop) {
    longest = stop;
    actor = word < known.first_no_actor;
  });
  if (!actor || longest > end) return {};
  return text.substr(at, longest - at);
}

std::string_view single_party_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  for (const auto party : parties) {
    if (text.substr(at).starts_with(party)) return party;
  }
  return {};
}

}  // namespace yizheng::reports
