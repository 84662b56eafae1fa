// Sets of words, looked up at a place of a text: a trie over code points in one flat hash table.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace yizheng::reports {

class WordTable {
 public:
  struct Match {
    std::uint32_t bytes = 0;  // length of the longest word, 0 where none stands
    std::int32_t value = -1;
    explicit operator bool() const { return bytes != 0; }
  };
  struct Words {
    std::string_view words;  // separated by blanks
    std::int32_t value;
  };
  enum class Direction { FORWARD, BACKWARD };

  // A word given twice keeps its last value.
  WordTable(Direction direction, std::initializer_list<Words> words);
  void add(std::string_view word, std::int32_t value);
  void seal();  // after the last add()

  // The longest word that begins at `at` (FORWARD), or ends before `at` (BACKWARD).
  Match longest(std::string_view text, std::size_t at) const;

  // For tables of more than words: from a node (0 is the root) along one character; 0 where no word goes on.
  std::uint32_t step(std::uint32_t node, char32_t c) const;
  std::int32_t value(std::uint32_t node) const { return values_[node]; }

 private:
  std::uint32_t grow(std::uint32_t node, char32_t c);

  Direction direction_;
  std::vector<std::int32_t> values_{-1};
  std::unordered_map<std::uint64_t, std::uint32_t> growing_;
  struct Slot {
    std::uint64_t key = ~0ull;
    std::uint32_t node = 0;
  };
  std::vector<Slot> slots_;
  std::uint64_t mask_ = 0;
};

}  // namespace yizheng::reports
