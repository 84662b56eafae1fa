#include "reports/word_table.h"

#include <bit>
#include <string>

#include "text/numerals.h"

namespace yizheng::reports {
namespace {

std::uint64_t key_of(std::uint32_t node, char32_t c) { return static_cast<std::uint64_t>(node) << 21 | c; }
std::uint64_t mix(std::uint64_t key) { return (key * 0x9E3779B97F4A7C15ull) >> 20; }

}  // namespace

WordTable::WordTable(Direction direction, std::initializer_list<Words> words) : direction_(direction) {
  for (const Words& some : words) {
    std::string_view rest = some.words;
    while (!rest.empty()) {
      std::size_t start = rest.find_first_not_of(" \n");
      if (start == std::string_view::npos) break;
      std::size_t end = rest.find_first_of(" \n", start);
      add(rest.substr(start, end == std::string_view::npos ? end : end - start), some.value);
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end);
    }
  }
  seal();
}

std::uint32_t WordTable::grow(std::uint32_t node, char32_t c) {
  auto [found, added] = growing_.try_emplace(key_of(node, c), static_cast<std::uint32_t>(values_.size()));
  if (added) values_.push_back(-1);
  return found->second;
}

void WordTable::add(std::string_view word, std::int32_t value) {
  std::uint32_t node = 0;
  std::uint32_t length = 0;
  if (direction_ == Direction::FORWARD) {
    for (std::size_t at = 0; at < word.size(); at += length) node = grow(node, text::code_point_at(word, at, length));
  } else {
    for (std::size_t at = word.size(); at > 0;) {
      std::size_t begin = 0;
      char32_t c = text::code_point_before(word, at, begin);
      node = grow(node, c);
      at = begin;
    }
  }
  values_[node] = value;
}

void WordTable::seal() {
  std::size_t size = std::bit_ceil(growing_.size() * 3 + 16);
  slots_.assign(size, {});
  mask_ = size - 1;
  for (const auto& [key, node] : growing_) {
    std::uint64_t slot = mix(key) & mask_;
    while (slots_[slot].key != ~0ull) slot = (slot + 1) & mask_;
    slots_[slot] = {key, node};
  }
}

std::uint32_t WordTable::step(std::uint32_t node, char32_t c) const {
  const std::uint64_t key = key_of(node, c);
  for (std::uint64_t slot = mix(key) & mask_;; slot = (slot + 1) & mask_) {
    if (slots_[slot].key == key) return slots_[slot].node;
    if (slots_[slot].key == ~0ull) return 0;
  }
}

WordTable::Match WordTable::longest(std::string_view text, std::size_t at) const {
  Match best;
  std::uint32_t node = 0;
  if (direction_ == Direction::FORWARD) {
    std::uint32_t length = 0;
    for (std::size_t here = at; here < text.size(); here += length) {
      node = step(node, text::code_point_at(text, here, length));
      if (node == 0) break;
      if (values_[node] >= 0) best = {static_cast<std::uint32_t>(here + length - at), values_[node]};
    }
  } else {
    for (std::size_t here = at; here > 0;) {
      std::size_t begin = 0;
      node = step(node, text::code_point_before(text, here, begin));
      if (node == 0) break;
      here = begin;
      if (values_[node] >= 0) best = {static_cast<std::uint32_t>(at - here), values_[node]};
    }
  }
  return best;
}

}  // namespace yizheng::reports
