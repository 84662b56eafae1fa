#include "reports/chinese_counts.h"

#include <cmath>

#include "reports/figure_context.h"
#include "reports/word_table.h"

namespace yizheng::reports {
namespace {

using text::Numeral;

bool starts(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.substr(at).starts_with(word);
}

enum Trust : std::int32_t {
  WORDS,  // begins words and names so often that only a number from ten on, or 多, makes it a count
  NEVER,  // 三里, 四方
};

const WordTable& doubtful_units() {
  static const WordTable kTable(
      WordTable::Direction::FORWARD,
      {{R"(口 株 片 段 面 道 节 笔 宗 起 单 回 班 副 门 头 只 张 字 对 点 尊 款 通 封 尾 羽 枝 盘 袋 瓶 箱 列 块 集 卷 领域 环节 例 桩
趟 组 台 架 拨 版块 板块)",
        WORDS},
       {"里 方 两 目 丈 尺 安 克 伏 升 米 转 卡 焦 寸 焦耳 瓦 平方 赫", NEVER}});
  return kTable;
}

// 一期 and 二期 are stages; so is 三期 before what is built.
bool stage(std::string_view text, std::size_t behind) {
  for (std::string_view word : {"工程", "项目", "建设", "规划", "改造", "扩建", "厂", "、", "开工", "投产", "建成"}) {
    if (starts(text, behind, word)) return true;
  }
  return false;
}

// 百余家, 上万人: a power of ten alone counts where something says that it is about as many.
bool bare_power_counts(std::string_view text, std::size_t at, const Numeral& numeral, const Unit& unit) {
  std::string_view front = text.substr(0, at);
  bool about = numeral.more || front.ends_with("上") || front.ends_with("过") ||
               approx_before(text, at) != Approx::EXACT || approx_after(text, unit.end) != Approx::EXACT;
  if (about) return true;
  return numeral.digits > 1 && (unit.of == UnitClass::MONEY || unit.of == UnitClass::PHYSICAL);
}

}  // namespace

bool chinese_counts(std::string_view text, std::size_t at, const Numeral& numeral, const Unit& unit) {
  const UnitClass of = unit.of;
  if (of == UnitClass::NONE) return false;
  if (starts(text, unit.end, "级")) return false;  // 百亿元级
  if (numeral.string) {
    // 七八个, 三五次: two digits, the second one or two above the first.
    double low = std::floor(numeral.value / 10), high = std::fmod(numeral.value, 10);
    return numeral.digits == 2 && numeral.value >= 12 && (high - low == 1 || high - low == 2) &&
           (of == UnitClass::COUNT || of == UnitClass::SPAN);
  }
  if (numeral.bare_power) return bare_power_counts(text, at, numeral, unit);
  if (of == UnitClass::PERCENT || of == UnitClass::POINTS) return true;
  if (of == UnitClass::LOOSE) return numeral.value > 10 && numeral.digits > 1;
  if (of == UnitClass::TENTHS) {
    return unit.text == "成" && !starts(text, unit.end, "立") && !starts(text, unit.end, "为") && numeral.value <= 10;
  }
  if (numeral.value == 1) return of == UnitClass::TIMES || of == UnitClass::MONEY;
  if (starts(text, at, "二") && numeral.digits == 1) return of == UnitClass::TIMES;
  if (of == UnitClass::COUNT || of == UnitClass::PHYSICAL) {
    WordTable::Match doubt = doubtful_units().longest(unit.text, 0);
    if (doubt && doubt.bytes == unit.text.size()) {
      return doubt.value == WORDS && (numeral.value >= 10 || numeral.more);
    }
    if (unit.text == "期" && numeral.value < 10 && !starts(text, at, "两")) return !stage(text, unit.end);
    if ((unit.text == "位" || unit.text == "部" || unit.text == "方面") && starts(text, unit.end, "一")) return false;
  }
  return true;
}

}  // namespace yizheng::reports
