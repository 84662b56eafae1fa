#include "store/search.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace yizheng::store {
namespace {

// Where `sought` begins in `text`, in bytes, one after the other without overlap.
std::vector<std::size_t> occurrences(std::string_view text, std::string_view sought) {
  std::vector<std::size_t> starts;
  for (auto at = text.find(sought); at != std::string_view::npos; at = text.find(sought, at + sought.size())) {
    starts.push_back(at);
  }
  return starts;
}

// The same places in code points of the original text.
std::vector<Mark> marks_in(std::string_view text, std::string_view query) {
  const auto sought = text::fold(query);
  if (sought.empty()) return {};
  const auto folded = text::fold_with_positions(text);
  const auto length = text::length(sought);
  std::vector<Mark> marks;
  std::size_t byte = 0, point = 0;
  for (const auto start : occurrences(folded.text, sought)) {
    point += text::length(std::string_view(folded.text).substr(byte, start - byte));
    byte = start;
    marks.push_back({folded.positions[point], folded.positions[point + length - 1] + 1});
  }
  return marks;
}

bool ends_a_sentence(char32_t c) {
  return c == U'。' || c == U'!' || c == U'?' || c == U';' || c == U'!' || c == U'?' || c == U'\n';
}

}  // namespace

Excerpt excerpt(std::string_view text, std::string_view query, std::size_t length) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points.push_back(text::next_code_point(text, at));
  const auto marks = marks_in(text, query);

  std::size_t start = 0;
  if (!marks.empty() && points.size() > length) {
    // A quarter before the first mark, less where a sentence begins there; never so late that the piece is short.
    const auto first = static_cast<std::size_t>(marks.front().start);
    start = first - std::min(first, length / 4);
    for (auto at = first; at > start && start > 0; --at) {
      if (ends_a_sentence(points[at - 1])) {
        start = at;
        break;
      }
    }
    start = std::min(start, points.size() - length);
  }
  const auto end = std::min(points.size(), start + length);

  Excerpt piece;
  for (auto i = start; i < end; ++i) {
    const bool line = points[i] == U'\n' || points[i] == U'\r' || points[i] == U'\t';
    text::append_utf8(piece.text, line ? U' ' : points[i]);  // one for one, so that places stay
  }
  for (const auto& mark : marks) {
    const Mark moved{mark.start - static_cast<std::int64_t>(start), mark.end - static_cast<std::int64_t>(start)};
    if (moved.start >= 0 && moved.end <= static_cast<std::int64_t>(end - start)) piece.marks.push_back(moved);
  }
  return piece;
}

}  // namespace yizheng::store
