#include "reports/division_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "reports/relation_text.h"

namespace yizheng::reports {
namespace {

using Words = std::vector<std::string_view>;

// Each line a division: its classes in words; those behind `needed` may be there, but need not.
struct Classes {
  std::vector<Words> classes;
  std::size_t needed;
};

const std::vector<Classes>& all_classes() {
  static const std::vector<Classes> all{
      {{{"A类", "A 类"}, {"B类", "B 类"}, {"C类", "C 类"}, {"D类", "D 类"}, {"E类"}}, 3},
      {{{"委员提案", "个人提案", "委员个人", "联名提案", "委员联名"}, {"集体提案"}}, 2},
      {{{"口头发言", "口头"}, {"书面发言", "书面"}}, 2},
      {{{"新建", "新制定", "新出台", "新增", "制定"}, {"修订", "修改", "完善"}, {"废止"}}, 2},
      {{{"已解决", "已经解决", "已采纳", "解决采纳"},
        {"计划解决", "列入计划", "逐步解决", "正在解决"},
        {"留作参考", "参考", "暂时不能解决", "因条件限制"}},
       3},
      {{{"不满意"}, {"基本满意", "较满意"}, {"满意"}}, 3},
      {{{"上半年"}, {"下半年"}}, 2},
      {{{"线上"}, {"线下"}}, 2},
      {{{"不予立案", "未立案", "不立案"}, {"立案"}}, 2},
      {{{"城镇"}, {"农村", "乡村"}}, 2},
      {{{"省内"}, {"省外"}}, 2},
      {{{"市内"}, {"市外"}}, 2},
      {{{"县内"}, {"县外"}}, 2},
      {{{"非中共", "党外"}, {"中共委员", "中共党员"}}, 2},
      {{{"境内", "国内"}, {"境外", "国外"}}, 2},
  };
  return all;
}

// The first class with a word in the label: the longer words of a division stand before the shorter they hold.
std::size_t class_of(const Classes& division, std::string_view label) {
  for (std::size_t i = 0; i < division.classes.size(); ++i) {
    for (const auto word : division.classes[i]) {
      if (label.find(word) != std::string_view::npos) return i;
    }
  }
  return division.classes.size();
}

}  // namespace

Division division_by_words(std::span<const std::string> labels) {
  for (const auto& division : all_classes()) {
    std::vector<std::size_t> seen;
    for (const auto& label : labels) {
      const auto found = class_of(division, label);
      if (found == division.classes.size() || std::find(seen.begin(), seen.end(), found) != seen.end()) break;
      seen.push_back(found);
    }
    if (seen.size() != labels.size() || labels.size() < 2) continue;
    std::size_t needed = 0;
    for (const auto one : seen) needed += one < division.needed;
    return {true, needed == division.needed};
  }
  return {};
}

bool may_overlap(std::string_view words) {
  return has_any(words, {"女",   "党外", "少数民族", "非中共", "青年", "港澳", "采用", "采纳", "批示",
                         "肯定", "转化", "刊",       "媒体",   "获奖", "获",   "以上", "累计", "涉及",
                         "关于", "重点", "优秀",     "联合",   "又",   "转",   "参与"});
}

}  // namespace yizheng::reports
