#include "reports/relation_text.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace yizheng::reports {
namespace {

constexpr std::uint32_t longest_paragraph = 200;  // claims
constexpr std::uint32_t longest_sentence = 3000;  // bytes; then a comma ends it

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

std::string_view code_point_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && continues(text[begin])) --begin;
  return text.substr(begin, at - begin);
}

std::string_view code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  std::size_t end = at + 1;
  while (end < text.size() && end - at < 4 && continues(text[end])) ++end;
  return text.substr(at, end - at);
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool drop_suffix(std::string_view& text, std::initializer_list<std::string_view> words) {
  for (const auto word : words) {
    if (!text.ends_with(word)) continue;
    text.remove_suffix(word.size());
    return true;
  }
  return false;
}

bool drop_prefix(std::string_view& text, std::initializer_list<std::string_view> words) {
  for (const auto word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

bool share_words(std::string_view a, std::string_view b, std::size_t least) {
  for (std::size_t at = 0; at < a.size(); at += code_point_at(a, at).size()) {
    std::size_t end = at, taken = 0;
    for (; taken < least && end < a.size(); ++taken) end += code_point_at(a, end).size();
    if (taken < least) return false;
    if (b.find(a.substr(at, end - at)) != std::string_view::npos) return true;
  }
  return false;
}

bool ends_sentence(std::string_view c) {
  if (c.size() == 1) return c[0] == '\n' || c[0] == ';' || c[0] == '!' || c[0] == '?';
  return c.size() == 3 && (c == "\u3002" || c == "\uFF1B" || c == "\uFF01" || c == "\uFF1F");  // 。 and full width
}

bool ends_clause(std::string_view c) {
  if (c.size() == 1) return c[0] == ',' || c[0] == ':' || ends_sentence(c);
  return c.size() == 3 && (c == "\uFF0C" || c == "\uFF1A" || ends_sentence(c));
}

bool whole_count(const Claim& claim) {
  return claim.kind == ClaimKind::COUNT && claim.approx == Approx::EXACT && claim.step <= 1 && claim.value >= 1 &&
         claim.value == std::floor(claim.value) && std::isnan(claim.value_high);
}

bool percent_unit(std::string_view unit) { return one_of(unit, {"%", "\uFF05", "‰"}); }

bool measuring_unit(std::string_view unit) {
  return percent_unit(unit) ||
         one_of(unit,
                {"百分点", "个百分点", "分数", "元",   "美元",   "年",     "月",       "日",       "天",      "小时",
                 "分钟",   "周",       "周年", "季度", "岁",     "倍",     "成",       "公里",     "千米",    "米",
                 "厘米",   "毫米",     "海里", "亩",   "公顷",   "平方米", "平方公里", "平方千米", "立方米",  "吨",
                 "公斤",   "千克",     "克",   "斤",   "标准煤", "千瓦",   "千瓦时",   "度",       "瓦",      "伏",
                 "升",     "摄氏度",   "字",   "港元", "欧元",   "人民币", "标箱",     "标准箱",   "吨标准煤"});
}

std::string_view RelationText::before(std::uint32_t index) const {
  const Claim& claim = claims_[index];
  const std::uint32_t floor = index > 0 ? claims_[index - 1].end : 0;
  std::uint32_t begin = claim.begin;
  while (begin > floor) {
    const auto c = code_point_before(text_, begin);
    if (ends_clause(c)) break;
    begin -= static_cast<std::uint32_t>(c.size());
    if (claim.begin - begin > 300) break;
  }
  return words(std::max(begin, floor), claim.begin);
}

std::string_view RelationText::after(std::uint32_t index) const {
  const Claim& claim = claims_[index];
  const std::size_t ceiling = index + 1 < claims_.size() ? claims_[index + 1].begin : text_.size();
  std::size_t end = claim.end;
  while (end < ceiling && end - claim.end < 300) {
    const auto c = code_point_at(text_, end);
    if (ends_clause(c)) break;
    end += c.size();
  }
  return words(claim.end, static_cast<std::uint32_t>(std::min(end, ceiling)));
}

std::string_view RelationText::clause(std::uint32_t index, std::uint32_t most) const {
  const Claim& claim = claims_[index];
  std::size_t begin = claim.begin, end = claim.end;
  while (begin > 0 && claim.begin - begin < most) {
    const auto c = code_point_before(text_, begin);
    if (ends_clause(c)) break;
    begin -= c.size();
  }
  while (end < text_.size() && end - claim.end < most) {
    const auto c = code_point_at(text_, end);
    if (ends_clause(c)) break;
    end += c.size();
  }
  return text_.substr(begin, end - begin);
}

void RelationText::next_paragraph(std::uint32_t& at, std::uint32_t& claim, Paragraph& paragraph) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  const void* found = std::memchr(text_.data() + at, '\n', size - at);
  const auto end = found ? static_cast<std::uint32_t>(static_cast<const char*>(found) - text_.data()) : size;
  paragraph.begin = at;
  paragraph.end = end;
  paragraph.sentences.clear();
  while (claim < claims_.size() && claims_[claim].begin < at) ++claim;
  paragraph.first = claim;
  std::uint32_t sentence = at;
  bool cut = false;
  while (claim < claims_.size() && claims_[claim].begin < end) {
    // A whole file on one line is looked at in pieces, or the time would grow with the square of its length.
    if (claim - paragraph.first >= longest_paragraph) {
      cut = true;
      break;
    }
    // The sentence of this claim, and every other claim in it.
    Stretch stretch{sentence, end, claim, claim};
    std::uint32_t place = sentence;
    while (place < end) {
      // Without any mark it is cut behind a figure.
      if (place - sentence > 2 * longest_sentence && place >= claims_[claim].end) break;
      // Every end of a sentence begins with one of these bytes; most characters do not.
      const char byte = text_[place];
      if (place - sentence <= longest_sentence && byte != '\xE3' && byte != '\xEF' && (byte & 0x80)) {
        ++place;
        continue;
      }
      const auto c = code_point_at(text_, place);
      place += static_cast<std::uint32_t>(c.size());
      const bool long_one = place - sentence > longest_sentence && ends_clause(c);
      if (!ends_sentence(c) && !long_one) continue;
      if (place <= claims_[claim].begin) {
        stretch.begin = place;
      } else if (place >= claims_[claim].end) {
        break;
      }
    }
    while (claim < claims_.size() && claims_[claim].begin < place) place = std::max(place, claims_[claim++].end);
    stretch.end = place;
    stretch.last = claim;
    paragraph.sentences.push_back(stretch);
    sentence = place;
  }
  paragraph.last = claim;
  at = cut ? sentence : end + 1;
}

}  // namespace yizheng::reports
