#include "reports/number_phrases.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "reports/number_words.h"
#include "reports/word_table.h"
#include "text/numerals.h"

namespace yizheng::reports {
namespace {

constexpr std::int32_t kPlain = -1;

struct Front {  // what must stand before the first numeral
  std::string_view words;
  std::int32_t kind;
};

// Phrases by what begins with their first numeral; several may share it (统一, 第一).
class Phrases {
 public:
  Phrases() : tails_(WordTable::Direction::FORWARD, {}) {
    for (const NumberWords& some : number_words()) add(some);
    tails_.seal();
    for (auto& fronts : fronts_) {
      std::sort(fronts.begin(), fronts.end(),
                [](const Front& a, const Front& b) { return a.words.size() > b.words.size(); });
    }
  }

  NumberPhrase find(std::string_view text, std::size_t at) const {
    NumberPhrase best;
    std::uint32_t node = 0;
    std::uint32_t length = 0;
    for (std::size_t here = at; here < text.size();) {
      node = tails_.step(node, text::code_point_at(text, here, length));
      if (node == 0) break;
      here += length;
      if (tails_.value(node) < 0) continue;
      for (const Front& front : fronts_[tails_.value(node)]) {
        if (!text.substr(0, at).ends_with(front.words)) continue;
        best = {static_cast<std::uint32_t>(at - front.words.size()), static_cast<std::uint32_t>(here),
                front.kind == kPlain ? ClaimKind::FIXED : static_cast<ClaimKind>(front.kind), front.kind == kPlain};
        break;
      }
    }
    return best;
  }

 private:
  void add(const NumberWords& some) {
    std::string_view rest = some.words;
    while (!rest.empty()) {
      std::size_t start = rest.find_first_not_of(" \n");
      if (start == std::string_view::npos) return;
      std::size_t end = std::min(rest.find_first_of(" \n", start), rest.size());
      add_word(rest.substr(start, end - start), some.plain ? kPlain : static_cast<std::int32_t>(some.kind));
      rest = rest.substr(end);
    }
  }

  void add_word(std::string_view word, std::int32_t kind) {
    std::size_t numeral = text::next_sign(word, 0);
    if (numeral >= word.size()) return;  // holds none: nothing to say about it
    std::string_view tail = word.substr(numeral);
    // 十五 or 五一 alone: what follows decides, and nothing counted follows them as a name.
    if (numeral == 0 && text::read_numeral(word, 0).end == word.size()) return;
    auto [found, added] = lists_.try_emplace(tail, static_cast<std::int32_t>(fronts_.size()));
    if (added) {
      fronts_.emplace_back();
      tails_.add(tail, found->second);
    }
    auto& fronts = fronts_[found->second];
    const std::string_view front = word.substr(0, numeral);
    for (Front& known : fronts) {
      if (known.words == front) {  // the later list knows better
        known.kind = kind;
        return;
      }
    }
    fronts.push_back({front, kind});
  }

  WordTable tails_;
  std::unordered_map<std::string_view, std::int32_t> lists_;
  std::vector<std::vector<Front>> fronts_;
};

}  // namespace

NumberPhrase number_phrase_at(std::string_view text, std::size_t at) {
  static const Phrases kPhrases;
  return kPhrases.find(text, at);
}

}  // namespace yizheng::reports
