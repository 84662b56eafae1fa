#include "reports/scope_quotes.h"

#include <algorithm>

namespace yizheng::reports {
namespace {

struct Marks {
  std::string_view open, close;
};
constexpr Marks marks[] = {{"“", "”"}, {"《", "》"}, {"「", "」"}, {"\"", "\""}};
constexpr std::size_t longest = 180;

}  // namespace

void find_quotes(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Quoted>& found) {
  found.clear();
  const auto part = text.substr(0, std::min<std::size_t>(end, text.size()));
  for (std::size_t at = begin; at < part.size();) {
    const auto first = static_cast<unsigned char>(part[at]);
    if (first != 0xE2 && first != 0xE3 && first != '"') {  // begins none of the marks
      ++at;
      continue;
    }
    const auto rest = part.substr(at);
    const auto* mark =
        std::find_if(std::begin(marks), std::end(marks), [&](const Marks& one) { return rest.starts_with(one.open); });
    if (mark == std::end(marks)) {
      ++at;
      continue;
    }
    const auto inner = at + mark->open.size();
    const auto close = part.substr(0, std::min(part.size(), inner + longest)).find(mark->close, inner);
    if (close == std::string_view::npos) {
      at = inner;
      continue;
    }
    if (close > inner) {
      found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + mark->close.size()),
                       part.substr(inner, close - inner)});
    }
    at = close + mark->close.size();
  }
}

}  // namespace yizheng::reports
