// How sure a line before or behind a report is furniture, judged by itself.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/repair_parts.h"

namespace yizheng::text {

enum class Verdict : std::uint8_t { KEEP, WEAK, STRONG };  // weak ones need strong company nearby

// `line` is `facts` as the words of furniture are written: Simplified, without readings put in. `head` where it stands
// before the report and not behind it.
Verdict judge_line(std::string_view line, const Line& facts, bool head);

}  // namespace yizheng::text
