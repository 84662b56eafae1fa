#include "store/bits.h"

#include <cstring>

#include "store/varint.h"

namespace yizheng::store {
namespace {

// The first byte says how the rest is to be read.
constexpr char LIST = 0, PLAIN = 1;

}  // namespace

Bits::Bits(std::size_t size, bool value) : size_(size), words_((size + 63) / 64, value ? ~std::uint64_t{0} : 0) {
  if (value && size % 64 != 0) words_.back() = (std::uint64_t{1} << (size % 64)) - 1;
}

std::size_t Bits::count() const {
  std::size_t total = 0;
  for (const auto word : words_) total += static_cast<std::size_t>(std::popcount(word));
  return total;
}

bool Bits::any() const {
  return std::any_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word != 0; });
}

void Bits::operator&=(const Bits& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
}

void Bits::operator|=(const Bits& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
}

void Bits::remove(const Bits& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
}

std::string Bits::encode() const {
  std::vector<std::uint16_t> places;
  places.reserve(count());
  each([&](std::size_t place) {
    places.push_back(static_cast<std::uint16_t>(place));
    return true;
  });
  return encode_places(places, size_);
}

Bits Bits::decode(std::string_view bytes, std::size_t size) {
  Bits bits(size);
  if (bytes.empty()) return bits;
  if (bytes[0] == PLAIN) {
    const auto length = std::min(bytes.size() - 1, bits.words_.size() * sizeof(std::uint64_t));
    std::memcpy(bits.words_.data(), bytes.data() + 1, length);
    if (size % 64 != 0) bits.words_.back() &= (std::uint64_t{1} << (size % 64)) - 1;
    return bits;
  }
  const auto* at = bytes_of(bytes) + 1;
  const auto* end = bytes_of(bytes) + bytes.size();
  for (std::size_t place = 0; at != end; ++place) {
    place += get_varint(at, end);
    if (place >= size) throw std::runtime_error("the search index is damaged: rebuild it");
    bits.set(place);
  }
  return bits;
}

std::string encode_places(const std::vector<std::uint16_t>& places, std::size_t size) {
  // A distance takes one byte up to 127, so beyond one in eight the plain bits are shorter.
  if (places.size() > size / 8) {
    std::string out(1 + (size + 7) / 8, '\0');
    out[0] = PLAIN;
    for (const auto place : places) out[1 + place / 8] = static_cast<char>(out[1 + place / 8] | (1 << (place % 8)));
    return out;
  }
  std::string out(1, LIST);
  std::size_t next = 0;
  for (const auto place : places) {
    put_varint(out, place - next);
    next = place + std::size_t{1};
  }
  return out;
}

void decode_places(std::string_view bytes, std::vector<std::uint16_t>& places) {
  places.clear();
  if (bytes.empty()) return;
  places.reserve(bytes.size() * (bytes[0] == PLAIN ? 8 : 1));
  if (bytes[0] == PLAIN) {
    for (std::size_t i = 1; i < bytes.size(); ++i) {
      for (unsigned byte = static_cast<unsigned char>(bytes[i]); byte != 0; byte &= byte - 1) {
        places.push_back(static_cast<std::uint16_t>((i - 1) * 8 + static_cast<unsigned>(std::countr_zero(byte))));
      }
    }
    return;
  }
  const auto* at = bytes_of(bytes) + 1;
  const auto* end = bytes_of(bytes) + bytes.size();
  for (std::size_t next = 0; at != end;) {
    next += get_varint(at, end);
    places.push_back(static_cast<std::uint16_t>(next++));
  }
}

}  // namespace yizheng::store
