// Names of betting sites put into the middle of official sentences by those who took over a site: 开云体育app.
//
// No list of names lasts, so a span is judged by what it is made of: words that only betting sites use count two,
// words they share with honest text (体育, 平台, 注册, 彩票) count one and only beside others. A span without a word of
// the first sort is left alone: 福利彩票公益金, 文化娱乐平台 and 体育APP are ordinary.
#include "text/repair_spam.h"

#include <algorithm>
#include <array>

#include "text/char_table.h"
#include "text/repair_parts.h"

namespace yizheng::text {
namespace {

constexpr std::array vocabulary = std::to_array<std::string_view>({
    // Shared with honest text: from here …
    "体育",
    "彩票",
    "娱乐",
    "平台",
    "注册",
    "官网",
    "官方",
    "网站",
    "网址",
    "登录",
    "登陆",
    "入口",
    "下载",
    "手机版",
    "手机",
    "最新版",
    "最新",
    "安卓版",
    "苹果版",
    "安卓",
    "苹果",
    "电子",
    "真人",
    "棋牌",
    "电竞",
    "竞技",
    "游戏",
    "直播",
    "投注",
    "中国",
    "国际",
    "集团",
    "有限公司",
    "首页",
    "地址",
    "在线",
    "线上",
    "网页版",
    "网页",
    "客户端",
    "软件",
    "欢迎您",
    "欢迎",
    "线路",
    "检测",
    "中心",
    "开户",
    "充值",
    "提现",
    "代理",
    "大厅",
    "正版",
    "版",
    "线路检测",
    "备用",
    "导航",
    "科技",
    "全站",
    "版本",
    "APP",
    "App",
    "app",
    "IOS",
    "iOS",
    "ios",
    "vip",
    "VIP",
    "com",
    "www",
    "官方版",
    "通用版",
    "免费",
    "安装",
    "网投",
    "信誉",
    "综合",
    "资讯",
    "澳门",
    // … to here; the rest belongs to betting alone, or is the name of one of the widespread sites.
    "九游会",
    "bet365",
    "365bet",
    "188bet",
    "开云",
    "亚博",
    "必威",
    "滚球",
    "博彩",
    "赌博网",
    "赌场",
    "百家乐",
    "老虎机",
    "六合彩",
    "时时彩",
    "北京赛车",
    "葡京",
    "新葡京",
    "威尼斯人",
    "太阳城",
    "金沙",
    "澳门金沙",
    "皇冠体育",
    "皇冠足球",
    "云开",
    "华体会",
    "米乐",
    "九游",
    "爱游戏",
    "乐动",
    "云顶",
    "博天堂",
    "凯发",
    "凯时",
    "星空",
    "半岛",
    "天博",
    "万博",
    "博鱼",
    "乐鱼",
    "米兰",
    "金年会",
    "完美体育",
    "利来",
    "尊龙",
    "龙8",
    "明升",
    "沙巴",
    "伟德",
    "立博",
    "威廉希尔",
    "韦德",
    "世爵",
    "沐鸣",
    "杏彩",
    "杏耀",
    "天富",
    "摩登娱乐",
    "恒达娱乐",
    "蓝狮",
    "亿博",
    "环亚",
    "贝博",
    "银河娱乐",
    "永利",
    "新濠",
    "大发",
    "快三",
    "快3",
    "pk10",
    "外围",
    "盘口",
    "足彩",
    "竞彩",
    "牛牛",
    "炸金花",
    "斗地主",
    "捕鱼",
    "电玩城",
    "娱乐城",
    "娱乐场",
    "真钱",
    "现金网",
    "买球",
    "赌球",
    "球盘",
    "打鱼",
    "试玩",
    "返水",
    "洗码",
    "首存",
    "体彩网",
    "雷速",
    "球探",
    "雷竞技",
    "火博",
    "华体",
    "8868",
    "南宫",
    "ng28",
    "j9",
    "澳客",
});
constexpr std::size_t first_certain = [] {
  std::size_t i = 0;
  while (vocabulary[i] != "九游会") ++i;
  return i;
}();
// Of those that are betting's own, these are ordinary Chinese words too, and need company.
constexpr std::string_view doubtful[] = {
    "星空",   "半岛", "米兰",     "金沙", "大发", "捕鱼",     "环亚",   "南宫",   "永利",   "利来", "快三", "外围",
    "沙巴",   "云顶", "完美体育", "明升", "天富", "皇冠足球", "立博",   "爱游戏", "盘口",   "足彩", "竞彩", "牛牛",
    "斗地主", "试玩", "云开",     "球盘", "j9",   "开云",     "百家乐", "老虎机", "六合彩", "博彩", "赌场", "澳门金沙",
    "凯发",   "凯时", "尊龙",     "贝博", "8868", "电玩城",   "娱乐城", "娱乐场", "打鱼",   "火博", "世爵", "华体"};

// Shared words that a sentence may well go on with: they end no span.
constexpr std::string_view soft[] = {"科技", "中国", "国际", "集团", "中心", "有限公司", "综合", "资讯", "检测", "欢迎",
                                     "直播", "软件", "导航", "代理", "免费", "最新",     "首页", "电子", "地址", "线路",
                                     "手机", "在线", "线上", "游戏", "大厅", "安装",     "澳门", "竞技"};

// Shared words that a site puts behind its name, and no report behind the name of anything else that is here.
constexpr std::string_view telling[] = {"app",  "APP",  "App",    "注册",   "官网",   "下载",    "登录",
                                        "入口", "网址", "手机版", "平台",   "滚球",   "投注",    "开户",
                                        "充值", "提现", "网投",   "最新版", "官方版", "线路检测"};

struct Word {
  std::string_view text;
  int worth = 0;  // 1 shared, 2 doubtful, 3 betting's own
  bool ends = true;
};

class Vocabulary {
 public:
  Vocabulary() {
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
      int worth = i < first_certain ? 1 : 3;
      if (std::find(std::begin(doubtful), std::end(doubtful), vocabulary[i]) != std::end(doubtful)) worth = 2;
      words_.push_back(
          {vocabulary[i], worth, std::find(std::begin(soft), std::end(soft), vocabulary[i]) == std::end(soft)});
    }
    std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
      const auto first_a = a.text.substr(0, 1), first_b = b.text.substr(0, 1);
      return first_a != first_b ? first_a < first_b : a.text.size() > b.text.size();
    });
    for (std::size_t i = words_.size(); i-- > 0;) first_[static_cast<unsigned char>(words_[i].text[0])] = i + 1;
  }
  static const Vocabulary& get() {
    static const Vocabulary made;
    return made;
  }
  const Word* at(std::string_view text, std::size_t at) const {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first_[first] == 0) return nullptr;
    const std::string_view rest = text.substr(at);
    for (std::size_t i = first_[first] - 1; i < words_.size() && words_[i].text[0] == rest[0]; ++i) {
      if (rest.starts_with(words_[i].text)) return &words_[i];
    }
    return nullptr;
  }

 private:
  std::vector<Word> words_;
  std::array<std::size_t, 256> first_{};
};

// What betting names are strung together with.
std::size_t joiner(std::string_view text, std::size_t at) {
  static constexpr std::string_view joiners[] = {"_",  "-",  "*",  "|", "·", "(", ")", "（",
                                                 "）", "【", "】", "—", "+", "~", "@", "/"};
  for (const auto mark : joiners) {
    if (text.substr(at).starts_with(mark)) return mark.size();
  }
  return 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void search(Manuscript& m, std::string_view line, std::uint32_t base) {
  const Vocabulary& words = Vocabulary::get();
  const CharTable& chars = CharTable::get();
  std::size_t at = 0;
  while (at < line.size()) {
    std::size_t next = at;
    const char32_t c = take(line, next);
    const bool may_begin = (chars[c] & char_bits::spam) != 0;
    const Word* word = may_begin ? words.at(line, at) : nullptr;
    if (word == nullptr) {
      at = next;
      continue;
    }
    // From the first word on: words, what joins them, and digits within (bet365, 龙8).
    std::size_t end = next, ahead = at;
    int own = 0, doubt = 0, shared = 0, app = 0, joined = 0, pending = 0;
    while (ahead < line.size()) {
      if (const Word* part = words.at(line, ahead)) {
        own += part->worth == 3;
        doubt += part->worth == 2;
        shared += part->worth == 1;
        app += std::find(std::begin(telling), std::end(telling), part->text) != std::end(telling);
        joined += pending;
        const bool attached = pending > 0;
        pending = 0;
        ahead += part->text.size();
        if (part->ends || attached) end = ahead;
      } else if (const std::size_t size = joiner(line, ahead); size > 0 && pending < 3) {
        ++pending;
        ahead += size;
      } else if ((is_digit(line[ahead]) || is_letter(line[ahead])) && pending < 3) {
        ++pending;
        ++ahead;
      } else {
        break;
      }
    }
    const bool certain = (own > 0 && (app > 0 || joined > 0 || own + doubt >= 2)) ||
                         (doubt > 0 && app > 0 && (joined > 0 || doubt + shared >= 3));
    const bool probable = own > 0 && shared > 0;
    if (!certain && !probable) {
      at = std::max(end, next);
      continue;
    }
    if (line.substr(end).starts_with(":"))
      end += 1;
    else if (line.substr(end).starts_with("："))
      end += 3;
    m.inside.push_back(found(base + at, base + end, RepairKind::INJECTED_SPAM,
                             certain ? Confidence::CERTAIN : Confidence::PROBABLE, "", "博彩网站的名称混入正文",
                             "the name of a betting site inside the text"));
    at = std::max(end, next);
  }
}

// Headings of the other kind of sites that take official ones over: a line with three of these words, or two and the
// underscores such titles are strung together with.
bool adult_heading(std::string_view line) {
  static constexpr std::array<std::string_view, 26> words = {
      "无码",     "無碼",         "人妻",         "偷人",   "毛片",     "爆乳",     "少妇",
      "少婦",     "一区二区三区", "一區二區三區", "av专区", "国产精品", "國產精品", "亚洲精品",
      "久久精品", "午夜福利",     "黄色网站",     "成人网", "成人视频", "在线观看", "在線觀看",
      "免费视频", "激情",         "欧美日韩",     "肥臀",   "精品国产"};
  const auto count =
      std::count_if(words.begin(), words.end(), [&](auto word) { return line.find(word) != std::string_view::npos; });
  return count >= 3 || (count >= 2 && line.find('_') != std::string_view::npos);
}

}  // namespace

std::span<const std::string_view> spam_words() { return std::span(vocabulary).subspan(first_certain); }

void find_spam(Manuscript& m) {
  for (std::size_t i = 0; i < m.lines.size(); ++i) {
    const Line& line = m.lines[i];
    // Such headings stand above the report, or below it.
    if ((i < 40 || i + 40 > m.lines.size()) && line.columns <= 400 && (line.flags & line_flags::body) == 0 &&
        adult_heading(m.line(i))) {
      m.inside.push_back(found(line.begin, line.end, RepairKind::INJECTED_SPAM, Confidence::CERTAIN, "",
                               "色情网站的标题", "the heading of a pornographic site"));
      continue;
    }
    if ((line.flags & line_flags::spam) != 0) {
      search(m, m.text.substr(line.begin, line.end - line.begin), line.begin);
    }
  }
}

}  // namespace yizheng::text
