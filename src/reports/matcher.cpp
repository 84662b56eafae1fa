#include "reports/matcher.h"

#include <algorithm>

namespace yizheng::reports {
namespace {

using indicators::Lexicon;
using indicators::Place;

// What a word weighs: its characters (long words tell more, up to a point), the less the farther it stands.
constexpr int longest_counted = 6;
constexpr float in_clause = 0.5F, in_sentence = 0.4F, in_paragraph = 0.12F;
constexpr float optional_share = 0.6F;
constexpr float own_unit_bonus = 1.08F;

}  // namespace

Matcher::Matcher(const Lexicon& lexicon) : lexicon_(lexicon), tried_(lexicon.rules()), seen_(lexicon.words().size()) {}

void Matcher::begin_paragraph(bool after_heading) {
  if (!after_heading) paragraph_serial_ = sentence_serial_;
}

void Matcher::remember(const Sentence& sentence) {
  for (const auto& hit : sentence.hits) seen_[hit.word] = sentence_serial_;
  ++sentence_serial_;
}

float Matcher::weigh_hit(const WordHit& hit) const {
  const auto length = static_cast<float>(std::min(lexicon_.words().length(hit.word), longest_counted));
  if (hit.begin >= part_.begin && hit.end <= part_.end && !part_.in_gap(hit.begin, hit.end)) {
    const auto distance = hit.end <= begin_ ? begin_ - hit.end : hit.begin >= end_ ? hit.begin - end_ : 0;
    return length * (1.0F - static_cast<float>(std::min<std::uint32_t>(distance / 3, 24)) / 48.0F);
  }
  if (hit.begin >= clause_begin_ && hit.end <= clause_end_) return length * in_clause;
  const auto clause = sentence_->clause_of(hit.begin);
  // Clauses behind the number say less of it than those before it.
  const auto away = clause < clause_ ? clause_ - clause : 2 * (clause - clause_);
  return length * std::max(in_sentence - 0.03F * static_cast<float>(away), 0.15F);
}

// The noun that is counted may be the tail of a word (读书群: 群), or the word that of the noun.
bool Matcher::names_noun(const WordHit& hit) const {
  if (hit.begin >= begin_ && hit.end <= end_) return true;
  if (noun_.empty() || hit.begin < part_.begin || hit.end > part_.end) return false;
  const auto word = lexicon_.words().text(hit.word);
  return word.ends_with(noun_) || (word.size() > 3 && noun_.ends_with(word));
}

// 党组 in 党组理论学习中心组 is the name of the first thing counted, and no verb of all.
bool Matcher::part_of_word(const WordHit& hit) const {
  constexpr std::uint32_t longest = 60;  // bytes
  const auto& hits = sentence_->hits;
  auto other = std::lower_bound(hits.begin(), hits.end(), hit.begin > longest ? hit.begin - longest : 0,
                                [](const WordHit& one, std::uint32_t at) { return one.begin < at; });
  for (; other != hits.end() && other->begin <= hit.begin; ++other) {
    if (other->end >= hit.end && other->end - other->begin > hit.end - hit.begin) return true;
  }
  return false;
}

float Matcher::weigh_between(const Lexicon::TermRule& term, std::uint32_t from, std::uint32_t to) const {
  float best = 0;
  for (const auto& hit : sentence_->hits) {
    if (hit.begin < from) continue;
    if (hit.begin >= to) break;
    if (hit.end > to || !lexicon_.has(term.words, hit.word)) continue;
    if (!part_of_word(hit)) best = std::max(best, weigh_hit(hit));
  }
  return best;
}

// A list hands its verb on, not its nouns: words before its first number, or behind its last one.
float Matcher::weigh_list(const Lexicon::TermRule& term) const {
  if (term.absent) return 0;
  float best = 0;
  if (term.place == Place::PART || term.place == Place::BEFORE) {
    best = weigh_between(term, part_.head_begin, part_.head_end);
  }
  if (best == 0 && (term.place == Place::PART || term.place == Place::AFTER)) {
    best = weigh_between(term, part_.tail_begin, part_.tail_end);
  }
  return best;
}

// Of the clause before; 其中, and its like are none of their own.
std::uint32_t Matcher::near_begin() const {
  constexpr std::uint32_t filler = 10;  // bytes: 其中, 同时, with a full-width comma
  auto clause = clause_;
  while (clause > 0) {
    --clause;
    if (sentence_->clause_end(clause) - sentence_->clause_begin(clause) > filler) break;
  }
  return sentence_->clause_begin(clause);
}

float Matcher::weigh_term(const Lexicon::TermRule& term) {
  std::uint32_t from = sentence_->begin, to = sentence_->end;
  switch (term.place) {
    case Place::PART:
      from = part_.begin, to = part_.end;
      break;
    case Place::BEFORE:
      from = part_.begin, to = begin_;
      break;
    case Place::AFTER:
      from = begin_, to = part_.end;
      break;
    case Place::TAIL:
      if (part_.end < clause_end_) return 0;
      from = begin_, to = part_.end;
      break;
    case Place::NEAR:
      from = near_begin(), to = clause_end_;
      break;
    case Place::CLAUSE:
      from = clause_begin_, to = clause_end_;
      break;
    case Place::SENTENCE:
    case Place::PARAGRAPH:
      break;
  }
  const bool of_part = term.place < Place::CLAUSE;
  float best = 0;
  for (const auto& hit : sentence_->hits) {
    if (hit.begin < from) continue;
    if (hit.begin >= to) break;
    if (hit.end > to || !lexicon_.has(term.words, hit.word)) continue;
    if (of_part && part_.in_gap(hit.begin, hit.end)) continue;
    best = std::max(best, weigh_hit(hit));
    named_ = named_ || names_noun(hit);
    in_part_ = in_part_ || (of_part && !term.absent && !term.optional);
  }
  if (best > 0 || term.place != Place::PARAGRAPH) return best;
  for (std::uint32_t i = 0; i < term.count; ++i) {
    const auto word = lexicon_.word_of(term.first + i);
    if (seen_[word] < paragraph_serial_) continue;
    best = std::max(best, in_paragraph * static_cast<float>(std::min(lexicon_.words().length(word), longest_counted)));
  }
  return best;
}

float Matcher::weigh(const Lexicon::Rule& rule) {
  float sum = 0;
  bool from_list = false;
  named_ = in_part_ = false;
  for (std::uint32_t i = 0; i < rule.terms; ++i) {
    const auto& term = lexicon_.term(rule.first_term + i);
    float weight = weigh_term(term);
    if (weight == 0) {
      weight = weigh_list(term);
      from_list = from_list || (weight > 0 && !term.optional);
    }
    if (term.absent) {
      if (weight > 0) return 0;
    } else if (term.optional) {
      sum += weight * optional_share;
    } else if (weight == 0) {
      return 0;
    } else {
      sum += weight;
    }
  }
  if (from_list && !in_part_) return 0;
  return sum;
}

std::int16_t Matcher::implied_by(std::int16_t indicator) const {
  for (const auto& rule : lexicon_.implied()) {
    if (rule.of != indicator) continue;
    // In the clause of the number behind it, or in the next one.
    const auto to = clause_ + 1 < sentence_->clauses.size() ? sentence_->clause_end(clause_ + 1) : sentence_->end;
    for (const auto& hit : sentence_->hits) {
      if (hit.begin >= end_ && hit.begin < to && lexicon_.has(rule.words, hit.word)) return rule.gives;
    }
  }
  return -1;
}

Matcher::Match Matcher::find(const Sentence& sentence, const Claim& claim, const Part& part,
                             const indicators::UnitSet& units, std::string_view noun) {
  Match best;
  if (units.none()) return best;
  sentence_ = &sentence;
  begin_ = claim.begin;
  end_ = claim.end;
  part_ = part;
  noun_ = noun;
  clause_ = sentence.clause_of(begin_);
  clause_begin_ = sentence.clause_begin(clause_);
  clause_end_ = std::max(sentence.clause_end(clause_), end_);
  ++claim_serial_;
  for (const auto& hit : sentence.hits) {
    if (hit.begin < clause_begin_) continue;
    if (hit.begin >= clause_end_) break;
    for (const auto index : lexicon_.anchored(hit.word)) {
      if (tried_[index] == claim_serial_) continue;
      tried_[index] = claim_serial_;
      const auto& rule = lexicon_.rule(index);
      if ((rule.units & units).none()) continue;
      float score = weigh(rule);
      if (!noun.empty() && !named_) continue;
      if ((rule.own_units & units).any()) score *= own_unit_bonus;
      if (score > best.score) best = {rule.indicator, -1, score};
    }
  }
  if (best.indicator >= 0) best.implied = implied_by(best.indicator);
  return best;
}

}  // namespace yizheng::reports
