#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>
#include <random>
#include <unordered_map>

#include "text/char_table.h"
#include "text/damage.h"
#include "text/gbk.h"
#include "text/names.h"
#include "text/pinyin.h"
#include "text/script.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}
std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

std::string converted(std::string_view text, const char* to, const char* from) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out(text.size() * 4 + 16, '\0');
  const auto size = ucnv_convert(to, from, out.data(), static_cast<int32_t>(out.size()), text.data(),
                                 static_cast<int32_t>(text.size()), &error);
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string reading(char32_t c) {
  static std::unordered_map<char32_t, std::string> known;
  static const std::unique_ptr<icu::Transliterator> transliterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, error));
  }();
  const auto [entry, added] = known.try_emplace(c);
  if (added) {
    icu::UnicodeString text(static_cast<UChar32>(c));
    transliterator->transliterate(text);
    text.toUTF8String(entry->second);
  }
  return entry->second;
}

// After every character that s2t changed its reading, as the machines do; `every` thins them out.
std::string with_readings(std::string_view text, bool traditional_only, bool tones, std::size_t every,
                          std::string_view open, std::string_view close) {
  const CharTable& chars = CharTable::get();
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = take(text, at);
    out += text.substr(begin, at - begin);
    const auto bits = chars[c];
    if ((bits & (traditional_only ? char_bits::traditional : char_bits::han)) == 0 || count++ % every != 0) continue;
    const std::string syllable = reading(c);
    out += open;
    out += tones ? syllable : without_tone(syllable);
    out += close;
  }
  return out;
}

// Somewhere inside a long line, between two Chinese characters.
std::size_t inside(const std::string& line, Random& random) {
  const CharTable& chars = CharTable::get();
  for (int tries = 0; tries < 50; ++tries) {
    std::size_t at = below(random, line.size());
    while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) --at;
    if (at < 30 || at + 30 > line.size()) continue;
    std::size_t before = at, after = at;
    if ((chars[take_back(line, before)] & char_bits::han) != 0 && (chars[take(line, after)] & char_bits::han) != 0)
      return at;
  }
  return std::string::npos;
}

Damage spam(std::string_view clean, Random& random) {
  static constexpr std::string_view names[] = {
      "亚博体育app:",       "开云体育官网",          "必威体育app下载",    "乐鱼体育平台注册",    "米乐体育app",
      "澳门葡京娱乐城",     "华体会体育-华体会app",  "凯发娱乐官网登录",   "滚球体育平台",        "爱游戏体育app官网",
      "九游会(j9)官方网站", "博鱼体育_博鱼app-注册", "威尼斯人娱乐场官网", "星空体育app下载",     "半岛体育官网入口",
      "万博体育手机版登录", "bet365体育投注",        "金年会体育官网",     "天博体育app官方下载", "龙8国际娱乐官网"};
  auto lines = lines_of(clean);
  std::size_t count = 0;
  for (auto& line : lines) {
    if (line.size() < 200 || count >= 40) continue;
    const auto at = inside(line, random);
    if (at == std::string::npos) continue;
    line.insert(at, names[count++ % std::size(names)]);
  }
  return {"spam in sentences", joined(lines), std::string(clean)};
}

Damage captions(std::string_view clean, Random& random) {
  const std::string caption = "今天上午云溪区政协第九届委员会全体会议隆重开幕";
  auto lines = lines_of(clean);
  std::vector<std::string> out, expected;
  bool kept = false;
  for (const auto& line : lines) {
    if (below(random, 3) == 0) {
      out.push_back(caption);
      if (below(random, 2) == 0) out.push_back("王小明 摄");
      if (!kept) expected.push_back(caption);
      kept = true;
    }
    out.push_back(line);
    expected.push_back(line);
  }
  return {"captions and credits", joined(out), joined(expected)};
}

struct Site {
  const char* head;
  const char* tail;
};
constexpr Site sites[] = {
    {"手机版 无障碍 长者模式\n首页 新闻中心 政务公开 政务服务 互动交流 走进云溪\n当前位置:首页>政务公开>政府工作报告\n",
     "【打印本页】【关闭窗口】\n主办单位:云溪区人民政府办公室 承办单位:云溪区大数据中心\n网站标识码:9900000001 "
     "某ICP备2000000001号-1 某公网安备 99000000000001号\n地址:云溪区人民路1号 邮编:999999\n"},
    {"简体|繁体|English\n网站首页\n政协概况\n政协要闻\n提案工作\n委员风采\n理论研究\n您所在的位置：网站首页 >> "
     "重要文件\n发布日期：2025-02-18 来源：云溪日报 作者：王小明 浏览：1024次 字号：[大 中 小]\n",
     "分享到：\n责任编辑：李小红\n上一篇：云溪区政协召开主席会议\n下一篇：云溪区政协开展视察活动\n相关阅读\n云溪区召开"
     "经济工作会议2025-02-11\n云溪区举行项目开工仪式2025-02-12\n友情链接：全国政协 省政协 市政协\n版权所有 "
     "云溪区政协办公室\n"},
    {"云溪文库-免费范文下载\n区县工作报告汇编(共12篇)(第3/20页)\neditor 转发 日期: 收入书架 "
     "全文约100000字,读完约需300分钟\n",
     "332211\n点击下载\n微信扫码下载\n扫一扫分享\n第3页/共20页\n"},
    {"https://www.yunxi.example/art/2025/2/18/art_1_2.html\n索引号：000000000/"
     "2025-00001\n信息分类：工作报告\n发布机构：云溪区政府办公室\n生成日期：2025-02-"
     "18\n信息名称：工作报告\n视力保护色：\n【字体：\n大\n中\n小\n】\n2025年02月18日 08:30\n来源：\n云溪发布\n",
     "扫一扫在手机打开当前页\n附件下载\n打印\n收藏\n关闭\n您是第123456位访问者\n建议使用IE9."
     "0以上浏览器或兼容浏览器，分辨率1280*720浏览本网站\n技术支持：云溪科技有限公司\n联系我们 | 网站地图 | 法律声明\n"},
};

Damage furniture(std::string_view clean, std::size_t which) {
  static constexpr const char* names[] = {"site of a government", "site of a committee", "site of collected texts",
                                          "site with a register"};
  const Site& site = sites[which];
  // The first line is the title; furniture stands above it, and between it and the text.
  const std::string_view head = site.head;
  const auto last = head.rfind('\n', head.size() - 2);
  const auto title = clean.find('\n') + 1;
  std::string text(head.substr(0, last + 1));
  text += clean.substr(0, title);
  text += head.substr(last + 1);
  text += clean.substr(title);
  text += site.tail;
  return {names[which], text, std::string(clean)};
}

// The bytes of the file with one lost here and there.
Damage lost_bytes(std::string_view clean, Random& random) {
  std::string bytes = converted(clean, "gb18030", "UTF-8");
  for (int i = 0; i < 12; ++i) bytes.erase(below(random, bytes.size()), 1);
  return {"GBK with 12 lost bytes", bytes, std::string(clean)};
}

// Passages that were read one byte off before they were stored as UTF-8.
Damage shifted(std::string_view clean, Random& random) {
  auto lines = lines_of(clean);
  auto expected = lines;
  std::size_t count = 0;
  for (std::size_t i = 0; i < lines.size() && count < 20; ++i) {
    auto& line = lines[i];
    if (line.size() < 400 || below(random, 2) == 0) continue;
    const auto begin = inside(line, random);
    if (begin == std::string::npos || begin + 150 > line.size()) continue;
    std::size_t end = begin;
    std::string bytes;
    for (std::size_t n = 0; n < 30 && end < line.size(); ++n) {
      std::size_t next = end;
      const auto pair = gbk_bytes(take(line, next));
      if (pair == 0) break;
      end = next;
      bytes += static_cast<char>(pair >> 8);
      bytes += static_cast<char>(pair & 0xFF);
    }
    if (bytes.size() < 24) continue;
    // Without the first byte and the last: what is left are whole pairs, all wrong.
    const std::string garbled = converted(std::string_view(bytes).substr(1, bytes.size() - 2), "UTF-8", "gb18030");
    std::size_t first = begin;
    take(line, first);
    std::size_t last = end;
    take_back(line, last);
    expected[i] = line.substr(0, begin) + line.substr(first, last - first) + line.substr(end);
    line = line.substr(0, begin) + garbled + line.substr(end);
    ++count;
  }
  return {"passages one byte off", joined(lines), joined(expected)};
}

Damage wrapped(std::string_view clean, std::size_t characters, bool indented, const char* name) {
  std::string out;
  for (const auto& line : lines_of(clean)) {
    std::size_t columns = 0;
    if (indented) out += "　　", columns = 2;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t begin = at;
      const char32_t c = take(line, at);
      const bool mark = (CharTable::get()[c] & char_bits::mark) != 0 || c == U'”' || c == U'》' || c == U'）';
      const bool number = c < 0x80;
      if (columns >= characters && !mark && !number) out += '\n', columns = 0;
      out += line.substr(begin, at - begin);
      ++columns;
    }
    out += '\n';
  }
  return {name, out, std::string(clean)};
}

Damage blanks(std::string_view clean, Random& random) {
  std::string out;
  for (const auto& line : lines_of(clean)) {
    out += "　　" + line + (below(random, 3) == 0 ? "　\n\n" : " \r\n");
  }
  return {"indents and blank lines", out, std::string(clean)};
}

Damage marks(std::string_view clean) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t begin = at;
    const char32_t c = take(clean, at);
    out += clean.substr(begin, at - begin);
    if ((c == U'，' || c == ',') && count++ % 5 == 0) out += clean.substr(begin, at - begin);
  }
  return {"doubled commas", out, std::string(clean)};
}

}  // namespace

std::vector<Damage> damages(std::string_view clean, std::uint32_t seed) {
  Random random(seed);
  const std::string plain(clean);
  const std::string traditional = to_traditional(clean), back = to_simplified(traditional);
  std::vector<Damage> all;
  all.push_back({"Traditional", traditional, back});
  all.push_back({"Traditional with readings", with_readings(traditional, true, true, 1, "(", ")"), back});
  all.push_back({"readings without tones", with_readings(traditional, true, false, 1, "（", "）"), back});
  all.push_back({"readings in Simplified", with_readings(clean, false, true, 7, "(", ")"), plain});
  all.push_back(spam(clean, random));
  all.push_back(captions(clean, random));
  for (std::size_t i = 0; i < std::size(sites); ++i) all.push_back(furniture(clean, i));
  const Damage page = furniture(back, 1);
  all.push_back({"site, readings", with_readings(to_traditional(page.bytes), true, true, 1, "(", ")"), back});
  all.push_back({"GB18030", converted(clean, "gb18030", "UTF-8"), plain});
  all.push_back({"UTF-16", "\xFF\xFE" + converted(clean, "UTF-16LE", "UTF-8"), plain});
  all.push_back({"Big5", converted(traditional, "Big5", "UTF-8"), back});
  all.push_back(lost_bytes(clean, random));
  all.push_back(shifted(clean, random));
  all.push_back({"UTF-8 in Latin-1", converted(clean, "UTF-8", "ISO-8859-1"), plain});
  all.push_back({"UTF-8 in GBK", converted(clean, "UTF-8", "gb18030"), plain});
  all.push_back(wrapped(clean, 28, true, "wrapped at 28, set in"));
  all.push_back(wrapped(clean, 40, false, "wrapped at 40"));
  all.push_back(blanks(clean, random));
  all.push_back(marks(clean));
  return all;
}

}  // namespace yizheng::text
