#include "indicators/pattern.h"

#include <algorithm>

namespace yizheng::indicators {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const auto to = std::min(text.find(separator, from), text.size());
    parts.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

bool add_words(std::string_view part, std::string_view whole, const WordGroups& groups, std::vector<std::string>& words,
               PatternFault& fault) {
  if (part.starts_with("@")) {
    const auto group = groups.find(part.substr(1));
    if (group == groups.end()) {
      fault = {fmt::format("“{}”中的词组 {} 没有在 [groups] 中定义。", whole, part),
               fmt::format("The group {} in \"{}\" is not defined in [groups].", part, whole)};
      return false;
    }
    words.insert(words.end(), group->second.begin(), group->second.end());
    return true;
  }
  if (part.empty()) {
    fault = {fmt::format("“{}”里有空的词,请检查 | 和前缀。", whole),
             fmt::format("There is an empty word in \"{}\": check its | and prefixes.", whole)};
    return false;
  }
  words.emplace_back(part);
  return true;
}

}  // namespace

std::optional<Pattern> read_pattern(std::string_view text, const WordGroups& groups, PatternFault& fault) {
  Pattern pattern;
  pattern.source = text;
  bool anchored = false;
  for (auto part : split(text, ' ')) {
    if (part.empty()) continue;
    if (part.starts_with("=")) {
      for (const auto unit : split(part.substr(1), '|')) pattern.units.emplace_back(unit);
      continue;
    }
    Term term;
    for (; !part.empty(); part.remove_prefix(1)) {
      if (part.front() == '!') {
        term.absent = true;
      } else if (part.front() == '?') {
        term.optional = true;
      } else if (part.front() == '<') {
        term.place = Place::BEFORE;
      } else if (part.front() == '>') {
        term.place = Place::AFTER;
      } else if (part.front() == '$') {
        term.place = Place::TAIL;
      } else if (part.front() == '+') {
        term.place = Place::CLAUSE;
      } else if (part.front() == '^') {
        term.place = Place::NEAR;
      } else if (part.front() == '~') {
        term.place = term.place == Place::SENTENCE ? Place::PARAGRAPH : Place::SENTENCE;
      } else {
        break;
      }
    }
    for (const auto word : split(part, '|')) {
      if (!add_words(word, text, groups, term.words, fault)) return std::nullopt;
    }
    anchored = anchored || (!term.absent && !term.optional && term.place < Place::NEAR);
    pattern.terms.push_back(std::move(term));
  }
  if (!anchored) {
    fault = {
        fmt::format("“{}”里没有一个词必须与数字同在一个分句;请至少写一个不带 ^、~、! 和 ? 的词。", text),
        fmt::format("No word of \"{}\" has to stand in the number's clause: write at least one without ^, ~, ! and ?.",
                    text)};
    return std::nullopt;
  }
  return pattern;
}

}  // namespace yizheng::indicators
