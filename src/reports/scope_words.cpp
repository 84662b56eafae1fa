#include "reports/scope_words.h"

#include <algorithm>
#include <span>

#include "text/utf8.h"

namespace yizheng::reports {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view and_others = "等", comma = "、";
using Words = std::span<const std::string_view>;

// Verbs and small words that may stand before a list or an object.
constexpr std::string_view openings[] = {
    "相继", "先后", "共",   "全年", "组织", "开展", "举办", "举行", "参与", "参加", "推荐", "选派", "召开", "承办",
    "联合", "继续", "积极", "委员", "通过", "以",   "在",   "于",   "了",   "●",    " ",    "　",   "●",    "精细化"};
constexpr std::string_view bounds[] = {"，", "。", "；", ",", ";", "：", ":", "\n", "！", "!"};

// Behind the last mark of `words`.
std::string_view last_clause(std::string_view words) {
  for (const auto bound : bounds) {
    if (const auto at = words.rfind(bound); at != none) words.remove_prefix(at + bound.size());
  }
  return words;
}

std::string_view upto_mark(std::string_view words, Words more = {}) {
  auto end = words.size();
  for (const auto list : {Words(bounds), more}) {
    for (const auto mark : list) end = std::min(end, words.find(mark));
  }
  return words.substr(0, end);
}

std::string_view without_openings(std::string_view words) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const auto word : openings) {
      if (!words.starts_with(word)) continue;
      words.remove_prefix(word.size());
      cut = true;
    }
  }
  return words;
}

bool within(std::string_view words, std::size_t least, std::size_t most) {
  const auto count = text::length(words);
  return count >= least && count <= most;
}

}  // namespace

std::string listed_before(std::string_view words) {
  const auto clause = last_clause(words);
  const auto at = clause.rfind(and_others);
  if (at == none || !within(clause.substr(at + and_others.size()), 1, 8)) return {};
  auto list = without_openings(clause.substr(0, at));
  while (list.ends_with(comma)) list.remove_suffix(comma.size());
  // 省、市政协召开的座谈会等会议
  constexpr std::string_view held = "召开的", meeting = "会议";
  if (const auto by = list.find(held); by != none && clause.substr(at + and_others.size()).starts_with(meeting)) {
    return std::string(list.substr(0, by + held.size())) + std::string(meeting);
  }
  if (list.find(comma) == none || !within(list, 4, 60)) return {};
  for (const std::string_view mark : {"“", "《", "\"", "「"}) {
    if (list.find(mark) != none) return {};
  }
  for (const std::string_view topic : {"围绕", "就", "聚焦", "针对", "从", "承接", "接待", "迎接", "配合", "协助"}) {
    if (list.starts_with(topic)) return {};
  }
  return std::string(list) + std::string(and_others);
}

std::string names_before(std::string_view text, std::uint32_t begin, std::uint32_t end,
                         const std::vector<Quoted>& quotes) {
  if (end <= begin) return {};
  const auto clause = text.substr(begin, end - begin);
  const auto at = clause.rfind(and_others);
  if (at == none) return {};
  const auto list_end = begin + static_cast<std::uint32_t>(at);
  const auto first = std::find_if(quotes.begin(), quotes.end(), [&](const Quoted& one) { return one.begin >= begin; });
  if (first == quotes.end() || first->end > list_end) return {};
  std::string names;
  const auto add = [&](std::string_view name) {
    if (name.empty()) return;
    if (!names.empty()) names += comma;
    names += name;
  };
  int count = 0;
  auto from = first->begin;
  for (auto one = first; one != quotes.end() && one->end <= list_end; ++one) {
    // Plain names between quoted ones: 、人民网、
    auto between = text.substr(from, one->begin - from);
    for (auto cut = between.find(comma); cut != none; cut = between.find(comma)) {
      between.remove_prefix(cut + comma.size());
      const auto next = between.find(comma);
      if (next == none) break;
      add(between.substr(0, next));
      ++count;
    }
    add(one->words);
    ++count;
    from = one->end;
  }
  names += and_others;
  if (count > 1) return names;
  constexpr std::string_view verbs[] = {"刊发", "发表", "刊登", "报道", "刊载", "播发",
                                        "推送", "发布", "上",   "共",   "累计", "宣传"};
  const auto kind = upto_mark(clause.substr(at + and_others.size()), verbs);
  return within(kind, 2, 8) ? names + std::string(kind) : names;
}

std::string_view receiver_in(std::string_view words) {
  constexpr std::string_view gives[] = {"捐赠", "捐献", "赠送", "捐出", "捐助", "捐款", "捐书", "送去", "送上", "发放"};
  for (const std::string_view to : {"为", "向", "给"}) {
    for (auto at = words.rfind(to); at != none; at = at == 0 ? none : words.rfind(to, at - 1)) {
      const auto rest = upto_mark(words.substr(at + to.size()));
      std::size_t end = none;
      for (const auto word : gives) end = std::min(end, rest.find(word));
      if (end != none && within(rest.substr(0, end), 2, 16)) return rest.substr(0, end);
    }
  }
  return {};
}

std::string_view project_in(std::string_view words) {
  struct Form {
    std::string_view verb, noun;
    bool with_noun;
  };
  constexpr Form forms[] = {{"设立", "项目", true},  {"实施", "项目", true}, {"实施", "行动", true},
                            {"实施", "工程", true},  {"启动", "项目", true}, {"落实", "制度", false},
                            {"落实", "机制", false}, {"设立", "基金", true}};
  for (const auto& form : forms) {
    const auto at = words.rfind(form.verb);
    if (at == none) continue;
    const auto rest = upto_mark(words.substr(at + form.verb.size()));
    const auto end = rest.find(form.noun);
    if (end == none) continue;
    const auto name = rest.substr(0, form.with_noun ? end + form.noun.size() : end);
    if (within(name, 3, 16)) return name;
  }
  return {};
}

std::string_view noun_behind(std::string_view words) {
  constexpr std::string_view marks[] = {"、", "和", "（", "(", "开", "进", "共", "等", " "};
  const auto noun = upto_mark(words, marks);
  return within(noun, 2, 10) ? noun : std::string_view{};
}

std::string_view plain_topic_in(std::string_view words) {
  constexpr std::string_view ends[] = {"开展", "召开", "进行", "组织", "深入", "举办", "举行", "等", "议题",
                                       "课题", "专题", "“",    "《",   "提出", "形成", "多次", "赴", "主题"};
  for (const std::string_view about : {"围绕", "聚焦", "针对", "就"}) {
    const auto at = words.rfind(about);
    if (at == none) continue;
    const auto rest = words.substr(at + about.size());
    const auto topic = upto_mark(rest, ends);
    if (within(topic, 4, 36) && topic.size() < rest.size()) return topic;
  }
  return {};
}

}  // namespace yizheng::reports
