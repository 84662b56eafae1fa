// A set of the documents of one segment, by their place in it (0 … 65,535).
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yizheng::store {

class Bits {
 public:
  explicit Bits(std::size_t size = 0, bool value = false);

  std::size_t size() const { return size_; }
  bool test(std::size_t place) const { return (words_[place >> 6] >> (place & 63) & 1) != 0; }
  void set(std::size_t place) { words_[place >> 6] |= std::uint64_t{1} << (place & 63); }
  void clear(std::size_t place) { words_[place >> 6] &= ~(std::uint64_t{1} << (place & 63)); }
  std::size_t count() const;
  bool any() const;
  void operator&=(const Bits& other);
  void operator|=(const Bits& other);
  void remove(const Bits& other);  // what is in `other` too

  // Calls f(place) in rising order until it returns false.
  template <class F>
  void each(F&& f) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (auto word = words_[i]; word != 0; word &= word - 1) {
        if (!f(i * 64 + static_cast<std::size_t>(std::countr_zero(word)))) return;
      }
    }
  }

  // Compact: a list of distances, or the plain bits where that is shorter.
  std::string encode() const;
  static Bits decode(std::string_view bytes, std::size_t size);

 private:
  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

// The same form for a rising list of places.
std::string encode_places(const std::vector<std::uint16_t>& places, std::size_t size);
void decode_places(std::string_view bytes, std::vector<std::uint16_t>& places);

}  // namespace yizheng::store
