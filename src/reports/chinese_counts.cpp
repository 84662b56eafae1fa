#include "reports/chinese_counts.h"

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

// 七次、八次全会: sessions numbered off.
bool later_session(std::string_view text, std::size_t at, const Unit& unit) {
  std::string_view front = text.substr(0, at);
  if (!front.ends_with("、") && !front.ends_with("和")) return false;
  for (std::string_view word : {"全会", "全体", "会议", "党代会", "代表大会", "常委会"}) {
    if (starts(text, unit.end, word)) return true;
  }
  return false;
}

// 三家子, 六间房, 五人沟: villages.
bool village(std::string_view text, const Unit& unit) {
  if (unit.text != "家" && unit.text != "间" && unit.text != "户" && unit.text != "人") return false;
  for (std::string_view word :
       {"子", "屯", "渠", "庄", "湾", "沟", "堡", "集镇", "房", "树", "营", "寨", "洼", "岗", "窑"}) {
    if (starts(text, unit.end, word)) return true;
  }
  return false;
}

// 以下三点, 提出四点建议
bool points_made(std::string_view text, std::size_t at, const Unit& unit) {
  for (std::string_view word : {"意见", "建议", "要求", "希望", "体会", "启示", "思考", "共识"}) {
    if (starts(text, unit.end, word)) return true;
  }
  std::string_view front = text.substr(0, at);
  return front.ends_with("以下") || front.ends_with("如下") || front.ends_with("提出");
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
  if (numeral.high > 0 && (of == UnitClass::COUNT || of == UnitClass::SPAN || of == UnitClass::EMPTY)) return true;
  if (numeral.string) return false;  // 一三三四
  if (numeral.bare_power) return bare_power_counts(text, at, numeral, unit);
  if (of == UnitClass::PERCENT || of == UnitClass::POINTS) return true;
  if (of == UnitClass::LOOSE) return numeral.value > 10 && numeral.digits > 1;
  if (of == UnitClass::TENTHS) {
    return unit.text == "成" && !starts(text, unit.end, "立") && !starts(text, unit.end, "为") && numeral.value <= 10;
  }
  if (numeral.value == 1) return of == UnitClass::TIMES || of == UnitClass::MONEY || of == UnitClass::SPAN;
  if (starts(text, at, "二") && numeral.digits == 1) return of == UnitClass::TIMES;
  if (of == UnitClass::MONEY) return numeral.value >= 10 || numeral.more;  // 三元区 is a place
  if (of == UnitClass::COUNT && numeral.value <= 20 && village(text, unit)) return false;
  if (of == UnitClass::COUNT || of == UnitClass::PHYSICAL) {
    WordTable::Match doubt = doubtful_units().longest(unit.text, 0);
    if (doubt && doubt.bytes == unit.text.size()) {
      if (unit.text == "点" && points_made(text, at, unit)) return true;
      return doubt.value == WORDS && (numeral.value >= 10 || numeral.more);
    }
    if (unit.text == "期" && numeral.value < 10 && !starts(text, at, "两")) return false;  // 二期, 三期: stages
    if (unit.text == "次" && later_session(text, at, unit)) return false;
    if ((unit.text == "位" || unit.text == "部" || unit.text == "方面") && starts(text, unit.end, "一")) return false;
  }
  return true;
}

bool slogan_at(std::string_view text, std::size_t at) {
  static const WordTable kWords(
      WordTable::Direction::FORWARD,
      {{R"(坚持 必须 着力 更加 更大 意识 自信 全面 维护 确立 毫不动摇 不动摇 务必 一律 结合 转变 覆盖 全覆盖 清零 不摘 伟大 服从 严禁 明确 统一 融入
提升 突破 不变 不能 不得 不准 到位 落实 聚焦 突出 注重 加强 强化 严格 严守 深化 推进 加快 确保 牢固 牢牢 坚定 坚决 做到 始终 充分 有利于 代表 走在前 走在前列 之 一 是 有 第一 不 认同 离不开 健康
服务 融合 先行 先锋 革命 巩固 增强 革新 创新力 不放过 到底 为 以 从 向 在 要 没有 善于 善作 敢于 敢 更 最 好 零 新突破 并重 并举 联动 同步 同时 率先 自我 能力 自觉 作用 优先 倡议 转型 跨越
打造 建设年 提升年 深度 努力 倍增 翻番 百分百 百分之百 100% 表率 面向 区分开来 规矩 摆在 放在 抓 看 问 想 讲 比 查 学 送 进 对照 对标 立足 紧扣 紧盯 围绕 把握 统筹 兼顾 不相信 动真格)",
        1},
       {R"(服务中心 服务站 服务点 服务区 服务平台 服务项目 服务队 能力提升 提升工程 结合点 结合部 突破口 新区 新城 新村 新型 新建 创新平台 创新中心 创新团队 代表团 代表处 自治区 自治州 自治县 有关
为民 进出口 一级 一线 在建 在线 学校 学科 学院 学段 问题 送检 比赛 看台 好评 重点 之一 转型发展 健康 讲座 从业 以上 以下 推进组 推进会 落实)",
        0}});
  WordTable::Match word = kWords.longest(text, at);
  return word && word.value == 1;
}

}  // namespace yizheng::reports
