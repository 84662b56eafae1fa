#include "reports/session_name.h"

namespace yizheng::reports {
namespace {

constexpr std::string_view digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::string_view ten = "十", term_word = "届", meeting = "次会议";

// The number up to 99 that ends right before `end` of `text`, which moves to its beginning; 0 for none.
int number_before(std::string_view text, std::size_t& end) {
  int value = 0, place = 1;
  bool tens = false;
  for (int signs = 0; signs < 3 && end > 0; ++signs) {
    const auto before = text.substr(0, end);
    if (const char c = before.back(); c >= '0' && c <= '9') {
      if (tens || place > 10) break;
      value += (c - '0') * place;
      place *= 10;
      --end;
      continue;
    }
    if (!tens && before.ends_with(ten)) {
      tens = true;
      value += 10;
      place = 100;
      end -= ten.size();
      continue;
    }
    int digit = 0;
    for (int i = 0; i < 9; ++i) {
      if (before.ends_with(digits[i])) digit = i + 1;
    }
    if (digit == 0 || (place > 1 && !tens)) break;
    end -= digits[0].size();
    if (tens) return value + (digit - 1) * 10;  // 三十二: the ten is counted already
    value += digit;
    place = 10;
  }
  return value;
}

}  // namespace

std::optional<SessionName> last_session_in(std::string_view text) {
  for (auto at = text.rfind(meeting); at != std::string_view::npos; at = at == 0 ? at : text.rfind(meeting, at - 1)) {
    SessionName found;
    auto from = at;
    found.number = number_before(text, from);
    if (found.number > 0 && text.substr(0, from).ends_with(term_word)) {
      from -= term_word.size();
      found.term = number_before(text, from);
      found.begin = from;
      found.end = at + meeting.size();
      const auto behind = text.substr(found.end);
      found.since = behind.starts_with("以来") || behind.starts_with("以后") || behind.starts_with("之后");
      if (found.term > 0) return found;
    }
    if (at == 0) break;
  }
  return std::nullopt;
}

}  // namespace yizheng::reports
