#include "base/json.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <cstring>

namespace yizheng::detail {
namespace {

// Whether none of eight bytes needs an escape: a control character, a quotation mark or a backslash. (The usual test
// for a zero byte within a word; bytes of 0x80 and above, as of Chinese, never count.)
bool plain(const char* at) {
  constexpr std::uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
  std::uint64_t word;
  std::memcpy(&word, at, 8);
  const auto quote = word ^ (ones * '"'), backslash = word ^ (ones * '\\');
  const auto found = ((word - ones * 0x20) & ~word) | ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash);
  return (found & highs) == 0;
}

}  // namespace

void write_string(std::string& out, std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  out += '"';
  std::size_t clean = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (text.size() - i > 8 && plain(text.data() + i)) i += 8;
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, clean, i - clean);
    clean = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    }
  }
  out.append(text, clean, text.size() - clean);
  out += '"';
}

void write_number(std::string& out, double value) {
  // JSON knows neither infinity nor "not a number".
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  fmt::format_to(std::back_inserter(out), "{}", value);
}

void wrong_kind(const std::string& at, const char* zh, const char* en) {
  throw invalid_field(at, fmt::format("“{}”应为{},请改正后重新提交。", at, zh),
                      fmt::format("\"{}\" must be {}. Correct it and send again.", at, en));
}

void unknown_member(const std::string& at, std::string_view name) {
  const auto place = at + "/" + std::string(name.substr(0, 80));
  throw invalid_field(place, fmt::format("“{}”不是本接口的字段,请删除或核对名称。", place),
                      fmt::format("\"{}\" is not a field of this request. Remove it or check its name.", place));
}

void missing_member(const std::string& at) {
  throw invalid_field(at, fmt::format("缺少“{}”,请补充后重新提交。", at),
                      fmt::format("\"{}\" is missing. Add it and send again.", at));
}

}  // namespace yizheng::detail
