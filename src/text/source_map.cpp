#include "text/source_map.h"

#include <algorithm>

namespace yizheng::text {

void SourceMap::replaced(std::uint32_t source_begin, std::uint32_t source_end, std::uint32_t result_begin,
                         std::uint32_t result_end) {
  edits_.push_back({source_begin, source_end, result_begin, result_end});
}

void SourceMap::then_folded(const std::vector<FoldedSpan>& spans) {
  if (spans.empty()) return;
  std::vector<Edit> merged;
  merged.reserve(edits_.size() + spans.size());
  std::size_t next = 0;
  std::int64_t grown = 0;   // by folding, so far
  std::int64_t offset = 0;  // source minus result before folding, behind the edits so far
  const auto later = [&](std::uint32_t at) { return static_cast<std::uint32_t>(at + grown); };
  const auto fold_until = [&](std::uint32_t limit) {
    for (; next < spans.size() && spans[next].before_begin < limit; ++next) {
      const FoldedSpan& span = spans[next];
      merged.push_back({static_cast<std::uint32_t>(span.before_begin + offset),
                        static_cast<std::uint32_t>(span.before_end + offset), span.after_begin, span.after_end});
      grown = static_cast<std::int64_t>(span.after_end) - span.before_end;
    }
  };
  for (const Edit& edit : edits_) {
    fold_until(edit.result_begin);
    Edit moved = edit;
    moved.result_begin = later(edit.result_begin);
    for (; next < spans.size() && spans[next].before_begin < edit.result_end; ++next) {
      grown = static_cast<std::int64_t>(spans[next].after_end) - spans[next].before_end;
    }
    moved.result_end = later(edit.result_end);
    merged.push_back(moved);
    offset = static_cast<std::int64_t>(edit.source_end) - edit.result_end;
  }
  fold_until(0xFFFF'FFFF);
  edits_ = std::move(merged);
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
