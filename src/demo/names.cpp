#include "demo/names.h"

#include <array>
#include <set>
#include <string_view>

namespace yizheng::demo {
namespace {

// Surnames, the frequent ones more than once.
constexpr std::array<std::string_view, 72> surnames{
    "王", "王", "王", "李", "李", "李", "张", "张", "张", "刘", "刘", "陈", "陈", "杨", "杨", "黄", "黄",   "赵",
    "吴", "吴", "周", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林", "林", "罗", "郑", "梁",   "谢",
    "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾", "肖", "田", "董", "潘", "袁", "蒋", "蔡", "余",   "于",
    "杜", "叶", "程", "魏", "苏", "吕", "丁", "沈", "任", "姚", "卢", "傅", "钟", "姜", "崔", "谭", "欧阳", "上官"};
constexpr std::array<std::string_view, 40> men{
    "志远", "建国", "伟",   "国栋", "明",   "永强", "海涛", "俊杰", "志刚", "卫东", "晓东", "文斌", "建平", "立新",
    "宏伟", "春生", "思远", "浩然", "子轩", "家豪", "振华", "庆丰", "学军", "金龙", "少华", "仲文", "德明", "一凡",
    "凯",   "鹏程", "广林", "世杰", "嘉诚", "新民", "友良", "锦程", "云飞", "建业", "安邦", "泽宇"};
constexpr std::array<std::string_view, 36> women{"丽华", "秀英", "敏",   "静",   "晓燕", "雪梅", "玉兰", "婷",   "慧敏",
                                                 "春燕", "红梅", "佳怡", "雅琴", "欣然", "文静", "素珍", "晓芳", "海燕",
                                                 "丹",   "思琪", "桂芳", "若兰", "美玲", "雨桐", "艳",   "彩云", "淑贞",
                                                 "明霞", "莉",   "书瑶", "凤仪", "亚男", "立群", "瑞雪", "晓梅", "青"};

struct SectorWork {
  std::string_view word;  // of the sector's name
  std::array<std::string_view, 4> employers, posts;
};
constexpr std::array works{
    SectorWork{"经济",
               {"青禾稻香食品有限公司", "云岭锦绣纺织有限公司", "青禾建筑工程公司", "望云精密制造有限公司"},
               {"董事长", "总经理", "副总经理", "财务总监"}},
    SectorWork{"农",
               {"上禾茶业专业合作社", "区农业技术推广站", "茶坪林果合作社", "青禾粮油有限公司"},
               {"理事长", "高级农艺师", "负责人", "站长"}},
    SectorWork{
        "教育", {"青禾实验小学", "望云中学", "区职业中专", "第二实验学校"}, {"校长", "副校长", "高级教师", "教研组长"}},
    SectorWork{"医",
               {"区人民医院", "区妇幼保健院", "区中医院", "石桥镇卫生院"},
               {"主任医师", "副院长", "护理部主任", "科室主任"}},
    SectorWork{"科",
               {"区科技馆", "青禾生物科技有限公司", "区农业科学研究所", "云岭软件园"},
               {"馆长", "总工程师", "研究员", "技术总监"}},
    SectorWork{"文",
               {"区文化馆", "青禾书画院", "区图书馆", "区融媒体中心"},
               {"馆长", "国家二级美术师", "研究馆员", "编辑部主任"}},
    SectorWork{"法",
               {"青禾明正律师事务所", "区公证处", "区法律援助中心", "云岭司法鉴定所"},
               {"主任", "合伙人", "公证员", "副主任"}}};
constexpr std::array<std::string_view, 6> general_employers{"区直机关",       "禾川街道", "锦溪街道商会",
                                                            "青禾经济开发区", "区总商会", "云岭城市建设集团"};
constexpr std::array<std::string_view, 6> general_posts{"副主任", "科长", "会长", "部门经理", "秘书长", "负责人"};

}  // namespace

std::vector<PersonName> make_names(Random& random, std::size_t count) {
  std::vector<PersonName> list;
  std::set<std::string> seen;
  while (list.size() < count) {
    const bool woman = random.chance(36);
    std::string name(random.pick(surnames));
    name += woman ? random.pick(women) : random.pick(men);
    if (seen.insert(name).second) list.push_back({std::move(name), woman ? "F" : "M"});
  }
  return list;
}

Work make_work(Random& random, std::string_view sector) {
  for (const auto& work : works) {
    if (sector.find(work.word) != std::string_view::npos) {
      return {std::string(random.pick(work.employers)), std::string(random.pick(work.posts))};
    }
  }
  return {std::string(random.pick(general_employers)), std::string(random.pick(general_posts))};
}

}  // namespace yizheng::demo
