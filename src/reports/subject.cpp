#include "reports/subject.h"

#include <algorithm>

#include "reports/actors.h"
#include "reports/report_place.h"
#include "text/utf8.h"

namespace yizheng::reports {
namespace {

// May stand before the actor of a clause.
constexpr std::string_view openers[] = {"一年来", "全年",   "●",    "其中", "今年以来", "年内", "先后", "期间",
                                        "同时",   "由",     "中共", "我",   "目前",     "此外", "另外", "据统计",
                                        "五年来", "近年来", "去年", "上年", "今年",     "　",   " "};
// Behind these stands whom something is done to or with, not who does it.
constexpr std::string_view no_openers[] = {"向",   "在",   "对",   "为",   "与",   "和",   "同",   "被",   "接待",
                                           "承接", "配合", "协助", "赴",   "参与", "参加", "获",   "得到", "加强",
                                           "出台", "邀请", "走访", "围绕", "就",   "以",   "根据", "按照", "通过",
                                           "经",   "将",   "把",   "从",   "到",   "会同", "联合", "支持", "深化"};
constexpr std::string_view office_work[] = {"编报", "编发", "编印", "整理报送", "整理上报", "刊发", "印发", "编办"};

constexpr std::string_view all_parties = "各民主党派";

// Where one of these stands before 区政协, that is no name of a place.
constexpr std::string_view verbs[] = {"优化", "完善", "推进", "推动", "建设", "打造", "组织", "召开", "印发", "制定",
                                      "修订", "健全", "建立", "提升", "强化", "开展", "举办", "听取", "落实", "服务",
                                      "助力", "展示", "宣传", "推荐", "选派", "提出", "报送", "促进", "夯实", "抓好",
                                      "做好", "发挥", "加快", "坚持", "聚焦", "关注", "关于", "出席", "列席", "发表",
                                      "编纂", "编写", "采纳", "采用", "成立", "设立", "搭建", "用好", "巩固", "拓展",
                                      "创新", "创建", "改进", "迎接", "考察", "来到", "走进", "深入", "致力", "围绕"};

template <std::size_t n>
std::string_view first_of(std::string_view text, const std::string_view (&words)[n]) {
  for (const auto word : words) {
    if (text.starts_with(word)) return word;
  }
  return {};
}

template <std::size_t n>
bool has_any(std::string_view text, const std::string_view (&words)[n]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::string_view level_at(std::string_view text) {
  for (const auto level : committee_levels()) {
    if (text.starts_with(level) && text.substr(level.size()).starts_with("政协")) return level;
  }
  return {};
}

bool ends_member(std::string_view text, std::uint32_t at) {  // the clause before `at` ends with a semicolon
  const auto before = text.substr(0, at);
  return before.ends_with("；") || before.ends_with(";");
}

}  // namespace

Subjects::Subjects(std::string_view text, Names& names) : text_(text), names_(names) {
  committee_ = committee_of_report(text);
  place_ = place_of_report(text, committee_);
  const auto head = text.substr(0, 60'000);
  for (const auto level : committee_levels()) {
    auto name = std::string(level) + std::string(all_parties);
    if (head.find(name) != std::string_view::npos) parties_ = std::move(name);
  }
}

// 松台区政协, 松溪县政协: a place and its committee, at the beginning of a clause. Ours is told without its place.
std::string_view Subjects::place_and_committee(std::size_t begin, std::size_t end) const {
  std::size_t at = begin;
  for (int skipped = 0; skipped < 6 && at < end; ++skipped) {
    if (!place_character(text_, at)) return {};
    text::next_code_point(text_, at);
    const auto level = at < end ? level_at(text_.substr(at)) : std::string_view{};
    if (level.empty()) continue;
    const auto actor = actor_at(text_, at, end);
    if (actor.empty()) return {};
    const auto place = text_.substr(begin, at + level.size() - begin);
    if (has_any(place, verbs)) return {};
    const bool ours = place_.empty() ? committee_.starts_with(level) : place_.find(place) != std::string::npos;
    return ours ? actor : text_.substr(begin, at + actor.size() - begin);
  }
  return {};
}

std::string_view Subjects::actor_of_clause(std::uint32_t begin, std::uint32_t end) const {
  std::size_t at = begin;
  for (;;) {
    const auto rest = text_.substr(at, end - at);
    if (const auto actor = actor_at(text_, at, end); !actor.empty()) return actor;
    // 向界别委员征集的9篇文章: who is asked does it.
    if (rest.starts_with("向")) {
      const auto asked = actor_at(text_, at + std::string_view("向").size(), end);
      const auto behind = asked.empty() ? 0 : at + std::string_view("向").size() + asked.size();
      return behind > 0 && text_.substr(behind).starts_with("征集") ? asked : std::string_view{};
    }
    // The party group's study is its own: 召开党组学习会.
    for (const std::string_view held : {"召开", "组织", "举行"}) {
      if (rest.starts_with(held) && rest.substr(held.size()).starts_with("党组") && rest.find("学习") != rest.npos) {
        return rest.substr(held.size(), std::string_view("党组").size());
      }
    }
    if (!first_of(rest, no_openers).empty()) return {};
    const auto opener = first_of(rest, openers);
    if (opener.empty()) break;
    at += opener.size();
    if (at >= end) return {};
  }
  if (const auto committee = place_and_committee(at, end); !committee.empty()) return committee;
  // 邻近的松溪县政协
  const auto of = text_.substr(at, std::min<std::size_t>(end - at, 18)).find("的");
  return of == std::string_view::npos ? std::string_view{}
                                      : place_and_committee(at + of + std::string_view("的").size(), end);
}

// 常委会学习4次: whose study it is does not do what the next clause tells.
bool Subjects::counts_own_study(std::string_view actor, std::uint32_t end) const {
  const auto from = static_cast<std::size_t>(actor.data() - text_.data());
  return (actor == "党组" || actor == "常委会") &&
         text_.substr(from, end - from).find("学习") != std::string_view::npos;
}

// The actor of a clause before that one in the sentence. Members of a list parted by semicolons that have actors of
// their own lend them to no other member.
std::string_view Subjects::actor_before(const Sentence& sentence, std::size_t clause) const {
  constexpr std::size_t most_clauses = 8;
  std::string_view found;
  bool other_member = false;
  for (std::size_t i = clause; i-- > 0 && clause - i < most_clauses;) {
    other_member = other_member || ends_member(text_, sentence.clause_begin(i + 1));
    const auto actor = actor_of_clause(sentence.clause_begin(i), sentence.clause_end(i));
    if (actor.empty() || counts_own_study(actor, sentence.clause_end(i))) continue;
    if (!other_member) return actor;
    if (!found.empty() && found != actor) return {};
    found = actor;
  }
  return found;
}

// 党组 and 委员 alone are the committee's: 区政协党组, 区政协委员. Those who are asked in a 满意率 stay 委员.
Name Subjects::named(std::string_view actor, const Claim& claim) {
  constexpr std::string_view bodies[] = {"党组", "常委会", "领导班子成员", "主席会议", "党组成员", "领导班子"};
  constexpr std::string_view members[] = {"委员", "全体委员"};
  const auto is_one_of = [&](auto& list) {
    return std::find(std::begin(list), std::end(list), actor) != std::end(list);
  };
  const bool rate = claim.kind == ClaimKind::RATE || claim.kind == ClaimKind::SHARE;
  if (is_one_of(bodies) || (!rate && is_one_of(members))) return names_.of(committee_ + std::string(actor));
  if (actor == all_parties && !parties_.empty()) return names_.of(parties_);
  return names_.of(actor);
}

Name Subjects::find(const Sentence& sentence, std::size_t clause, const Claim& claim) {
  const auto begin = sentence.clause_begin(clause);
  const auto behind = actor_at(text_, claim.end, sentence.clause_end(clause));
  if (behind.find("委员") != std::string_view::npos) return names_.of(behind);
  const auto here = text_.substr(begin, claim.begin - begin);
  if (here.starts_with("占") && last_ != 0 && sentence_ == sentence.begin) return last_;
  if (const auto actor = actor_of_clause(begin, claim.begin); !actor.empty()) return named(actor, claim);
  const auto before = actor_before(sentence, clause);
  // Members write, their office edits and sends.
  const bool of_the_office = before.find("委员") != std::string_view::npos && has_any(here, office_work);
  return before.empty() || of_the_office ? names_.of(committee_) : named(before, claim);
}

Name Subjects::of(const Sentence& sentence, std::size_t clause, const Claim& claim) {
  last_ = find(sentence, clause, claim);
  sentence_ = sentence.begin;
  return last_;
}

}  // namespace yizheng::reports
