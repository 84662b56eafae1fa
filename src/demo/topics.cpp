#include "demo/topics.h"

#include <stdexcept>
#include <string>

namespace yizheng::demo {
namespace {

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(at);
    if (!trim(text.substr(0, end)).empty()) parts.push_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

void read(std::string_view text, std::vector<Topic>& list) {
  for (const auto line : split(text, '\n')) {
    if (line.size() < 3) throw std::logic_error("a demo topic has an odd line: " + std::string(line));
    const auto rest = line.substr(2);
    const auto parts = split(rest, '|');
    switch (line.front()) {
      case '#':
        list.push_back({parts.at(0), parts.at(1), parts.at(2), split(parts.at(3), ' '), {}, {}, {}, {}});
        break;
      case 'T':
        list.back().titles.push_back(rest);
        break;
      case 'B':
        list.back().situation.push_back(rest);
        break;
      case 'P':
        list.back().problems.push_back({parts.at(0), parts.at(1)});
        break;
      case 'S':
        list.back().suggestions.push_back({parts.at(0), parts.at(1)});
        break;
      default:
        throw std::logic_error("a demo topic has an odd line: " + std::string(line));
    }
  }
}

}  // namespace

const std::vector<Topic>& topics() {
  static const std::vector<Topic> all = [] {
    std::vector<Topic> list;
    for (const auto* text :
         {economy_topics, politics_topics, culture_topics, society_topics, ecology_topics, other_topics}) {
      read(text, list);
    }
    return list;
  }();
  return all;
}

}  // namespace yizheng::demo
