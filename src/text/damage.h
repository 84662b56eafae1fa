// Damage of the kinds the web does, done to clean text on purpose: how well the reader undoes it can then be measured
// on any report. For the bench alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yizheng::text {

struct Damage {
  const char* name;
  std::string bytes;     // what the reader gets
  std::string expected;  // what a perfect one makes of it
};

// `clean`: one paragraph a line. The same seed gives the same damage.
std::vector<Damage> damages(std::string_view clean, std::uint32_t seed);

}  // namespace yizheng::text
