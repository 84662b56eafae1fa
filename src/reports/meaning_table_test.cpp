// Sentences as committees' reports write them, all invented, and the indicator of each figure in brackets ("-": none).
#include <gtest/gtest.h>

#include "reports/meaning_testing.h"

namespace yizheng::reports::testing {
namespace {

struct Row {
  const char* sentence;
  const char* codes;
};

std::string codes_of(const char* sentence) {
  std::string codes;
  for (const auto& claim : read(sentence).claims) codes += (codes.empty() ? "" : " ") + code_of(claim);
  return codes;
}

void check(std::span<const Row> rows) {
  for (const auto& row : rows) EXPECT_EQ(codes_of(row.sentence), row.codes) << row.sentence;
}

const Row proposals[] = {
    {"全年共收到提案[365件],经审查立案[320件]。", "proposals.received proposals.filed"},
    {"六届二次会议以来,政协委员和参加单位提交提案[288件],立案[251件],立案率[87.2%]。",
     "proposals.received proposals.filed proposals.filing_rate"},
    {"审查立案提案[198件],交由[46个]承办单位办理。", "proposals.filed proposals.handling_units"},
    {"共收到委员提案[176件],审查后立案[150件],不予立案[12件],并案[14件]。",
     "proposals.received proposals.filed proposals.not_filed proposals.merged"},
    {"会议期间收到提案[210件],其中集体提案[38件]、委员提案[172件]。",
     "proposals.received proposals.collective proposals.by_members"},
    {"提案工作取得新成效,全年立案[132件],全部办复。", "proposals.filed"},
    {"征集提案[402件],确定立案[366件],转为社情民意[20件]。",
     "proposals.received proposals.filed proposals.to_opinion_reports"},
    {"遴选重点提案[10件]由党政领导领办。", "proposals.key"},
    {"确定[8件]提案为重点提案。", "proposals.key"},
    {"[15件]重点提案全部办结。", "proposals.key"},
    {"评选表彰优秀提案[20件]。", "proposals.excellent"},
    {"提案办复率[100%],委员满意率[98.6%]。", "proposals.reply_rate proposals.satisfied_rate"},
    {"提案办理答复率达到[100%],满意和基本满意率达[99.5%]。", "proposals.reply_rate proposals.satisfied_or_basic_rate"},
    {"提案面商率、办复率均为[100%]。", "proposals.reply_rate"},
    {"面商率[100%],按期办复率[98%]。", "proposals.contact_rate proposals.on_time_reply_rate"},
    {"提案办结率为[96.3%]。", "proposals.closing_rate"},
    {"各民主党派提交集体提案[45件]。", "proposals.collective.by_parties"},
    {"各民主党派、工商联提交集体提案[52件]。", "proposals.collective.by_parties_orgs"},
    {"党派团体共提交集体提案[61件],占提案总数的[21.3%]。",
     "proposals.collective.by_parties_orgs proposals.collective_share"},
    {"民主党派提交集体提案[26件],占集体提案总数的[40%]。",
     "proposals.collective.by_parties proposals.party_share_of_collective"},
    {"委员提案[231件],占立案总数的[79%]。", "proposals.by_members proposals.member_share"},
    {"在[18件]重点提案中,党派团体提案有[6件]列为重点提案,占重点提案的[33%]。",
     "proposals.key proposals.key.by_parties_orgs proposals.party_share_of_key"},
    {"立案提案中,委员提案[21件],集体提案[6件],集体提案占立案总数的[22%]。",
     "proposals.by_members proposals.collective proposals.collective_share"},
    {"[20件]重点提案中,党派团体提出的有[7件],占比为[35%]。",
     "proposals.key proposals.key.by_parties_orgs proposals.party_share_of_key"},
    {"主席会议从立案提案中遴选出[14件]重点提案,占立案总数的[7%]。", "proposals.key proposals.key_share"},
    {"组织重点提案督办活动[9次]。", "supervision.activities"},
    {"开展提案现场督办[12次],推动一批建议落地。", "supervision.activities"},
    {"主席会议听取[5个单位]重点提案办理情况汇报。", "-"},
    {"召开主席会议,听取[4个主办单位]汇报提案办理情况。", "proposals.key.lead_units_heard"},
    {"制作播出提案故事[12期]。", "proposals.stories"},
    {"所提问题已经解决或基本解决的[145件],正在解决或列入计划解决的[32件],因条件限制留作参考的[8件],提案全部办复。",
     "proposals.resolved proposals.planned proposals.noted"},
    {"提案办理结果A类[120件]、B类[25件]、C类[6件]。", "proposals.resolved proposals.planned proposals.noted"},
    {"提案“回头看”[30件]。", "proposals.looked_back"},
    {"提交联名提案[17件],界别提案[9件]。", "proposals.joint proposals.collective.by_sectors"},
    {"参与提交提案的委员[230名]。", "proposals.proposers"},
    {"经济建设方面的提案[98件],占[36%]。", "proposals.by_category proposals.category_share"},
    {"督办提案[22件]。", "proposals.supervised"},
    {"市领导领办提案[14件]。", "proposals.key.led_by_leaders"},
};
TEST(MeaningTable, proposals_) { check(proposals); }

const Row opinions[] = {
    {"编报社情民意信息[86期]。", "opinions.issues_sent"},
    {"报送社情民意[24期],获市领导批示[11次]。", "opinions.issues_sent instructions.received"},
    {"全年收到社情民意信息[530条],编报[212条]。", "opinions.received opinions.sent"},
    {"向市政协报送社情民意信息[145篇],被省政协采用[12篇]。", "opinions.sent_up.city opinions.adopted.province"},
    {"向区委、区政府报送社情民意信息[38篇]。", "opinions.sent.local"},
    {"加强社情民意工作,向省政协报送[65篇],被全国政协采用[3篇]。", "opinions.sent_up.province opinions.adopted.nation"},
    {"被市政协采用社情民意信息[48条]。", "opinions.adopted.city"},
    {"各民主党派反映社情民意信息[164条],占信息总数的[52%]。", "opinions.by_parties opinions.party_share"},
    {"[15条]社情民意信息得到市领导批示。", "opinions.instructed"},
    {"聘请社情民意信息员[60名],设立社情民意联系点[22个]。", "opinions.informants opinions.contact_points"},
    {"民主党派提供信息[87条],占来稿总数的[61%]。", "opinions.by_parties opinions.party_share"},
    {"转办社情民意信息[33条]。", "opinions.transferred"},
};
TEST(MeaningTable, opinions_) { check(opinions); }

const Row consultations[] = {
    {"举行专题议政性常委会会议[2次]、专题协商会[5次]、对口协商[8次]、界别协商[6次]、提案办理协商[12次]。",
     "consultations.held.thematic_standing consultations.held.topic_meetings consultations.held.counterpart "
     "consultations.held.sector consultations.held.proposal_handling"},
    {"全年开展各类协商活动[36次]。", "consultations.held"},
    {"围绕夜间经济、托育服务等[6个专题]开展协商。", "consultations.topics"},
    {"就[4个课题]进行专题协商。", "consultations.topics"},
    {"召开专题协商会,提出[6个方面][21条]意见建议。", "consultations.aspects consultations.recommendations"},
    {"形成[5方面][18条]对策建议。", "consultations.aspects consultations.recommendations"},
    {"围绕“稻渔共作”开展对口协商,提出建议[16条]。", "consultations.recommendations"},
    {"提出意见建议[230余条]。", "consultations.recommendations"},
    {"列出责任清单[24项]。", "consultations.responsibility_items"},
    {"县长与[30余名]政协委员面对面协商。", "consultations.participants.members"},
    {"举办“有事好商量”微协商活动[150场次]。", "consultations.held.micro"},
    {"开展网络议政、远程协商[3次]。", "consultations.held.remote"},
    {"建成协商议事室[42个]。", "consultations.rooms"},
    {"报送协商专报[9篇]。", "consultations.reports"},
    {"形成建议案[3件]。", "consultations.formal_recommendations"},
    {"意见建议被采纳[56条]。", "consultations.recommendations.adopted"},
};
TEST(MeaningTable, consultations_) { check(consultations); }

const Row supervision[] = {
    {"围绕农村饮水安全等[5个专题]开展视察。", "inspections.topics"},
    {"组织委员开展视察[12次]。", "inspections.topics"},
    {"开展专题视察[6项]。", "inspections.topics"},
    {"视察老旧小区改造,从管网更新、物业管理等[四个方面]提出建议。", "inspections.aspects"},
    {"围绕茶产业、冷链物流等[8个课题]开展调研。", "research.topics"},
    {"开展专题调研[14项],形成调研报告[11篇]。", "research.topics research.reports"},
    {"确定重点调研课题[9个]。", "research.topics"},
    {"深入园区实地调研[7场]。", "research.site_visits"},
    {"实地考察[12处]。", "research.site_visits"},
    {"配合省政协开展调研视察[5次]。", "joint.assisted_tasks"},
    {"协助市政协视察调研等工作[8次]。", "joint.assisted_tasks"},
    {"开展民主监督[4次]。", "supervision.democratic"},
    {"组建[6个]民主监督小组。", "supervision.groups"},
    {"召开座谈会[23场]。", "research.seminars"},
    {"[210人次]委员参加视察调研。", "inspections.participants"},
    {"发放调查问卷[1200份]。", "research.questionnaires"},
    {"赴外地考察学习[3次]。", "research.visits_away"},
};
TEST(MeaningTable, supervision_) { check(supervision); }

const Row meetings[] = {
    {"召开常委会会议[5次]、主席会议[12次]、党组会议[18次]。",
     "meetings.standing_committee meetings.chairpersons meetings.party_group"},
    {"区委常委会[3次]专题研究政协工作。", "party_committee.hearings"},
    {"县委常委会会议[5次]听取政协党组工作汇报。", "party_committee.hearings"},
    {"市委、市政府领导作出批示[35件次]。", "instructions.received"},
    {"调研成果获党政主要领导批示[16次]。", "instructions.received"},
    {"党政领导出席政协协商活动[42人次]。", "leaders.attendance"},
    {"县领导参加政协会议活动[26人次]。", "leaders.attendance"},
    {"各民主党派提交大会发言[12篇],占大会发言总数的[48%]。", "speeches.by_parties speeches.party_share"},
    {"党派团体提交大会发言材料[19篇]。", "speeches.by_parties_orgs"},
    {"收到大会发言材料[56篇],安排口头发言[12人次]。", "speeches.received speeches.oral"},
    {"书面发言[33篇]。", "speeches.written"},
    {"在省政协召开的理论研讨会上交流发言[3次]。", "exchange.speeches"},
    {"在全市政协工作会议上作经验交流[2次]。", "exchange.speeches"},
    {"征集民主党派理论研讨论文[14篇]。", "theory.papers.by_parties"},
    {"[9篇]论文入选《理论研讨文集》。", "theory.papers.selected"},
    {"举行政情通报会[4次]。", "meetings.briefings"},
};
TEST(MeaningTable, meetings_) { check(meetings); }

const Row study[] = {
    {"组织党组理论学习中心组学习[15次]。", "study.party_group.sessions"},
    {"召开党组中心组学习会[11次],常委会专题学习[4次]。",
     "study.party_group.sessions study.standing_committee.sessions"},
    {"举办委员培训班[3期]。", "study.member_training.courses"},
    {"举办政协委员履职能力提升培训班[2期],培训委员[320人次]。",
     "study.member_training.courses study.training.participants"},
    {"开展集中学习[26场次]。", "study.activities.sessions"},
    {"参加领导干部读书班[2期]。", "study.reading_class.courses"},
    {"开展专题研讨[6次]。", "study.seminars.sessions"},
    {"班子成员讲党课[9次]。", "study.party_lessons.sessions"},
    {"开展读书活动[32场次],参与委员[850人次]。", "study.reading.events study.reading.participants"},
    {"举办书香政协读书分享会[12场]。", "study.reading.events"},
    {"线上读书群委员发言[1600余条]。", "study.reading.posts"},
    {"学习“第一议题”[22次]。", "study.first_agenda.sessions"},
    {"举办委员讲堂[8期]。", "study.lectures"},
    {"建立委员读书群[12个]。", "study.reading_groups"},
    {"成立功能型党支部[9个]。", "party.branches"},
};
TEST(MeaningTable, study_) { check(study); }

const Row publicity[] = {
    {"举办书画展、摄影展等文化活动[6次]。", "culture.events"},
    {"文史馆全年接待参观[3200人次]。", "museum.visitors"},
    {"编印《青溪政协》会刊[4期]。", "publications.issues"},
    {"出版《青溪文史》[2辑],共[36万字]。", "history.books publications.characters"},
    {"编发政协信息专刊[12期]。", "publications.issues"},
    {"在各级媒体刊发稿件[156篇]。", "media.reports"},
    {"在省级媒体刊发稿件[42篇]。", "media.provincial"},
    {"在省级以上媒体发表稿件[68篇次]。", "media.provincial_or_higher"},
    {"被国家级媒体采用稿件[9篇]。", "media.national"},
    {"微信公众号推送信息[480条]。", "media.own_channels"},
    {"拍摄专题片[3部]。", "media.videos"},
    {"征集史料[260件]。", "history.materials"},
    {"《人民政协报》等媒体宣传报道我区政协工作[35篇]。", "media.reports"},
    {"展出书画作品[120幅]。", "culture.works"},
};
TEST(MeaningTable, publicity_) { check(publicity); }

const Row contacts[] = {
    {"接待外地政协来访考察[28批次]。", "receptions.batches"},
    {"接待来访[36批][420人次]。", "receptions.batches receptions.persons"},
    {"承接兄弟县市政协考察调研[19批次]。", "receptions.batches"},
    {"各专门委员会组织活动[64次]。", "special_committees.activities"},
    {"推荐委员担任特约监督员[56人次]。", "external_duty.person_times"},
    {"选派委员参加听证、评议等活动[88人次]。", "external_duty.person_times"},
    {"[5名]委员荣获全国劳动模范等称号。", "members.honours"},
    {"表彰优秀政协委员[40名],其中党派团体优秀委员[15名],占优秀委员的[37.5%]。",
     "members.excellent members.excellent.by_parties_orgs members.excellent.party_share"},
    {"修订完善规章制度[18项]。", "rules.revised"},
    {"制定出台工作制度[12个]。", "rules.revised"},
    {"建立党组、常委、委员[三个层面]的学习制度。", "rules.study.audience_levels"},
    {"建成委员工作室[36个]、联系点[52个]。", "members.studios members.contact_points"},
    {"[12名]常委向常委会述职。", "members.duty_reports"},
    {"全年走访委员[210人次]。", "members.visited"},
    {"走访企业[130家],帮助解决问题[85个]。", "contacts.enterprises contacts.problems_solved"},
    {"召开委员约谈会,约谈委员[6名]。", "members.interviews"},
    {"常委会会议出席率[92%]。", "members.attendance_rate"},
    {"全力做好全年[九项]重点工作。", "plans.focus_areas"},
    {"开展界别活动[45场次]。", "contacts.mass_activities"},
};
TEST(MeaningTable, contacts_) { check(contacts); }

const Row charity[] = {
    {"资助[48名]白内障患者免费手术,补助资金[3.6万元]。", "charity.aid.cataract.persons charity.aid.cataract.amount"},
    {"为[20名]大病患者提供医疗救助[18万元]。", "charity.aid.medical.persons charity.aid.medical.amount"},
    {"投入帮扶资金[60万元],挂钩帮扶[12个村]。", "charity.assistance.amount charity.assistance.villages"},
    {"慰问困难群众[180户],发放慰问金[9.8万元]。", "charity.condolence.households charity.condolence.amount"},
    {"慰问环卫工人[320人]。", "charity.condolence.persons"},
    {"向乡村学校捐赠图书[1800册]、书包[150个]。", "charity.goods.book_volumes charity.goods.gifts"},
    {"捐赠图书[60套]。", "charity.goods.book_sets"},
    {"送去礼物[200份]。", "charity.goods.gifts"},
    {"委员捐款[128万元]。", "charity.member_donations.amount"},
    {"广大委员踊跃捐款捐物,累计[236.8万元]。", "charity.member_donations.amount"},
    {"发动社会各界募集款物[88万元]。", "charity.campaign.amount"},
    {"资助贫困学生[76名]。", "charity.students.persons"},
};
TEST(MeaningTable, charity_) { check(charity); }

// Other ways to say the same.
const Row wordings[] = {
    {"提案者共提出提案[412件],经提案委员会审查,立案[386件]。", "proposals.received proposals.filed"},
    {"七届三次会议期间和闭会以来,共收到各类提案[256件],立案交办[228件]。", "proposals.received proposals.filed"},
    {"全年提交提案[188件],立案率达到[92%]。", "proposals.received proposals.filing_rate"},
    {"经审查,予以立案[143件],未予立案[9件]。提案质量不断提高。", "proposals.filed proposals.not_filed"},
    {"精选[16件]重点提案,由主席会议成员领衔督办。", "proposals.key"},
    {"确定年度重点提案[12件],开展督办活动[15场次]。", "proposals.key supervision.activities"},
    {"其中党派团体提案[8件]列为重点提案。", "proposals.key.by_parties_orgs"},
    {"重点提案占立案提案总数的[9.5%]。", "proposals.key_share"},
    {"各民主党派市委会提交集体提案[33件],占集体提案的[52%]。",
     "proposals.collective.by_parties proposals.party_share_of_collective"},
    {"民主党派、工商联和人民团体提交集体提案[47件]。", "proposals.collective.by_parties_orgs"},
    {"全部提案均按期办复,办复率[100%],委员满意和基本满意率为[99.1%]。",
     "proposals.reply_rate proposals.satisfied_or_basic_rate"},
    {"提案答复率[100%],委员满意、基本满意率[100%]。", "proposals.reply_rate proposals.satisfied_or_basic_rate"},
    {"推出《小巷里的灯亮了》等[10篇]提案故事。", "proposals.stories"},
    {"刊发“提案故事”[9期]。", "proposals.stories"},
    {"听取[6家]承办单位提案办理情况汇报。", "proposals.key.lead_units_heard"},
    {"对重点提案开展督办[8次]。", "supervision.activities"},
    {"全年编发社情民意[42期]。", "opinions.issues_sent"},
    {"整理上报社情民意信息[60期]。", "opinions.issues_sent"},
    {"及时反映社情民意,向市政协报送信息[132条],向县委县政府报送[27条]。", "opinions.sent_up.city opinions.sent.local"},
    {"上报市政协社情民意信息[95篇]。", "opinions.sent_up.city"},
    {"各党派团体报送社情民意信息[76条]。", "opinions.by_parties"},
    {"民主党派信息占来稿总量的[63%]。", "opinions.party_share"},
    {"提出[七个方面][33条]意见和建议。", "consultations.aspects consultations.recommendations"},
    {"从五个环节提出[18条]建议,形成责任清单[18项]。",
     "consultations.recommendations consultations.responsibility_items"},
    {"与会委员提出意见建议[42条]。", "consultations.recommendations"},
    {"组织[60余名]委员与部门负责人开展协商。", "consultations.participants.members"},
    {"围绕充电桩布局、水系连通等[3个课题]开展专题协商。", "consultations.topics"},
    {"就乡村教师队伍建设等[4个专题]组织视察。", "inspections.topics"},
    {"组织常委、委员专题视察[5次]。", "inspections.topics"},
    {"对校园食品安全进行视察,提出[三方面]建议。", "inspections.aspects"},
    {"围绕中医药传承等[7个专题]深入调研。", "research.topics"},
    {"完成重点课题调研[6项]。", "research.topics"},
    {"先后到[9个乡镇]实地调研[14场]。", "- research.site_visits"},
    {"配合全国政协、省政协来我市调研视察[7次]。", "joint.assisted_tasks"},
    {"协助省政协开展专题调研[3次]。", "joint.assisted_tasks"},
    {"各民主党派大会发言[9篇],占发言总数的[45%]。", "speeches.by_parties speeches.party_share"},
    {"党派团体提交书面大会发言[21篇]。", "speeches.by_parties_orgs"},
    {"各民主党派撰写理论研讨论文[8篇]。", "theory.papers.by_parties"},
    {"[3篇]论文被选用并收录于论文集。", "theory.papers.selected"},
    {"在全省政协系统会议上作典型发言[2次]。", "exchange.speeches"},
    {"参加片区政协工作经验交流会[3次]。", "exchange.speeches"},
    {"组织党组中心组学习研讨[13次]。", "study.party_group.sessions"},
    {"党组理论学习中心组开展集体学习[12次]。", "study.party_group.sessions"},
    {"常委会开展专题学习[4次]。", "study.standing_committee.sessions"},
    {"组织委员参加各类培训[5期]。", "study.member_training.courses"},
    {"分批举办委员学习班[4期]。", "study.member_training.courses"},
    {"开展各类学习交流活动[30余场次]。", "study.activities.sessions"},
    {"选派干部参加读书班[2期]。", "study.reading_class.courses"},
    {"组织专题研讨交流[4次]。", "study.seminars.sessions"},
    {"主席会议成员带头讲授党课[7次]。", "study.party_lessons.sessions"},
    {"开展“书香政协”读书活动[18次]。", "study.reading.events"},
    {"组织读书沙龙[9场],委员参与[260人次]。", "study.reading.events study.reading.participants"},
    {"委员在读书群分享心得[900余条]。", "study.reading.posts"},
    {"举办美术摄影作品展等活动[5次]。", "culture.events"},
    {"政协文史馆接待参观者[1800人次]。", "museum.visitors"},
    {"编辑出版《新港政协》[4期]。", "publications.issues"},
    {"办好会刊,全年出刊[6期]、[30万字]。", "publications.issues publications.characters"},
    {"被各级新闻媒体报道[88次]。", "media.reports"},
    {"在省级及以上主流媒体刊载稿件[37篇]。", "media.provincial_or_higher"},
    {"省级平台刊发我县政协新闻[21篇]。", "media.provincial"},
    {"接待省内外政协考察团[22批次]。", "receptions.batches"},
    {"迎接兄弟政协来访考察[17批]。", "receptions.batches"},
    {"党政领导参加政协重要会议和活动[38人次]。", "leaders.attendance"},
    {"市委书记、市长等领导批示[29次]。", "instructions.received"},
    {"得到县主要领导肯定性批示[12件]。", "instructions.received"},
    {"区委常委会年内[2次]听取区政协党组工作汇报。", "party_committee.hearings"},
    {"各专委会开展履职活动[70余次]。", "special_committees.activities"},
    {"推荐[46名]委员担任行风监督员、人民陪审员。", "external_duty.person_times"},
    {"委员参与听证会、执法监督等[120人次]。", "external_duty.person_times"},
    {"[7名]委员获评省级以上荣誉。", "members.honours"},
    {"[9名]党派团体委员被评为优秀政协委员。", "members.excellent.by_parties_orgs"},
    {"修订、新建各项制度[22项]。", "rules.revised"},
    {"健全委员履职管理等规章制度[9项]。", "rules.revised"},
    {"为[35名]白内障老人实施免费手术。", "charity.aid.cataract.persons"},
    {"救助重病患者[16人],发放救助金[21万元]。", "charity.aid.medical.persons charity.aid.medical.amount"},
    {"安排帮扶资金[30万元],结对帮扶[8个村]。", "charity.assistance.amount charity.assistance.villages"},
    {"春节前走访慰问困难户[90户],送去慰问金[4.5万元]。", "charity.condolence.households charity.condolence.amount"},
    {"慰问一线职工[450人次]。", "charity.condolence.persons"},
    {"为山区学校捐书[3000册]。", "charity.goods.book_volumes"},
    {"赠送慰问品[260份]。", "charity.goods.gifts"},
    {"委员企业家捐赠资金[320万元]。", "charity.member_donations.amount"},
    {"在抗洪救灾中募集善款[180余万元]。", "charity.campaign.amount"},
    {"新的一年,着力抓好[八项]重点工作。", "plans.focus_areas"},
    {"建成[16个委员工作室],新设[8个联系点]。", "members.studios members.contact_points"},
    {"先后赴[6个街道]开展调研。", "-"},
    {"立案的[156件]提案交[40个单位]办理,已经解决的[120件],占[77%],列入计划解决的[30件],占[19%],留作参考的[6件],占[4%]"
     "。",
     "proposals.filed proposals.handling_units proposals.resolved proposals.resolved_rate proposals.planned "
     "proposals.planned_rate proposals.noted proposals.noted_rate"},
    {"[74条]意见建议被采纳。", "consultations.recommendations.adopted"},
    {"建言[50条],被采纳[21条]。", "consultations.recommendations consultations.recommendations.adopted"},
    {"党派提案[28件],占集体提案总数的[44%];党派成员提交社情民意信息[150条],占总数的[51%]。",
     "proposals.collective.by_parties proposals.party_share_of_collective opinions.by_parties opinions.party_share"},
};
TEST(MeaningTable, wordings_) { check(wordings); }

// Figures that are no indicator of a committee.
const Row others[] = {
    {"全区生产总值增长[5.8%]。", "-"}, {"村镇居民人均可支配收入[4.2万元]。", "-"},
    {"全县粮食总产量[36万吨]。", "-"}, {"建成高标准农田[12万亩]。", "-"},
    {"立案侦查案件[86件]。", "-"},     {"本区下辖[12个镇]。", "-"},
    {"新建公园[6个]。", "-"},
};
TEST(MeaningTable, others_) { check(others); }

}  // namespace
}  // namespace yizheng::reports::testing
