#include "http/text_check.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace yizheng::http {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Problem invalid_text(std::string_view zh_where, std::string_view en_where) {
  return Problem(400, "invalid_text", fmt::format("{}含有空字符或不是有效的 UTF-8 文字,请去掉后重试。", zh_where),
                 fmt::format("{} holds a NUL or is not valid UTF-8. Remove it and try again.", en_where));
}

void check_text(std::string_view text, std::string_view zh_where, std::string_view en_where) {
  if (text.find('\0') != std::string_view::npos || !text::valid_utf8(text)) throw invalid_text(zh_where, en_where);
}

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_value(text[i + 1]);
      const int low = hex_value(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace yizheng::http
