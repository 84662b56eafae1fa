// The vocabulary of betting sites.
#pragma once

#include <span>
#include <string_view>

namespace yizheng::text {

// The words that are betting's own. char_table.cpp marks their first two characters, so that a line without any is
// never searched.
std::span<const std::string_view> spam_words();

}  // namespace yizheng::text
