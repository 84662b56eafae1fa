// Many words found in one pass over a text: a trie over code points whose first step is one look into a table. In
// Chinese text most characters begin no word of the table and cost that one look.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace yizheng::indicators {

using WordId = std::uint16_t;

class WordTable {
 public:
  WordTable();
  // The id of a word; the same for the same word. Words are of the Basic Multilingual Plane, as all of ours are.
  WordId add(std::string_view word);
  // To be called once, before anything is looked for.
  void finish();
  std::size_t size() const { return words_.size(); }
  std::string_view text(WordId word) const { return words_[word]; }
  int length(WordId word) const { return lengths_[word]; }  // in characters

  // A character of the BMP begins no word where this is 0.
  std::uint16_t root(char32_t first) const { return roots_[first & 0xFFFF]; }
  // Calls f(word, end) for each word that begins at `at`, whose first character led to `root` and ends at `next`;
  // shortest first.
  template <class F>
  void words_at(std::string_view text, std::size_t next, std::uint16_t root, F f) const {
    std::uint32_t node = root;
    while (true) {
      const Node& here = nodes_[node];
      if (here.word != no_word) f(here.word, next);
      if (here.edges == 0 || next >= text.size()) return;
      const auto step = step_from(here, text, next);
      if (step == 0) return;
      node = step;
    }
  }

 private:
  static constexpr WordId no_word = 0xFFFF;
  struct Node {
    std::uint32_t first_edge = 0;
    std::uint16_t edges = 0;
    WordId word = no_word;
  };
  struct Edge {
    char32_t character;
    std::uint32_t node;
  };
  struct Growing {
    std::vector<Edge> edges;
    WordId word = no_word;
  };
  std::uint32_t step_from(const Node& node, std::string_view text, std::size_t& next) const;

  std::vector<std::string> words_;
  std::vector<std::uint8_t> lengths_;
  std::unordered_map<std::string, WordId> ids_;
  std::vector<Growing> growing_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<std::uint16_t> roots_;
};

}  // namespace yizheng::indicators
