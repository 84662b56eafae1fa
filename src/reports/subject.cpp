#include "reports/subject.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace yizheng::reports {
namespace {

constexpr std::string_view levels[] = {"区", "市", "县", "省", "州", "旗", "自治区", "全国"};
// Behind the name of a committee or a Party committee.
constexpr std::string_view committee_parts[] = {"",         "党组", "常委会",       "主席会议",
                                                "领导班子", "机关", "委员",         "党组成员",
                                                "班子成员", "常委", "领导班子成员", "党组理论学习中心组"};
constexpr std::string_view party_parts[] = {
    "",           "常委会", "主要领导", "领导",   "书记",           "常委会会议",     "区政府领导",    "市政府领导",
    "县政府领导", "区政府", "市政府",   "县政府", "区政府主要领导", "市政府主要领导", "县政府主要领导"};
constexpr std::string_view others[] = {
    "各民主党派",   "民主党派",     "区各民主党派", "市各民主党派", "县各民主党派", "党派团体",     "各党派团体",
    "党派团体委员", "各专门委员会", "专门委员会",   "各专委会",     "专委会",       "政协委员",     "广大委员",
    "全体委员",     "广大政协委员", "委员",         "委员们",       "领导班子成员", "党组成员",     "班子成员",
    "主席会议",     "机关干部",     "各界别",       "界别委员",     "党政领导",     "党政主要领导", "各界别委员",
    "工商联",       "各参加单位",   "提案者",       "承办单位",     "住区委员",     "驻会领导",     "政协常委会",
    "政协委员们",   "县区政协",     "各县区政协",   "港澳委员",     "党员委员"};
// May stand before the actor of a clause.
constexpr std::string_view openers[] = {"一年来", "全年", "●",    "其中", "今年以来", "年内", "先后", "期间",
                                        "同时",   "由",   "中共", "区",   "市",       "县",   "我"};
// Behind these stands whom something is done to or with, not who does it.
constexpr std::string_view no_openers[] = {"向",   "在",   "对",   "为", "与",   "和",   "同", "被",  "接待",
                                           "承接", "配合", "协助", "赴", "参与", "参加", "获", "得到"};

const indicators::WordTable& actors() {
  static const indicators::WordTable table = [] {
    indicators::WordTable made;
    for (const auto level : levels) {
      for (const auto part : committee_parts) made.add(std::string(level) + "政协" + std::string(part));
      for (const auto part : party_parts) made.add(std::string(level) + "委" + std::string(part));
    }
    for (const auto other : others) made.add(other);
    // No actors, but they begin like one.
    for (const auto word :
         {"委员会", "市委员会", "区委员会", "县委员会", "省委员会", "委员工作室", "委员之家", "委员履职"}) {
      made.add(word);
    }
    made.finish();
    return made;
  }();
  return table;
}

bool no_actor(std::string_view word) {
  return word.ends_with("委员会") && !word.ends_with("专门委员会")
             ? true
             : word == "委员工作室" || word == "委员之家" || word == "委员履职";
}

}  // namespace

std::string_view Subjects::actor_at(std::uint32_t at, std::uint32_t end) const {
  std::size_t next = at;
  const char32_t first = text::next_code_point(text_, next);
  const auto root = first <= 0xFFFF ? actors().root(first) : std::uint16_t{0};
  if (root == 0) return {};
  std::size_t longest = at;
  actors().words_at(text_, next, root, [&](indicators::WordId, std::size_t stop) { longest = stop; });
  if (longest == at || longest > end) return {};
  const auto word = text_.substr(at, longest - at);
  return no_actor(word) ? std::string_view{} : word;
}

std::string_view Subjects::actor_of_clause(std::uint32_t begin, std::uint32_t end) const {
  const auto clause = text_.substr(begin, end - begin);
  if (std::any_of(std::begin(no_openers), std::end(no_openers),
                  [&](std::string_view word) { return clause.starts_with(word); })) {
    return {};
  }
  // Over openers, and over the name of a place (定海区政协): the actor must begin within the first few characters.
  std::size_t at = begin;
  for (bool opened = true; opened && at < end;) {
    opened = false;
    if (const auto actor = actor_at(static_cast<std::uint32_t>(at), end); !actor.empty()) return actor;
    for (const auto opener : openers) {
      if (!text_.substr(at).starts_with(opener)) continue;
      at += opener.size();
      opened = true;
      break;
    }
  }
  for (int skipped = 0; skipped < 4 && at < end; ++skipped) {
    text::next_code_point(text_, at);
    const auto actor = actor_at(static_cast<std::uint32_t>(at), end);
    // Behind a place's name only a committee stands: 长乐区政协.
    if (actor.find("政协") != std::string_view::npos && !actor.starts_with("政协")) return actor;
  }
  return {};
}

Subjects::Subjects(std::string_view text, Names& names) : text_(text), names_(names) {
  const auto head = text.substr(0, 60'000);
  std::size_t most = 0;
  for (const auto level : levels) {
    const auto name = std::string(level) + "政协";
    std::size_t count = 0;
    for (auto at = head.find(name); at != std::string_view::npos; at = head.find(name, at + name.size())) ++count;
    if (count <= most) continue;
    most = count;
    committee_ = names.of(name);
  }
}

// 党组 alone is the committee's: 区政协党组.
Name Subjects::named(std::string_view actor) {
  constexpr std::string_view bodies[] = {"党组", "常委会", "领导班子成员", "主席会议", "党组成员", "领导班子"};
  const bool bare =
      std::any_of(std::begin(bodies), std::end(bodies), [&](std::string_view one) { return one == actor; });
  return names_.of(bare ? std::string(names_.text(committee_)) + std::string(actor) : std::string(actor));
}

Name Subjects::of(const Sentence& sentence, std::size_t clause, const Claim& claim) {
  const auto behind = actor_at(claim.end, sentence.clause_end(clause));
  if (!behind.empty() && behind.find("委员") != std::string_view::npos) return names_.of(behind);
  const auto here = actor_of_clause(sentence.clause_begin(clause), claim.begin);
  if (!here.empty()) return named(here);
  for (std::size_t i = clause; i-- > 0 && clause - i < 8;) {
    const auto before = actor_of_clause(sentence.clause_begin(i), sentence.clause_end(i));
    if (!before.empty()) return named(before);
  }
  return committee_;
}

}  // namespace yizheng::reports
