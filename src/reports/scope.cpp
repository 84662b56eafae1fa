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
    // Looked for no farther than a topic is long: a mark that is never closed would be followed to the end of the text.
    const auto close = text.substr(inner, longest + pair.close.size()).find(pair.close);
    if (close == std::string_view::npos || close == 0 || inner + close > limit) continue;
    if (!found.empty() && inner < found_at) continue;
    found = text.substr(inner, close);
    found_at = inner;
  }
  return found;
}

// The quoted topic that a clause of the sentence before the figure names: 围绕“…”议题.
std::string_view topic(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view introductions[] = {"围绕", "聚焦", "针对", "关于", "就", "以", "开展", "召开"};
  for (auto limit = end;;) {
    const auto found = last_quoted(text, begin, limit, end);
    if (found.empty()) return {};
    const auto at = static_cast<std::size_t>(found.data() - text.data());
    auto before = text.substr(begin, at - begin);
    for (const auto& pair : quotes) {
      if (before.ends_with(pair.open)) before.remove_suffix(pair.open.size());
    }
    for (const auto word : introductions) {
      if (before.ends_with(word)) return found;
    }
    limit = at - 1;
  }
}

// 九届一次会议以来, 主题教育开展以来: the words of its clause up to there. 今年以来 says nothing.
std::string_view since(std::string_view text, const Sentence& sentence, std::uint32_t before) {
  constexpr std::string_view word = "以来";
  const auto part = text.substr(sentence.begin, before - sentence.begin);
  const auto at = part.rfind(word);
  if (at == std::string_view::npos) return {};
  auto clause = sentence.clause_begin(sentence.clause_of(static_cast<std::uint32_t>(sentence.begin + at)));
  for (const std::string_view mark : {"●", "　", " ", "自", "对", "从"}) {
    while (text.substr(clause).starts_with(mark)) clause += static_cast<std::uint32_t>(mark.size());
  }
  if (clause > sentence.begin + at) return {};
  const auto found = text.substr(clause, sentence.begin + at + word.size() - clause);
  return found.size() <= 15 || found.starts_with("今年") || found.size() > longest ? std::string_view{} : found;
}

}  // namespace

std::string_view scope_of(std::string_view text, const Sentence& sentence, std::size_t clause, const Claim& claim) {
  const auto begin = sentence.clause_begin(clause), end = sentence.clause_end(clause);
  if (const auto named = topic(text, sentence.begin, claim.begin); !named.empty()) return named;
  if (const auto here = last_quoted(text, begin, claim.begin, claim.begin); !here.empty()) return here;
  if (claim.end < end) {
    if (const auto behind = last_quoted(text, claim.end, end, end); !behind.empty()) return behind;
  }
  if (const auto session = since(text, sentence, claim.begin); !session.empty()) return session;
  return {};
}

}  // namespace yizheng::reports
