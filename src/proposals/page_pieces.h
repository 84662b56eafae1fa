// The JSON text of one record as readers of different depths get it, kept once: pieces of text, each with the depths
// that see it. What is the same for all depths, which is nearly everything, is one piece.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/json.h"
#include "store/varint.h"

namespace yizheng::proposals {

// Bit n: the nth of the three depths, as Depth numbers them from RELEASED on.
constexpr std::size_t page_depths = 3;
using DepthMask = unsigned char;
constexpr DepthMask every_depth = (1U << page_depths) - 1;

class PagePieces {
 public:
  void add(DepthMask depths, std::string_view text) {
    if (text.empty()) return;
    if (depths != last_depths_) end_piece();
    last_depths_ = depths;
    last_ += text;
  }

  // The same place as each depth reads it; "" where a depth has nothing there.
  void add_each(const std::array<std::string, page_depths>& texts) {
    DepthMask done = 0;
    for (std::size_t i = 0; i < page_depths; ++i) {
      if ((done >> i & 1U) != 0) continue;
      DepthMask same = 0;
      for (std::size_t k = i; k < page_depths; ++k) {
        if (texts[k] == texts[i]) same = static_cast<DepthMask>(same | 1U << k);
      }
      add(same, texts[i]);
      done |= same;
    }
  }

  // The value as each depth reads it, divided as far as the depths differ.
  template <class T>
  void add_json(const std::array<const T*, page_depths>& values) {
    std::array<std::string, page_depths> texts;
    for (std::size_t i = 0; i < page_depths; ++i) texts[i] = to_json(*values[i]);
    if (texts[0] == texts[1] && texts[0] == texts[2]) {
      add(every_depth, texts[0]);
    } else if constexpr (yizheng::detail::DescribedStruct<T>) {
      add_members(values);
    } else if constexpr (yizheng::detail::is_vector<T>::value) {
      const auto count = values[0]->size();
      if (values[1]->size() != count || values[2]->size() != count) return add_each(texts);
      add(every_depth, "[");
      for (std::size_t at = 0; at < count; ++at) {
        if (at != 0) add(every_depth, ",");
        add_json<typename T::value_type>({&(*values[0])[at], &(*values[1])[at], &(*values[2])[at]});
      }
      add(every_depth, "]");
    } else {
      add_each(texts);
    }
  }

  // All pieces: for each its depths, its size and its text. `tail`, which must end the last piece, is left out.
  std::string take(std::string_view tail) {
    if (last_depths_ != every_depth || !last_.ends_with(tail))
      throw std::logic_error("a page does not end as it should");
    last_.resize(last_.size() - tail.size());
    end_piece();
    return std::move(bytes_);
  }

 private:
  template <class T>
  void add_members(const std::array<const T*, page_depths>& values) {
    std::string before = "{";
    boost::mp11::mp_for_each<yizheng::detail::members_of<T>>([&](auto d) {
      using Member = std::remove_cvref_t<decltype(values[0]->*d.pointer)>;
      const std::string name = before + '"' + d.name + "\":";
      if constexpr (yizheng::detail::is_optional<Member>::value) {
        // The first member says by its presence what stands before the second.
        if (before == "{") throw std::logic_error("the first member of a record must not be optional");
        std::array<std::string, page_depths> texts;
        for (std::size_t i = 0; i < page_depths; ++i) {
          if (const auto& member = values[i]->*d.pointer) texts[i] = name + to_json(*member);
        }
        add_each(texts);
      } else {
        add(every_depth, name);
        add_json<Member>({&(values[0]->*d.pointer), &(values[1]->*d.pointer), &(values[2]->*d.pointer)});
      }
      before = ",";
    });
    add(every_depth, "}");
  }

  void end_piece() {
    if (last_.empty()) return;
    bytes_ += static_cast<char>(last_depths_);
    store::put_varint(bytes_, last_.size());
    bytes_ += last_;
    last_.clear();
  }

  std::string bytes_, last_;
  DepthMask last_depths_ = 0;
};

// Appends what `depth` (0 …) sees of pieces that take() made.
inline void append_pieces(std::string& out, std::string_view bytes, std::size_t depth) {
  const auto* at = store::bytes_of(bytes);
  const auto* const end = at + bytes.size();
  while (at != end) {
    const DepthMask depths = *at++;
    const auto size = store::get_varint(at, end);
    if (size > static_cast<std::uint64_t>(end - at)) throw std::runtime_error("a stored page is damaged");
    if ((depths >> depth & 1U) != 0) out.append(reinterpret_cast<const char*>(at), size);
    at += size;
  }
}

}  // namespace yizheng::proposals
