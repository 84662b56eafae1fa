#include "reports/units.h"

#include "reports/word_table.h"
#include "text/numerals.h"

namespace yizheng::reports {
namespace {

using enum UnitClass;

constexpr std::int32_t v(UnitClass of) { return static_cast<std::int32_t>(of); }

// Longest match wins, so 人次 is not 人 and 平方米 is not 平方.
const WordTable& units() {
  static const WordTable kTable(
      WordTable::Direction::FORWARD,
      {
          {"件 件次 项 项次 条 条次 篇 篇次 期 期次 次 场 场次 批 批次 名 位 人 人次 户 户次 家 家次 所 处 座 套 份 "
           "份次 期次 "
           "册 册次 本 部 种 只 头 辆 辆次 台 台套 台次 艘 艘次 架 架次 张 幅 首 组 支 间 栋 幢 片 块 口 株 棵 枚 颗 "
           "尾 羽 "
           "盏 扇 门 节 票 集 卷 枝 盘 笔 宗 例 起 桩 单 轮 趟 遍 回 班 班次 车次 航次 航班 航班次 匹 峰 羽 箱 桶 袋 "
           "瓶 "
           "标准箱 标箱 列 列次 节次 课时 学时 学分 篇章 字 万字 件套 台件 件台 封 款 尊 通 副 面 场所 户数 人份 剂次 "
           "剂 "
           "例次 人天 个人次 道 方面 类 领域 环节 对 则 大类 版块 板块 拨 门次 站次 点次 人日 眼 位次 名次 标台 辆标台 "
           "项目 课题 "
           "专题 议题 层面",
           v(COUNT)},
          {"县 市 省 州 区 村 镇 乡 街道 社区 国 国家 省份 城市 校 院 馆 园 园区 店 站 点 桩 床 亭 层 "
           "席 席次 度 分 通道 科 属 目 群 厅 室 库 塔 井 池 棚 沟 河 湖 山 岛 港 桥 队 团 班级 "
           "寸 格 词 句 段 处室 辑 讲 堂 省市 省区市 县区 县市区 市州 市县 乡镇 部门 单位 企业 高校 学校 "
           "医院 机构 指标 任务 措施 举措 步骤 阶段 工程 平台 中心 基地 集群 产业 行业 品种 岗位 床位 学位 "
           "车位 泊位 机位 停车位 委员 代表 提案 建议 问题 工作日 党派 界别 专委会 模块 系列 系统 标准 案例 品牌 点位 "
           "楼宇 小区 亩次 农户 村民 群众 党员 干部 学生 老人 儿童 民族 行政村 自然村 贫困村 人口 居民 家庭 国际友城",
           v(LOOSE)},
          // Words that begin like a unit and are none.
          {"国道 省道 县道 乡道 村道 国产 国际 国内 国有 国标 国资 国债 国企 省级 市级 县级 区级 镇级 村级 州级 厅级 "
           "市场 市民 区域 区块 "
           "区间 室内 库存 港澳 岛内 桥梁 队伍 河长 山地 属地 目标 目录 科技 科学 科研 层次 层级 步伐 点评 点击 馆藏 "
           "园地 站位 店铺 分别 "
           "分类 分布 分管 分析 分红 分之 角度 度假 席卷 格局 团结 团队 班子 校园 院内 院士 群防 沟通 湖区 井然 棚改 "
           "厅局 塔里木 "
           "台阶 台账 台风 步行 亭台 床上 桩基 次于 次年 期间 期末 批复 "
           "批准 批评 "
           "讲话 讲述 讲座 讲堂 讲坛 讲师 讲解 讲课 讲究 讲好 讲政治 讲授 讲评 讲台 讲稿 讲理 讲党课 辑录 辑要 "
           "篇章中 场景 场馆 家庭 座谈 处理 处置 处于 套餐 册封 部署 "
           "头部 头等 "
           "张家 幅度 首先 组成 支持 支撑 支出 间接 片区 片面 起到 起步 起诉 单独 单位面积 "
           "轮流 回升 回落 "
           "班子成员 节约 节能 集中 集体经济 卷入 例如 例会 通报 通车 副主席 副主任 面对 面向 面临 对口 对于 对外 "
           "对接 则是 道路 环保 环境 类似",
           v(NONE)},
          {"个", v(EMPTY)},
          {"元 角钱 块 块钱 美元 欧元 港元 港币 日元 英镑 卢布 韩元 新台币 澳元 加元 人民币 元人民币 美金 瑞郎 "
           "瑞士法郎 "
           "澳门元 新加坡元 新元 泰铢 卢比 币",
           v(MONEY)},
          {"公里 千米 米 厘米 毫米 微米 纳米 里 华里 海里 光年 英里 平方公里 平方千米 平方米 平米 平方 立方米 立方 方 "
           "土方 "
           "亩 公顷 平方厘米 立方厘米 吨 吨标准煤 吨标煤 吨公里 载重吨 总吨 吨位 千克 公斤 斤 市斤 两 克 毫克 微克 "
           "克拉 "
           "千瓦 千瓦时 千瓦·时 瓦 瓦时 兆瓦 兆瓦时 吉瓦 吉瓦时 太瓦时 度电 千伏 千伏安 伏 伏安 安 安培 摄氏度 升 公升 "
           "毫升 "
           "赫兹 赫 兆赫 千赫 吉赫 分贝 千卡 大卡 卡 焦 焦耳 千焦 帕 千帕 兆帕 百帕 人公里 车公里 纤芯公里 芯公里 "
           "皮长公里 "
           "平方公尺 尺 丈 毫克/升 微克/立方米 毫克/立方米 微克每立方米 毫克每升 毫克每立方米 公里每小时 克每千瓦时 "
           "吨标准煤/万元 升/秒 桶油 桶原油 加仑 盎司 蒲式耳 倍频 亩地 载重吨位 马力 道尔 转 马赫 目 "
           "km kW kWh kwh KW KWh kw MW MWh GW GWh TW TWh KM Km m m² m2 m³ m3 ㎡ km² km2 cm mm nm kg KG g mg μg L ml "
           "mL "
           "kV KV kv kVA Hz MHz GHz kHz GB TB PB EB MB KB Gbps Mbps Tbps bps EFLOPS Eflops PFLOPS Pflops P ℃ °C "
           "μg/m³ ug/m3 mg/L μm TEU teu dB ppm hm² ha mw 字节",
           v(PHYSICAL)},
          {"年 月 天 日 周 星期 小时 分钟 秒 秒钟 岁 周岁 刻钟 昼夜 年级 学年 学期 季度 工作日 个工作日 个月 个小时 "
           "个星期 "
           "个年头 个季度 个学期 个昼夜 个自然日 自然日 月龄 个钟头 毫秒 微秒 年度 交易日 个交易日",
           v(SPAN)},
          {"% ％ 个% ‰", v(PERCENT)},
          {"个百分点 百分点 个点 个基点 基点 个千分点", v(POINTS)},
          {"倍 番", v(TIMES)},
          {"成 折", v(TENTHS)},
      });
  return kTable;
}

// The plain form of units that are printed in more ways than one.
std::string_view plain(std::string_view unit) {
  struct Pair {
    std::string_view from, to;
  };
  static constexpr Pair kPairs[] = {
      {"％", "%"},        {"个%", "%"},           {"个百分点", "百分点"}, {"个点", "百分点"},     {"个基点", "基点"},
      {"个月", "月"},     {"个小时", "小时"},     {"个工作日", "工作日"}, {"个星期", "星期"},     {"个季度", "季度"},
      {"㎡", "平方米"},   {"m²", "平方米"},       {"m2", "平方米"},       {"km", "公里"},         {"KM", "公里"},
      {"Km", "公里"},     {"km²", "平方公里"},    {"km2", "平方公里"},    {"m³", "立方米"},       {"m3", "立方米"},
      {"元人民币", "元"}, {"人民币", "元"},       {"块", "块"},           {"块钱", "元"},         {"平米", "平方米"},
      {"°C", "℃"},        {"个千分点", "千分点"}, {"个自然日", "自然日"}, {"个交易日", "交易日"}, {"个年头", "年"},
      {"个昼夜", "昼夜"}, {"个学期", "学期"},     {"个钟头", "小时"},     {"kWh", "千瓦时"},      {"KWh", "千瓦时"},
      {"kwh", "千瓦时"},  {"kW", "千瓦"},         {"KW", "千瓦"},         {"kw", "千瓦"},         {"个人次", "人次"},
  };
  for (const Pair& pair : kPairs) {
    if (pair.from == unit) return pair.to;
  }
  return unit;
}

bool letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// 批(次), 件（次）: the bracket belongs to the unit.
std::uint32_t bracketed_times(std::string_view text, std::size_t at) {
  for (std::string_view form : {"(次)", "（次）", "(次）", "（次)"}) {
    if (text.substr(at).starts_with(form)) return static_cast<std::uint32_t>(form.size());
  }
  return 0;
}

// 微克/立方米, 元/吨, 元每人: what the unit is counted by.
std::uint32_t per(std::string_view text, std::size_t at, UnitClass of) {
  std::uint32_t length = 0;
  char32_t c = text::code_point_at(text, at, length);
  if (c != U'/' && c != U'／') return 0;
  std::size_t here = at + length;
  WordTable::Match match = units().longest(text, here);
  if (!match || of == PERCENT) {
    c = text::code_point_at(text, here, length);
    std::string_view rest = text.substr(here);
    for (std::string_view word : {"万元", "万人", "百户", "亿元", "千人"}) {
      if (rest.starts_with(word)) return static_cast<std::uint32_t>(here + word.size() - at);
    }
    return 0;
  }
  return static_cast<std::uint32_t>(here + match.bytes - at);
}

}  // namespace

Unit unit_at(std::string_view text, std::size_t at) {
  Unit out;
  out.end = static_cast<std::uint32_t>(at);
  if (at < text.size() && text[at] == ' ') ++at;
  WordTable::Match match = units().longest(text, at);
  if (!match || match.value == v(NONE)) return out;
  out.of = static_cast<UnitClass>(match.value);
  std::string_view word = text.substr(at, match.bytes);
  std::uint32_t length = 0;
  // Letters end where a word of letters ends: 5G is not 5克, 3A no 3安.
  if (letter(static_cast<unsigned char>(word.back()))) {
    if (letter(text::code_point_at(text, at + match.bytes, length))) return {static_cast<std::uint32_t>(at), NONE, {}};
  }
  out.end = static_cast<std::uint32_t>(at + match.bytes);
  out.text = plain(word);
  if (std::uint32_t times = bracketed_times(text, out.end)) {
    static constexpr std::string_view kTimes[][2] = {{"批", "批次"}, {"件", "件次"}, {"人", "人次"}, {"场", "场次"},
                                                     {"篇", "篇次"}, {"条", "条次"}, {"项", "项次"}};
    for (const auto& pair : kTimes) {
      if (pair[0] == word) out.text = pair[1];
    }
    out.end += times;
    return out;
  }
  if (std::uint32_t more = per(text, out.end, out.of)) {
    out.text = text.substr(at, match.bytes + more);
    out.end += more;
  }
  return out;
}

}  // namespace yizheng::reports
