#include "text/furniture_line.h"

#include <algorithm>
#include <array>

#include "text/furniture_shapes.h"
#include "text/furniture_words.h"

namespace yizheng::text {
namespace {

using enum Label;

// Single words that may stand in a table of the report as well.
bool is_doubtful_control(std::string_view line) {
  static constexpr std::array<std::string_view, 24> words = {
      "编辑", "来源", "作者", "图片", "保存", "下载", "推荐", "热门", "最新", "导航", "邮箱", "注册",
      "检索", "帮助", "默认", "标准", "评论", "播放", "关闭", "附件", "简体", "繁体", "密码", "订阅"};
  return line.size() <= 3 || std::find(words.begin(), words.end(), line) != words.end();
}
// 时间:2025年3月1日 is when a meeting is held, 时间:2025-03-01 09:00 when the page was made; an address above the
// report is where it takes place, below it perhaps the office that keeps the site.
Verdict weak_label(std::string_view label, std::string_view line, bool head) {
  static constexpr std::array<std::string_view, 12> contacts = {
      "地址", "联系地址", "邮编", "邮政编码", "电话", "联系电话", "传真", "邮箱", "电子邮箱", "网址", "热线", "时间"};
  if (label == "时间" || label == "日期") {
    if (head && has_date(line) && has_clock(line)) return Verdict::STRONG;
    return has_date(line) || has_clock(line) || line.size() <= label.size() + 3 ? Verdict::WEAK : Verdict::KEEP;
  }
  const bool contact = std::find(contacts.begin(), contacts.end(), label) != contacts.end();
  return contact && head ? Verdict::KEEP : Verdict::WEAK;
}
bool is_site_word_of_events(std::string_view label) {
  static constexpr std::array<std::string_view, 12> words = {"主办",     "承办",     "协办",     "主办单位",
                                                             "承办单位", "协办单位", "主办方",   "建设单位",
                                                             "维护",     "技术支持", "建议使用", "推荐使用"};
  return std::find(words.begin(), words.end(), label) != words.end();
}
bool followed_by_colon(std::string_view rest) {
  while (rest.starts_with(" ")) rest.remove_prefix(1);
  while (rest.starts_with("　")) rest.remove_prefix(3);
  return rest.starts_with(":") || rest.starts_with("：") || rest.starts_with("】") || rest.starts_with("]");
}
bool is_brackets(std::string_view line) {
  return line == "】" || line == "]" || line == "【" || line == "[" || line == ")" || line == "）";
}

// 某某文库: the name of a site that collects other people's texts; 关于门户网站建设的报告 is a title.
bool site_slogan(std::string_view line, const Line& facts) {
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
  return std::any_of(marks.begin(), marks.end(), [&](auto mark) { return line.find(mark) != std::string_view::npos; });
}

}  // namespace

Verdict judge_line(std::string_view line, const Line& facts, bool head) {
  if (facts.columns <= 600 && begins_collection_note(line)) return Verdict::STRONG;
  if (facts.columns > 400) return Verdict::KEEP;
  if (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.")) return Verdict::STRONG;
  if (is_control(line)) return is_doubtful_control(line) ? Verdict::WEAK : Verdict::STRONG;
  if (has_page_of(line)) return Verdict::STRONG;
  if (has_breadcrumb(line)) return Verdict::STRONG;
  const auto parts = phrases(line);
  if (parts.empty()) return Verdict::WEAK;  // ———, >>
  if (controls_only(parts)) {
    return parts.size() == 1 && is_doubtful_control(parts[0]) ? Verdict::WEAK : Verdict::STRONG;
  }
  if (is_menu(parts, line)) return Verdict::STRONG;
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

}  // namespace yizheng::text
