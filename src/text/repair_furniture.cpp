// Page furniture: menus, breadcrumbs, times of publication, share links, counters, footers, lists of links.
//
// Furniture stands before the first running sentence or behind the last one. Only there are lines judged, each for
// itself and by its company: 来源 or 地址 are furniture beside a counter or a registration number, and words of the
// report anywhere else. Inside the body only page numbers and photo credits (repair_credits.cpp) go.
#include <algorithm>
#include <array>

#include "text/furniture_words.h"
#include "text/repair_parts.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

using enum Label;

// How sure a line is furniture by itself; weak ones need strong company nearby.
enum class Verdict : std::uint8_t { KEEP, WEAK, STRONG };

constexpr std::size_t head_limit = 160, tail_limit = 400, company = 6;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_of(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

// "2024-01-30 06:31:00", "2026年02月10日 07时41分": nothing but a time.
bool is_time_stamp(std::string_view line) {
  static constexpr std::array<std::string_view, 8> units = {"年", "月", "日", "时", "分", "秒", "：", "　"};
  int digits = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (is_digit(c)) {
      ++digits, ++at;
    } else if (c == '-' || c == '/' || c == ':' || c == ' ' || c == '.') {
      ++at;
    } else {
      const auto unit =
          std::find_if(units.begin(), units.end(), [&](auto u) { return line.substr(at).starts_with(u); });
      if (unit == units.end()) return false;
      at += unit->size();
    }
  }
  return digits >= 5;
}
bool has_clock(std::string_view line) {
  for (std::size_t at = line.find(':'); at != std::string_view::npos; at = line.find(':', at + 1)) {
    if (at >= 1 && at + 2 < line.size() && is_digit(line[at - 1]) && is_digit(line[at + 1]) && is_digit(line[at + 2])) {
      return true;
    }
  }
  return false;
}
bool has_date(std::string_view line) {
  for (std::size_t at = line.find("20"); at != std::string_view::npos; at = line.find("20", at + 2)) {
    const std::string_view rest = line.substr(at);
    if (rest.size() >= 8 && is_digit(rest[2]) && is_digit(rest[3]) &&
        (rest[4] == '-' || rest[4] == '/' || rest[4] == '.') && is_digit(rest[5])) {
      return true;
    }
  }
  return false;
}

// Phrases of a line, divided by blanks, bars and brackets, without colons.
std::vector<std::string_view> phrases(std::string_view line) {
  static constexpr std::array<std::string_view, 26> dividers = {
      " ",  "\t",     "|",  "/",  ">",  "·",  "-",  "_",  "[",  "]", "(", ")", ":",
      "　", "\u00A0", "｜", "》", "【", "】", "：", "（", "）", "•", "»", "»", "*"};
  std::vector<std::string_view> out;
  std::size_t begin = 0, at = 0;
  const auto close = [&](std::size_t end) {
    if (end > begin) out.push_back(line.substr(begin, end - begin));
  };
  while (at < line.size()) {
    const auto divider =
        std::find_if(dividers.begin(), dividers.end(), [&](auto d) { return line.substr(at).starts_with(d); });
    if (divider == dividers.end()) {
      ++at;
      continue;
    }
    close(at);
    at += divider->size();
    begin = at;
  }
  close(line.size());
  return out;
}

std::size_t count_of(std::string_view line, std::string_view what) {
  std::size_t count = 0;
  for (auto at = line.find(what); at != std::string_view::npos; at = line.find(what, at + what.size())) ++count;
  return count;
}

// 第62/65页, 第 3 页 共 20 页, 3/20, - 3 -, — 3 —.
bool is_page_number(std::string_view line) {
  static constexpr std::string_view marks = " -./0123456789()";
  std::string plain;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (c == U'—' || c == U'－' || c == U'–' || c == U'·' || c == U'第' || c == U'页' || c == U'頁' || c == U'共' ||
        c == U'，' || c == 0x3000) {
      plain += '-';
    } else if (c < 0x80) {
      plain += static_cast<char>(c);
    } else {
      return false;
    }
  }
  const auto digits = std::count_if(plain.begin(), plain.end(), is_digit);
  return digits >= 1 && digits <= 8 && all_of(plain, marks) && plain.find('-') != std::string::npos;
}
bool has_page_of(std::string_view line) {
  for (auto at = line.find("第"); at != std::string_view::npos; at = line.find("第", at + 3)) {
    std::size_t i = at + 3;
    const std::size_t first = i;
    while (i < line.size() && is_digit(line[i])) ++i;
    if (i == first) continue;
    const std::string_view rest = line.substr(i);
    if (rest.starts_with("/") && rest.find("页") != std::string_view::npos && rest.find("页") < 8) return true;
    if (rest.starts_with("页") && (rest.substr(3).starts_with("/共") || rest.substr(3).starts_with("共") ||
                                   rest.substr(3).starts_with(" 共") || rest.substr(3).starts_with("，共"))) {
      return true;
    }
  }
  return false;
}

class Furniture {
 public:
  explicit Furniture(Manuscript& m) : m_(m) {}

  void find() {
    const std::size_t count = m_.lines.size();
    if (count == 0) return;
    verdicts_.assign(count, Verdict::KEEP);
    std::size_t first = 0;
    while (first < count && !body(first)) ++first;
    std::size_t last = count;
    while (last > first && (!body(last - 1) || begins_disclaimer(m_.line(last - 1)))) --last;
    const std::size_t head = std::min(first, head_limit);
    const std::size_t tail = std::max(std::max(last, head), count > tail_limit ? count - tail_limit : 0);
    judge(0, head, true);
    judge(tail, count, false);
    pages();
    for (std::size_t i = 0; i < count; ++i) {
      if (verdicts_[i] == Verdict::STRONG)
        add(m_.lines[i].begin, m_.lines[i].end, "网页上的附属内容", "furniture of the page");
    }
    if (more_pages_) rest_is_elsewhere();
  }

 private:
  bool body(std::size_t i) const { return (m_.lines[i].flags & line_flags::body) != 0 && !has_site_mark_in_short(i); }
  // Lines of controls may be long and have commas, but they do not end as a sentence does.
  bool has_site_mark_in_short(std::size_t i) const {
    const Line& line = m_.lines[i];
    const std::string_view text = m_.line(i);
    if (line.columns <= 600 && begins_collection_note(text)) return true;
    if (line.columns > 240) return false;
    if (text.ends_with("。")) return false;
    return has_site_mark(text) || begins_disclaimer(text);
  }

  void judge(std::size_t begin, std::size_t end, bool head) {
    if (begin >= end) return;
    bool strong = false;
    for (std::size_t i = begin; i < end; ++i) {
      verdicts_[i] = one(i, head);
      strong = strong || verdicts_[i] == Verdict::STRONG;
    }
    vertical_menu(begin, end);
    if (!head) links(begin, end);
    empty_labels(begin, end);
    company_of(begin, end);
  }

  Verdict one(std::size_t i, bool head) {
    const std::string_view line = m_.line(i);
    const Line& facts = m_.lines[i];
    if (facts.columns <= 600 && begins_collection_note(line)) return Verdict::STRONG;
    if (facts.columns > 400) return Verdict::KEEP;
    if (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.")) return Verdict::STRONG;
    if (is_control(line)) return line.size() <= 3 ? Verdict::WEAK : Verdict::STRONG;
    if (has_page_of(line)) {
      more_pages_ = more_pages_ || more_pages_follow(line);
      return Verdict::STRONG;
    }
    if (has_breadcrumb(line)) return Verdict::STRONG;
    const auto parts = phrases(line);
    if (parts.empty()) return Verdict::WEAK;  // ———, >>
    if (controls_only(parts)) return parts.size() == 1 && parts[0].size() <= 3 ? Verdict::WEAK : Verdict::STRONG;
    if (menu(parts, line)) return Verdict::STRONG;
    std::size_t size = 0;
    const std::string_view inner = line.substr(std::min(line.find_first_not_of("[("), line.size()));
    const std::string_view bare = inner.starts_with("【") || inner.starts_with("（") ? inner.substr(3) : inner;
    const Label label = label_at(bare, size);
    const bool colon = label != NONE && followed_by_colon(bare.substr(size));
    const bool sentence = line.ends_with("。") || line.ends_with("！") || facts.han > 60;
    if (label == ARTICLE && (colon || bare.size() == size) && !sentence) return Verdict::STRONG;
    if (label == SITE && (colon || bare.size() - size < 90) && !sentence) {
      // 主办单位 is a line of a programme as well.
      return is_site_word_of_events(bare.substr(0, size)) ? Verdict::WEAK : Verdict::STRONG;
    }
    if (has_site_mark(line) && !sentence) return Verdict::STRONG;
    if (!head && begins_disclaimer(line)) return Verdict::STRONG;
    // 2025年2月20日 alone dates the report itself.
    if (is_time_stamp(line)) {
      if (has_clock(line) || line.find("时") != std::string_view::npos) return Verdict::STRONG;
      return line.find("年") == std::string_view::npos ? Verdict::WEAK : Verdict::KEEP;
    }
    if (!sentence && facts.columns <= 100 && labels_in(parts) >= 2) return Verdict::STRONG;
    if (head && !sentence && facts.columns <= 80 && line.find("星期") != std::string_view::npos &&
        (line.starts_with("今天是") || line.starts_with("今日") || line.starts_with("现在是"))) {
      return Verdict::STRONG;
    }
    if (label == WEAK && (colon || bare.size() == size) && facts.columns <= 80) return Verdict::WEAK;
    if (head && (has_clock(line) || has_date(line)) && facts.columns <= 80 && !sentence) {
      return label == WEAK || line.find("来源") != std::string_view::npos ? Verdict::STRONG : Verdict::WEAK;
    }
    if (!head && all_of(line, "0123456789") && line.size() <= 9) return Verdict::WEAK;
    if (site_slogan(line, facts)) return Verdict::WEAK;
    if (is_brackets(line)) return Verdict::WEAK;
    return Verdict::KEEP;
  }

  static bool is_site_word_of_events(std::string_view label) {
    static constexpr std::array<std::string_view, 12> words = {"主办",     "承办",     "协办",     "主办单位",
                                                               "承办单位", "协办单位", "主办方",   "建设单位",
                                                               "维护",     "技术支持", "建议使用", "推荐使用"};
    return std::find(words.begin(), words.end(), label) != words.end();
  }
  static bool followed_by_colon(std::string_view rest) {
    while (rest.starts_with(" ")) rest.remove_prefix(1);
    while (rest.starts_with("　")) rest.remove_prefix(3);
    return rest.starts_with(":") || rest.starts_with("：") || rest.starts_with("】") || rest.starts_with("]");
  }
  // 供稿:某某 编辑:某某 审核:某某. What tells how to reach somebody does not count.
  static std::size_t labels_in(const std::vector<std::string_view>& parts) {
    static constexpr std::array<std::string_view, 16> credits = {
        "来源", "作者", "编辑", "审核",   "责任编辑", "责编", "校对", "监制",
        "供稿", "撰稿", "记者", "通讯员", "初审",     "复审", "终审", "发布时间"};
    return static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), [](auto part) {
      return std::find(credits.begin(), credits.end(), part) != credits.end();
    }));
  }
  static bool is_brackets(std::string_view line) {
    return line == "】" || line == "]" || line == "【" || line == "[" || line == ")" || line == "）";
  }

  // 首页 > 政协要闻 > 正文
  static bool has_breadcrumb(std::string_view line) {
    const std::size_t arrows = count_of(line, ">") + count_of(line, "»") + count_of(line, "›") + count_of(line, "→");
    if (arrows == 0) return false;
    const auto parts = phrases(line);
    if (parts.size() < 2) return false;
    return std::any_of(parts.begin(), parts.end(), [](auto part) {
      return part == "首页" || part == "正文" || part == "主页" || part == "网站首页" || part == "详情" ||
             part == "内容";
    });
  }

  static bool controls_only(const std::vector<std::string_view>& parts) {
    std::size_t controls = 0, counts = 0;
    for (const auto part : parts) {
      if (is_control(part))
        ++controls;
      else if (all_of(part, "0123456789+.,"))
        ++counts;
      else
        return false;
    }
    return controls > 0 && controls >= counts;
  }

  // Four entries or more, of two to eight characters, half of them with words of menus.
  bool menu(const std::vector<std::string_view>& parts, std::string_view line) const {
    if (parts.size() < 4) return false;
    if (line.find("。") != std::string_view::npos || line.find("；") != std::string_view::npos ||
        line.find("、") != std::string_view::npos || line.find("，") != std::string_view::npos) {
      return false;
    }
    std::size_t words = 0;
    for (const auto part : parts) {
      const std::size_t size = length(part);
      if (size > 9) return false;
      if (has_menu_word(part) || is_control(part)) ++words;
    }
    return words * 2 >= parts.size();
  }

  // 文似观山不喜平 — 观山文库: the name of a site that collects other people's texts.
  static bool site_slogan(std::string_view line, const Line& facts) {
    if (facts.columns > 90) return false;
    static constexpr std::array<std::string_view, 22> marks = {
        "文库",     "范文",   "文秘",     "公文网",   "资料网",   "作文网",  "论文网", "道客",
        "豆丁",     "百度",   "门户网站", "官方网站", "政府网站", "官网",    "欢迎您", "欢迎访问",
        "欢迎光临", "新闻网", "日报网",   "政务网",   "信息网",   "在线首页"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](auto mark) { return line.find(mark) != std::string_view::npos; });
  }

  // 第62/65页 of a collection: three more follow, and the report may go on there.
  static bool more_pages_follow(std::string_view line) {
    const auto slash = line.find('/');
    if (slash == std::string_view::npos) return false;
    std::size_t begin = slash, end = slash + 1;
    while (begin > 0 && is_digit(line[begin - 1])) --begin;
    while (end < line.size() && is_digit(line[end])) ++end;
    const auto number = [](std::string_view digits) {
      return digits.size() > 6 ? 0 : std::atoi(std::string(digits).c_str());
    };
    return number(line.substr(begin, slash - begin)) < number(line.substr(slash + 1, end - slash - 1));
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
        const std::string_view entry = m_.line(j);
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
  bool short_entry(std::size_t i) const {
    const Line& line = m_.lines[i];
    return line.columns <= 16 && line.columns >= 2 && (line.flags & (line_flags::ended | line_flags::digits)) == 0;
  }

  // What stands below 相关阅读 is not the report, unless it is running text again.
  void links(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!heads_links(m_.line(i)) || m_.lines[i].columns > 120) continue;
      for (std::size_t k = i; k < end; ++k) {
        if (!body(k)) verdicts_[k] = Verdict::STRONG;
      }
      return;
    }
  }

  // "来源:" with nothing behind it takes the short line below along: 四川日报.
  void empty_labels(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i + 1 < end; ++i) {
      const std::string_view line = m_.line(i);
      if (verdicts_[i] == Verdict::KEEP || verdicts_[i + 1] != Verdict::KEEP) continue;
      if (line.find("来源") == std::string_view::npos && line.find("作者") == std::string_view::npos) continue;
      if (m_.lines[i + 1].columns <= 24 && looks_like_source(m_.line(i + 1))) verdicts_[i + 1] = Verdict::WEAK;
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

  // Where form feeds tell the pages: their numbers, and the line that heads or ends nearly every one.
  void pages() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> edges;
    std::size_t count = 1;
    for (std::size_t i = 0; i < m_.lines.size(); ++i) {
      const bool first = (m_.lines[i].flags & line_flags::new_page) != 0;
      const bool last = i + 1 == m_.lines.size() || (m_.lines[i + 1].flags & line_flags::new_page) != 0;
      count += first;
      if (m_.lines[i].columns > 80) continue;
      const std::string_view line = m_.line(i);
      // The very first line of a page and the last may count; those beside them must be the same to the letter.
      if (paged() && near_page_edge(i)) {
        edges.emplace_back(hash_of(line, first || last || i == 0), static_cast<std::uint32_t>(i));
      }
      if (m_.lines[i].columns > 24) continue;
      if (is_page_number(line) || ((first || last) && paged() && all_of(line, "0123456789 /"))) {
        verdicts_[i] = Verdict::STRONG;
      }
    }
    std::sort(edges.begin(), edges.end());
    for (std::size_t i = 0; i < edges.size();) {
      std::size_t j = i;
      while (j < edges.size() && edges[j].first == edges[i].first) ++j;
      if (j - i >= 3 && (j - i) * 3 >= count) {
        for (std::size_t k = i; k < j; ++k) verdicts_[edges[k].second] = Verdict::STRONG;
      }
      i = j;
    }
  }
  // The first two lines of a page, and the last two.
  bool near_page_edge(std::size_t i) const {
    const auto new_page = [&](std::size_t k) {
      return k >= m_.lines.size() || (m_.lines[k].flags & line_flags::new_page) != 0;
    };
    return i == 0 || new_page(i) || new_page(i - 1) || new_page(i + 1) || new_page(i + 2);
  }
  static std::uint64_t hash_of(std::string_view line, bool without_digits) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : line) {
      if (!without_digits || (!is_digit(c) && c != ' '))
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    return hash;
  }
  bool paged() {
    if (!paged_) {
      paged_ = std::any_of(m_.lines.begin(), m_.lines.end(),
                           [](const Line& line) { return (line.flags & line_flags::new_page) != 0; });
    }
    return *paged_;
  }

  void add(std::size_t begin, std::size_t end, const char* zh, const char* en) {
    m_.whole_lines.push_back(found(begin, end, RepairKind::PAGE_CHROME, Confidence::CERTAIN, "", zh, en));
  }

  Manuscript& m_;
  std::vector<Verdict> verdicts_;
  std::optional<bool> paged_;
  bool more_pages_ = false;
};

}  // namespace

void find_furniture(Manuscript& m) { Furniture(m).find(); }

}  // namespace yizheng::text
