#include "reports/part.h"

#include <algorithm>
#include <iterator>

namespace yizheng::reports {
namespace {

constexpr std::string_view joints[] = {"、", "和", "及", "与", "以及", "共", "计", "共计", "约", "近", "超", "超过",
                                       "达", "(", ")", "（", "）", "，", ",", " ",
                                       // 由8件增加到12件: both are told of the same words
                                       "增加到", "增加至", "增至", "提高到", "提高至", "上升到", "上升至", "升至",
                                       "提升到", "提升至", "扩大到", "发展到", "下降到", "降至", "减少到"};

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

constexpr std::string_view list_joints[] = {"、", "以及", "和", "与", "及"};

// Length of the joint with which `words` ends, where other words stand before it: 常委会会议、 in
// 5次常委会会议、9次主席会议.
std::size_t joint_at_end(std::string_view words) {
  for (const auto joint : list_joints) {
    if (words.ends_with(joint) && !only_joints(words)) return joint.size();
  }
  return 0;
}

bool goes_on_a_list(std::string_view between) {
  return std::any_of(std::begin(list_joints), std::end(list_joints),
                     [&](auto joint) { return between.starts_with(joint); });
}

// 甲率、乙率和丙率分别为99%、98%和97%: each number has its own name. `first` to `last`: numbers with only joints
// between them, whose words begin at `from`.
void give_each_its_own(std::string_view text, std::span<Claim* const> claims, std::span<Part> parts) {
  constexpr std::string_view each = "分别";
  const auto from = parts.front().begin, to = claims.front()->begin;
  if (to <= from) return;
  const auto words = text.substr(from, to - from);
  const auto end = words.rfind(each);
  if (end == std::string_view::npos) return;
  std::vector<std::size_t> begins{0}, ends;
  for (std::size_t at = words.find("、"); at < end; at = words.find("、", at + 3)) {
    ends.push_back(at);
    begins.push_back(at + 3);
  }
  ends.push_back(end);
  if (begins.size() + 1 == claims.size()) {
    for (const std::string_view joint : {"以及", "和", "与", "及"}) {
      const auto at = words.substr(0, end).rfind(joint);
      if (at == std::string_view::npos || at <= begins.back()) continue;
      begins.push_back(at + joint.size());
      ends.insert(ends.end() - 1, at);
      break;
    }
  }
  if (begins.size() < claims.size()) return;
  const auto skipped = begins.size() - claims.size();
  for (std::size_t i = 0; i < claims.size(); ++i) {
    parts[i].begin = from + static_cast<std::uint32_t>(begins[skipped + i]);
    parts[i].gap_begin = from + static_cast<std::uint32_t>(ends[skipped + i]);
    parts[i].gap_end = from + static_cast<std::uint32_t>(end);
  }
}

void find_named_each(std::string_view text, std::span<Claim* const> claims, std::span<Part> parts) {
  for (std::size_t first = 0; first < claims.size();) {
    auto last = first + 1;
    while (last < claims.size() && claims[last]->begin >= claims[last - 1]->end &&
           only_joints(text.substr(claims[last - 1]->end, claims[last]->begin - claims[last - 1]->end))) {
      ++last;
    }
    if (last - first > 1)
      give_each_its_own(text, claims.subspan(first, last - first), parts.subspan(first, last - first));
    first = last;
  }
}

}  // namespace

void find_parts(std::string_view text, std::uint32_t clause_begin, std::uint32_t clause_end,
                std::span<Claim* const> claims, std::vector<Part>& parts) {
  constexpr std::string_view comma = "、";
  parts.assign(claims.size(), Part{clause_begin, clause_end});
  for (std::size_t i = 1; i < claims.size(); ++i) {
    const auto from = claims[i - 1]->end, to = claims[i]->begin;
    const auto between = to > from ? text.substr(from, to - from) : std::string_view{};
    const bool shared = !ends_phrase(*claims[i - 1]) && only_joints(between);
    parts[i].begin = shared ? parts[i - 1].begin : from;
    if (const auto joint = joint_at_end(between); joint > 0) {
      parts[i].begin = to - static_cast<std::uint32_t>(joint);
    }
    if (!shared && goes_on_a_list(between)) {
      const bool list = parts[i - 1].head_end > 0;
      parts[i].head_begin = list ? parts[i - 1].head_begin : parts[i - 1].begin;
      parts[i].head_end = list ? parts[i - 1].head_end : claims[i - 1]->begin;
    }
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
  // From the back: the verb behind the last number of a list is said of all of them.
  for (std::size_t i = claims.size(); i-- > 1;) {
    const auto from = claims[i - 1]->end, to = claims[i]->begin;
    if (to <= from || joint_at_end(text.substr(from, to - from)) == 0) continue;
    const bool list = parts[i].tail_end > 0;
    parts[i - 1].tail_begin = list ? parts[i].tail_begin : claims[i]->end;
    parts[i - 1].tail_end = list ? parts[i].tail_end : parts[i].end;
  }
  find_named_each(text, claims, parts);
}

}  // namespace yizheng::reports
