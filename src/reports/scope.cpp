#include "reports/scope.h"

#include <algorithm>

#include "reports/actors.h"
#include "reports/scope_words.h"
#include "reports/session_name.h"

namespace yizheng::reports {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::uint32_t longest_lead = 1500, longest_behind = 600, longest_opening = 150;  // bytes
constexpr std::size_t longest = 180;

bool is_of(std::string_view code, std::string_view room) { return code.starts_with(room); }
bool has(std::string_view text, std::string_view word) { return text.find(word) != none; }

// 九届一次会议以来, 主题教育开展以来: the words of its clause up to there. 今年以来 says nothing.
std::string_view since(std::string_view lead) {
  constexpr std::string_view word = "以来";
  const auto at = lead.rfind(word);
  if (at == none) return {};
  auto found = lead.substr(0, at + word.size());
  for (const std::string_view mark : {"，", "。", "；", ",", ";", "：", ":", "\n"}) {
    if (const auto stop = found.rfind(mark); stop != none) found.remove_prefix(stop + mark.size());
  }
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : {"●", "　", " ", "自", "对", "从"}) {
      if (!found.starts_with(mark)) continue;
      found.remove_prefix(mark.size());
      cut = true;
    }
  }
  return found.size() <= 15 || found.starts_with("今年") || found.size() > longest ? std::string_view{} : found;
}

// 配合省政协, 协助市政协: with whom something was done, at the beginning of a clause.
std::string_view helped(std::string_view clause) {
  for (const std::string_view verb : {"配合", "协助"}) {
    const auto at = clause.find(verb);
    if (at == none || at > 9) continue;
    const auto actor = actor_at(clause, at + verb.size(), clause.size());
    if (!actor.empty()) return clause.substr(at, verb.size() + actor.size());
  }
  return {};
}

}  // namespace

std::string_view Scopes::words(std::uint32_t begin, std::uint32_t end) const {
  return end <= begin ? std::string_view{} : text_.substr(begin, end - begin);
}

void Scopes::read(const Sentence& sentence) {
  if (!sentence.starts_paragraph) return;
  const auto length = sentence.end - sentence.begin;
  opening_ = length <= longest_opening ? words(sentence.begin, sentence.end) : std::string_view{};
}

// 服务“三条产业链”建设 is about 三条产业链; “一老一小”等民生实事 about 民生实事.
std::string Scopes::lead_topic() const {
  std::vector<Quoted> found;
  find_quotes(opening_, 0, static_cast<std::uint32_t>(opening_.size()), found);
  if (found.empty()) return {};
  const auto behind = opening_.substr(found.back().end);
  constexpr std::string_view and_others = "等";
  if (!behind.starts_with(and_others)) return std::string(found.front().words);
  const auto noun = noun_behind(behind.substr(and_others.size()));
  return std::string(noun.empty() ? found.front().words : noun);
}

// The quoted topic that a clause of the sentence before the figure names: 围绕“…”议题.
std::string_view Scopes::topic(const Around& around, const Claim& claim) const {
  constexpr std::string_view introductions[] = {"围绕", "聚焦", "针对", "关于", "就", "以", "开展", "召开"};
  for (auto one = quotes_.rbegin(); one != quotes_.rend(); ++one) {
    if (one->end > claim.begin) continue;
    // “…”书画展、“…”分享会等活动: one of several.
    const auto behind = words(one->end, claim.begin);
    if (one != quotes_.rbegin() && one->begin >= around.begin && has(behind, "、“") && has(behind, "等")) continue;
    const auto before = words(around.lead, one->begin);
    if (std::any_of(std::begin(introductions), std::end(introductions),
                    [&](std::string_view word) { return before.ends_with(word); })) {
      return one->words;
    }
  }
  return {};
}

// Names in quotation marks in the figure's clause, before it or behind it: 《政协之窗》, “身边榜样”“岗位能手”.
std::string Scopes::quoted(const Around& around, const Claim& claim) {
  constexpr std::string_view comma = "、";
  std::string found;
  std::uint32_t end = 0;
  for (const auto& one : quotes_) {
    if (one.begin < around.begin || one.end > around.end || (one.begin < claim.end && one.end > claim.begin)) continue;
    const bool before = one.end <= claim.begin;
    // 城市更新“微改造”、夜间公交等6个专题: one of a list of plain words.
    if (before && words(one.end, claim.begin).starts_with(comma)) continue;
    const bool beside = !found.empty() && words(end, one.begin).size() <= comma.size() &&
                        (words(end, one.begin).empty() || words(end, one.begin) == comma);
    if (beside) {
      found += std::string(comma) + std::string(one.words);
    } else if (before || found.empty()) {
      found = one.words;
    } else {
      break;
    }
    end = one.end;
  }
  return found;
}

// What the indicator leads one to look for.
std::string Scopes::by_kind(const Around& around, const Claim& claim, std::string_view code) {
  const auto lead = words(around.lead, claim.begin), clause = words(around.begin, claim.begin);
  const auto behind = words(claim.end, around.end);
  if (is_of(code, "media.")) return names_before(text_, around.begin, claim.begin, quotes_);
  if (is_of(code, "charity.goods")) return std::string(receiver_in(lead));
  if (is_of(code, "charity.condolence") && !code.ends_with("amount")) return std::string(noun_behind(behind));
  if (is_of(code, "charity.")) return std::string(project_in(lead));
  if (is_of(code, "rules.") && behind.starts_with("的")) return std::string(noun_behind(behind.substr(3)));
  if (is_of(code, "joint.")) return std::string(helped(clause));
  if (is_of(code, "proposals.key.lead_units")) return has(lead, "主席会议") ? "主席会议" : "";
  if (is_of(code, "supervision.") && has(clause, "督办")) {
    return has(lead, "重点提案") && !has(clause, "提案") ? "重点提案督办" : "";
  }
  if (is_of(code, "museum.")) {
    constexpr std::string_view museum = "文史馆";
    const auto at = lead.rfind(museum);
    if (at == none) return {};
    for (std::size_t from = at >= 15 ? at - 15 : 0; from < at; ++from) {
      const auto actor = actor_at(lead, from, at);
      if (!actor.empty() && from + actor.size() == at) return std::string(lead.substr(from, at + museum.size() - from));
    }
    return std::string(museum);
  }
  return {};
}

std::string Scopes::find(const Sentence& sentence, std::size_t clause, const Claim& claim, std::string_view code) {
  Around around{};
  around.begin = sentence.clause_begin(clause);
  around.end = std::min(sentence.clause_end(clause), claim.end + longest_behind);
  around.lead = std::max(sentence.begin, claim.begin > longest_lead ? claim.begin - longest_lead : 0);
  for (const std::string_view stop : {"；", ";"}) {
    const auto at = words(around.lead, claim.begin).rfind(stop);
    if (at != none) around.lead += static_cast<std::uint32_t>(at + stop.size());
  }
  around.begin = std::max(around.begin, around.lead);
  find_quotes(text_, around.lead, around.end, quotes_);
  const auto lead = words(around.lead, claim.begin), here = words(around.begin, claim.begin);
  if (const auto named = topic(around, claim); !named.empty()) return std::string(named);
  if (auto named = by_kind(around, claim, code); !named.empty()) return named;
  // What holds for the whole sentence: a semicolon does not end it.
  const auto from = std::max(sentence.begin, claim.begin > longest_lead ? claim.begin - longest_lead : 0);
  if (const auto session = since(words(from, claim.begin)); !session.empty()) return std::string(session);
  if (is_of(code, "proposals.")) {
    if (const auto session = last_session_in(lead))
      return std::string(lead.substr(session->begin, session->end - session->begin));
  }
  if (is_of(code, "proposals.") || is_of(code, "opinions.")) return {};
  if (auto named = quoted(around, claim); !named.empty()) {
    const bool of_a_list = here.ends_with("活动") && !lead_topic().empty();
    return of_a_list ? lead_topic() : named;
  }
  if (has(code, "topics")) return lead_topic();
  if (has(code, "recommendations") || has(code, "consultations.") || has(code, "site_visits")) {
    return std::string(plain_topic_in(lead));
  }
  if (has(code, "aspects")) return {};
  if (auto listed = listed_before(here); !listed.empty()) return listed;
  for (const std::string_view joined : {"参与", "参加"}) {  // 参加片区政协工作经验交流会3次
    if (here.starts_with(joined) && here.size() > joined.size() + 12 && here.size() < longest && !has(here, "、")) {
      return std::string(here.substr(joined.size()));
    }
  }
  return {};
}

std::string Scopes::of(const Sentence& sentence, std::size_t clause, const Claim& claim, std::string_view code) {
  auto found = find(sentence, clause, claim, code);
  // Those who took part did so in what the figure before counts.
  if (found.empty() && code.ends_with("participants") && last_sentence_ == sentence.begin) found = last_;
  last_ = found;
  last_sentence_ = sentence.begin;
  return found;
}

}  // namespace yizheng::reports
