#include "reports/quantities.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <sstream>
#include <string>

namespace yizheng::reports {
namespace {

const char* const kKinds[] = {"count", "share", "rate",    "money", "money_per", "change",
                              "rank",  "date",  "ordinal", "list",  "fixed",     "vague"};
const char* const kApprox[] = {"", " over", " nearly", " about"};

// "326件=326 件 count; …": what was read, in one line.
std::string read(const std::string& text, bool others = false) {
  Names names;
  std::ostringstream out;
  out.precision(14);
  for (const Claim& claim : find_quantities(text, names, others)) {
    if (out.tellp() > 0) out << "; ";
    out << text.substr(claim.begin, claim.end - claim.begin) << "=";
    if (is_claim(claim.kind)) {
      out << claim.value;
      if (!std::isnan(claim.value_high)) out << ".." << claim.value_high;
      if (claim.unit != 0) out << " " << names.text(claim.unit);
      out << kApprox[static_cast<int>(claim.approx)] << " ";
    }
    out << kKinds[static_cast<int>(claim.kind)];
  }
  return out.str();
}

struct Example {
  const char* text;
  const char* claims;
};

class Figures : public testing::TestWithParam<Example> {};

TEST_P(Figures, AreRead) { EXPECT_EQ(read(GetParam().text), GetParam().claims) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    OfCommittees, Figures,
    testing::Values(
        Example{"收到提案326件，立案298件，立案率91.4%", "326件=326 件 count; 298件=298 件 count; 91.4%=91.4 % rate"},
        Example{"打造30个人气旺、口碑好的消费场景。", "30个=30 场景 count"},
        Example{"健全四个层面学习制度", "四个层面=4 层面 count"},
        Example{"讲党课9堂，讲坛10讲，出书2辑，批示24期次",
                "9堂=9 堂 count; 10讲=10 讲 count; 2辑=2 辑 count; 24期次=24 期次 count"},
        Example{"女委员58人，占25.8%", "58人=58 人 count; 25.8%=25.8 % share"},
        Example{"接待来访46批(次)530余人次", "46批(次)=46 批次 count; 530余人次=530 人次 over count"},
        Example{"12件重点提案涉及8个承办单位", "12件=12 件 count; 8个承办单位=8 单位 count"},
        Example{"解决问题一千二百多个，", "一千二百多个=1200 问题 over count"}, Example{"做到四个坚持，", ""},
        Example{"围绕六个方面提出建议", "六个方面=6 方面 count"},
        Example{"在停车管理等五方面提出建议", "五方面=5 方面 count"}, Example{"举办培训班两期", "两期=2 期 count"},
        Example{"走访企业近百家、委员二百余人", "百家=100 家 nearly count; 二百余人=200 人 over count"},
        Example{"大专以上学历占九成以上", "九成=9 成 over share"}, Example{"A类占七成五", "七成五=7.5 成 share"},
        Example{"增加31件，增长14.8%", "31件=31 件 change; 14.8%=14.8 % change"},
        Example{"较上次会议多35件", "35件=35 件 change"},
        Example{"采用率28.2%，位居全市第一", "28.2%=28.2 % rate; 第一=1 位 rank"},
        Example{"资助学生156名，捐款320余万元", "156名=156 名 count; 320余万元=3200000 元 over money"},
        Example{"编印6期、30万字刊物", "6期=6 期 count; 30万字=300000 字 count"},
        Example{"赞成213票，反对0票", "213票=213 票 count; 0票=0 票 count"}));

INSTANTIATE_TEST_SUITE_P(
    OfGovernments, Figures,
    testing::Values(
        Example{"总产值从12.6万亿元上升到15.2万亿元",
                "12.6万亿元=12600000000000 元 money; 15.2万亿元=15200000000000 元 money"},
        Example{"分别增长6.8%、12.3%和7.8%", "6.8%=6.8 % change; 12.3%=12.3 % change; 7.8%=7.8 % change"},
        Example{"分别上升2.5%左右、7%左右", "2.5%=2.5 % about change; 7%=7 % about change"},
        Example{"产量达50万吨、40万吨以上", "50万吨=500000 吨 over count; 40万吨=400000 吨 over count"},
        Example{"提高2个多百分点", "2个多百分点=2 百分点 over change"},
        Example{"装机突破1亿千瓦，居全国第5位", "1亿千瓦=100000000 千瓦 over count; 第5位=5 位 rank"},
        Example{"三次产业结构为8.2:41.5:50.3", "8.2=8.2 share; 41.5=41.5 share; 50.3=50.3 share"},
        Example{"收入比缩小到1.98∶1", "1.98∶1=1.98 rate"}, Example{"增长4.5%—5%", "4.5%—5%=4.5..5 % change"},
        Example{"参会15—20名", "15—20名=15..20 名 count"}, Example{"从15%到20%", "15%=15 % rate; 20%=20 % rate"},
        Example{"三分之一以上的村", "三分之一=0.33333333333333 分数 over share"},
        Example{"一半以上用于民生", "一半=0.5 分数 over share"},
        Example{"总投资达千亿元", "千亿元=100000000000 元 money"}, Example{"新建机场31个", "31个=31 机场 count"},
        Example{"打造30个特色浓、老少皆宜的消费场景", "30个=30 场景 count"},
        Example{"9个国家级中小企业产业集群", "9个国家级中小企业产业集群=9 集群 count"},
        Example{"2个国家级、13个市级非遗项目", "2个=2 项目 count; 13个市级非遗项目=13 项目 count"},
        Example{"浓度降至28微克/立方米", "28微克/立方米=28 微克/立方米 count"},
        Example{"连续9年获奖", "9年=9 年 count"}, Example{"翻了一番", "一番=1 番 change"},
        Example{"是上年的1.4倍", "1.4倍=1.4 倍 rate"}, Example{"增长2倍多", "2倍=2 倍 over change"},
        Example{"提高到2.2", "2.2=2.2 rate"}, Example{"稳居全省前三", "三=3 位 rank"},
        Example{"合格率达百分之九十九点八", "百分之九十九点八=99.8 % rate"}, Example{"期限延长一年", "一年=1 年 count"},
        Example{"会期三天半", "三天半=3.5 天 count"}, Example{"粮食面积 92.6 万亩", "92.6 万亩=926000 亩 count"},
        Example{"率为-0.6‰", "-0.6‰=-0.6 ‰ rate"},
        Example{"合作社769个，新增6个", "769个=769 合作社 count; 6个=6 合作社 count"},
        Example{"先后有七八个部门、三四十名群众", "七八个部门=7..8 部门 about count; 三四十名=30..40 名 about count"},
        Example{"分别为212、63、23件", "212=212 件 count; 63=63 件 count; 23件=23 件 count"},
        Example{"贷款超过5.2亿，", "5.2亿=520000000 元 over money"},
        Example{"日最高客流达140万、130万人次", "140万=1400000 人次 count; 130万人次=1300000 人次 count"}));

class Others : public testing::TestWithParam<Example> {};

TEST_P(Others, AreToldFromFigures) { EXPECT_EQ(read(GetParam().text, true), GetParam().claims) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    Of, Others,
    testing::Values(Example{"2023年12月27日上午9时30分", "2023年12月27日上午9时30分=date"},
                    Example{"2023-12-27 16:42:58", "2023-12-27 16:42:58=date"}, Example{"1—11月", "1—11月=date"},
                    Example{"5、6、7月", "5、6、7月=date"}, Example{"过去五年", "五年=date"},
                    Example{"前两个月", "两个月=date"}, Example{"成立75周年", "75周年=date"},
                    Example{"2021—2025年", "2021—2025年=date"}, Example{"十三届三次会议", "十三届三次=ordinal"},
                    Example{"第二十一次会议", "第二十一次=ordinal"}, Example{"一、开头", "一、=list"},
                    Example{"（三）推进", "三）=list"}, Example{"一是加强。", "一是=list"},
                    Example{"\n1.加强", "1.=list"}, Example{"PM2.5", "2.5=fixed"}, Example{"5A级景区", "5A=fixed"},
                    Example{"5G基站", "5G=fixed"}, Example{"〔2022〕17号", "2022=fixed; 17号=fixed"},
                    Example{"［14］", "14=fixed"}, Example{"“1+3”行动", "1+=fixed; 3=fixed"},
                    Example{"电话0571-88123456", "0571-88123456=fixed"}, Example{"12345热线", "12345热线=fixed"},
                    Example{"进一步统一", "进一步=fixed; 统一=fixed"}, Example{"两个确立", "两个确立=fixed"},
                    Example{"三四线城市", "三四线城市=fixed"}, Example{"千方百计", "千方百计=fixed"},
                    Example{"“最期盼的10件事”", "10件=fixed"}, Example{"《十年规划》", "十年规划=fixed"},
                    Example{"党的二十大精神", "二十大=fixed"}, Example{"三大攻坚战", "三大=fixed"},
                    Example{"数十名委员", "数十=vague"}, Example{"3人制篮球", "3人制=fixed"},
                    Example{"十分钟内", "十分钟=10 分钟 nearly count"}, Example{"十分重要", "十分=fixed"},
                    Example{"104国道改造", "104=fixed"}, Example{"三家子村", "三家=fixed"},
                    Example{"三元区", "三元=fixed"}, Example{"2022市政协回顾", "2022=date"},
                    Example{"12345平台", "12345平台=fixed"}, Example{"两位数增长", "两位数=fixed"},
                    Example{"六届七次、八次全会", "六届七次=ordinal; 八次=ordinal"}, Example{"南港五期", "五期=fixed"},
                    Example{"落实三个80%要求", "三个=fixed; 80%=80 % rate"}, Example{"双减", "双减=fixed"}));

TEST(Quantities, StepIsOneUnitOfTheLastDigit) {
  Names names;
  EXPECT_DOUBLE_EQ(find_quantities("2.4万元", names)[0].step, 1000);
  EXPECT_DOUBLE_EQ(find_quantities("占43%", names)[0].step, 1);
  EXPECT_DOUBLE_EQ(find_quantities("占43.0%", names)[0].step, 0.1);
}

TEST(Quantities, UnclosedQuotationsHideNothing) {
  EXPECT_EQ(read("“这是一句没有写完的话。收到提案12件"), "12件=12 件 count");
  EXPECT_EQ(read("《条例修订后，收到提案12件。又收到3件"), "12件=12 件 count; 3件=3 件 count");
}

// Ten times the text may take little more than ten times the time.
TEST(Quantities, HostileTextsTakeLinearTime) {
  for (const char* piece : {"一", "9", "、1", "1-", "“", "第一", "数十", "1个", "分之", "1:"}) {
    std::string text;
    while (text.size() < 400000) text += piece;
    Names names;
    const auto start = std::chrono::steady_clock::now();
    find_quantities(text, names);
    const auto took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took, std::chrono::seconds(20)) << piece;
  }
}

TEST(Quantities, BrokenTextsAreRead) {
  for (const std::string text :
       {"", "3", "三", "第", "\xE4", "3\xE4\xB8", "\xFF\xFE 5件", "5个", "两个", "十分之", "1/"}) {
    Names names;
    for (const Claim& claim : find_quantities(text, names)) EXPECT_LE(claim.end, text.size());
  }
}

}  // namespace
}  // namespace yizheng::reports
