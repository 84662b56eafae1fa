#include "text/repair.h"

#include <gtest/gtest.h>

#include <chrono>

#include "text/utf8.h"

namespace yizheng::text {
namespace {

// All texts are invented.
const std::string body =
    "一年来,区政协常委会把会议开到街巷村头,请委员听居民说难处,和部门一起商量办法,也请大家回来看结果,"
    "全年提出建议14条。\n";

std::size_t count(const Repaired& repaired, RepairKind kind) {
  return static_cast<std::size_t>(
      std::count_if(repaired.repairs.begin(), repaired.repairs.end(), [&](const Repair& r) { return r.kind == kind; }));
}
const Repair* first(const Repaired& repaired, RepairKind kind) {
  for (const Repair& one : repaired.repairs) {
    if (one.kind == kind) return &one;
  }
  return nullptr;
}

TEST(Repair, CleanTextStaysAsItIs) {
  const std::string clean = "云溪区政协工作报告\n" + body +
                            "(一)加强学习。召开党组(扩大)会议3次。\n各位委员:\n主办单位:区政协办公室承办了这次活动。\n";
  const auto repaired = repair(clean);
  EXPECT_EQ(repaired.text, clean);
  EXPECT_TRUE(repaired.repairs.empty());
  EXPECT_EQ(repaired.map.source_of(30), 30U);
}

TEST(Repair, BlankLinesAndIndentsGoSilently) {
  const auto repaired = repair("\n  　　各位委员:  \n\n\n　　" + body + "\n \n");
  EXPECT_EQ(repaired.text, "各位委员:\n" + body);
  EXPECT_TRUE(repaired.repairs.empty());
  EXPECT_EQ(repaired.map.source_of(0), 9U);
}

TEST(Repair, FurnitureBeforeAndBehindTheReport) {
  const std::string page =
      "手机版\n您的位置:首页 > 政协要闻 > 正文\n云溪区政协工作报告\n发布时间:2025-02-03 09:10:11 来源: "
      "浏览次数:\n云溪日报\n【字体:大 中 小】\n打印 关闭\n" +
      body + body +
      "责任编辑:张三\n主办:云溪区政协\n联系我们 "
      "网站地图\n网站标识码:9999999999\n某ICP备00000001号\n建议使用1024*768分辨率浏览本网站\n";
  EXPECT_EQ(repair(page).text, "云溪区政协工作报告\n" + body + body);
}

TEST(Repair, WordsOfFurnitureInsideAReportStay) {
  const std::string programme = "读书分享会通知\n时间:2025年3月1日\n地址:云溪区文化馆\n主办:云溪区政协\n" + body +
                                "云溪区政协办公室\n2025年2月20日\n";
  EXPECT_EQ(repair(programme).text, programme);
  const std::string names = "出席名单\n" + body + "张明 李华 王强 赵敏 孙丽\n周杰 吴芳 郑伟 冯涛 陈静\n";
  EXPECT_EQ(repair(names).text, names);
}

TEST(Repair, ListsOfLinksBehindTheReport) {
  const std::string page =
      body +
      "上一篇:云溪区召开动员会\n下一篇:云溪区开展视察\n相关阅读\n某地举行座谈 2025-01-01\n某地举行调研 2025-01-02\n";
  EXPECT_EQ(repair(page).text, body);
}

TEST(Repair, PhotoCreditsGoAndCaptionsStayOnce) {
  const std::string caption = "今天上午云溪区政协全体会议开幕!\n";
  const auto repaired = repair(caption + caption + "王小明 摄\n" + body + caption + "王小明/李小红摄\n一是" + body +
                               caption + "会场。 云溪日报记者 王小明 摄\n二是" + body);
  EXPECT_EQ(repaired.text, caption + body + "一是" + body + "会场。\n二是" + body);
  EXPECT_EQ(count(repaired, RepairKind::REPEATED_CAPTION), 3U);
}

TEST(Repair, ListsThatEndLikeCreditsStay) {
  for (const std::string text :
       {"书法、绘画、摄影\n", "举办书画展览和影展,作品由委员拍摄\n", "组织委员开展美术摄影\n"}) {
    EXPECT_EQ(repair(body + text + body).text, body + text + body);
  }
}

TEST(Repair, DatesOfTheReportItselfStay) {
  const std::string signed_text = body + "云溪区政协办公室\n2025年2月20日\n";
  EXPECT_EQ(repair(signed_text + "【打印】【关闭】\n主办:云溪区政协 某ICP备00000001号\n").text, signed_text);
}

TEST(Repair, WhatCollectionsOfTextsPutAroundAReport) {
  const auto repaired = repair(
      "云溪文库-免费范文下载\n工作报告汇编(第3/"
      "20页)\n以下是小编整理的工作报告,希望对大家有所帮助,欢迎阅读与收藏,谢谢各位的支持。\n" +
      body + "《工作报告》由会员分享,可在线阅读,更多相关《工作报告(9页珍藏版)》请在文库网上搜索。\n");
  EXPECT_EQ(repaired.text, body);
  const Repair* lost = first(repaired, RepairKind::LOST_WORDS);  // the rest stood on other pages
  ASSERT_NE(lost, nullptr);
  EXPECT_EQ(lost->begin, lost->end);
}

TEST(Repair, HeadsAndFeetOfPagesGoWhereFormFeedsTellThem) {
  std::string text;
  for (int page = 1; page <= 4; ++page) {
    text += (page > 1 ? "\f" : "") + std::string("云溪区政协工作报告汇编\n第") + std::to_string(page) + "节情况\n" +
            body + "- " + std::to_string(page) + " -\n";
  }
  EXPECT_EQ(repair(text).text,
            "第1节情况\n" + body + "第2节情况\n" + body + "第3节情况\n" + body + "第4节情况\n" + body);
}

TEST(Repair, FurnitureOnTheSameLineAsTheReport) {
  const std::string text(body.substr(0, body.size() - 1));
  EXPECT_EQ(repair("首页 > 政协要闻 > 正文 云溪区政协工作报告 发布时间:2025-02-18 10:00 来源:云溪政协 浏览次数: 123 " +
                   text + "\n一是" + text + " 责任编辑:张三 【打印】 【关闭】 上一篇:某地召开会议 版权所有:云溪区\n")
                .text,
            "云溪区政协工作报告 " + text + "\n一是" + text + "\n");
  const std::string honest = "首页 一词来自 " + text + "\n";
  EXPECT_EQ(repair(honest).text, honest);
}

TEST(Repair, RefrainsAndRepeatedPassagesStay) {
  std::string text;
  for (int i = 0; i < 4; ++i) text += "云溪区政协召开专题协商会议\n" + body;
  EXPECT_EQ(repair(text).text, text);  // a whole passage stands twice
  text.clear();
  for (const char* member : {"甲", "乙", "丙"}) text += "各位委员、各位同志、各位来宾:\n" + std::string(member) + body;
  EXPECT_EQ(repair(text).text, text);
}

TEST(Repair, InjectedReadingsGo) {
  const std::string damaged =
      "雲溪區(qū)政協(xié)召開(kāi)常委會(huì)(擴(kuò)大)會(huì)議,審議通過(guò)了《工作要點(diǎn)》。\n";
  const auto repaired = repair(damaged);
  EXPECT_EQ(repaired.text, "云溪区政协召开常委会(扩大)会议,审议通过了《工作要点》。\n");
  EXPECT_TRUE(repaired.traditional);
  const Repair* reading = first(repaired, RepairKind::INJECTED_PINYIN);
  ASSERT_NE(reading, nullptr);
  EXPECT_EQ(reading->replacement, "區");
  EXPECT_EQ(damaged.substr(reading->begin, reading->end - reading->begin), "區(qū)");
  EXPECT_EQ(repair("区(qu)政协(xie)召开(kai)会(hui)议,区政协党(dang)组\n").text, "区政协召开会议,区政协党组\n");
}

TEST(Repair, TheAuthorsOwnReadingsStay) {
  const std::string text = "委员赴亳(bó)州考察,参观了阚(kàn)氏祠堂。" + body;
  EXPECT_EQ(repair(text).text, text);
}

TEST(Repair, ACharacterSplitByAReadingIsPutTogetherFromItsBytes) {
  // 老問題 and 加強 in GBK, with readings put in one byte late.
  const auto repaired =
      repair("會(huì)議討論了養(yǎng)老?xiǎng)栴}(tí),開(kāi)春後(hòu)加?hòng)?qiáng)學(xué)習(xí)。\n");
  EXPECT_EQ(repaired.text, "会议讨论了养老问题,开春后加强学习。\n");
  EXPECT_EQ(count(repaired, RepairKind::ENCODING), 2U);
}

TEST(Repair, AFewCharactersOneByteOffUpToALetter) {
  const std::string page = "區(qū)政協(xié)開(kāi)會(huì)。\n";
  EXPECT_EQ(repair(page + "“會(huì)議很及時(shí)?！蓖趺鞣颊f。\n").text, "区政协开会。\n“会议很及时。”王明芳说。\n");
  EXPECT_EQ(repair(page + "。ㄇ嘞獏^(qū)宣傳)會(huì)議召開(kāi)。\n").text, "区政协开会。\n（青溪区宣传)会议召开。\n");
  EXPECT_EQ(repair("真的吗?!这是怎么回事a。\n").text, "真的吗?!这是怎么回事a。\n");
}

TEST(Repair, CommasBeforeMarks) {
  EXPECT_EQ(repair("会议召开,。一是学习,,二是调研,、视察,三是监督,;四是团结,。\n").text,
            "会议召开。一是学习,二是调研、视察,三是监督;四是团结。\n");
}

TEST(Repair, SpamGoesAndHonestWordsStay) {
  EXPECT_EQ(repair("由开云体育app:牵头的提案12件。\n").text, "由牵头的提案12件。\n");
  EXPECT_EQ(repair("会议由亚博体育官网-亚博app下载主持召开。\n").text, "会议由主持召开。\n");
  EXPECT_EQ(repair("全年接待必威体育官网注册来信40件。\n").text, "全年接待来信40件。\n");
  const std::string honest =
      "安排彩票公益金300万元,建成文化娱乐平台5个,开发全民健身体育APP,注册志愿者2万人。\n"
      "组织音乐动漫展和中国-亚欧博览会,办好开云书院,大发渠、南宫街道、半岛经济带建设提速。\n"
      "快乐动起来活动、真人图书馆、棋牌室、电子竞技产业、手机下载客户端登录入口均已开放。\n";
  const auto repaired = repair(honest);
  EXPECT_EQ(repaired.text, honest);
  EXPECT_EQ(count(repaired, RepairKind::INJECTED_SPAM), 0U);
}

TEST(Repair, LostDigitsAreMarkedAndNotInvented) {
  const auto repaired = repair("(202519日)\n会议于2025年月8日召开。\n" + body);
  EXPECT_TRUE(repaired.text.starts_with("(202519日)\n会议于2025年月8日召开。\n"));
  EXPECT_EQ(count(repaired, RepairKind::LOST_DIGITS), 2U);
  const Repair* date = first(repaired, RepairKind::LOST_DIGITS);
  EXPECT_EQ(date->confidence, Confidence::PROBABLE);
  EXPECT_NE(date->replacement->find("2025年1月9日"), std::string::npos);
  EXPECT_FALSE(date->applied);
}

TEST(Repair, LettersAmongDigits) {
  EXPECT_EQ(repair("2O24年办复率为1OO%,立案l2件。\n").text, "2024年办复率为100%,立案12件。\n");
  const std::string names = "推广O2O模式和5G、CO2减排、G20峰会、L2级驾驶。\n";
  EXPECT_EQ(repair(names).text, names);
}

TEST(Repair, DoubledMarksGoWhereAMachineDoubledThem) {
  EXPECT_EQ(repair("一是,,二是,,三是,,四是,,五是。\n").text, "一是,二是,三是,四是,五是。\n");
  const std::string once = "一是,,二是。好……——真的!!\n";
  EXPECT_EQ(repair(once).text, once);
}

TEST(Repair, LostWordsAreMarked) {
  const auto repaired = repair("开展座谈、走访、等活动,占40%18名居民参加。获奖证书、等级评定。\n");
  EXPECT_EQ(count(repaired, RepairKind::LOST_WORDS), 2U);
  EXPECT_EQ(repaired.text, "开展座谈、走访、等活动,占40%18名居民参加。获奖证书、等级评定。\n");
  RepairOptions probable;
  probable.apply = Confidence::PROBABLE;
  EXPECT_EQ(repair("占40%18名居民。\n", probable).text, "占40%,18名居民。\n");
}

TEST(Repair, WideBlanksDivideParagraphsOrShrink) {
  EXPECT_EQ(repair("会议开始。　　各位委员:　　现在报告工作。区政协主席　 王小明\n").text,
            "会议开始。\n各位委员:\n现在报告工作。区政协主席 王小明\n");
}

TEST(Repair, BlanksBesideWhatIsCutOffALineGoWithIt) {
  EXPECT_EQ(repair("\x16 　各位委员:\n现在报告工作。\n").text, "各位委员:\n现在报告工作。\n");
  EXPECT_EQ(repair("各位委员: 　\x16\n现在报告工作。\n").text, "各位委员:\n现在报告工作。\n");
}

TEST(Repair, HardLineBreaksAreJoined) {
  const std::string wrapped =
      "　　一年来,区政协常委会把商量办事的会开到村头巷口,委员听居民\n说难处,再邀部门一起议、回头大家看做得怎么样,"
      "全年共提出建议\n"
      "一十四条,其中十二条被采纳,办复率达到百分之百,为推动全区的经\n济社会发展贡献了智慧和力量。\n　　二是加强学习。\n";
  const auto repaired = repair(wrapped);
  EXPECT_EQ(
      repaired.text,
      "一年来,区政协常委会把商量办事的会开到村头巷口,委员听居民说难处,再邀部门一起议、回头大家看做得怎么样,"
      "全年共提出建议"
      "一十四条,其中十二条被采纳,办复率达到百分之百,为推动全区的经济社会发展贡献了智慧和力量。\n二是加强学习。\n");
  EXPECT_EQ(count(repaired, RepairKind::LINE_BREAK), 3U);
  const std::string verses = "初心如磐担使命\n奋楫笃行启新程\n同心同德谋发展\n";
  EXPECT_EQ(repair(verses).text, verses);
}

TEST(Repair, InvisibleAndCompatibilityCharacters) {
  EXPECT_EQ(repair("全\u200B年\u202E提出\u200F建议\uFEFF⼗四条。\n").text, "全年提出建议十四条。\n");
  const auto repaired = repair("\uF0B7一是\uFFFD习\uE123\n");
  EXPECT_EQ(repaired.text, "\uF0B7一是\uFFFD习\uE123\n");
  EXPECT_EQ(count(repaired, RepairKind::ENCODING), 3U);
}

TEST(Repair, ARunReadOneByteOffIsReadAgain) {
  // 街坊邻居都说停车难书面答复后再回访 in GBK, without its first byte and its last.
  const auto repaired = repair("会议听说,址涣诰佣妓低３的咽槊娲鸶春笤倩胤。\n" + body);
  EXPECT_NE(repaired.text.find("坊邻居都说停车难书面答复后再回"), std::string::npos) << repaired.text;
  EXPECT_EQ(count(repaired, RepairKind::ENCODING), 1U);
}

TEST(Repair, ChoicesWinAndTheMapLeadsBack) {
  const std::string damaged = "首页 > 正文\n" + body + "由开云体育app:牵头。\n";
  const auto repaired = repair(damaged);
  const Repair* spam = first(repaired, RepairKind::INJECTED_SPAM);
  ASSERT_NE(spam, nullptr);
  EXPECT_EQ(damaged.substr(repaired.map.source_of(static_cast<std::uint32_t>(repaired.text.find("牵头"))), 6), "牵头");
  EXPECT_EQ(damaged.substr(repaired.map.source_of(static_cast<std::uint32_t>(repaired.text.find("建议14"))), 8),
            "建议14");
  RepairOptions undo;
  undo.choices.push_back({spam->kind, spam->begin, spam->end, false});
  EXPECT_EQ(repair(damaged, undo).text, body + "由开云体育app:牵头。\n");
}

TEST(Repair, FoldingKeepsPlaces) {
  const std::string damaged = "𫍯𫍯區(qū)政協(xié)開(kāi)會(huì),著名學(xué)者沿著河岸著眼長遠(yuǎn)。\n";
  const auto repaired = repair(damaged);
  EXPECT_NE(repaired.text.find("著名学者沿着河岸着眼长远"), std::string::npos) << repaired.text;
  const auto at = static_cast<std::uint32_t>(repaired.text.find("沿着"));
  EXPECT_EQ(damaged.substr(repaired.map.source_of(at), 6), "沿著");
}

// A hundred megabytes on one line, and texts that are nothing but the beginnings of repairs.
TEST(Repair, TimeIsInProportionToLength) {
  const auto seconds = [](std::string text) {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_TRUE(valid_utf8(repair(text).text));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const auto many = [](std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
  };
  const std::string_view pieces[] = {"全年提出建议14条,",
                                     "(",
                                     "會(huì)",
                                     "老?xiǎng)",
                                     "栴}(tí)?xiǎng)",
                                     "开云",
                                     "体育app",
                                     "、等",
                                     "40%18",
                                     "202519日",
                                     "2O",
                                     "a\n",
                                     "云溪区政协全体会议\n",
                                     " 　",
                                     "。　　",
                                     "\uFFFD",
                                     "\u200B",
                                     "址涣诰佣",
                                     "首页 > ",
                                     "来源:\n",
                                     "摄\n",
                                     "> \n",
                                     "中文 ",
                                     "第1/2",
                                     "第",
                                     "著",
                                     "會",
                                     "⼀"};
  for (const auto piece : pieces) {
    const double small = seconds(many(piece, 30'000)), large = seconds(many(piece, 240'000));
    EXPECT_LT(large, small * 8 * 4 + 0.5) << piece;  // eight times as long; four times as a margin for a busy machine
  }
}

}  // namespace
}  // namespace yizheng::text
