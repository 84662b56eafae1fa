#include "reports/frames.h"

#include <algorithm>

#include "reports/frame_words.h"
#include "reports/report_place.h"
#include "reports/sentence.h"

namespace yizheng::reports {
namespace {

constexpr std::uint32_t longest_lead = 600;  // bytes: what stands farther off says nothing of a figure

Frame frame(FrameKind kind, const FoundWords& found) { return {kind, found.certain, found.words, std::nullopt}; }
Frame doubt(FrameKind kind, std::string_view words) { return {kind, false, words, std::nullopt}; }

std::vector<std::string_view> words_of(const indicators::Indicator& indicator) {
  std::vector<std::string_view> words;
  for (const auto& pattern : indicator.patterns) {
    for (const auto& term : pattern.terms) {
      if (!term.absent) words.insert(words.end(), term.words.begin(), term.words.end());
    }
  }
  // What is supervised are key proposals, by definition.
  if (indicator.code.starts_with("supervision.")) words.push_back("重点提案");
  // Those who propose, and those who are asked whether they are content, are members by definition.
  if (indicator.code == "proposals.received" || indicator.code == "proposals.filed" ||
      indicator.code.find("satisfied") != std::string::npos) {
    words.push_back("委员");
  }
  return words;
}

}  // namespace

Frames::Frames(const Reading& reading, const indicators::Catalogue& catalogue, int year)
    : reading_(reading), year_(year), committee_(committee_of_report(reading.repaired.text)) {
  const std::string_view text = reading.repaired.text;
  places_.resize(reading.claims.size());
  own_words_.reserve(catalogue.all().size());
  for (const auto& indicator : catalogue.all()) own_words_.push_back(words_of(indicator));
  SentenceReader reader(text, catalogue.lexicon(), false);
  Sentence sentence;
  bool several = false;
  std::size_t next = 0;
  while (next < places_.size() && reader.next(sentence)) {
    const auto opening = text.substr(sentence.begin, std::min(sentence.end - sentence.begin, longest_lead));
    std::int32_t before = -1;
    for (; next < places_.size() && reading.claims[next].begin < sentence.end; ++next) {
      const auto& claim = reading.claims[next];
      if (!is_claim(claim.kind)) continue;
      const auto clause = sentence.clause_of(claim.begin);
      auto& place = places_[next];
      place.clause = sentence.clause_begin(clause);
      place.clause_end = sentence.clause_end(clause);
      place.part = place.clause;
      if (before >= 0) place.part = std::max(place.part, std::min(reading.claims[before].end, claim.begin));
      place.lead = std::max(sentence.begin, claim.begin > longest_lead ? claim.begin - longest_lead : 0);
      for (const std::string_view stop : {"；", ";"}) {
        const auto at = words(place.lead, claim.begin).rfind(stop);
        if (at != std::string_view::npos) place.lead += static_cast<std::uint32_t>(at + stop.size());
      }
      place.before = before;
      place.several_years = several;
      before = static_cast<std::int32_t>(next);
    }
    // What a sentence begins with holds for those behind it, until one begins with a single year.
    if (several_years(opening)) {
      several = true;
    } else if (one_year(opening)) {
      several = false;
    }
  }
}

std::string_view Frames::words(std::uint32_t begin, std::uint32_t end) const {
  return end <= begin ? std::string_view{} : std::string_view(reading_.repaired.text).substr(begin, end - begin);
}

Frame Frames::certain_of(std::size_t index) const {
  const auto& claim = reading_.claims[index];
  const auto& place = places_[index];
  const auto lead = words(place.lead, claim.begin);
  if (const auto subject = reading_.names.text(claim.subject); is_other_body(subject, committee_)) {
    return {FrameKind::OTHER_BODY, true, subject, std::nullopt};
  }
  if (const auto bodies = several_bodies(words(place.clause, claim.begin))) return frame(FrameKind::OTHER_BODY, bodies);
  if (const auto plan = plan_words(lead); plan.certain) return frame(FrameKind::PLAN, plan);
  if (year_ != 0 && claim.period > year_) return {FrameKind::PLAN, true, {}, std::nullopt};
  if (const auto years = several_years(lead)) return frame(FrameKind::OTHER_TIME, years);
  Frame whole;
  whole.session = last_session_in(lead);
  return whole;
}

// Words of the figure's own part of the clause that the indicator does not account for.
std::string_view Frames::strange_in(std::size_t index) const {
  const auto& claim = reading_.claims[index];
  const auto& place = places_[index];
  if (claim.indicator < 0 || claim.by_hand) return {};
  const auto& own = own_words_[static_cast<std::size_t>(claim.indicator)];
  const auto said = words(place.part, claim.begin);
  if (const auto session = last_session_in(said)) {
    const auto before = not_understood(said.substr(0, session->begin), own);
    if (!before.empty()) return before;
    const auto behind = said.substr(session->end);
    return not_understood(behind.substr(behind.starts_with("以来") ? std::string_view("以来").size() : 0), own);
  }
  if (const auto strange = not_understood(said, own); !strange.empty()) return strange;
  // 8件教育类提案: what stands between the number and the noun it counts.
  const auto has_own = [&](std::string_view text) {
    return std::any_of(own.begin(), own.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
  };
  if (has_own(said)) return {};
  const auto behind = words(claim.end, place.clause_end);
  std::size_t noun_end = 0;
  for (const auto word : own) {
    const auto at = behind.find(word);
    if (at != behind.npos && (noun_end == 0 || at + word.size() < noun_end)) noun_end = at + word.size();
  }
  return not_understood(behind.substr(0, noun_end), own);
}

Frame Frames::own_of(std::size_t index) const {
  const auto& claim = reading_.claims[index];
  const auto& place = places_[index];
  const auto lead = words(place.lead, claim.begin);
  if (const auto plan = plan_words(lead)) return frame(FrameKind::PLAN, plan);
  if (const auto time = other_time(lead)) return frame(FrameKind::OTHER_TIME, time);
  if (const auto rest = beside_the_rest(words(place.clause, claim.begin))) return frame(FrameKind::PART, rest);
  if (const auto unit = one_unit(lead)) return frame(FrameKind::PART, unit);
  if (const auto strange = strange_in(index); !strange.empty()) return doubt(FrameKind::PART, strange);
  return {};
}

// What the figures before it in the sentence are of, this one is of too: 清水街道小组提交提案11件,立案9件.
Frame Frames::told_before(std::size_t index) const {
  constexpr int farthest = 6;
  const auto& claim = reading_.claims[index];
  const auto& place = places_[index];
  if (one_year(words(place.clause, claim.begin))) return {};
  auto before = place.before;
  for (int steps = 0; steps < farthest && before >= 0; ++steps) {
    const auto at = static_cast<std::size_t>(before);
    const auto& earlier = reading_.claims[at];
    if (earlier.begin < place.lead) break;
    // Two numbers for one thing: one of them is of a part.
    if (earlier.indicator == claim.indicator && earlier.value != claim.value && !claim.by_hand) {
      return doubt(FrameKind::PART, words(earlier.begin, earlier.end));
    }
    const auto said = words(places_[at].clause, earlier.begin);
    if (said.find("其中") == said.npos && said.find("占") == said.npos) {
      if (auto found = own_of(at); found.kind != FrameKind::WHOLE) return found;
    }
    before = places_[at].before;
  }
  return {};
}

Frame Frames::of(std::size_t index) const {
  auto found = certain_of(index);
  if (found.certain) return found;
  const auto session = found.session;
  const auto& claim = reading_.claims[index];
  found = own_of(index);
  if (found.kind == FrameKind::WHOLE) found = told_before(index);
  if (found.kind == FrameKind::WHOLE && places_[index].several_years &&
      !one_year(words(places_[index].lead, claim.begin))) {
    found = doubt(FrameKind::OTHER_TIME, {});
  }
  found.session = session;
  return found;
}

}  // namespace yizheng::reports
