#include "reports/report_place.h"

#include <algorithm>
#include <map>

#include "reports/actors.h"
#include "text/utf8.h"

namespace yizheng::reports {
namespace {

constexpr std::size_t head_bytes = 60'000, title_bytes = 3'000, longest_name = 75;
constexpr std::string_view committee_word = "委员会";

bool ends_name(char32_t c) {
  return c < 0x4E00 || c > 0x9FFF;  // stops, digits, blanks, bytes that are no text
}

// 青禾市松台区 of 第三届青禾市松台区, 青禾市 of 青禾市第三届.
std::string_view without_term(std::string_view name) {
  constexpr std::string_view ordinal = "第", term = "届";
  const auto begin = name.find(ordinal);
  const auto end = begin == std::string_view::npos ? begin : name.find(term, begin);
  if (end == std::string_view::npos) return name;
  return begin == 0 ? name.substr(end + term.size()) : name.substr(0, begin);
}

// The place of the first 政协…委员会 of the text's beginning.
std::string_view titled_place(std::string_view text) {
  const auto head = text.substr(0, title_bytes);
  for (const std::string_view opening : {"政治协商会议", "政协"}) {
    for (auto at = head.find(opening); at != std::string_view::npos; at = head.find(opening, at + opening.size())) {
      const auto begin = at + opening.size();
      const auto end = head.find(committee_word, begin);
      if (end == std::string_view::npos) break;
      if (end == begin || end - begin > longest_name) continue;
      bool whole = true;
      for (std::size_t i = begin; i < end && whole;) whole = !ends_name(text::next_code_point(head, i));
      const auto place = without_term(head.substr(begin, end - begin));
      if (!whole || place.empty()) continue;
      for (const auto level : committee_levels()) {
        if (place.ends_with(level)) return place;
      }
    }
  }
  return {};
}

}  // namespace

bool place_character(std::string_view text, std::size_t at) {
  constexpr std::u32string_view small_words = U"了与和及对向在为由被的把将给以从就等并也均还又同经";
  if (at >= text.size()) return false;
  const char32_t c = text::next_code_point(text, at);
  return !ends_name(c) && small_words.find(c) == std::u32string_view::npos;
}

std::string committee_of_report(std::string_view text) {
  constexpr std::string_view word = "政协";
  const auto head = text.substr(0, head_bytes);
  const auto title = titled_place(text);
  std::string found;
  std::size_t most = 0;
  for (const auto level : committee_levels()) {
    const auto name = std::string(level) + std::string(word);
    std::size_t count = 0;
    for (auto at = head.find(name); at != std::string_view::npos; at = head.find(name, at + name.size())) ++count;
    if (count > 0 && title.ends_with(level)) return name;
    if (count <= most) continue;
    most = count;
    found = name;
  }
  return found;
}

std::string place_of_report(std::string_view text, std::string_view committee) {
  if (const auto title = titled_place(text); !title.empty()) return std::string(title);
  if (committee.empty()) return {};
  // No title: the two characters that stand most often before the committee's short name.
  constexpr std::size_t two = 6;
  constexpr std::string_view word = "政协";
  const auto head = text.substr(0, head_bytes);
  const auto level = committee.substr(0, committee.size() - std::min(committee.size(), word.size()));
  std::map<std::string_view, std::size_t> places;
  for (auto at = head.find(committee); at != std::string_view::npos; at = head.find(committee, at + 1)) {
    if (at < two || !place_character(head, at - two) || !place_character(head, at - two / 2)) continue;
    ++places[head.substr(at - two, two + level.size())];
  }
  const auto most =
      std::max_element(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == places.end() || most->second < 2 ? std::string() : std::string(most->first);
}

bool is_other_body(std::string_view subject, std::string_view committee) {
  const auto has = [&](std::string_view word) { return subject.find(word) != std::string_view::npos; };
  for (const std::string_view body : {"人大", "法院", "检察院", "纪委监委", "市政府", "区政府", "县政府"}) {
    if (has(body)) return true;
  }
  if (committee.empty() || !has("政协")) return false;
  return !subject.starts_with(committee) && !subject.starts_with("政协") && !subject.starts_with("广大政协");
}

}  // namespace yizheng::reports
