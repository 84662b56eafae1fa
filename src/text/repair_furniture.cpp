// Page furniture: menus, breadcrumbs, times of publication, share links, counters, footers, lists of links.
//
// Furniture stands before the first running sentence or behind the last one. Only there are lines judged, each for
// itself and by its company: 来源 or 地址 are furniture beside a counter or a registration number, and words of the
// report anywhere else. Inside the body only page numbers and photo credits (repair_credits.cpp) go.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/furniture_line.h"
#include "text/furniture_shapes.h"
#include "text/furniture_words.h"
#include "text/pinyin.h"
#include "text/repair_parts.h"
#include "text/script.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

constexpr std::size_t head_limit = 160, tail_limit = 400, company = 6;

class Furniture {
 public:
  explicit Furniture(Manuscript& m) : m_(m), traditional_(m.is_traditional()) {}

  void find() {
    const std::size_t count = m_.lines.size();
    if (count == 0) return;
    verdicts_.assign(count, Verdict::KEEP);
    std::size_t first = 0;
    while (first < count && !body(first)) ++first;
    std::size_t last = count;
    while (last > first && (!body(last - 1) || begins_disclaimer(plain(last - 1)))) --last;
    const std::size_t head = std::min(first, head_limit);
    const std::size_t tail = std::max(std::max(last, head), count > tail_limit ? count - tail_limit : 0);
    judge(0, head, true);
    judge(tail, count, false);
    for (std::size_t i = 0; i < count; ++i) {
      if (verdicts_[i] == Verdict::STRONG)
        add(m_.lines[i].begin, m_.lines[i].end, "网页上的附属内容", "furniture of the page");
    }
    if (more_pages_) rest_is_elsewhere();
  }

 private:
  bool body(std::size_t i) { return (m_.lines[i].flags & line_flags::body) != 0 && !has_site_mark_in_short(i); }
  // Lines of controls may be long and have commas, but they do not end as a sentence does.
  bool has_site_mark_in_short(std::size_t i) {
    const Line& line = m_.lines[i];
    const std::string_view text = plain(i);
    if (line.columns <= 600 && begins_collection_note(text)) return true;
    if (line.columns > 240) return false;
    if (text.ends_with("。")) return false;
    return has_site_mark(text) || begins_disclaimer(text);
  }

  void judge(std::size_t begin, std::size_t end, bool head) {
    if (begin >= end) return;
    for (std::size_t i = begin; i < end; ++i) {
      verdicts_[i] = judge_line(plain(i), m_.lines[i], head);
      more_pages_ = more_pages_ || more_pages_behind(i);
    }
    vertical_menu(begin, end);
    if (!head) links(begin, end);
    empty_labels(begin, end);
    company_of(begin, end);
  }

  bool more_pages_behind(std::size_t i) {
    const std::string_view line = plain(i);
    return verdicts_[i] == Verdict::STRONG && m_.lines[i].columns <= 400 && has_page_of(line) &&
           more_pages_follow(line);
  }
  void rest_is_elsewhere() {
    for (std::size_t i = m_.lines.size(); i-- > 0;) {
      if (verdicts_[i] == Verdict::STRONG) continue;
      const auto end = m_.lines[i].end;
      m_.inside.push_back(found(end, end, RepairKind::LOST_WORDS, Confidence::UNKNOWN, std::nullopt,
                                "文件在此中断,其余在网站的其他页上",
                                "the text breaks off here; the rest stood on other pages of the site"));
      return;
    }
  }

  // Entries of a menu one below the other.
  void vertical_menu(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      std::size_t j = i, words = 0, controls = 0;
      while (j < end && short_entry(j)) {
        const std::string_view entry = plain(j);
        words += has_menu_word(entry) || is_control(entry);
        controls += is_control(entry);
        ++j;
      }
      if (j - i >= 5 && words * 10 >= (j - i) * 7 && controls >= 1) {
        for (std::size_t k = i; k < j; ++k) verdicts_[k] = Verdict::STRONG;
      }
      i = std::max(j, i + 1);
    }
  }
  bool short_entry(std::size_t i) {
    const Line& line = m_.lines[i];
    const std::uint16_t not_entry = line_flags::digits | (traditional_ ? 0 : line_flags::ended);  // a reading ends in )
    if (line.columns < 2 || line.columns > 96 || (line.flags & not_entry) != 0) return false;
    return length(plain(i)) <= 8;
  }

  // What stands below 相关阅读 is not the report, unless it is running text again.
  void links(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!heads_links(plain(i)) || m_.lines[i].columns > 120) continue;
      for (std::size_t k = i; k < end; ++k) {
        if (!body(k)) verdicts_[k] = Verdict::STRONG;
      }
      return;
    }
  }

  // "来源:" with nothing behind it takes the short line below along: 云溪日报.
  void empty_labels(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i + 1 < end; ++i) {
      const std::string_view line = plain(i);
      if (verdicts_[i] == Verdict::KEEP || verdicts_[i + 1] != Verdict::KEEP) continue;
      if (line.find("来源") == std::string_view::npos && line.find("作者") == std::string_view::npos) continue;
      if (m_.lines[i + 1].columns <= 24 && looks_like_source(plain(i + 1))) verdicts_[i + 1] = Verdict::WEAK;
    }
  }
  static bool looks_like_source(std::string_view line) {
    static constexpr std::array<std::string_view, 22> ends = {
        "报",   "网",     "社",     "台",   "局",     "中心", "办公室", "办公厅", "政府", "委员会", "部",
        "政协", "客户端", "公众号", "集团", "融媒体", "在线", "办",     "厅",     "院",   "晚报",   "发布"};
    return std::any_of(ends.begin(), ends.end(), [&](auto word) { return line.ends_with(word); });
  }

  // Weak lines go where furniture that is sure stands within a few lines of them.
  void company_of(std::size_t begin, std::size_t end) {
    std::size_t last_strong = end;  // none yet
    std::vector<std::size_t> weak;
    const auto near = [&](std::size_t a, std::size_t b) { return (a > b ? a - b : b - a) <= company; };
    for (std::size_t i = begin; i < end; ++i) {
      if (verdicts_[i] == Verdict::STRONG) {
        for (const std::size_t k : weak) {
          if (near(i, k)) verdicts_[k] = Verdict::STRONG;
        }
        weak.clear();
        last_strong = i;
      } else if (verdicts_[i] == Verdict::WEAK) {
        if (last_strong != end && near(i, last_strong))
          verdicts_[i] = Verdict::STRONG, last_strong = i;
        else
          weak.push_back(i);
      }
    }
  }

  // A line as the words of furniture are written: Simplified, without readings put in.
  std::string_view plain(std::size_t i) {
    if (!traditional_) return m_.line(i);
    const auto [entry, added] = folded_.try_emplace(i);
    if (added) entry->second = without_readings(to_simplified(m_.line(i)));
    return entry->second;
  }
  static std::string without_readings(std::string text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == '(') {
        const std::size_t size = syllable_at(std::string_view(text).substr(at + 1));
        if (size > 0 && at + 1 + size < text.size() && text[at + 1 + size] == ')') {
          at += size + 2;
          continue;
        }
      }
      out += text[at++];
    }
    return out;
  }

  void add(std::size_t begin, std::size_t end, const char* zh, const char* en) {
    m_.whole_lines.push_back(found(begin, end, RepairKind::PAGE_CHROME, Confidence::CERTAIN, "", zh, en));
  }

  Manuscript& m_;
  bool traditional_;
  std::unordered_map<std::size_t, std::string> folded_;
  std::vector<Verdict> verdicts_;
  bool more_pages_ = false;
};

}  // namespace

void find_furniture(Manuscript& m) {
  Furniture(m).find();
  order_whole_lines(m);
}

}  // namespace yizheng::text
