#include "reports/part.h"

namespace yizheng::reports {
namespace {

constexpr std::string_view joints[] = {"、", "和",   "及", "与", "以及", "共", "计", "共计", "约", "近",
                                       "超", "超过", "达", "(",  ")",    "（", "）", "，",   ",",  " "};

// A percentage ends what is said of it: 占40%18名居民.
bool ends_phrase(const Claim& claim) { return claim.kind == ClaimKind::SHARE || claim.kind == ClaimKind::RATE; }

// Nothing but joints stands between two numbers: both have the same words around them.
bool only_joints(std::string_view between) {
  while (!between.empty()) {
    bool cut = false;
    for (const auto joint : joints) {
      if (!between.starts_with(joint)) continue;
      between.remove_prefix(joint.size());
      cut = true;
      break;
    }
    if (!cut) return false;
  }
  return true;
}

}  // namespace

void find_parts(std::string_view text, std::uint32_t clause_begin, std::uint32_t clause_end,
                std::span<Claim* const> claims, std::vector<Part>& parts) {
  constexpr std::string_view comma = "、";
  parts.assign(claims.size(), {clause_begin, clause_end});
  for (std::size_t i = 1; i < claims.size(); ++i) {
    const auto from = claims[i - 1]->end, to = claims[i]->begin;
    const auto between = to > from ? text.substr(from, to - from) : std::string_view{};
    parts[i].begin = !ends_phrase(*claims[i - 1]) && only_joints(between) ? parts[i - 1].begin : from;
  }
  for (std::size_t i = claims.size(); i-- > 0;) {
    const auto from = claims[i]->end;
    const bool last = i + 1 == claims.size();
    const auto to = last ? clause_end : claims[i + 1]->begin;
    const auto behind = to > from ? text.substr(from, to - from) : std::string_view{};
    if (!last && !ends_phrase(*claims[i]) && only_joints(behind)) {
      parts[i].end = parts[i + 1].end;
    } else if (behind.starts_with(comma)) {
      parts[i].end = from;
    } else if (const auto at = last ? std::string_view::npos : behind.rfind(comma); at != std::string_view::npos) {
      parts[i].end = from + static_cast<std::uint32_t>(at);
    } else {
      parts[i].end = std::max(from, to);
    }
  }
}

}  // namespace yizheng::reports
