// Portable SQL made ready for an engine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yizheng::store {

// `?` outside of strings, quoted names and comments becomes :p1, :p2 …, as SOCI names parameters.
struct NamedSql {
  std::string text;
  std::size_t parameters = 0;
};
NamedSql name_parameters(std::string_view sql);

// The statements of a script, separated by ";" at the end of a line.
std::vector<std::string> split_statements(std::string_view script);

}  // namespace yizheng::store
