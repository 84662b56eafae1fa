// Wordings of inspections, research and supervision. All sentences are invented.
#include "reports/meaning_testing.h"

namespace yizheng::reports::testing {
namespace {

const Row rows[] = {
    {"组织专题视察[9次],参加委员[260人次]。", "inspections.topics inspections.participants"},
    {"组织委员视察[14次],参与委员[420人次]。", "inspections.topics inspections.participants"},
    {"开展视察监督[6次],提出意见建议[58条]。", "supervision.democratic consultations.recommendations"},
    {"就城市更新、养老服务等[6项]议题开展界别视察。", "inspections.topics"},
    {"围绕重大项目建设开展常委视察,提出[四个方面]的建议。", "inspections.aspects"},
    {"视察后,从规划引领、产业配套等[5个方面]提出意见建议[16条]。", "inspections.aspects consultations.recommendations"},
    {"完成重点调研[7项],一般性调研[15项]。", "research.topics research.topics"},
    {"党组成员牵头开展重点调研课题[8个]。", "research.topics"},
    {"深入[12个乡镇]、[30家企业]开展调研[25次]。", "- contacts.enterprises research.topics"},
    {"组织[18个调研组]深入[9个县区]实地走访[46个点位]。", "- - -"},
    {"开展实地调研[24场次],召开座谈会[18次]。", "research.site_visits research.seminars"},
    {"先后召开座谈会[32场],发放问卷[1500份],收集意见建议[430条]。",
     "research.seminars research.questionnaires contacts.demands_collected"},
    {"回收有效问卷[2360份]。", "research.questionnaires"},
    {"调查问卷参与者达[8600人次]。", "research.questionnaires"},
    {"组织[150余人次]委员开展视察、调研。", "inspections.participants"},
    {"委员参加调研视察[680人次],提出建议[210条]。", "inspections.participants consultations.recommendations"},
    {"参与视察调研的委员达[350人次]。", "inspections.participants"},
    {"形成调研成果[22项],获省部级以上领导批示[5件]。", "research.reports instructions.received"},
    {"撰写调研报告[14篇]、提案[35件]、社情民意信息[62条]。", "research.reports proposals.received opinions.received"},
    {"形成高质量调研报告[10份],得到市委主要领导批示[6份]。", "research.reports instructions.received"},
    {"报送调研报告[18份],[12份]得到党政领导批示。", "research.reports instructions.received"},
    {"配合全国政协、省政协来市调研[12批次]。", "joint.assisted_tasks"},
    {"协助上级政协开展视察调研[9次]。", "joint.assisted_tasks"},
    {"配合省政协开展专题调研、民主监督[6次]。", "joint.assisted_tasks"},
    {"承接省、市政协调研活动[15次]。", "joint.assisted_tasks"},
    {"参与市政协联动调研[4项]。", "joint.assisted_tasks"},
    {"外出考察学习[5批次]。", "research.visits_away"},
    {"赴浙江、江苏等地学习考察[3次],形成考察报告[3篇]。", "research.visits_away research.reports"},
    {"组织委员外出考察[2批][46人次]。", "research.visits_away inspections.participants"},
    {"开展专项民主监督[5项],派出民主监督小组[12个],提出监督意见[96条]。",
     "supervision.democratic supervision.groups consultations.recommendations"},
    {"围绕优化营商环境等[4项]议题开展民主监督。", "supervision.democratic"},
    {"组织民主评议[3次],评议部门[6个]。", "supervision.democratic -"},
    {"开展监督性视察[8次],反馈问题[37个]。", "supervision.democratic supervision.problems"},
    {"选派[60名]民主监督员进驻[12个]部门开展监督。", "external_duty.person_times -"},
    {"组建[9支]民主监督组,开展监督活动[54次]。", "supervision.groups supervision.democratic"},
    {"民主监督中发现问题[126个],推动整改[118个]。", "supervision.problems supervision.rectified"},
    {"梳理问题清单[42条],督促整改落实。", "-"},
    {"专项监督中查找问题[28个],提出整改建议[31条]。", "supervision.problems consultations.recommendations"},
    {"开展“千名委员大走访”,入企调研[560家],收集问题[310个]。", "contacts.enterprises contacts.demands_collected"},
    {"开展联动监督[2次]、专题监督[3次]。", "supervision.democratic supervision.democratic"},
    {"召开专家论证会[4次]、部门座谈会[11次]。", "- research.seminars"},
    {"赴外地学习考察[4批次]、[78人次]。", "research.visits_away -"},
};
TEST(MeaningWordings, research_) { check_rows(rows); }

}  // namespace
}  // namespace yizheng::reports::testing
