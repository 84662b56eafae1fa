// What units, members and supervisors write back.
#include <fmt/format.h>

#include "demo/phrases.h"
#include "demo/texts.h"

namespace yizheng::demo {
namespace {

constexpr std::array<std::string_view, 6> thanks{
    "您提出的关于{matter}的建议收悉。首先感谢您对{matter}工作的关心和支持。经会同有关单位认真研究，现答复如下：",
    "您提出的提案，对进一步做好{matter}"
    "工作具有很强的针对性。我单位高度重视，主要负责同志亲自部署，现将办理情况答复如下：",
    "收到您的提案后，我单位立即组织业务科室到{town}、{community}实地了解情况，并与您作了当面沟通，现答复如下：",
    "感谢您长期关注{matter}。提案所提问题客观、建议可行，我们逐条作了研究吸收，现答复如下：",
    "您的提案交办后，我单位成立专班，明确分管领导和经办人员，逐项研究落实，现答复如下：",
    "我单位会同会办单位认真研究了您关于{matter}的提案，现将有关情况答复如下："};
constexpr std::array<std::string_view, 8> did{
    "已会同{town}完成摸底排查，建立问题台账{h}条，首批整改任务已全部销号。",
    "已在{community}启动试点，累计服务群众{h}人次，群众评价总体良好。",
    "已安排专项资金{h}万元，用于{road}沿线设施更新，目前工程已完工并通过验收。",
    "已印发实施方案，明确{n}个方面的任务，建立部门联席会议制度，每月调度一次。",
    "已优化办理流程，压减材料{n}项，平均办理时间比原来缩短{p}%。",
    "已在{market}周边增设服务点{n}处，并公布监督电话，接受群众反映。",
    "已组织专题培训{n}期，参训人员{h}人次，一线服务能力有所提升。",
    "已与{school}签订共建协议，相关设施自上月起按约定时段开放。"};
constexpr std::array<std::string_view, 8> will{"计划在{town}和{town2}扩大试点范围，年内新增{n}个点位。",
                                               "拟将{road}改造列入明年区级城建计划，落实资金后组织实施。",
                                               "正在编制专项规划，完成后按程序公开征求意见，邀请委员参与论证。",
                                               "拟建立统一的信息平台，归集{n}个部门的数据，分两期建设。",
                                               "拟修订考核办法，把群众满意度作为重要指标，于下一年度实行。",
                                               "正与{zone}管委会协商用地方案，条件成熟后启动项目前期工作。",
                                               "拟通过政府购买服务方式引入专业机构，提升日常运行水平。",
                                               "将结合老旧片区更新，同步完善{community}的配套设施。"};
constexpr std::array<std::string_view, 6> wont{
    "关于设立专项资金的建议，因现行财政专项设置权限在上级，暂不具备条件，我们将通过整合现有资金予以支持。",
    "关于调整收费标准的建议，涉及省级定价目录，目前无法由区级决定，已向上级部门反映。",
    "关于增加机构编制的建议，受编制总量限制，短期内难以实现，拟通过内部调剂加强力量。",
    "关于新建场馆的建议，因用地指标不足，近期难以安排，将优先挖掘现有设施潜力。",
    "关于强制推行的建议，缺少上位法依据，我们将以引导和激励为主推进。",
    "关于统一时限的建议，各镇街条件差异较大，拟在试点评估后再行研究。"};
constexpr std::array<std::string_view, 5> farewell{
    "再次感谢您对我们工作的关心，欢迎继续提出宝贵意见。",
    "下一步，我们将把提案建议与日常工作结合起来，持续跟踪问效，并及时向您通报进展。",
    "如对以上答复有不同意见，请与我们联系，我们将进一步研究改进。",
    "诚挚邀请您实地察看办理成效，继续监督和支持我们的工作。",
    "我们将以办理本提案为契机，举一反三，推动{matter}工作再上台阶。"};
constexpr std::array<std::string_view, 6> talks{
    "介绍了前期摸底情况，听取对{matter}的具体想法，提案人补充了{community}的两个实例。",
    "到{town}现场查看，与提案人逐条交换意见，对先行试点达成一致。",
    "就答复初稿征求意见，提案人建议补充时间节点和责任科室，已采纳。",
    "邀请提案人参加专题座谈会，{community}居民代表一并参加。",
    "通报办理进度，说明资金安排和难点，提案人表示理解。",
    "送达答复文稿，听取对办理工作的评价。"};
constexpr std::array<std::string_view, 5> opinions{
    "经研究，涉及我单位的建议总体可行。我单位将配合主办单位做好{town}试点的人员和场地保障。",
    "同意主办单位的办理意见。涉及{road}的设施问题，我单位已纳入下一季度维护计划。",
    "提案第二条与我单位职能相关，拟在年内出台配套措施，具体进展将及时函告主办单位。",
    "建议主办单位答复时说明区级权限范围；我单位可提供相关数据和技术支持。",
    "我单位已安排专人对接，相关经费在年度预算中统筹解决。"};
constexpr std::array<std::string_view, 4> inspected{
    "一行实地察看了{town}、{community}现场，听取承办单位汇报，委员们建议把群众反映最集中的问题放在首位，明确完成时限。",
    "座谈会上，提案人、承办单位和居民代表围绕{matter}深入交流，形成三点共识，由承办单位列入清单推进。",
    "走访中了解到，前期试点成效明显，但{road}沿线仍有{n}处点位需要加快进度，已请责任单位十日内反馈。",
    "督办会议对照办理方案逐项过堂，肯定了已完成事项，对滞后事项提出了明确要求。"};
constexpr std::array<std::string_view, 5> pleased{
    "办理认真负责，沟通及时，建议得到了实实在在的采纳。", "承办单位多次上门听取意见，答复具体，措施可行，表示满意。",
    "{community}的变化大家都看到了，感谢承办单位的努力。", "答复实事求是，做了什么、还要做什么讲得很清楚。",
    "办理过程公开透明，希望继续巩固成效。"};
constexpr std::array<std::string_view, 4> lukewarm{
    "总体认可，希望加快{road}一带的落实进度。", "答复较为全面，但时间节点还可以更明确。",
    "沟通较好，部分建议落实力度有待加强。", "基本满意，期待试点扩大到{town2}。"};
constexpr std::array<std::string_view, 3> displeased{
    "答复以介绍已有工作为主，对提案所提{community}的具体问题没有正面回应，请重新研究。",
    "办理前没有与提案人沟通，答复内容与实际情况有出入，建议实地核实后再答复。",
    "主要建议均以条件不具备为由未予采纳，缺少替代办法，希望进一步研究。"};

template <std::size_t N>
std::string one(const std::array<std::string_view, N>& list, const Subject& subject, Random& random) {
  std::string text;
  fill(text, random.pick(list), subject, random);
  return text;
}

template <std::size_t N>
std::string several(const std::array<std::string_view, N>& list, int count, const Subject& subject, Random& random) {
  std::string text;
  const auto start = random.below(N);
  for (int i = 0; i < count; ++i) {
    text += fmt::format("{}.", i + 1);
    fill(text, list[(start + static_cast<std::size_t>(i)) % N], subject, random);
    if (i + 1 < count) text += '\n';
  }
  return text;
}

}  // namespace

ReplyText make_reply(Random& random, const Subject& subject, std::string_view result_class, std::string_view unit,
                     std::string_view proposer, int round) {
  ReplyText reply;
  if (result_class != "C") reply.done = several(did, result_class == "A" ? 4 : 2, subject, random);
  if (result_class == "B") reply.planned = several(will, random.between(2, 3), subject, random);
  if (result_class == "C" || random.chance(20))
    reply.not_adopted = several(wont, result_class == "C" ? 2 : 1, subject, random);
  reply.body = fmt::format("{}:\n", proposer);
  if (round > 1) reply.body += "根据您对上次答复的反馈意见，我单位重新组织研究，现再次答复如下。";
  reply.body += one(thanks, subject, random) + "\n";
  const auto& topic = topics()[subject.topic];
  if (!reply.done.empty()) {
    reply.body += "一、已开展的工作\n";
    for (std::size_t i = 0; i < 2; ++i) {
      const auto& point = topic.suggestions[(subject.first_suggestion + i) % topic.suggestions.size()];
      reply.body += fmt::format("关于{}。", point.head);
      fill(reply.body, random.pick(did), subject, random);
      fill(reply.body, random.pick(phrases::measure), subject, random);
      reply.body += '\n';
    }
    reply.body += reply.done + "\n";
  }
  if (!reply.planned.empty()) reply.body += "二、下一步计划\n" + reply.planned + "\n";
  if (!reply.not_adopted.empty()) reply.body += "三、需要说明的情况\n" + reply.not_adopted + "\n";
  fill(reply.body, random.pick(farewell), subject, random);
  reply.body += fmt::format("\n{}", unit);
  return reply;
}

std::string make_contact_note(Random& random, const Subject& subject) { return one(talks, subject, random); }
std::string make_co_opinion(Random& random, const Subject& subject) { return one(opinions, subject, random); }

std::string make_handling_plan(Random& random, const Subject& subject) {
  return "一、组织领导：由主要负责同志任组长，分管领导和相关科室负责人为成员。\n二、目标任务:\n" +
         several(will, 3, subject, random) +
         "\n三、进度安排：第一个月完成调研和方案，第二个月组织实施，第三个月总结答复。\n四、沟通机制："
         "办前、办中、办后三次与提案人当面沟通。";
}
std::string make_supervision_note(Random& random, const Subject& subject) { return one(inspected, subject, random); }

std::string make_supervision_report(Random& random, const Subject& subject) {
  std::string text = "一、督办情况\n" + one(inspected, subject, random) + "\n二、办理成效\n" +
                     several(did, 3, subject, random) + "\n三、存在的不足\n";
  const auto& topic = topics()[subject.topic];
  fill(text, topic.problems[random.below(topic.problems.size())].text, subject, random);
  text += "\n四、意见建议\n";
  fill(text, random.pick(phrases::measure), subject, random);
  fill(text, random.pick(phrases::measure), subject, random);
  return text;
}

std::string make_feedback_comment(Random& random, const Subject& subject, int liked) {
  return liked == 2   ? one(pleased, subject, random)
         : liked == 1 ? one(lukewarm, subject, random)
                      : one(displeased, subject, random);
}

}  // namespace yizheng::demo
