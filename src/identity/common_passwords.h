// Passwords that guessers try first (OWASP ASVS 6.2.4), generated from the families they come from rather than
// copied from a leaked list: number runs, keyboard walks, dates, mobile numbers, words and pinyin with usual tails.
#pragma once

#include <cstddef>
#include <string_view>

namespace yizheng::identity {

// Case and the usual substitutions (@ for a, 0 for o, $ for s …) make no difference.
bool is_common_password(std::string_view password);

std::size_t common_password_count();  // of the generated list, without the families found by their form

}  // namespace yizheng::identity
