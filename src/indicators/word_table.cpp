#include "indicators/word_table.h"

#include <algorithm>
#include <stdexcept>

#include "text/utf8.h"

namespace yizheng::indicators {

WordTable::WordTable() : growing_(1), roots_(0x10000) {}

WordId WordTable::add(std::string_view word) {
  if (const auto known = ids_.find(std::string(word)); known != ids_.end()) return known->second;
  if (words_.size() >= no_word) throw std::length_error("too many words in the catalogue of indicators");
  const auto id = static_cast<WordId>(words_.size());
  std::uint32_t node = 0;
  int length = 0;
  for (std::size_t at = 0; at < word.size(); ++length) {
    const char32_t character = text::next_code_point(word, at);
    auto& edges = growing_[node].edges;
    const auto edge =
        std::find_if(edges.begin(), edges.end(), [&](const Edge& one) { return one.character == character; });
    if (edge != edges.end()) {
      node = edge->node;
    } else {
      const auto next = static_cast<std::uint32_t>(growing_.size());
      edges.push_back({character, next});
      growing_.emplace_back();
      node = next;
    }
  }
  growing_[node].word = id;
  words_.emplace_back(word);
  lengths_.push_back(static_cast<std::uint8_t>(std::min(length, 255)));
  ids_.emplace(word, id);
  return id;
}

void WordTable::finish() {
  for (auto& from : growing_) {
    std::sort(from.edges.begin(), from.edges.end(),
              [](const Edge& a, const Edge& b) { return a.character < b.character; });
    nodes_.push_back(
        {static_cast<std::uint32_t>(edges_.size()), static_cast<std::uint16_t>(from.edges.size()), from.word});
    edges_.insert(edges_.end(), from.edges.begin(), from.edges.end());
  }
  // The characters after the root are few thousand at most, so their nodes fit the table's 16 bits only if they come
  // first: give each root its own copy in front.
  std::vector<Node> ordered{Node{}};
  const Node root = nodes_.front();
  for (std::uint32_t i = 0; i < root.edges; ++i) {
    const Edge& edge = edges_[root.first_edge + i];
    roots_[edge.character & 0xFFFF] = static_cast<std::uint16_t>(ordered.size());
    ordered.push_back(nodes_[edge.node]);
  }
  const auto moved = static_cast<std::uint32_t>(ordered.size());
  for (auto& edge : edges_) edge.node += moved;
  ordered.insert(ordered.end(), nodes_.begin(), nodes_.end());
  nodes_ = std::move(ordered);
  growing_.clear();
  growing_.shrink_to_fit();
}

std::uint32_t WordTable::step_from(const Node& node, std::string_view text, std::size_t& next) const {
  std::size_t at = next;
  const char32_t character = text::next_code_point(text, at);
  const Edge* first = edges_.data() + node.first_edge;
  const Edge* last = first + node.edges;
  const Edge* found = first;
  if (node.edges > 8) {
    found = std::lower_bound(first, last, character,
                             [](const Edge& one, char32_t wanted) { return one.character < wanted; });
  } else {
    while (found != last && found->character < character) ++found;
  }
  if (found == last || found->character != character) return 0;
  next = at;
  return found->node;
}

}  // namespace yizheng::indicators
