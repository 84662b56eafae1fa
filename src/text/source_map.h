// From places in a repaired text back to the text it was made from.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/script.h"

namespace yizheng::text {

// Two texts that differ in some spans and are alike between them. Positions are bytes.
class SourceMap {
 public:
  // The source from `source_begin` to `source_end` became the result from `result_begin` to `result_end`. In order.
  void replaced(std::uint32_t source_begin, std::uint32_t source_end, std::uint32_t result_begin,
                std::uint32_t result_end);
  // The result itself was folded further: `spans` are the places where that changed its length, in order.
  void then_folded(const std::vector<FoldedSpan>& spans);

  // The place in the source of a place in the result; inside a replaced span its beginning. O(log edits).
  std::uint32_t source_of(std::uint32_t result) const;
  // The end in the source of a span that ends at `result` (differs where something was cut out just there).
  std::uint32_t source_end_of(std::uint32_t result) const;
  // The place in the result of a place in the source; inside what was cut out, where the cut is.
  std::uint32_t result_of(std::uint32_t source) const;

 private:
  struct Edit {
    std::uint32_t source_begin, source_end, result_begin, result_end;
  };
  std::vector<Edit> edits_;
};

// Byte positions to code points, for positions asked in rising order; one pass over the text in all.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view utf8) : text_(utf8) {}
  std::uint64_t at(std::uint32_t byte);  // falling positions start over

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::uint64_t points_ = 0;
};

}  // namespace yizheng::text
