#include "reports/figure_context.h"

#include "reports/word_table.h"
#include "text/numerals.h"

namespace yizheng::reports {
namespace {

constexpr std::int32_t kNothing = 9;  // a longer word in which the shorter one does not mean what it says: 节约

std::int32_t v(Approx approx) { return static_cast<std::int32_t>(approx); }

const WordTable& approx_words_before() {
  static const WordTable kTable(
      WordTable::Direction::BACKWARD,
      {{"超 超过 超过了 突破 突破了 逾 至少 不少于 不低于 多于 大于 高于 超出 破 不下 不下于 远超 已超 均超 超额 已过 "
        "均过 跨过 跨越 "
        "迈过 超了 多达 高于 越过 冲破 首超 首破 力争突破 不小于 起码 最少 超百分之",
        v(Approx::OVER)},
       {"近 接近 将近 不足 不到 低于 少于 不超过 不高于 至多 最多 小于 不大于 不多于 控制在 逼近 未超过 未达 近百分之",
        v(Approx::NEARLY)},
       {"约 大约 大概 约为 约占 约有 约达 约合 大致 约计 平均约 估计 上下浮动", v(Approx::ABOUT)},
       {"最近 附近 临近 靠近 邻近 新近 远近 节约 签约 合约 预约 制约 条约 契约 履约 公约 违约 简约 集约 特约 条约 解约 "
        "续约 邀约 赴约 "
        "反超 赶超 高超 控制在 以上 上 晚上 早上 路上 线上 网上 会上 基础上 地上 船上 身上 市面上 至上 向上 之上 规上 "
        "限上",
        kNothing}});
  return kTable;
}

const WordTable& approx_words_after() {
  static const WordTable kTable(
      WordTable::Direction::FORWARD,
      {{"以上 及以上 之上 多 余 有余 开外 或以上 以上的 多的 起 挂零 出头 强", v(Approx::OVER)},
       {"以内 之内 以下 及以下 弱 不到", v(Approx::NEARLY)},
       {"左右 上下 前后 许 不等 上下浮动", v(Approx::ABOUT)},
       {"多元 多种 多样 多方 多次 多边 多党 多部门 多层 多民族 多家 多名 多年 余下 余额 余地 余热 起来 起到 起步 起点 "
        "起草 起诉 强化 强省 强县 强市 强国 强镇 强企 弱化 弱势 许多 许可 多渠道 多措 多点 多头 多元化 强制 多数 "
        "多方面 起点 前后 起 强",
        kNothing}});
  return kTable;
}

// Words that may stand between a verb and its number.
const WordTable& joints() {
  static const WordTable kTable(WordTable::Direction::BACKWARD,
                                {{"了 超 超过 约 大约 近 将近 接近 达 达到 至少 突破 逾 不少于 不低于 不超过 年均 分别 "
                                  "均 各 又 再 累计 高达 多达 幅度达 幅度 约为 超出 "
                                  "共 均超 都超 不到 不足 更 到了 也 已 平均 仅 只 有望 力争 预计 超10个 —— ：  预期 "
                                  "目标 左右 为 在 控制在 保持在 稳定在 都在 均在 由 从",
                                  1}});
  return kTable;
}

enum Word : std::int32_t { CHANGE_WORD, CHANGE_NOUN, LEVEL_WORD, SHARE_WORD, RATE_WORD, PER_WORD, NO_WORD };

const WordTable& kind_words() {
  static const WordTable kTable(
      WordTable::Direction::BACKWARD,
      {{"增长 下降 提高 增加 减少 降低 上升 上涨 回落 下跌 下滑 缩小 缩短 压减 压缩 增 降 扩大 提升 提速 加快 放缓 "
        "收窄 改善 多增 少增 净增 净增加 "
        "同比增长 同比下降 同比增 同比降 增产 减产 增收 减收 增值 上调 下调 上浮 下浮 削减 消减 收缩 萎缩 反弹 攀升 "
        "跃升 提前 翻 递增 递减 再增长 "
        "再增加 再下降 再降低 再提高 平均降低 平均下降 平均提高 平均增长 多 少 快 慢 高 低 高出 低于全国 高于全国 "
        "高于全省 高于全市 快于全国 快于全省 "
        "增速高于 增速快于 较上年增长 净增长 压降 精简 缩减 调减 调增 环比增长 环比下降 减 减幅 优于 改善了",
        CHANGE_WORD},
       {"增速 增幅 涨幅 降幅 跌幅 增量 减幅 升幅 增速达 增速为 增速超 涨幅控制在 涨幅为", CHANGE_NOUN},
       {"增长到 下降到 提高到 增加到 减少到 降低到 上升到 上涨到 回落到 缩小到 缩短到 压减到 压缩到 增至 降至 升至 "
        "提升到 提升至 提高至 增加至 "
        "减少至 下降至 降低至 扩大到 扩大至 上升至 缩短至 压缩至 压减至 减至 回落至 增长至 稳定在 保持在 控制在 维持在 "
        "达到 达 跃升至 跃升到 攀升至 攀升到 "
        "收窄至 收窄到 上调至 下调至 上调到 下调到 新增加 最高 最低 提高标准 不高 至少 减少到 精简到 精简至 缩小至",
        LEVEL_WORD},
       {"占 占比 比重 比例 份额 占到 占全省 占全国 占全市 占全区 占总 其中 占有率 占比例 成分 构成 其中有 有 持股 控股",
        SHARE_WORD},
       {"率 满意度 强度 指数 系数 知晓度 比值 利用率 参与度 率先达到 浓度 密度 倍率 比率 费率 税率 利率 得分 率达 比 "
        "达标 完成 合格 满意 "
        "优良 完好 公开 公示 知晓 兑现 到位 全覆盖 覆盖 面 度 办结 办复 答复 面商 沟通 见面 走访 采纳 立案 落实 整改 "
        "回复 反馈 满意和基本满意 "
        "基本满意 百分比",
        RATE_WORD},
       {"人均 户均 每人 每户 每亩 亩均 每人每月 每人每年 人均每月 人均每年 每年每人 每月每人 每平方米 每吨 每件 每名 "
        "每位 每户每年 每生 生均 "
        "校均 村均 地均 单价 均价 每斤 每公斤 每千克 每头 每套 每辆 每桶 每度 每千瓦时 每公里 每个 每家 每所 每张 每床 "
        "平均每人 平均每户 每年人均 "
        "月人均 年人均 人均可支配收入 人均纯收入 人均收入",
        PER_WORD},
       {"率先 率领 效率 频率 功率 统率 表率 轻率 草率 坦率 面向 方面 全面 层面 多少 不少 至少 减少了 不多 很多 更多 "
        "较多 许多 大多 最多 诸多 "
        "提高了 加快推进 最高 新高 崇高 高 不高 较高 更高 低 最低 较低 多个 对比 同比 环比 相比 制度 年度 季度 力度 "
        "进度 高度 深度 广度 态度 "
        "程度 速度 温度 幅度 跨度 长度 难度 角度 宽度 厚度 额度 再度 一度 尺度 热度 限度 调度 月度 印度 见面 当面 地面 "
        "路面 水面 下面 上面 前面 "
        "后面 表面 对面 界面 断面 画面 版面 书面 场面 局面 正面 负面 反面 里面 外面 快 慢 多 少",
        NO_WORD}});
  return kTable;
}

bool ends_clause(char32_t c) {
  switch (c) {
    case U'，':
    case U'。':
    case U'；':
    case U'！':
    case U'？':
    case U'\n':
    case U',':
    case U';':
    case U'!':
    case U'?':
    case U'：':
    case U'（':
    case U'(':
    case 0:
      return true;
    default:
      return false;
  }
}

Approx as_approx(std::int32_t value) {
  return value == kNothing || value < 0 ? Approx::EXACT : static_cast<Approx>(value);
}

std::size_t skip_joints(std::string_view text, std::size_t at) {
  for (int words = 0; words < 4; ++words) {
    WordTable::Match joint = joints().longest(text, at);
    if (!joint) break;
    // 提高到 and 降至 are levels: their 到 is no joint, and is not in the table.
    at -= joint.bytes;
  }
  return at;
}

}  // namespace

Approx approx_before(std::string_view text, std::size_t begin) {
  while (begin > 0 && text[begin - 1] == ' ') --begin;
  return as_approx(approx_words_before().longest(text, begin).value);
}

Approx approx_after(std::string_view text, std::size_t end) {
  return as_approx(approx_words_after().longest(text, end).value);
}

std::size_t before_approx(std::string_view text, std::size_t begin) { return skip_joints(text, begin); }

ClaimKind kind_of_figure(std::string_view text, std::size_t begin, std::size_t end, const Unit& unit) {
  const UnitClass of = unit.of;
  if (of == UnitClass::POINTS) return ClaimKind::CHANGE;
  // The word right in front, past 了, 超过 and the like.
  std::size_t joined = skip_joints(text, begin);
  WordTable::Match near = kind_words().longest(text, begin);
  WordTable::Match beyond = kind_words().longest(text, joined);
  bool change = false;
  if (near && near.value == CHANGE_WORD) change = true;
  if (beyond && (beyond.value == CHANGE_WORD || beyond.value == CHANGE_NOUN) &&
      (!near || near.value != LEVEL_WORD || of == UnitClass::PERCENT)) {
    change = true;
  }
  if (near && near.value == NO_WORD && joined == begin) change = false;
  if (near && near.value == LEVEL_WORD && beyond.value == CHANGE_WORD && joined != begin) {
    // 增长达5%: a change; 增加到, 提高达到: the table's longer words have said it.
    change = of == UnitClass::PERCENT;
  }
  if (of == UnitClass::TIMES) {
    if (unit.text == "番") return ClaimKind::CHANGE;
    return change ? ClaimKind::CHANGE : ClaimKind::RATE;
  }
  if (change) return ClaimKind::CHANGE;
  // Further left in the clause: 率, 占, 增速, 人均 — the nearest wins.
  ClaimKind found = ClaimKind::FIXED;
  bool per = false;
  std::size_t at = begin;
  for (int signs = 0; signs < 40 && at > 0; ++signs) {
    WordTable::Match word = kind_words().longest(text, at);
    if (word) {
      if (word.value == PER_WORD) per = true;
      if (found == ClaimKind::FIXED) {
        std::string_view said = text.substr(at - word.bytes, word.bytes);
        if (word.value == SHARE_WORD && said != "有") found = ClaimKind::SHARE;
        if (word.value == RATE_WORD) found = ClaimKind::RATE;
        if (word.value == CHANGE_NOUN) found = ClaimKind::CHANGE;
      }
      at -= word.bytes;
      continue;
    }
    std::size_t before = 0;
    char32_t c = text::code_point_before(text, at, before);
    if (ends_clause(c)) break;
    at = before;
  }
  switch (of) {
    case UnitClass::MONEY:
      return per ? ClaimKind::MONEY_PER : ClaimKind::MONEY;
    case UnitClass::PERCENT:
    case UnitClass::TENTHS:
    case UnitClass::FRACTION:
      if (found != ClaimKind::FIXED) return found;
      if (approx_after(text, end) == Approx::OVER || text.substr(end).starts_with("的")) return ClaimKind::SHARE;
      return of == UnitClass::PERCENT ? ClaimKind::RATE : ClaimKind::SHARE;
    default:
      return ClaimKind::COUNT;
  }
}

bool ranked(std::string_view text, std::size_t begin) {
  static const WordTable kWords(WordTable::Direction::BACKWARD,
                                {{"居 列 排 排名 位居 位列 跃居 名列 排在 排到 跃升到 跃升至 跃升 升至 升到 上升到 "
                                  "上升至 前移到 前进到 全国 全省 全市 全区 全县 全球 世界 "
                                  "亚洲 西部 中部 东部 东北 同类城市 保持 稳居 进位到 提升到 提升至 晋升到 均居全国 "
                                  "连续 内地 中西部 全盟 全州 省内 国内 居于 位于",
                                  1}});
  std::size_t at = begin;
  for (int signs = 0; signs < 8 && at > 0; ++signs) {
    if (kWords.longest(text, at)) return true;
    std::size_t before = 0;
    char32_t c = text::code_point_before(text, at, before);
    if (ends_clause(c) || c == U'、') return false;
    at = before;
  }
  return false;
}

bool level_without_unit(std::string_view text, std::size_t begin, std::size_t end) {
  static const WordTable kWords(WordTable::Direction::BACKWARD,
                                {{"达 达到 至 到 为 共 计 共计 合计 总计 降至 升至 增至 系数 指数 得分 均分 比 控制在 "
                                  "超 超过 低于 高于 约为 为期 突破 仅",
                                  1}});
  if (!kWords.longest(text, begin)) return false;
  std::uint32_t length = 0;
  char32_t c = text::code_point_at(text, end, length);
  if (ends_clause(c) || c == U'、' || c == U'）' || c == U')') return true;
  return static_cast<bool>(approx_words_after().longest(text, end));
}

}  // namespace yizheng::reports
