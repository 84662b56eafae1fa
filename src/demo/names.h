// Invented names of persons, and the words of their posts.
#pragma once

#include <string>
#include <vector>

#include "demo/random.h"

namespace yizheng::demo {

struct PersonName {
  std::string name;
  std::string gender;  // "F", "M"
};

// Different names, natural for people born between 1958 and 1995.
std::vector<PersonName> make_names(Random& random, std::size_t count);

struct Work {
  std::string employer, post;
};
Work make_work(Random& random, std::string_view sector);

}  // namespace yizheng::demo
