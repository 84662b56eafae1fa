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
  if (hit.begin >= part_.begin && hit.end <= part_.end) {
    const auto distance = hit.end <= begin_ ? begin_ - hit.end : hit.begin >= end_ ? hit.begin - end_ : 0;
    return length * (1.0F - static_cast<float>(std::min<std::uint32_t>(distance / 3, 24)) / 48.0F);
  }
  if (hit.begin >= clause_begin_ && hit.end <= clause_end_) return length * in_clause;
  const auto clause = sentence_->clause_of(hit.begin);
  // Clauses behind the number say less of it than those before it.
  const auto away = clause < clause_ ? clause_ - clause : 2 * (clause - clause_);
  return length * std::max(in_sentence - 0.03F * static_cast<float>(away), 0.15F);
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
    case Place::CLAUSE:
      from = clause_begin_, to = clause_end_;
      break;
    case Place::SENTENCE:
    case Place::PARAGRAPH:
      break;
  }
  float best = 0;
  for (const auto& hit : sentence_->hits) {
    if (hit.begin < from) continue;
    if (hit.begin >= to) break;
    if (hit.end > to || !lexicon_.has(term.words, hit.word)) continue;
    best = std::max(best, weigh_hit(hit));
    inside_ = inside_ || (hit.begin >= begin_ && hit.end <= end_);
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
  for (std::uint32_t i = 0; i < rule.terms; ++i) {
    const auto& term = lexicon_.term(rule.first_term + i);
    const float weight = weigh_term(term);
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
                             const indicators::UnitSet& units, bool by_noun) {
  Match best;
  if (units.none()) return best;
  sentence_ = &sentence;
  begin_ = claim.begin;
  end_ = claim.end;
  part_ = part;
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
      inside_ = false;
      float score = weigh(rule);
      if (by_noun && !inside_) continue;
      if ((rule.own_units & units).any()) score *= own_unit_bonus;
      if (score > best.score) best = {rule.indicator, -1, score};
    }
  }
  if (best.indicator >= 0) best.implied = implied_by(best.indicator);
  return best;
}

}  // namespace yizheng::reports
