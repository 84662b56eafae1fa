// Punctuation and words that went missing or came twice.
#include <algorithm>
#include <array>

#include "text/char_table.h"
#include "text/repair_parts.h"

namespace yizheng::text {
namespace {

constexpr std::array<std::string_view, 11> doubled = {",", "，", "、", "。", ";", "；", ":", "：", "！", "？", "．"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Exactly two of the same mark; three are a dash of somebody's own or an ellipsis.
void find_doubled(std::string_view line, std::uint32_t base, std::vector<Repair>& out) {
  for (std::size_t at = 0; at < line.size();) {
    const auto mark =
        std::find_if(doubled.begin(), doubled.end(), [&](auto word) { return line.substr(at).starts_with(word); });
    if (mark == doubled.end()) {
      ++at;
      continue;
    }
    // A comma put in before every mark: 会议,。和主办,、会办. The mark behind it stays.
    const std::string_view behind = line.substr(at + mark->size());
    if (*mark == "," || *mark == "，") {
      const auto other =
          std::find_if(doubled.begin(), doubled.end(), [&](auto word) { return behind.starts_with(word); });
      if (other != doubled.end() && *other != *mark) {
        out.push_back(found(base + at, base + at + mark->size(), RepairKind::DOUBLED_PUNCTUATION, Confidence::PROBABLE,
                            "", "标点前多出逗号", "a comma too many before a mark"));
        at += mark->size() + other->size();
        continue;
      }
    }
    std::size_t count = 1;
    while (line.substr(at + count * mark->size()).starts_with(*mark)) ++count;
    if (count == 2 && *mark != "！" && *mark != "？" && !(*mark == ":" && at > 0 && !(line[at - 1] & 0x80))) {
      out.push_back(found(base + at, base + at + 2 * mark->size(), RepairKind::DOUBLED_PUNCTUATION,
                          Confidence::PROBABLE, std::string(*mark), "标点重复", "the same mark twice"));
    }
    at += count * mark->size();
  }
}

// 、等 with a member of the list lost before it.
void find_lost_member(std::string_view line, std::uint32_t base, std::vector<Repair>& out) {
  static constexpr std::string_view gap = "、等";
  for (auto at = line.find(gap); at != std::string_view::npos; at = line.find(gap, at + gap.size())) {
    const std::string_view after = line.substr(at + gap.size());
    // 等级, 等待 and the like are members of the list themselves.
    static constexpr std::array<std::string_view, 9> words = {"级", "級", "待", "候", "效", "离", "次", "额", "同"};
    if (std::any_of(words.begin(), words.end(), [&](auto word) { return after.starts_with(word); })) continue;
    out.push_back(found(base + at, base + at + gap.size(), RepairKind::LOST_WORDS, Confidence::UNKNOWN, std::nullopt,
                        "“等”前缺少一项", "a member of the list before 等 is missing"));
  }
}

// 40%18名: a mark between two clauses is lost. Rows of a table run together have no unit behind the second number.
void find_lost_mark(std::string_view line, std::uint32_t base, std::vector<Repair>& out) {
  static constexpr std::array<std::string_view, 20> units = {"名", "人", "件", "个", "個", "条", "條",
                                                             "篇", "次", "项", "項", "家", "户", "戶",
                                                             "位", "场", "場", "期", "份", "万"};
  for (auto at = line.find('%'); at != std::string_view::npos; at = line.find('%', at + 1)) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && (is_digit(line[begin - 1]) || line[begin - 1] == '.')) --begin;
    while (end < line.size() && is_digit(line[end])) ++end;
    if (begin == at || end == at + 1) continue;
    const auto unit =
        std::find_if(units.begin(), units.end(), [&](auto word) { return line.substr(end).starts_with(word); });
    if (unit == units.end()) continue;
    std::string mended(line.substr(begin, at + 1 - begin));
    mended += ",";
    mended += line.substr(at + 1, end + unit->size() - at - 1);
    out.push_back(found(base + begin, base + end + unit->size(), RepairKind::LOST_WORDS, Confidence::PROBABLE, mended,
                        "两个分句之间缺少标点", "a mark between two clauses is lost"));
  }
}

}  // namespace

void find_marks(Manuscript& m) {
  std::vector<Repair> twice;
  for (const Line& line : m.lines) {
    const std::string_view text = m.text.substr(line.begin, line.end - line.begin);
    if ((line.flags & line_flags::doubled) != 0) find_doubled(text, line.begin, twice);
    if ((line.flags & line_flags::lost) != 0) {
      find_lost_member(text, line.begin, m.inside);
      find_lost_mark(text, line.begin, m.inside);
    }
  }
  // One is a slip of the author's; several are a machine's.
  const Confidence confidence = twice.size() >= 4 ? Confidence::CERTAIN : Confidence::PROBABLE;
  for (Repair& repair : twice) {
    repair.confidence = confidence;
    m.inside.push_back(std::move(repair));
  }
}

}  // namespace yizheng::text
