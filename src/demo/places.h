// The geography of 云岭市青禾区, a district that does not exist.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace yizheng::demo {

inline constexpr std::string_view district = "青禾区";
inline constexpr std::string_view committee_name = "政协云岭市青禾区委员会";

struct PlaceKind {
  std::string_view slot;
  std::vector<std::string_view> names;
};
// By slot: "town", "community", "village", "school", "market", "lake", "river", "road", "park", "hospital", "zone".
std::span<const PlaceKind> places();
const std::vector<std::string_view>& places(std::string_view slot);

}  // namespace yizheng::demo
