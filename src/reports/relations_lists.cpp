// Names listed before the number that is said of them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "reports/relation_finders.h"
#include "reports/rounding.h"

namespace yizheng::reports {
namespace {

constexpr std::size_t longest_list = 1500;  // bytes before the number

struct List {
  std::size_t begin = 0, end = 0;  // without 等
  int names = 0;
  bool joined = false;  // the last name holds 和, 及, 与: there may be one more
  bool open = false;    // ends in 等
  bool titles = false;  // every name is in 《》
  bool quoted = false;  // the whole list stands inside one pair of quotation marks
  bool has_figure = false;  // a name holds a quoted number: 树立“三种观念”、养成“五个习惯” is a chain of slogans
  bool has_number = false;  // 座谈会1次、书画展…: these are figures side by side, not names
  int longest = 0;          // code points of the longest name
};

bool opens(std::string_view c) { return one_of(c, {"“", "‘", "《", "〈", "「", "『", "\uFF08", "(", "【", "〔"}); }
bool closes(std::string_view c) { return one_of(c, {"”", "’", "》", "〉", "」", "』", "\uFF09", ")", "】", "〕"}); }

// A name begins behind these words: 先后围绕甲、乙…
// A name in the middle that begins with one is a name (坚持甲、坚持乙); words with nothing behind them are a part of it
// (社会组织).
std::size_t begin_of_name(std::string_view name, bool first) {
  std::size_t begin = 0;
  for (const std::string_view word :
       {"围绕", "聚焦", "紧扣", "针对", "包括", "涵盖", "涉及", "分为", "出台", "开展", "举办",
        "召开", "抓住", "抓好", "立足", "来自", "编撰", "编印", "编写", "报送", "提交", "选取"}) {
    const auto at = name.rfind(word);
    if (at == std::string_view::npos || (at == 0 && !first)) continue;
    if (at + word.size() > begin && at + word.size() + 6 <= name.size()) begin = at + word.size();
  }
  return begin;
}

// 团结和民主: a joining word with words on both sides.
bool joins(std::string_view name) {
  int depth = 0;
  for (std::size_t at = 0; at < name.size();) {
    const auto c = code_point_at(name, at);
    if (opens(c)) ++depth;
    if (closes(c)) --depth;
    const bool both_sides = at >= 3 && at + c.size() + 3 <= name.size();
    if (depth == 0 && both_sides && one_of(c, {"和", "与", "及", "暨"})) return true;
    at += c.size();
  }
  return false;
}

void count_name(List& list, std::string_view text, std::size_t begin, std::size_t end) {
  const auto name = text.substr(begin, end - begin);
  ++list.names;
  list.longest = std::max(list.longest, static_cast<int>(code_points(name)));
  if (!name.starts_with("《")) list.titles = false;
  if (!name.starts_with("《") && name.find_first_of("0123456789") != std::string_view::npos) list.has_number = true;
  for (const std::string_view mark : {"“", "\"", "‘"}) {
    const auto at = name.find(mark);
    if (at == std::string_view::npos) continue;
    const auto c = code_point_at(name, at + mark.size());
    if (one_of(c, {"一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "双"})) list.has_figure = true;
  }
}

// The list that ends at `end`, read backwards to the beginning of its clause.
List list_before(std::string_view text, std::size_t end) {
  List list;
  list.end = end;
  list.titles = true;
  std::size_t at = end, name_end = end;
  int depth = 0;
  bool last = true;
  // One name; true where the list begins in it.
  const auto take = [&](std::size_t begin, bool first = false) {
    const auto name = text.substr(begin, name_end - begin);
    const auto behind = begin_of_name(name, first);
    if (last && joins(name.substr(behind))) list.joined = true;
    last = false;
    if (behind < name.size()) count_name(list, text, begin + behind, name_end);
    list.begin = begin + behind;
    return behind > 0 || list.has_number;  // nothing before a figure is in this list
  };
  while (at > 0 && end - at < longest_list) {
    const auto c = code_point_before(text, at);
    const auto begin = at - c.size();
    if (closes(c)) {
      // 《甲》《乙》: titles side by side are names of their own.
      if (depth == 0 && at < name_end && (c == "》" || c == "”")) {
        const auto next = code_point_at(text, at);
        if (next == "《" || (c == "”" && next == "“")) {
          if (take(at)) return list;
          name_end = at;
        }
      }
      ++depth;
    } else if (opens(c)) {
      if (depth == 0) {  // the list is inside these marks
        list.quoted = true;
        if (at < name_end) take(at, true);
        return list;
      }
      --depth;
    } else if (depth == 0 && c == "、") {
      if (at < name_end && take(at)) return list;
      name_end = begin;
    } else if (depth == 0 ? ends_clause(c) : c == "\n") {
      break;
    }
    at = begin;
  }
  if (at < name_end && end - at < longest_list) take(at, true);
  return list;
}

// 同等, 平等 and their like are no end of a list.
bool is_and_so_on(std::string_view text, std::size_t at) {
  return !one_of(code_point_before(text, at), {"平", "同", "均", "高", "中", "对", "相", "初", "头", "优", "何", "劣"});
}

// Where the list before a number ends; npos where nothing stands there that could be one.
std::size_t end_of_list(const RelationText& text, const Claim& claim, List& list) {
  std::size_t at = claim.begin;
  const auto whole = text.text();
  auto c = code_point_before(whole, at);
  if (one_of(c, {"“", "‘", "\"", "「"})) {  // 甲、乙、丙“三大平台”
    at -= c.size();
    c = code_point_before(whole, at);
  }
  if (c == "这") at -= c.size(), c = code_point_before(whole, at);
  if (c == "’" || c == "”") {  // ‘甲、乙、丙’三大片区: inside the marks, where the list is
    const auto inside = list_before(whole, at - c.size());
    if (inside.quoted && inside.names >= 2) {
      list = inside;
      return at - c.size();
    }
  }
  if (c == "等" && is_and_so_on(whole, at - 3)) {
    list = list_before(whole, at - 3);
    list.open = true;
    return at - 3;
  }
  if (one_of(c, {"的", "、", "\uFF0C", ",", "\n", ""}) || ends_clause(c)) return std::string_view::npos;
  list = list_before(whole, at);
  return at;
}

// 《甲》等报刊: a newspaper holds the titles; a bulletin (信息专报) is one of them.
bool names_newspaper(std::string_view word) {
  for (auto at = word.find("报"); at != std::string_view::npos; at = word.find("报", at + 3)) {
    const auto before = at >= 3 ? word.substr(at - 3, 3) : std::string_view{};
    if (!one_of(before, {"专", "简", "快", "摘", "呈"}) && !word.substr(at).starts_with("报告")) return true;
  }
  return false;
}

// 《甲》《乙》等社情民意8期: between 等 and the number stands only the word for what the titles are.
std::size_t end_of_titles(const RelationText& text, std::uint32_t index, List& list) {
  const Claim& claim = text.claim(index);
  const auto words = text.before(index);
  const auto at = words.rfind("》等");
  if (at == std::string_view::npos) return at;
  const auto word = words.substr(at + 6);
  if (word.empty() || code_points(word) > 8) return std::string_view::npos;
  if (has_any(word, {"媒体", "平台", "网", "刊", "台", "发表", "播", "上", "在", "、", "等", "获", "奖"}) ||
      names_newspaper(word)) {
    return std::string_view::npos;
  }
  const auto end = claim.begin - word.size() - 3;
  list = list_before(text.text(), end);
  list.open = true;
  return list.titles ? end : std::string_view::npos;
}

// 其中《丙》…: a title told apart after the number is one more name.
int titles_after(const RelationText& text, const Stretch& sentence, const Claim& claim, const List& list) {
  const auto rest = text.words(claim.end, sentence.end);
  const auto at = rest.find("其中《");
  if (at == std::string_view::npos) return 0;
  const auto end = rest.find("》", at);
  if (end == std::string_view::npos) return 0;
  const auto title = rest.substr(at + 6, end - at - 6);
  return text.text().substr(list.begin, list.end - list.begin).find(title) == std::string_view::npos ? 1 : 0;
}

std::string shown(std::string_view names) {
  if (names.size() <= 120) return std::string(names);
  std::size_t cut = 117;
  while ((static_cast<unsigned char>(names[cut]) & 0xC0) == 0x80) --cut;
  return std::string(names.substr(0, cut)) + "…";
}

// Words for a complete division, after which a list without 等 names everything.
bool complete_division(std::string_view unit, std::string_view after) {
  for (const std::string_view word :
       {"方面", "层面", "板块", "维度", "环节", "片区", "主题", "原则", "部分", "关键词"}) {
    if (unit == word || unit.ends_with(word) || after.starts_with(word)) return true;
  }
  return false;
}

void add(const RelationText& text, const List& list, std::uint32_t index, int stated, int computed,
         CheckVerdict verdict, std::vector<Check>& checks) {
  Check check;
  check.kind = CheckKind::SUM;
  check.verdict = verdict;
  check.total = index;
  check.stated = stated;
  check.computed = computed;
  const auto names = shown(text.text().substr(list.begin, list.end - list.begin));
  switch (verdict) {
    case CheckVerdict::HOLDS:
      check.zh = fmt::format("数字前列出 {} 项：{}。与所写的 {} 相符。", computed, names, stated);
      check.en = fmt::format("{} names stand before the number: {}. It says {}.", computed, names, stated);
      break;
    case CheckVerdict::BASE_IMPLIED:
      check.zh = fmt::format("列举以“等”结尾，{} 项中只写出 {} 项：{}。不能核对全数。", stated, computed, names);
      check.en = fmt::format("An open list (等): {} of {} are named: {}. The number itself cannot be checked.",
                             computed, stated, names);
      break;
    default:
      check.zh = fmt::format("数字前列出 {} 项：{}。但写的是 {}。名称中的“和、与、及”已按两种断法各数一遍，都不符。",
                             computed, names, stated);
      check.en = fmt::format(
          "{} names stand before the number: {}. But it says {}. Counted with and without 和, 与, 及 as dividers; "
          "neither fits.",
          computed, names, stated);
  }
  checks.push_back(std::move(check));
}

// The number that begins a fixed phrase: 五大片区 is 5. 0 where it is not a plain small one.
int number_of_phrase(std::string_view phrase) {
  constexpr std::array<std::string_view, 11> digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  const auto c = code_point_at(phrase, 0);
  if (c == "两") return 2;
  const auto found = std::find(digits.begin(), digits.end(), c);
  const auto next = code_point_at(phrase, c.size());
  if (found == digits.end() || std::find(digits.begin(), digits.end(), next) != digits.end()) return 0;
  return static_cast<int>(found - digits.begin());
}

void look(const RelationText& text, const Stretch& sentence, std::uint32_t index, std::vector<Check>& checks) {
  const Claim& claim = text.claim(index);
  const bool phrase = claim.kind == ClaimKind::FIXED;  // 四大产业集群: a name with a number in it
  if (!(claim.kind == ClaimKind::COUNT || phrase) || claim.approx != Approx::EXACT || claim.step > 1) return;
  const auto words = text.words(claim.begin, claim.end);
  const int stated = phrase ? number_of_phrase(words) : claim.value <= 500 ? static_cast<int>(claim.value) : 0;
  if (stated < 2 || (!phrase && (stated != claim.value || !std::isnan(claim.value_high)))) return;
  const auto unit = text.unit(index);
  // 两大主题 divides what was listed; 两条线 and 双轮驱动 are figures of speech.
  const auto divided = code_point_at(text.text(), claim.begin + code_point_at(words, 0).size());
  if (phrase && divided != "大") return;
  if (measuring_unit(unit) || one_of(unit, {"次", "人次", "场次", "场", "篇次", "批次", "期"})) {
    // Events and issues are counted by what happened, not by the kinds listed: only titles name them one by one.
    List list;
    if (end_of_titles(text, index, list) == std::string_view::npos || list.names < 1) return;
    const int names = list.names + titles_after(text, sentence, claim, list);
    if (names <= claim.value) {
      add(text, list, index, stated, names, names == claim.value ? CheckVerdict::HOLDS : CheckVerdict::BASE_IMPLIED,
          checks);
    }
    return;
  }
  List list;
  if (end_of_list(text, claim, list) == std::string_view::npos &&
      (phrase || end_of_titles(text, index, list) == std::string_view::npos)) {
    return;
  }
  if (list.names < 1 || (phrase && list.has_figure) || (!list.open && list.has_number)) return;
  int names = list.names + (list.titles && list.open ? titles_after(text, sentence, claim, list) : 0);
  const int most = names + (list.joined ? 1 : 0);
  if (most < 2 && !list.open) return;
  if (names != stated && most == stated) names = most;
  if (names == stated) {
    add(text, list, index, stated, names, CheckVerdict::HOLDS, checks);
  } else if (list.open && !phrase && most < stated) {
    add(text, list, index, stated, names, CheckVerdict::BASE_IMPLIED, checks);
  } else if (!list.open && list.names >= 3 && most < stated && list.longest <= 12 && !phrase &&
             complete_division(unit, text.after(index))) {
    // More are said than named, and nothing (等) says that names were left out.
    add(text, list, index, stated, most, CheckVerdict::FAILS, checks);
  }
}

}  // namespace

void find_lists(const RelationText& text, const Paragraph& paragraph, std::vector<Check>& checks) {
  for (const auto& sentence : paragraph.sentences) {
    for (auto index = sentence.first; index < sentence.last; ++index) look(text, sentence, index, checks);
  }
}

}  // namespace yizheng::reports
