// What stands in quotation marks and titles of a sentence: “…”, 《…》, 「…」, "…".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace yizheng::reports {

struct Quoted {
  std::uint32_t begin, end;  // bytes, with the marks
  std::string_view words;    // without
};

// Of text[begin, end), in order; inner ones are not told, nor those of more than 180 bytes. `found` is overwritten.
void find_quotes(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Quoted>& found);

}  // namespace yizheng::reports
