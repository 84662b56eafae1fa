#include "text/source_map.h"

#include <algorithm>

namespace yizheng::text {

void SourceMap::replaced(std::uint32_t source_begin, std::uint32_t source_end, std::uint32_t result_begin,
                         std::uint32_t result_end) {
  edits_.push_back({source_begin, source_end, result_begin, result_end});
}

std::uint32_t SourceMap::source_of(std::uint32_t result) const {
  // The last edit that ends at or before `result`, or holds it. What was cut out just before a place stays before it.
  auto next = std::upper_bound(edits_.begin(), edits_.end(), result,
                               [](std::uint32_t at, const Edit& edit) { return at < edit.result_begin; });
  if (next == edits_.begin()) return result;
  const Edit& edit = *std::prev(next);
  if (result < edit.result_end) return edit.source_begin;
  return edit.source_end + (result - edit.result_end);
}

std::uint32_t SourceMap::source_end_of(std::uint32_t result) const {
  // A span that ends where something was cut out ends before the cut.
  auto next = std::lower_bound(edits_.begin(), edits_.end(), result,
                               [](const Edit& edit, std::uint32_t at) { return edit.result_begin < at; });
  if (next == edits_.begin()) return result;
  const Edit& edit = *std::prev(next);
  if (result <= edit.result_end) return edit.source_end;
  return edit.source_end + (result - edit.result_end);
}

std::uint32_t SourceMap::result_of(std::uint32_t source) const {
  auto next = std::upper_bound(edits_.begin(), edits_.end(), source,
                               [](std::uint32_t at, const Edit& edit) { return at < edit.source_begin; });
  if (next == edits_.begin()) return source;
  const Edit& edit = *std::prev(next);
  if (source < edit.source_end) return edit.result_begin;
  return edit.result_end + (source - edit.source_end);
}

std::uint64_t CodePointCounter::at(std::uint32_t byte) {
  if (byte < byte_) byte_ = 0, points_ = 0;
  for (; byte_ < byte && byte_ < text_.size(); ++byte_) {
    points_ += (static_cast<unsigned char>(text_[byte_]) & 0xC0) != 0x80;
  }
  return points_;
}

}  // namespace yizheng::text
