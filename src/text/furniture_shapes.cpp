// What the lines around a report look like: times, menus, breadcrumbs, credits. Looks only at one line.
#include "text/furniture_shapes.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "text/furniture_words.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t count_of(std::string_view line, std::string_view what) {
  std::size_t count = 0;
  for (auto at = line.find(what); at != std::string_view::npos; at = line.find(what, at + what.size())) ++count;
  return count;
}

// 教育 文化 体育 卫生 may be a row of a table; these are not.
bool is_menus_own(std::string_view part) {
  static constexpr std::array<std::string_view, 18> words = {"互动", "办事", "走进", "专题", "专栏", "之窗",
                                                             "频道", "资讯", "公开", "网上", "图库", "留言",
                                                             "信箱", "要闻", "新闻", "政务", "在线", "回应"};
  return std::any_of(words.begin(), words.end(), [&](auto word) { return part.find(word) != std::string_view::npos; });
}

}  // namespace

bool all_of(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

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

bool more_pages_follow(std::string_view line) {
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

std::size_t labels_in(const std::vector<std::string_view>& parts) {
  static constexpr std::array<std::string_view, 16> credits = {"来源", "作者", "编辑", "审核",    "责任编辑", "责编",
                                                               "校对", "监制", "供稿", "撰稿",    "记者",     "通讯员",
                                                               "初审", "复审", "终审", "发布时间"};
  return static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), [](auto part) {
    return std::find(credits.begin(), credits.end(), part) != credits.end();
  }));
}

bool has_breadcrumb(std::string_view line) {
  const std::size_t arrows = count_of(line, ">") + count_of(line, "»") + count_of(line, "›") + count_of(line, "→");
  if (arrows == 0) return false;
  const auto parts = phrases(line);
  if (parts.size() < 2) return false;
  return std::any_of(parts.begin(), parts.end(), [](auto part) {
    return part == "首页" || part == "正文" || part == "主页" || part == "网站首页" || part == "详情" || part == "内容";
  });
}

bool controls_only(const std::vector<std::string_view>& parts) {
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

bool is_menu(const std::vector<std::string_view>& parts, std::string_view line) {
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

}  // namespace yizheng::text
