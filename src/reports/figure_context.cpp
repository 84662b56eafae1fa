#include "reports/figure_context.h"

#include "reports/word_table.h"
#include "text/numerals.h"

namespace yizheng::reports {
namespace {

constexpr std::int32_t kNothing = 9;  // a longer word in which the shorter one does not mean what it says: 节约

std::int32_t v(Approx approx) { return static_cast<std::int32_t>(approx); }

constexpr std::string_view kOverBefore =
    R"(超 超过 超过了 突破 突破了 逾 至少 不少于 不低于 多于 大于 高于 超出 破 不下 不下于 远超 已超 均超 超额 已过 均过
跨过 跨越 迈过 超了 越过 冲破 首超 首破 不小于 起码 最少 超百分之 ≥ ≧ > ＞)";
constexpr std::string_view kNearlyBefore =
    R"(近 接近 将近 不足 不到 低于 少于 不超过 不高于 至多 最多 小于 不大于 不多于 逼近 未超过 近百分之 不超出 ≤ ≦ < ＜)";
constexpr std::string_view kAboutBefore = R"(约 大约 大概 约为 约占 约有 约达 约合 大致 约计 平均约 估计)";
constexpr std::string_view kNotApprox =
    R"(最近 附近 临近 靠近 邻近 新近 远近 亲近 贴近 走近 拉近 节约 签约 合约 预约 制约 条约 契约 履约 公约 违约 简约 集约
特约 解约 续约 邀约 赴约 反超 赶超 高超)";

const WordTable& approx_words_before() {
  static const WordTable kTable(WordTable::Direction::BACKWARD, {{kOverBefore, v(Approx::OVER)},
                                                                 {kNearlyBefore, v(Approx::NEARLY)},
                                                                 {kAboutBefore, v(Approx::ABOUT)},
                                                                 {kNotApprox, kNothing}});
  return kTable;
}

const WordTable& approx_words_after() {
  static const WordTable kTable(
      WordTable::Direction::FORWARD,
      {{"以上 及以上 之上 有余 开外 或以上 挂零 出头", v(Approx::OVER)},
       {"以内 之内 以下 及以下 内", v(Approx::NEARLY)},
       {"左右 上下 许 不等", v(Approx::ABOUT)},
       {"内部 内容 内外 内地 内陆 内需 内河 内涝 内资 内在 内生 内蒙古 内存 内控 内循环 内科 内销 内贸 内圈 内环 内城 "
        "许可 许多 许昌 上下功夫 上下游 上下联动 上下班 上下水 上下级 上下学 上下贯通 上下同心",
        kNothing}});
  return kTable;
}

// Words that may stand between a verb and its number.
constexpr std::string_view kJoints =
    R"(了 超 超过 约 大约 近 将近 接近 达 达到 至少 突破 逾 不少于 不低于 不超过 年均 分别 均 各 又 再 累计 高达 多达 幅度达 幅度
约为 超出 共 均超 都超 不到 不足 更 也 已 平均 仅 只 有望 力争 预计 —— ： 预期 目标 左右 为 在 控制在 保持在 稳定在 定为 拟定为 设定为 确定为 由 从 迈上 跨上 跨越 跨过 迈过 站上 登上 首次)";

const WordTable& joints() {
  static const WordTable kTable(WordTable::Direction::BACKWARD, {{kJoints, 1}});
  return kTable;
}

enum Word : std::int32_t { CHANGE_WORD, CHANGE_NOUN, LEVEL_WORD, SHARE_WORD, RATE_WORD, NO_WORD };

// A difference against another time, when it stands right in front of the number.
constexpr std::string_view kChange =
    R"(增长 下降 提高 增加 减少 降低 上升 上涨 回落 下跌 下滑 缩小 缩短 压减 压缩 增 降 扩大 提升 提速 加快 放缓 收窄 改善
多增 少增 净增 净增加 同比增长 同比下降 同比增 同比降 增产 减产 增收 减收 增值 上调 下调 上浮 下浮 削减 消减 收缩 萎缩 反弹 攀升 跃升 提前 翻 递增 递减
再增长 再增加 再下降 再降低 再提高 平均降低 平均下降 平均提高 平均增长 高出 低于全国 高于全国 高于全省 高于全市 快于全国 快于全省 快于全市 较上年增长 净增长 压降 精简
缩减 调减 调增 环比增长 环比下降 减幅 优于 改善了 去年多 上年多 同期多 年初多 去年少 上年少 同期少 计划多 原来多 去年高 上年高 去年低 上年低 降低了 提高了 减少了 增加了 增长了
下降了 多缴 少缴 降本 减负)";
constexpr std::string_view kChangeNoun =
    R"(增长目标 增长预期目标 预期增长目标 增长预期 增速 增幅 涨幅 降幅 跌幅 增量 减幅 升幅 增速达 增速为 增速超 涨幅为)";
constexpr std::string_view kLevel =
    R"(增长到 下降到 提高到 增加到 减少到 降低到 上升到 上涨到 回落到 缩小到 缩短到 压减到 压缩到 增至 降至 升至 提升到 提升至 提高至
增加至 减少至 下降至 降低至 扩大到 扩大至 上升至 缩短至 压缩至 压减至 减至 回落至 增长至 稳定在 保持在 控制在 维持在 达到 达 跃升至 跃升到 攀升至 攀升到 收窄至 收窄到 上调至
下调至 上调到 下调到 最高 最低 提高标准 不高 至少 精简到 精简至 缩小至 压降至 压降到 缩减至 缩减到 翻到 调整到 调整为)";
constexpr std::string_view kShare =
    R"(占 占比 比重 比例 份额 占到 占全省 占全国 占全市 占全区 占总 其中 占有率 占比例 构成 持股 控股 占比达)";
constexpr std::string_view kRate =
    R"(率 满意度 强度 指数 系数 知晓度 比值 利用率 参与度 浓度 密度 倍率 比率 费率 税率 利率 得分 率达 比 达标 完成 合格 满意 优良 完好
公开 公示 知晓 兑现 到位 全覆盖 覆盖 面 度 办结 办复 答复 面商 沟通 见面 走访 采纳 立案 落实 整改 回复 反馈 满意和基本满意 基本满意 百分比)";
// Words that only look like one of the above.
constexpr std::string_view kNoWord =
    R"(新增 年增 激增 徒增 率先 率领 效率 频率 功率 统率 表率 轻率 草率 坦率 面向 方面 全面 层面 最高 新高 崇高 不高 较高 更高 最低 较低 对比 同比 环比
相比 制度 年度 季度 力度 进度 高度 深度 广度 态度 程度 速度 温度 幅度 跨度 长度 难度 角度 宽度 厚度 额度 再度 一度 尺度 热度 限度 调度 月度 印度 见面会 当面 地面 路面 水面 下面 上面
前面 后面 表面 对面 界面 断面 画面 版面 书面 场面 局面 正面 负面 反面 里面 外面 升降 下降率 提质升级)";

const WordTable& kind_words() {
  static const WordTable kTable(WordTable::Direction::BACKWARD, {{kChange, CHANGE_WORD},
                                                                 {kChangeNoun, CHANGE_NOUN},
                                                                 {kLevel, LEVEL_WORD},
                                                                 {kShare, SHARE_WORD},
                                                                 {kRate, RATE_WORD},
                                                                 {kNoWord, NO_WORD}});
  return kTable;
}

bool ends_clause(char32_t c) {
  return c == 0 || std::u32string_view(U"，。；！？\n,;!?：（(").find(c) != std::u32string_view::npos;
}

Approx as_approx(std::int32_t value) {
  return value == kNothing || value < 0 ? Approx::EXACT : static_cast<Approx>(value);
}

std::size_t skip_joints(std::string_view text, std::size_t at) {
  for (int words = 0; words < 4; ++words) {
    WordTable::Match joint = joints().longest(text, at);
    if (!joint) break;
    at -= joint.bytes;
  }
  return at;
}

bool worked_on(std::string_view before) {
  // 改造提升25个, 扩大3家: things worked on, and no difference.
  for (std::string_view word : {"提升", "扩大", "改善", "加快", "提速", "提前", "精简", "缩小"}) {
    if (before.ends_with(word)) return true;
  }
  return false;
}

bool of_a_change(std::string_view after) {  // 5%的幅度
  for (std::string_view word : {"的幅度", "的速度", "的增速", "的增长", "的增幅", "的年均", "的涨幅", "的降幅"}) {
    if (after.starts_with(word)) return true;
  }
  return false;
}

bool of_a_rate(std::string_view after) {  // 16%的税率
  if (!after.starts_with("的")) return false;
  std::size_t rate = after.substr(0, 24).find("率");
  return rate != std::string_view::npos && rate <= 15;
}

// 较上次会议多35件, 比去年少3天
bool more_than_before(std::string_view text, std::size_t begin) {
  std::string_view front = text.substr(0, begin);
  if (!front.ends_with("多") && !front.ends_with("少")) return false;
  std::size_t at = begin;
  for (int signs = 0; signs < 14 && at > 0; ++signs) {
    std::size_t before = 0;
    char32_t c = text::code_point_before(text, at, before);
    if (ends_clause(c)) return false;
    if (c == U'比' || c == U'较') return true;
    at = before;
  }
  return false;
}

// A change is told by the word right in front of the number, past 了, 超过 and the like.
bool change_in_front(std::string_view text, std::size_t begin, std::size_t end, const Unit& unit) {
  if (more_than_before(text, begin)) return true;
  std::size_t joined = skip_joints(text, begin);
  WordTable::Match near = kind_words().longest(text, begin);
  WordTable::Match beyond = joined == begin ? near : kind_words().longest(text, joined);
  bool counted = unit.of == UnitClass::COUNT || unit.of == UnitClass::LOOSE || unit.of == UnitClass::EMPTY ||
                 unit.of == UnitClass::PHYSICAL;
  if (near && near.value == CHANGE_WORD) {
    if (!counted) return true;
    std::string_view front = text.substr(0, begin);
    if (worked_on(front)) return false;
    std::uint32_t length = 0;  // 提高6000万人口供水水平: the number belongs to what is raised
    return !(front.ends_with("提高") && text::code_point_at(text, end, length) >= 0x4E00 &&
             past_approx(text, end) == end);
  }
  if (near && near.value == NO_WORD) return false;
  if (!beyond) return false;
  bool change = beyond.value == CHANGE_WORD || (beyond.value == CHANGE_NOUN && unit.of == UnitClass::PERCENT);
  // 增长达5% is a change, 增加达到5家 a level.
  if (near && near.value == LEVEL_WORD && unit.of != UnitClass::PERCENT) return false;
  return change && !(counted && worked_on(text.substr(0, joined)));
}

// The nearest word of a share, a rate or a change further left in the clause; FIXED where none is found.
ClaimKind kind_from_clause(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  for (int signs = 0; signs < 40 && at > 0; ++signs) {
    if (WordTable::Match word = kind_words().longest(text, at)) {
      if (word.value == SHARE_WORD) return ClaimKind::SHARE;
      if (word.value == RATE_WORD) return ClaimKind::RATE;
      if (word.value == CHANGE_NOUN) return ClaimKind::CHANGE;
      at -= word.bytes;
      continue;
    }
    std::size_t before = 0;
    if (ends_clause(text::code_point_before(text, at, before))) break;
    at = before;
  }
  return ClaimKind::FIXED;
}

}  // namespace

Approx approx_before(std::string_view text, std::size_t begin) {
  while (begin > 0 && text[begin - 1] == ' ') --begin;
  return as_approx(approx_words_before().longest(text, begin).value);
}

Approx approx_after(std::string_view text, std::size_t end) {
  return as_approx(approx_words_after().longest(text, end).value);
}

std::size_t past_approx(std::string_view text, std::size_t end) {
  WordTable::Match word = approx_words_after().longest(text, end);
  return word && word.value != kNothing ? end + word.bytes : end;
}

bool floor_in_clause(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  for (int signs = 0; signs < 24 && at > 0; ++signs) {
    std::string_view front = text.substr(0, at);
    if (front.ends_with("不低于") || front.ends_with("不少于")) return true;
    std::size_t before = 0;
    if (ends_clause(text::code_point_before(text, at, before))) return false;
    at = before;
  }
  return false;
}

ClaimKind kind_of_figure(std::string_view text, std::size_t begin, std::size_t end, const Unit& unit) {
  const UnitClass of = unit.of;
  while (begin > 0 && text[begin - 1] == ' ') --begin;
  if (of == UnitClass::POINTS || unit.text == "番") return ClaimKind::CHANGE;
  if (change_in_front(text, begin, end, unit)) return ClaimKind::CHANGE;
  if (of == UnitClass::PERCENT && of_a_change(text.substr(past_approx(text, end)))) return ClaimKind::CHANGE;
  if (of == UnitClass::TIMES) return ClaimKind::RATE;
  if (of == UnitClass::MONEY) return ClaimKind::MONEY;
  if (of != UnitClass::PERCENT && of != UnitClass::TENTHS && of != UnitClass::FRACTION) return ClaimKind::COUNT;
  if (of == UnitClass::PERCENT && of_a_rate(text.substr(end))) return ClaimKind::RATE;
  ClaimKind found = kind_from_clause(text, begin);
  if (found != ClaimKind::FIXED) return found;
  if (approx_after(text, end) == Approx::OVER || text.substr(end).starts_with("的")) return ClaimKind::SHARE;
  return of == UnitClass::PERCENT ? ClaimKind::RATE : ClaimKind::SHARE;
}

bool ranked(std::string_view text, std::size_t begin) {
  static const WordTable kWords(
      WordTable::Direction::BACKWARD,
      {{R"(居 列 排 排名 位居 位列 跃居 名列 排在 排到 跃升到 跃升至 跃升 升至 升到 上升到 上升至 前移到 前进到 全国 全省 全市 全区 全县 全球 世界 亚洲
西部 中部 东部 东北 同类城市 保持 稳居 进位到 提升到 提升至 晋升到 均居全国 连续 内地 中西部 全盟 全州 省内 国内 居于 位于 地级市 县市区 区县 系统 国际 进入 跻身 迈入 挺进)",
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

bool money_left_out(std::string_view text, std::size_t begin) {
  static const WordTable kWords(
      WordTable::Direction::BACKWARD,
      {{R"(投资 总投资 资金 收入 产值 税收 贷款 债务 资产 支出 补贴 余额 营收 利润 销售额 增加值 生产总值 GDP 经费 善款 成交额
进出口 投资额 经济总量 总产值 营业收入 销售收入 总额 贷款余额 存款)",
        1},
       {"人次总额 旅客总额", 0}});
  WordTable::Match word = kWords.longest(text, skip_joints(text, begin));
  return word && word.value == 1;
}

bool level_without_unit(std::string_view text, std::size_t begin, std::size_t end) {
  static const WordTable kWords(
      WordTable::Direction::BACKWARD,
      {{R"(达 达到 至 到 为 共 计 共计 合计 总计 降至 升至 增至 系数 指数 得分 均分 比 控制在 超 超过 低于 高于 约为
为期 突破 仅 率)",
        1}});
  if (!kWords.longest(text, begin)) return false;
  std::uint32_t length = 0;
  char32_t c = text::code_point_at(text, end, length);
  if (ends_clause(c) || c == U'、' || c == U'）' || c == U')') return true;
  return static_cast<bool>(approx_words_after().longest(text, end));
}

}  // namespace yizheng::reports
