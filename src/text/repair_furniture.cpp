// Page furniture: menus, breadcrumbs, times of publication, share links, counters, footers, lists of links.
//
// Furniture stands before the first running sentence or behind the last one. Only there are lines judged, each for
// itself and by its company: 来源 or 地址 are furniture beside a counter or a registration number, and words of the
// report anywhere else. Inside the body only page numbers and photo credits (repair_credits.cpp) go.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/furniture_words.h"
#include "text/pinyin.h"
#include "text/repair_parts.h"
#include "text/script.h"
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

// "2025-03-18 09:10:11", "2025年03月18日 09时10分": nothing but a time.
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
  return digits >= 8 || (digits >= 6 && line.find("年") != std::string_view::npos);
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

// 第62/65页 of a collection, 第3页共20页.
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
    const std::string_view line = plain(i);
    const Line& facts = m_.lines[i];
    if (facts.columns <= 600 && begins_collection_note(line)) return Verdict::STRONG;
    if (facts.columns > 400) return Verdict::KEEP;
    if (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.")) return Verdict::STRONG;
    if (is_control(line)) return is_doubtful_control(line) ? Verdict::WEAK : Verdict::STRONG;
    if (has_page_of(line)) {
      more_pages_ = more_pages_ || more_pages_follow(line);
      return Verdict::STRONG;
    }
    if (has_breadcrumb(line)) return Verdict::STRONG;
    const auto parts = phrases(line);
    if (parts.empty()) return Verdict::WEAK;  // ———, >>
    if (controls_only(parts)) {
      return parts.size() == 1 && is_doubtful_control(parts[0]) ? Verdict::WEAK : Verdict::STRONG;
    }
    if (menu(parts, line)) return Verdict::STRONG;
    std::size_t size = 0;
    const std::string_view inner = line.substr(std::min(line.find_first_not_of("[("), line.size()));
    const std::string_view bare = inner.starts_with("【") || inner.starts_with("（") ? inner.substr(3) : inner;
    const Label label = label_at(bare, size);
    const bool colon = label != NONE && followed_by_colon(bare.substr(size));
    const bool sentence = line.ends_with("。") || line.ends_with("！") || facts.han > 60;
    if (label == ARTICLE && (colon || (bare.size() == size && size >= 12)) && !sentence) return Verdict::STRONG;
    if (label == SITE && (colon || bare.size() - size < 90) && !sentence) {
      // 主办单位 is a line of a programme as well, and 承办情况 a heading.
      if (!is_site_word_of_events(bare.substr(0, size))) return Verdict::STRONG;
      if (colon || bare.size() == size || bare.substr(size).starts_with(" ")) return Verdict::WEAK;
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
    if (label == WEAK && colon && facts.columns <= 80) return weak_label(bare.substr(0, size), line, head);
    if (head && (has_clock(line) || has_date(line)) && facts.columns <= 80 && !sentence) {
      return label == WEAK || line.find("来源") != std::string_view::npos ? Verdict::STRONG : Verdict::WEAK;
    }
    if (!head && all_of(line, "0123456789") && line.size() <= 9) return Verdict::WEAK;
    if (site_slogan(line, facts)) return Verdict::WEAK;
    if (is_brackets(line)) return Verdict::WEAK;
    return Verdict::KEEP;
  }

  // Single words that may stand in a table of the report as well.
  static bool is_doubtful_control(std::string_view line) {
    static constexpr std::array<std::string_view, 24> words = {
        "编辑", "来源", "作者", "图片", "保存", "下载", "推荐", "热门", "最新", "导航", "邮箱", "注册",
        "检索", "帮助", "默认", "标准", "评论", "播放", "关闭", "附件", "简体", "繁体", "密码", "订阅"};
    return line.size() <= 3 || std::find(words.begin(), words.end(), line) != words.end();
  }
  // 时间:2025年3月1日 is when a meeting is held, 时间:2025-03-01 09:00 when the page was made; an address above the
  // report is where it takes place, below it perhaps the office that keeps the site.
  static Verdict weak_label(std::string_view label, std::string_view line, bool head) {
    static constexpr std::array<std::string_view, 12> contacts = {
        "地址", "联系地址", "邮编", "邮政编码", "电话", "联系电话", "传真", "邮箱", "电子邮箱", "网址", "热线", "时间"};
    if (label == "时间" || label == "日期") {
      if (head && has_date(line) && has_clock(line)) return Verdict::STRONG;
      return has_date(line) || has_clock(line) || line.size() <= label.size() + 3 ? Verdict::WEAK : Verdict::KEEP;
    }
    const bool contact = std::find(contacts.begin(), contacts.end(), label) != contacts.end();
    return contact && head ? Verdict::KEEP : Verdict::WEAK;
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
    std::size_t words = 0, own = 0;
    for (const auto part : parts) {
      const std::size_t size = length(part);
      if (size > 9) return false;
      if (has_menu_word(part) || is_control(part)) ++words;
      own += is_control(part) || is_menus_own(part);
    }
    return words * 2 >= parts.size() && own > 0;
  }

  // 教育 文化 体育 卫生 may be a row of a table; these are not.
  static bool is_menus_own(std::string_view part) {
    static constexpr std::array<std::string_view, 18> words = {"互动", "办事", "走进", "专题", "专栏", "之窗",
                                                               "频道", "资讯", "公开", "网上", "图库", "留言",
                                                               "信箱", "要闻", "新闻", "政务", "在线", "回应"};
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return part.find(word) != std::string_view::npos; });
  }

  // 某某文库: the name of a site that collects other people's texts; 关于门户网站建设的报告 is a title.
  static bool site_slogan(std::string_view line, const Line& facts) {
    if (facts.columns > 90) return false;
    for (const std::string_view word : {"报告", "会议", "意见", "通知", "建议", "提案", "办法", "方案", "总结", "计划",
                                        "情况", "讲话", "发言", "工作"}) {
      if (line.find(word) != std::string_view::npos) return false;
    }
    static constexpr std::array<std::string_view, 22> marks = {
        "文库",     "范文",   "文秘",     "公文网",   "资料网",   "作文网",  "论文网", "道客",
        "豆丁",     "百度",   "门户网站", "官方网站", "政府网站", "官网",    "欢迎您", "欢迎访问",
        "欢迎光临", "新闻网", "日报网",   "政务网",   "信息网",   "在线首页"};
    if ((line.ends_with("网") || line.ends_with("网站")) && facts.columns <= 40) return true;
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

  // "来源:" with nothing behind it takes the short line below along: 四川日报.
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
