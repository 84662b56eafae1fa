// The plenary that a text names: 二届三次会议, 12届4次会议.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yizheng::reports {

struct SessionName {
  int term = 0, number = 0;
  std::size_t begin = 0, end = 0;  // bytes in the text searched
  bool since = false;              // 以来, 以后 stands behind it
};

// The last one named in `text`; nothing where none is. Meetings of other bodies (二届三次常委会会议) are none.
std::optional<SessionName> last_session_in(std::string_view text);

}  // namespace yizheng::reports
