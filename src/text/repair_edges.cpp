// Furniture on the same line as the report, where a page lost its line ends: what stands before the first long phrase
// of the first running line, and behind the last one of the last. Two pieces or more, divided by blanks, must be sure;
// one alone may be anything.
#include <algorithm>
#include <array>

#include "text/char_table.h"
#include "text/furniture_words.h"
#include "text/repair_parts.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

struct Token {
  std::size_t begin, end;  // in the line
};

constexpr std::size_t most_tokens = 60, longest = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_blank(std::string_view line, std::size_t at) {
  std::size_t next = at;
  return (CharTable::get()[take(line, next)] & char_bits::space) != 0 ? next : at;
}

// The phrases of the line's beginning, up to the first long one, which is not among them.
std::vector<Token> first_tokens(std::string_view line) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (at < line.size() && tokens.size() < most_tokens) {
    while (at < line.size() && skip_blank(line, at) != at) at = skip_blank(line, at);
    const std::size_t begin = at;
    std::size_t size = 0;
    while (at < line.size() && skip_blank(line, at) == at && size <= longest) take(line, at), ++size;
    if (size > longest) break;
    if (at > begin) tokens.push_back({begin, at});
  }
  return tokens;
}
std::vector<Token> last_tokens(std::string_view line) {
  std::vector<Token> tokens;
  std::size_t at = line.size();
  const auto blank_before = [&](std::size_t end) {
    std::size_t before = end;
    return (CharTable::get()[take_back(line, before)] & char_bits::space) != 0 ? before : end;
  };
  while (at > 0 && tokens.size() < most_tokens) {
    while (at > 0 && blank_before(at) != at) at = blank_before(at);
    const std::size_t end = at;
    std::size_t size = 0;
    while (at > 0 && blank_before(at) == at && size <= longest) take_back(line, at), ++size;
    if (size > longest) break;
    if (end > at) tokens.push_back({at, end});
  }
  std::reverse(tokens.begin(), tokens.end());
  return tokens;
}

bool has_colon(std::string_view text) {
  return text.starts_with(":") || text.starts_with("：") || text.starts_with("】") || text.starts_with("]");
}

// 2025-02-18, 10:00, 2025/2/18, numbers of visits.
bool is_stamp(std::string_view token) {
  return std::count_if(token.begin(), token.end(), is_digit) >= 3 &&
         token.find_first_not_of("0123456789-/:.") == std::string_view::npos &&
         token.find_first_of("-/:") != std::string_view::npos;
}

bool is_furniture(std::string_view token) {
  std::string_view bare = token;
  for (const std::string_view open : {"【", "[", "(", "（"}) {
    if (bare.starts_with(open)) bare.remove_prefix(open.size());
  }
  std::size_t size = 0;
  const Label label = label_at(bare, size);
  if (label != Label::NONE && has_colon(bare.substr(size))) {
    const std::string_view word = bare.substr(0, size);
    return label != Label::WEAK || word == "来源" || word == "作者";
  }
  for (const std::string_view close : {"】", "]", ")", "）"}) {
    if (bare.ends_with(close)) bare.remove_suffix(close.size());
  }
  return is_control(bare) || is_stamp(token) || token.starts_with("http://") || token.starts_with("https://") ||
         token == ">" || token == ">>" || token == "|" || token == "»" || (has_site_mark(token) && length(token) <= 24);
}

void cut(Manuscript& m, const Line& line, const std::vector<Token>& tokens, bool head) {
  const std::string_view text = m.text.substr(line.begin, line.end - line.begin);
  std::vector<bool> goes(tokens.size());
  std::size_t sure = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view token = text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    goes[i] = is_furniture(token);
    sure += goes[i];
  }
  if (sure < 2) return;
  // 首页 > 政协要闻 > 正文: what stands between two arrows, or behind an empty label, goes with them.
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const std::string_view before = text.substr(tokens[i - 1].begin, tokens[i - 1].end - tokens[i - 1].begin);
    const bool arrow = before == ">" || before == ">>" || before == "»";
    const bool empty_label =
        goes[i - 1] && (before.ends_with("：") || before.ends_with(":")) && tokens[i].end - tokens[i].begin <= 24;
    if ((arrow && i + 1 < tokens.size() && goes[i + 1]) || empty_label) goes[i] = true;
  }
  if (!head) {
    // Behind the report everything from the first sure piece on, so long as nothing in between is a sentence.
    const auto first = std::find(goes.begin(), goes.end(), true);
    std::fill(first, goes.end(), true);
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!goes[i]) continue;
    std::size_t last = i;
    while (last + 1 < tokens.size() && goes[last + 1]) ++last;
    m.whole_lines.push_back(found(line.begin + tokens[i].begin, line.begin + tokens[last].end, RepairKind::PAGE_CHROME,
                                  Confidence::CERTAIN, "", "与正文连在一行的网页附属内容",
                                  "furniture on the same line as the text"));
    i = last;
  }
}

}  // namespace

void find_edges(Manuscript& m) {
  const auto running = [](const Line& line) { return (line.flags & line_flags::body) != 0; };
  const auto first = std::find_if(m.lines.begin(), m.lines.end(), running);
  if (first == m.lines.end()) return;
  const auto last = std::find_if(m.lines.rbegin(), m.lines.rend(), running);
  cut(m, *first, first_tokens(m.text.substr(first->begin, first->end - first->begin)), true);
  if (last.base() - 1 != first || last->columns > 200) {
    cut(m, *last, last_tokens(m.text.substr(last->begin, last->end - last->begin)), false);
  }
  order_whole_lines(m);
}

}  // namespace yizheng::text
