// Identifiers made by the program, so that no database feature (SERIAL, RETURNING) is needed.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace yizheng {

// A time-ordered positive 63-bit integer. In JSON and URLs it is a decimal string, since
// JavaScript's numbers end at 2^53.
struct Id {
  std::int64_t value = 0;

  auto operator<=>(const Id&) const = default;
  explicit operator bool() const { return value != 0; }
};

// 41 bits of milliseconds since 2020-01-01, 10 bits of node, 12 bits of counter. Unique within the
// process and increasing; two processes differ by their random node, and a clash ends as a refused
// insert, never as a lost record.
Id new_id();

std::string to_string(Id id);

// Accepts 1 to 19 ASCII digits without a leading zero, up to 2^63-1.
std::optional<Id> parse_id(std::string_view text);

}  // namespace yizheng

template <>
struct std::hash<yizheng::Id> {
  std::size_t operator()(yizheng::Id id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
