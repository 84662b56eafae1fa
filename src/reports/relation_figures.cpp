#include "reports/relation_figures.h"

#include <algorithm>
#include <cmath>

namespace yizheng::reports {
namespace {

constexpr std::size_t most_figures = 80;

bool opens_bracket(std::string_view c) { return one_of(c, {"(", "\uFF08", "〔", "["}); }
bool closes_bracket(std::string_view c) { return one_of(c, {")", "\uFF09", "〕", "]"}); }
bool opens_quote(std::string_view c) { return one_of(c, {"“", "《", "‘", "「", "『"}); }
bool closes_quote(std::string_view c) { return one_of(c, {"”", "》", "’", "」", "』"}); }

Mark mark_of(std::string_view c) {
  if (c == "\uFF1B" || c == ";") return Mark::SEMICOLON;
  if (ends_sentence(c)) return Mark::STOP;
  if (c == "\uFF1A" || c == ":") return Mark::COLON;
  if (c == "\uFF0C" || c == ",") return Mark::COMMA;
  return c == "、" ? Mark::LISTED : Mark::NONE;
}

// The code points of `words` outside quotation marks and titles, and where each begins.
template <class Use>
void outside_quotes(std::string_view words, Use use) {
  int quotes = 0;
  for (std::size_t at = 0; at < words.size();) {
    // Every mark, bracket and quotation mark begins with one of these bytes; most characters do not.
    const auto byte = static_cast<unsigned char>(words[at]);
    if (byte >= 0x80 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF) {
      ++at;
      continue;
    }
    const auto c = code_point_at(words, at);
    if (opens_quote(c)) {
      ++quotes;
    } else if (closes_quote(c)) {
      quotes = std::max(0, quotes - 1);
    } else if (quotes == 0) {
      use(at, c);
    }
    at += c.size();
  }
}

bool full_stop(std::string_view text, std::uint32_t end) {
  const auto c = code_point_before(text, end);
  return ends_sentence(c) && mark_of(c) == Mark::STOP;
}

}  // namespace

Mark strongest_mark(std::string_view words) {
  auto best = Mark::NONE;
  outside_quotes(words, [&](std::size_t, std::string_view c) { best = std::max(best, mark_of(c)); });
  if (best == Mark::NONE &&
      (words.starts_with("和") || words.starts_with("及") || words.starts_with("与") || words.starts_with("以及"))) {
    return Mark::LISTED;
  }
  return best;
}

Figures::Figures(const RelationText& text, const Paragraph& paragraph, std::size_t from, std::size_t& next)
    : text_(text) {
  begin_ = paragraph.sentences[from].begin;
  std::size_t last = from;
  while (last + 1 < paragraph.sentences.size() && !full_stop(text.text(), paragraph.sentences[last].end) &&
         paragraph.sentences[last + 1].begin == paragraph.sentences[last].end &&
         paragraph.sentences[last + 1].last - paragraph.sentences[from].first <= most_figures) {
    ++last;
  }
  next = last + 1;
  end_ = paragraph.sentences[last].end;
  // One figure alone has nothing to be compared with, unless it is a rate (已全部办结,办结率98%).
  std::uint32_t count = 0;
  bool rate = false;
  for (auto index = paragraph.sentences[from].first; index < paragraph.sentences[last].last && count < 2; ++index) {
    count += is_claim(text.claim(index).kind);
    rate = rate || text.claim(index).kind == ClaimKind::RATE;
  }
  if (count < 2 && !rate) return;
  auto behind = begin_;
  int depth = 0;
  for (auto index = paragraph.sentences[from].first; index < paragraph.sentences[last].last; ++index) {
    const Claim& claim = text.claim(index);
    if (!is_claim(claim.kind) || claim.begin < behind) continue;
    // A file without a full stop is no sentence: its beginning is enough, and the time stays linear.
    if (all_.size() == most_figures) {
      end_ = claim.begin;
      break;
    }
    Figure figure;
    figure.index = index;
    figure.gap = text.words(behind, claim.begin);
    figure.mark = strongest_mark(figure.gap);
    std::size_t label = 0;
    std::size_t first_mark = figure.gap.size();
    outside_quotes(figure.gap, [&](std::size_t at, std::string_view c) {
      const bool opened = opens_bracket(c), closed = closes_bracket(c);
      if (opened) ++depth;
      if (closed) depth = std::max(0, depth - 1);
      if (!opened && !closed && mark_of(c) == Mark::NONE) return;
      label = at + c.size();
      first_mark = std::min(first_mark, at);
    });
    figure.label = figure.gap.substr(label);
    figure.depth = depth;
    if (!all_.empty()) all_.back().behind = figure.gap.substr(0, first_mark);
    all_.push_back(figure);
    behind = claim.end;
  }
  if (!all_.empty()) {
    const auto rest = tail();
    std::size_t first_mark = rest.size();
    outside_quotes(rest, [&](std::size_t at, std::string_view c) {
      if (mark_of(c) != Mark::NONE || opens_bracket(c) || closes_bracket(c)) first_mark = std::min(first_mark, at);
    });
    all_.back().behind = rest.substr(0, first_mark);
  }
}

std::string_view Figures::tail() const {
  return all_.empty() ? std::string_view() : text_.words(text_.claim(all_.back().index).end, end_);
}

bool Figures::compared_with(std::size_t at) const {
  return has_any(all_[at].label, {"较", "比", "上年", "去年", "上届", "上一年", "往年", "同期", "由", "从", "增加到"});
}

bool exact(const Claim& claim) { return claim.approx == Approx::EXACT && std::isnan(claim.value_high); }

bool judged(std::span<const Check> checks, std::uint32_t stated_claim) {
  return std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
    return check.stated_claim == stated_claim && check.verdict != CheckVerdict::BASE_IMPLIED;
  });
}

void add_or_replace(std::vector<Check>& checks, std::size_t first_check, Check check) {
  for (auto i = first_check; i < checks.size(); ++i) {
    if (check.stated_claim && checks[i].stated_claim == check.stated_claim && checks[i].kind == check.kind &&
        checks[i].verdict == CheckVerdict::BASE_IMPLIED) {
      checks[i] = std::move(check);
      return;
    }
  }
  checks.push_back(std::move(check));
}

std::string printed_list(const RelationText& text, std::span<const std::uint32_t> indexes) {
  std::string list;
  for (const auto index : indexes) {
    const Claim& claim = text.claim(index);
    list += (list.empty() ? "" : "、") + std::string(text.words(claim.begin, claim.end));
  }
  return list;
}

}  // namespace yizheng::reports
