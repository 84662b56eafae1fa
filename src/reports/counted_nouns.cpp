// The nouns that reports count with 个.
#include <algorithm>

#include "reports/units.h"
#include "reports/word_table.h"
#include "text/numerals.h"

namespace yizheng::reports {
namespace {

enum Noun : std::int32_t {
  HEAD,       // may end a noun phrase
  OPEN_HEAD,  // ends one, unless a HEAD follows in the same phrase: 国家 in 国家实验室
  MODIFIER,   // may stand between two nouns of a phrase
};

constexpr std::string_view kHeads = R"(
方面 层面 课题 专题 议题 主题 村 行政村 自然村     单位 部门 项目 工程 中心  平台 基地 实验室  装置 集群 园区 产业园 示范园 科技园  工业园
示范区 试验区 先行区 开发区 高新区 新区 片区 专区 景区 社区 小区 街区 灌区 地区 城区 辖区 学区 库区 集聚区 聚集区 综合保税区 保税区 保护区 功能区 园 乡镇 镇 乡 县 区 市 省 州 街道 城市 城镇 县城
省份 省市 省区市 市州 县区 区县 市县 旗县 企业 公司 机构 学校 高校 院校 学院 医院 卫生院 卫生室 诊所 幼儿园 养老院 敬老院 学科 专业 专科  学位 床位 托位 岗位 车位 泊位 机位 停车位 座位 席位
点位 站点 网点 试点 景点 站 点 联系点 观测点 监测点 服务点 采样点 断面 机场 港口 码头 车站 场站 电站  水库 矿山 煤矿 气田 油田 电厂 工厂 车间 市场 商场 超市 商圈 综合体 品牌 产品 品种 系列
类别 门类 种类 行业 产业 领域 环节 阶段 步骤 程序 事项 任务 指标 措施 举措 政策 文件 办法 制度 机制 体系 标准 规范 方案 规划 计划 行动 专项 活动 会议 论坛 展会 节目 栏目 版面 版块 板块 专栏
窗口 系统 模块 场景 案例 典型 经验 问题 难题 隐患 短板 堵点 痛点 难点 热点 风险点 矛盾 纠纷 案件 提案 建议 意见 信息 报告 课程 小组 工作组 调研组 视察组 督查组 督导组 监督组 活动组 联络组 专班
组团 队伍 团队 服务队 突击队 消防队 支队 大队 分队 救援队 党支部 支部 党组织 党委 党派 民主党派 专委会 专门委员会 委员会 业主委员会 界别 界别组 工作室  联络站 工作站  服务站 驿站
委员之家 议事厅 议事室 协商室 会客厅 阅览室 活动室 协会 商会 学会 团体 人民团体 组织 社团 合作社 农场 家庭 农户 员工 职工 名额 指数 账户 账号 用户 国家 民族 经济体 领事馆 友城 通道 口岸 航线 航点 线路 路段 路口 桥梁 隧道 基站 充电桩 充电站
加油站 换电站 变电站 污水处理厂 处理厂 垃圾场 填埋场 公园 湿地  绿道 广场  厕所 公厕 停车场 书屋 书房 图书馆 博物馆 文化馆 体育馆 美术馆 纪念馆 展馆 场馆  文化站 
  食堂   楼盘 楼栋 单元 庭院 网格 楼宇 工地 标段 地块 字 词 字节 接口 端口 节点 终端 设备 传感器 摄像头 部位 理由 特点 亮点 重点 方向 目标 工作日 季度 小时 月
样本 批次 镜头 作品 剧目 剧种 项目库 条目 词条 主体  经营主体 团组 代表团  集体 奖项 称号 荣誉 奖 金奖 专利 商标 地理标志  流动站 孵化器 众创空间 
 研究院 研究所   示范点       小镇  古镇  村落 村庄 村寨 屯 村民小组 居委会 村委会 村居 村社 海岛 湖 河流 河段 流域 山头 林场
牧场 渔场  大棚 池塘 鱼塘 泵站 水厂 管网 供水点 机井 厂 店 门店 网店 直播间 摊位 档口 展位 柜台 席位 分会场 会场 赛区 赛场 看台 球场 健身点 运动场 操场 教室 班 班级 年级 科室 病区 诊室
急救站 医联体 医共体 联盟 联合体 共同体 都市圈 城市群 经济圈 增长极 走廊 枢纽 物流园 仓库 海外仓 前置仓 综保区 自贸区 合作区 园中园 样板 样板间 清单 台账 目录 表格 证 证照 证明 表单 回合
轮次 梯队 档次 等级 层次 维度 角度 视角 关系 优势 资源 要素 模式 路径 渠道 载体 抓手 支撑 支点 支路 缺口 记录 纪录 瞬间 故事 人物  批复 意向 协议 合同 订单 备忘录 共识 成果 分岛 岛屿
自治州 自治县 地级市 县级市 市辖区 地市 地州 盟市 设区市 行政区 大关 台阶 门槛 大类 小类 智能体 大模型 数据集 链群 链条 产业链 生产线 子项目 分中心 车次 班次 经济区 牧区 矿区 营地 露营地 
  水源地 水体 蓄水池 水池 山塘 塘坝 排口 排污口 入河排污口  气象站 卫生间  助餐点 幸福院 福利院 托育园 托儿所 公办园 校区 分校 教学点 学段 实践站  法庭 派出所 警务室
司法所 调解室 调委会 议事点   码头泊位 分论坛 展区 展馆 演出 剧场 影院 文创 遗址 文物点 非遗工坊 工坊 作坊 车间 订单班 大赛 赛事 项目部  党员 支行 网络 频道 账套 目的地
增长点 突破口 结合点 切入点 着力点 组成部分 部分 环 类型 新城    院区 分院 门诊部  赛道 总部 办事处 分支机构 子公司 分公司 驻外机构 商务区 服务区 度假区 旅游区 生活圈 服务圈 商业圈
)";

constexpr std::string_view kOpenHeads =
    R"(国家 全国 省 市 区 县 企业 社区 城市 高校 行业 产业 地区 乡镇 文化 县域 村 学校 街道 国 家庭 重点 团体 党派 人)";

constexpr std::string_view kModifiers = R"(
人气 人流 人际 人本 人性化 人脉 国控 省控 市控 国考 省考 国省 省市 市区 国家级 省级 市级 县级 区级 镇级 村级 世界级 全国性 重点 重大 主要 主办 承办 协办 会办 创新 技术 科技 特色 优势 先进 示范 试点 综合 公共 服务 民生 养老 文化 教育 医疗 卫生 体育 旅游 生态 环境
绿色 智能 数字 数字化 智慧 信息 信息化 标准化 现代 农业 工业 制造业 制造 建设 发展 研发 产业 经济 民营 国有 中小 高新 新型 传统 大型 中型 小型 优质 骨干 龙头 领军 标杆 基层 农村 城乡 区域 社会
志愿 扶贫 帮扶 乡村 振兴 乡村振兴 美丽 宜居 安全 应急 监测 监督 管理 治理 合作 交流 国际 国内 境外 境内 对外 贸易 投资 金融 保险 商贸 物流 交通 水利 能源 电力 新能源 临床 中医药 中医 医学
科研 专业 专项 培训 学习 实践 实训 就业 创业 人才 党建 统战 政协 委员 协商 议政 调研 视察 提案 社情民意 履职 专门 职能 相关 有关 直属 市直 省直 区直 县直 规上 规模以上 上市 外资 外贸
跨境 电商 省部级 国家和省级 传承 保护 遗产 非遗 历史 红色 爱国主义 革命 纪念 精神文明 文明 先行 高端 高水平 高质量 紧密型 普惠 普惠性 公立 民办 义务教育 职业 技工 残疾人 老年人 未成年人 妇女
儿童 青年 退役军人 农产品 粮食 畜禽 水产 林业 果蔬 加工 冷链 仓储 配送 共享 开放 开发 清洁 低碳 零碳 近零碳 污染 防治 修复 灾害 地质 气象 水文 防洪 抗旱 供水 不同 具体 突出 关键 核心
基本 常态 固定 流动 新建 改建 扩建 在建 续建 拟建 新开工 计划 规划 储备 签约 引进 老旧 城镇 棚户区 城中村 易地 搬迁 安置 集中 分散 欠发达 发达 沿海 内陆 沿边 边境 口岸 山区 平原 高原 少数
民族 贫困 深度 脱贫 重度 特困 困难 低保 关联 配套 引领 引领性 标志 标志性 牵引性 突破性 战略性 新兴 未来 前沿 基础 应用 前瞻 产学研 产教 校企 军民 政企 政务 行政 执法 司法 法律 法治 人民 人工 人工智能 人才 人居 人文 人大 人口 调解
信访 综治 健身 专职 消防 市域 县域 省域 园林 城市 休闲 农旅 文旅 酒旅 融合 联动 下属 主管 参加 常设 街道 乡镇 镇街 社区 赋能 扩权 效能 产能 动能 功能 性能 地表水 次 照料 日间 托育 中试 孵化 研究 实践 精神 特派 样板 补短 典型 强 名 二级 三级 一级 分级 主导 支柱 优先 主攻 细分 首批 百亿 千亿 百亿级 千亿级
万亿级 亿元 工业 商业 住宅 物业 既有 公租房 保障性 租赁 住房 汽车 充电 停车 公交 轨道 铁路 公路 高速 机场 港口 航空 航天 海洋 渔业 船舶 石化 化工 钢铁 纺织 食品 医药 电子 软件 集成电路 芯片
)";

// Words and signs at which no noun phrase goes on.
constexpr std::string_view kStops = R"(
， 。 ； ： ！ ？ 、 , ; : ! ? ( ) （ ） “ ” ‘ ’ 《 》 " 【 】 — - ～ ~ … · 和 与 及 以及 或 并 等 在 于 被 把 将 对 从 由 向 按 以 为 是 有 均 都 已 也 还 又 再 即 就
而 且 但 其 之 了 着 过 得 地 完成 开工 竣工 建成 落地 投产 投运 投用 获 获得 获批 荣获 入选 入围 实现 达到 达 增 增长 增加 减少 下降 提高 通过 下放 率先 全部 全面 加快 推进 启动 实施 开展 召开 举办
组织 参加 参与 接受 采取 进行 形成 成为 进入 纳入 列入 列为 评为 授予 命名 认定 创建 建立 设立 成立 覆盖 惠及 受益 运行 运营 使用 开通 通车 签订 签署 来 到 至 给 让 使 用 需 需要 应 能 可 会 要
超 超过 占 共 总 约 近 多 余 整县 整村 整镇 持续 深化 推动 促进 支持 带动 吸引 顺利 成功 正式 首次 新增 累计 分别 同比 年均 突破 保持 位居 居 列 排 做 打造 培育 提出 收到 办理 办结 答复 立案
督办 反映 报送 采用 采纳 刊发 批示 转化 落实 解决 整改 摘帽 退出 划入 撤销 合并 迁 赴 前往 深入 走访 慰问 考察 入驻 参展 参赛 参会 汇报 介绍 围绕 就 签约 比 比上年 集中 同步 陆续 先后 相继 全年
左右 以上 以下 以内 上下
)";

const WordTable& nouns() {
  static const WordTable kTable(WordTable::Direction::FORWARD,
                                {{kModifiers, MODIFIER}, {kHeads, HEAD}, {kOpenHeads, OPEN_HEAD}});
  return kTable;
}

const WordTable& stops() {
  static const WordTable kTable(WordTable::Direction::FORWARD,
                                {{kStops, 1},
                                 {"地级 地级以上市 以上学历 会议 会场 会员 地区 地块 地市 和谐 有关 可再生 "
                                  "能源 用户 应用 应急 要素 总部 近零碳 多式联运 多功能 "
                                  "向导 对口 对外 就业 居民 居委会 列车 排水 排污 增长极 "
                                  "参加单位 等级 给水 以工代赈 集中式 来源 地理 地质 地级市 "
                                  "地下 地方 地面 地标 共建 共享 共同 总体 得分 过境 "
                                  "为民 被动 在建 在线 在册 要闻 能力 可视 会展 会客厅 "
                                  "用地 用水 用能 需求 超市 超高 多元 多媒体 列 增量",
                                  0}});
  return kTable;
}

const WordTable& nouns_backward() {
  static const WordTable kTable(WordTable::Direction::BACKWARD, {{kHeads, 1}});
  return kTable;
}

const WordTable& between_noun_and_number() {
  static const WordTable kTable(
      WordTable::Direction::BACKWARD,
      {{R"(达到 达 增至 增加到 增长到 升至 超过 超 突破 共 共计 总计 总数 数量 总量 数 近 约 已 已有 均 各 有 只有 仅 仅有 为 至 到 了 接近
逾 至少 分别 累计 合计 扩大到 发展到 扩展到 拓展到 减少到 减至 降至 多达 不少于 总数达 总数达到 数量达到 数量达 新增 增加 减少 建成 扩大 净增)",
        1}});
  return kTable;
}

bool han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

// 消防水池485个: most nouns have two characters, and what stands right in front of the number is the noun counted.
std::string_view two_characters_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  for (int signs = 0; signs < 2; ++signs) {
    std::size_t previous = 0;
    if (!han(text::code_point_before(text, begin, previous))) return {};
    begin = previous;
  }
  std::string_view word = text.substr(begin, at - begin);
  WordTable::Match stop = stops().longest(text, begin);
  if (stop && stop.value == 1) return {};
  std::uint32_t length = 0;
  text::code_point_at(word, 0, length);
  WordTable::Match second = stops().longest(text, begin + length);
  if (second && second.value == 1) return {};
  return word;
}

bool past_bound(std::string_view rest) {
  return rest.starts_with("以上") || rest.starts_with("以下") || rest.starts_with("以内");
}

struct Phrase {
  std::string_view head;
  std::size_t stop = 0;  // where the phrase ended without one
};

Phrase noun_phrase(std::string_view text, std::size_t at) {
  Phrase out;
  std::size_t here = at;
  bool open = true;  // unknown words may stand before the head, or behind one that is open
  int unknown = 0;
  std::size_t signs = 0;
  for (; signs < 24 && here < text.size(); ++signs) {
    WordTable::Match noun = nouns().longest(text, here);
    WordTable::Match stop = stops().longest(text, here);
    if (out.head.empty() && (text.substr(here).starts_with("“") || text.substr(here).starts_with("”"))) {
      here += 3;  // 6个新“口袋公园”
      continue;
    }
    if (stop && stop.value == 1 && stop.bytes >= noun.bytes) {
      // 23个投资百亿元以上工业项目: the bound is part of the phrase.
      const bool bound = signs > 0 && out.head.empty() && past_bound(text.substr(here));
      if (!bound) break;
      here += 6;
      unknown = 0;
      continue;
    }
    if (noun && text.substr(here + noun.bytes).starts_with("化")) {  // 新型城镇化试点
      here += noun.bytes + 3;
      continue;
    }
    if (noun) {
      if (noun.value != MODIFIER) {
        out.head = text.substr(here, noun.bytes);
        // 国家实验室, 产业转移主平台: what these stand for is rarely counted themselves.
        open = out.head == "国家" || out.head == "全国" || out.head == "文化" || out.head == "产业" ||
               out.head == "行业" || out.head == "企业" || out.head == "区域";
        unknown = out.head == "产业" || out.head == "行业" || out.head == "企业" ? 7 : 0;
      }
      here += noun.bytes;
      // 四个层面学习制度: what follows an aspect is said of it, and is not what is counted.
      if (out.head == "层面" || out.head == "维度") break;
      continue;
    }
    if (!open || ++unknown > 10) break;
    std::uint32_t length = 0;
    char32_t c = text::code_point_at(text, here, length);
    if (length == 0 || c <= U' ') break;
    here += length;
  }
  if (out.head == "全国" || out.head == "文化") out.head = {};
  out.stop = here;
  return out;
}

}  // namespace

std::string_view noun_after(std::string_view text, std::size_t at) { return noun_phrase(text, at).head; }

std::string_view noun_of_list(std::string_view text, std::size_t at) {
  std::size_t here = at;
  for (int members = 0; members < 5; ++members) {
    here = noun_phrase(text, here).stop;
    std::string_view rest = text.substr(std::min(here, text.size()));
    if (!rest.starts_with("、") && !rest.starts_with("和")) return {};
    here += 3;
    std::uint32_t length = 0;
    const text::Sign sign = text::sign_at(text, here, length);
    if (here >= text.size() || (sign != text::Sign::DIGIT && sign != text::Sign::CHINESE)) return {};
    here = text::read_numeral(text, here).end;
    if (!text.substr(here).starts_with("个")) return {};
    here += 3;
    Phrase phrase = noun_phrase(text, here);
    if (!phrase.head.empty()) return phrase.head;
  }
  return {};
}

std::string_view unknown_noun_after(std::string_view text, std::size_t at) {
  std::size_t stop = noun_phrase(text, at).stop;
  std::uint32_t length = 0;
  if (han(text::code_point_at(text, stop, length)))
    return {};  // a verb or a particle: what stood there is no noun alone
  std::size_t begin = stop;
  for (int signs = 0; signs < 2; ++signs) {
    std::size_t previous = 0;
    if (begin <= at || !han(text::code_point_before(text, begin, previous)) || previous < at) return {};
    begin = previous;
  }
  return text.substr(begin, stop - begin);
}

bool phrase_ends_at(std::string_view text, std::size_t at) {
  WordTable::Match stop = stops().longest(text, at);
  return stop && stop.value == 1;
}

std::string_view noun_after_clause(std::string_view text, std::size_t at) {
  std::size_t here = at;
  for (int signs = 0; signs < 24 && here < text.size(); ++signs) {
    std::uint32_t length = 0;
    char32_t c = text::code_point_at(text, here, length);
    if (std::u32string_view(U"，。；\n,;：").find(c) != std::u32string_view::npos) return {};
    here += length;
    if (c == U'的') return noun_phrase(text, here).head;
  }
  return {};
}

std::string_view noun_before(std::string_view text, std::size_t at) {
  bool worked_on = false;
  if (text.substr(0, at).ends_with("”")) at -= 3;
  for (int words = 0; words < 4; ++words) {
    for (std::string_view work : {"改造", "建设", "提升", "整治", "打造", "创建", "培育", "改建", "扩建", "维修"}) {
      if (!worked_on && text.substr(0, at).ends_with(work)) {  // 老旧小区改造98个
        at -= work.size();
        worked_on = true;
      }
    }
    if (text.substr(0, at).ends_with("）") || text.substr(0, at).ends_with(")")) {  // 县（市、区）15个
      const std::size_t first = at > 60 ? at - 60 : 0;
      std::size_t open = text.substr(first, at - first).rfind(text[at - 1] == ')' ? "(" : "（");
      if (open == std::string_view::npos) return {};
      at = first + open;
    }
    if (WordTable::Match noun = nouns_backward().longest(text, at)) return text.substr(at - noun.bytes, noun.bytes);
    WordTable::Match word = between_noun_and_number().longest(text, at);
    if (!word) return worked_on ? std::string_view() : two_characters_before(text, at);
    at -= word.bytes;
  }
  return {};
}

}  // namespace yizheng::reports
