#include "reports/dates.h"

#include "reports/word_table.h"

namespace yizheng::reports {
namespace {

bool starts(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at).starts_with(word);
}

bool digit(std::string_view text, std::size_t at) {
  std::uint32_t length = 0;
  return at < text.size() && text::sign_at(text, at, length) == text::Sign::DIGIT;
}

bool numeral_sign(std::string_view text, std::size_t at) {
  std::uint32_t length = 0;
  text::Sign sign = text::sign_at(text, at, length);
  return at < text.size() && (sign == text::Sign::DIGIT || sign == text::Sign::CHINESE || sign == text::Sign::POWER);
}

std::size_t skip_blank(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ' ' ? at + 1 : at;
}

bool year(const text::Numeral& numeral) {
  return !numeral.multiplied && !numeral.more && !numeral.decimal && numeral.digits == 4 && numeral.value >= 1000 &&
         numeral.value < 2200 && (!numeral.chinese || numeral.string);
}

bool small(const text::Numeral& numeral, double most) {
  return !numeral.multiplied && !numeral.more && !numeral.decimal && numeral.digits <= 3 && numeral.value <= most &&
         numeral.value >= 0;
}

// The dash of 2021—2025年, or 至.
std::uint32_t dash(std::string_view text, std::size_t at) {
  for (std::string_view form : {"——", "—", "-", "–", "~", "～", "－", "至", "到", "―", "−", "/", "、", "和", "与"}) {
    if (starts(text, at, form)) return static_cast<std::uint32_t>(form.size());
  }
  return 0;
}

// [ ]N月, N日, N时 … behind `at`: the end, 0 where it does not stand.
std::size_t part(std::string_view text, std::size_t at, double most, std::initializer_list<std::string_view> words) {
  at = skip_blank(text, at);
  if (!numeral_sign(text, at)) return 0;
  text::Numeral numeral = text::read_numeral(text, at);
  if (!small(numeral, most)) return 0;
  std::size_t end = skip_blank(text, numeral.end);
  for (std::string_view word : words) {
    if (starts(text, end, word)) return end + word.size();
  }
  return 0;
}

bool clock_word(std::string_view text, std::size_t at) {  // 9时, 9点: not 时代, 点建议
  if (starts(text, at, "时")) {
    return !starts(text, at, "时代") && !starts(text, at, "时期") && !starts(text, at, "时速");
  }
  if (!starts(text, at, "点")) return false;
  std::size_t behind = at + 3;
  return numeral_sign(text, behind) || starts(text, behind, "半") || starts(text, behind, "整") ||
         starts(text, behind, "许") || starts(text, behind, "钟") || starts(text, behind, "前") ||
         starts(text, behind, "后") || starts(text, behind, "至") || starts(text, behind, "到");
}

// What of a time of day stands at `at`: 9时30分, 16:42:58, 下午3点. Returns `at` where nothing does.
std::size_t time_of_day(std::string_view text, std::size_t at) {
  std::size_t here = skip_blank(text, at);
  for (std::string_view word : {"上午", "下午", "晚上", "晚", "凌晨", "中午", "早上", "清晨"}) {
    if (starts(text, here, word)) here += word.size();
  }
  if (!numeral_sign(text, here)) return at;
  text::Numeral hour = text::read_numeral(text, here);
  if (!small(hour, 24)) return at;
  here = hour.end;
  if (starts(text, here, ":") || starts(text, here, "：")) {
    for (int count = 0; count < 2; ++count) {
      std::size_t colon = here + (starts(text, here, ":") ? 1 : starts(text, here, "：") ? 3 : 0);
      if (colon == here || !digit(text, colon)) break;
      text::Numeral next = text::read_numeral(text, colon);
      if (!small(next, 59) || next.digits != 2) break;
      here = next.end;
    }
    return here == hour.end ? at : here;
  }
  if (!clock_word(text, here)) return at;
  here += 3;
  if (std::size_t minute = part(text, here, 59, {"分"})) here = minute;
  if (std::size_t second = part(text, here, 59, {"秒"})) here = second;
  return here;
}

// The rest of a date behind the year (or the month, when `month` is done).
std::size_t rest_of_date(std::string_view text, std::size_t at, bool month) {
  std::size_t here = at;
  if (!month) {
    std::size_t end = part(text, here, 12, {"月份", "月"});
    if (end == 0) return here;
    here = end;
  }
  if (std::size_t end = part(text, here, 31, {"日", "号"})) here = time_of_day(text, end);
  // 3月15日至18日, 3月至5月
  if (std::uint32_t mark = dash(text, here)) {
    if (std::size_t end = part(text, here + mark, 31, {"月份", "月", "日"})) return rest_of_date(text, end, true);
  }
  return here;
}

// 2023-12-27, 2023.12.27, 2023/12
std::size_t written_with_marks(std::string_view text, std::size_t at, std::size_t after_year) {
  (void)at;
  std::size_t here = after_year;
  if (here >= text.size()) return 0;
  char mark = text[here];
  if (mark != '-' && mark != '/' && mark != '.') return 0;
  std::size_t count = 0;
  for (; count < 2 && here < text.size() && text[here] == mark && digit(text, here + 1); ++count) {
    std::size_t end = here + 1;
    int value = 0;
    for (; end < text.size() && end < here + 3 && text[end] >= '0' && text[end] <= '9'; ++end) {
      value = value * 10 + (text[end] - '0');
    }
    if (value == 0 || value > (count == 0 ? 12 : 31) || digit(text, end)) break;
    here = end;
  }
  return count == 2 || (count == 1 && mark != '.') ? time_of_day(text, here) : 0;
}

// 师生比为1:12 is no time of day.
bool ratio_before(std::string_view text, std::size_t at) {
  std::string_view front = text.substr(0, at);
  for (std::string_view word : {"比", "例", "比为", "例为", "比达", "例达", "按", "比约", "例约"}) {
    if (front.ends_with(word)) return true;
  }
  return false;
}

// 1-11月, 5、6、7月: `here` is behind the first number. 0 where no month ends the list, which then is told.
std::size_t list_of_months(std::string_view text, std::size_t here, const text::Numeral& first,
                           std::size_t& no_list_before) {
  for (int members = 0; members < 12; ++members) {
    std::uint32_t mark = dash(text, here);
    std::size_t next = skip_blank(text, here + mark);
    if (mark == 0 || !numeral_sign(text, next)) break;
    text::Numeral other = text::read_numeral(text, next);
    if (!small(other, 31) || other.chinese != first.chinese) break;
    std::size_t behind = skip_blank(text, other.end);
    if (starts(text, behind, "月") || (starts(text, behind, "日") && !starts(text, behind, "日元"))) {
      return starts(text, behind, "月份") ? behind + 6 : behind + 3;
    }
    here = other.end;
  }
  no_list_before = here;
  return 0;
}

}  // namespace

std::uint32_t date_end(std::string_view text, std::size_t at, const text::Numeral& numeral,
                       std::size_t& no_list_before) {
  std::size_t end = skip_blank(text, numeral.end);
  if (year(numeral)) {
    if (starts(text, end, "年")) {
      end += 3;
      if (starts(text, end, "度") && !starts(text, end, "度假")) end += 3;
      if (starts(text, end, "代")) return static_cast<std::uint32_t>(end + 3);
      return static_cast<std::uint32_t>(rest_of_date(text, end, false));
    }
    if (numeral.chinese) return 0;
    if (std::uint32_t mark = dash(text, end)) {  // 2021—2025年, 2021、2022年
      std::size_t next = skip_blank(text, end + mark);
      if (digit(text, next)) {
        text::Numeral other = text::read_numeral(text, next);
        std::size_t behind = skip_blank(text, other.end);
        if ((year(other) || (other.digits == 2 && small(other, 99))) &&
            (starts(text, behind, "年") || (year(other) && unit_at(text, other.end).of == UnitClass::NONE))) {
          return static_cast<std::uint32_t>(starts(text, behind, "年") ? behind + 3 : other.end);
        }
      }
    }
    if (std::size_t marked = written_with_marks(text, at, numeral.end)) return static_cast<std::uint32_t>(marked);
    return 0;
  }
  if (numeral.multiplied || numeral.more || numeral.decimal) {
    // 7.20, 9.30: only as a day with 日 behind it, which nobody writes.
    return 0;
  }
  if (small(numeral, 12) && starts(text, end, "月") && !starts(text, end, "月龄")) {
    end += starts(text, end, "月份") ? 6 : 3;
    return static_cast<std::uint32_t>(rest_of_date(text, end, true));
  }
  if (small(numeral, 31) && starts(text, end, "日") && !starts(text, end, "日元") && !starts(text, end, "日均")) {
    return static_cast<std::uint32_t>(time_of_day(text, end + 3));
  }
  if (small(numeral, 31) && at >= no_list_before) {
    if (std::size_t listed = list_of_months(text, end, numeral, no_list_before))
      return static_cast<std::uint32_t>(listed);
  }
  if (small(numeral, 24) && !ratio_before(text, at)) {
    std::size_t time = time_of_day(text, at);
    if (time != at) return static_cast<std::uint32_t>(time);
    if (starts(text, end, "世纪")) {
      end += 6;
      if (std::size_t decade = part(text, end, 99, {"年代"})) end = decade;
      return static_cast<std::uint32_t>(end);
    }
  }
  if (!numeral.chinese && numeral.digits == 2 && starts(text, end, "年代")) return static_cast<std::uint32_t>(end + 6);
  for (std::string_view word : {"周年", "季度"}) {
    if (starts(text, end, word)) return static_cast<std::uint32_t>(end + 6);
  }
  return 0;
}

bool frame_of_time(std::string_view text, std::size_t begin, const text::Numeral& numeral, const Unit& unit) {
  static const WordTable kBefore(
      WordTable::Direction::BACKWARD,
      {{"过去 近 最近 这 前 后 今后 未来 上 下 往 头 那 每 历经 走过 过去的 今后的 未来的 接下来 五年 建县 建市 "
        "建区 建州 建城 建校 距今 已有 迄今 至今 之前 此前 此后 随后 届 届满 本届政府 这个 同 当 全 半 近 历史 "
        "再过",
        0},
       {"任期 连续 延长 为期 达 达到 长达 满 超过 历时 至少 不少于 不低于 缩短 提前 压缩 用 期限 有效期 服务 平均 "
        "最长 最短 延期 推迟 超 增加到 提高到 缩短到 缩短至 压缩到 压缩至 延长到 延长至 减少 减少到 工作 任职 在职 "
        "质保 有效期为 期限为 由 从 到 至 为 不超过 仅 只 仅用 只用 耗时 用时 需 停留 累计 保持 坚持 持续 "
        "超期 逾期 制 学制 试用期 过渡期 最多 免租 免费 住满",
        1}});
  static const WordTable kAfter(
      WordTable::Direction::FORWARD,
      {{"来 以来 多来 余来 间 前 后 之 内 中 之前 之后 以前 以后 累计 共 转移 新增 里 前的 底 初 末 一遇 一届 一度 "
        "一次 再造 如一日 树木 磨 发展 历史 实践 奋斗 探索 努力 历程 风雨 征程",
        0},
       {"以上 以内 以下 左右 期 免费 制 过渡期 保修 质保 有效 学制 无 未 零 保持 只减不增 位居 荣获", 1}});
  std::size_t at = begin;
  while (at > 0 && text[at - 1] == ' ') --at;
  WordTable::Match before = kBefore.longest(text, at);
  WordTable::Match after = kAfter.longest(text, unit.end);
  if (before && before.value == 1) return false;
  const bool clock = unit.text == "小时" || unit.text == "分钟" || unit.text == "秒" || unit.text == "岁";
  if (clock) return false;
  if (before && before.value == 0) return true;
  if (after) return after.value == 0;
  if (unit.text == "日" || unit.text == "周年" || unit.text == "季度" || unit.text == "年度") return true;
  if (unit.text != "年") return false;
  // 五年 or 十年 without a word of duration names the time in which things happened.
  return numeral.chinese || numeral.value >= 100;
}

}  // namespace yizheng::reports
