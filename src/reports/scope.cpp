#include "reports/scope.h"

namespace yizheng::reports {
namespace {

struct Quotes {
  std::string_view open, close;
};
constexpr Quotes quotes[] = {{"“", "”"}, {"《", "》"}, {"「", "」"}};
constexpr std::size_t longest = 180;

// The last quoted text that begins in text[begin, end) and ends before `limit`.
std::string_view last_quoted(std::string_view text, std::size_t begin, std::size_t end, std::size_t limit) {
  std::string_view found;
  std::size_t found_at = begin;
  for (const auto& pair : quotes) {
    const auto part = text.substr(begin, end - begin);
    const auto open = part.rfind(pair.open);
    if (open == std::string_view::npos) continue;
    const auto inner = begin + open + pair.open.size();
    const auto close = text.find(pair.close, inner);
    if (close == std::string_view::npos || close > limit || close - inner > longest || close == inner) continue;
    if (!found.empty() && inner < found_at) continue;
    found = text.substr(inner, close - inner);
    found_at = inner;
  }
  return found;
}

// 十三届二次会议以来: its words from the last mark before it.
std::string_view session(std::string_view text, const Sentence& sentence, std::uint32_t before) {
  constexpr std::string_view since = "会议以来";
  const auto part = text.substr(sentence.begin, before - sentence.begin);
  const auto at = part.rfind(since);
  if (at == std::string_view::npos) return {};
  const auto clause = sentence.clause_begin(sentence.clause_of(static_cast<std::uint32_t>(sentence.begin + at)));
  return text.substr(clause, sentence.begin + at + since.size() - clause);
}

}  // namespace

std::string_view scope_of(std::string_view text, const Sentence& sentence, std::size_t clause, const Claim& claim) {
  const auto begin = sentence.clause_begin(clause), end = sentence.clause_end(clause);
  if (const auto here = last_quoted(text, begin, claim.begin, claim.begin); !here.empty()) return here;
  if (claim.end < end) {
    if (const auto behind = last_quoted(text, claim.end, end, end); !behind.empty()) return behind;
  }
  if (const auto since = session(text, sentence, claim.begin); !since.empty()) return since;
  return last_quoted(text, sentence.begin, begin, begin);
}

}  // namespace yizheng::reports
