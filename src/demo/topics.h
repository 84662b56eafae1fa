// What the demo district's proposals are about. A topic is written as lines:
//   # CATEGORY | matter | code of the unit that would lead | codes of others concerned
//   T what a title asks for      B a sentence of the situation
//   P problem|what is the matter S suggestion|what to do
// with places and figures in braces: {town} {town2} {community} {village} {school} {market} {lake} {river} {road}
// {park} {hospital} {zone}, {n} three to nine in characters, {h} hundreds, {p} a percentage.
#pragma once

#include <string_view>
#include <vector>

namespace yizheng::demo {

struct Point {
  std::string_view head, text;
};

struct Topic {
  std::string_view category, matter, lead;
  std::vector<std::string_view> others;
  std::vector<std::string_view> titles, situation;
  std::vector<Point> problems, suggestions;
};

// All topics, read once.
const std::vector<Topic>& topics();

extern const char *economy_topics, *society_topics, *politics_topics, *culture_topics, *ecology_topics, *other_topics;

}  // namespace yizheng::demo
