// Wordings of study, training, reading, Party building. All sentences are invented.
#include "reports/meaning_testing.h"

namespace yizheng::reports::testing {
namespace {

const Row rows[] = {
    {"组织党组理论学习中心组集体学习[14次],专题研讨[6次]。", "study.party_group.sessions study.seminars.sessions"},
    {"常委会集体学习[5次]。", "study.standing_committee.sessions"},
    {"举办委员培训班[4期],培训委员[380人次]。", "study.member_training.courses study.training.participants"},
    {"举办全体委员履职能力培训[1次],参训[260人]。", "study.member_training.courses study.training.participants"},
    {"组织[120名]委员赴干部学院参加培训。", "study.training.participants"},
    {"分[3批]组织[150名]委员赴省委党校集中培训。", "study.member_training.courses study.training.participants"},
    {"组织委员参加全国政协、省政协培训[45人次]。", "study.training.participants"},
    {"选派委员、干部参加各类培训[88人次]。", "study.training.participants"},
    {"举办新任委员培训班[1期],覆盖委员[180名]。", "study.member_training.courses study.training.participants"},
    {"举办专题讲座[8场],“政协讲堂”[6期]。", "study.lectures study.lectures"},
    {"开设“委员大讲堂”[10讲]。", "study.lectures"},
    {"举办形势报告会[3场],宣讲[42场次]。", "study.lectures contacts.mass_activities"},
    {"邀请专家作专题辅导[5场]。", "study.lectures"},
    {"深入开展学习贯彻活动,组织各类学习[76场次]。", "study.activities.sessions"},
    {"开展集中学习[18次]、交流研讨[9次]、专题党课[8场]。",
     "study.activities.sessions study.seminars.sessions study.party_lessons.sessions"},
    {"党员领导干部讲党课[13次]。", "study.party_lessons.sessions"},
    {"主席会议成员带头讲专题党课[9堂]。", "study.party_lessons.sessions"},
    {"班子成员上廉政党课[5节]。", "study.party_lessons.sessions"},
    {"举办读书班[2期],开展交流研讨[5次]。", "study.reading_class.courses study.seminars.sessions"},
    {"举办党纪学习教育读书班[1期]。", "study.reading_class.courses"},
    {"开展委员读书活动[46场],参与[1500人次]。", "study.reading.events study.reading.participants"},
    {"深化“书香政协”建设,组织读书分享会[24场次],[960人次]参加。", "study.reading.events study.reading.participants"},
    {"举办“同心悦读”沙龙[12期]。", "study.reading.events"},
    {"委员在线上书院发言[5600余条]。", "study.reading.posts"},
    {"读书群委员发表感悟[2800条]、原创文章[160篇]。", "study.reading.posts -"},
    {"委员撰写读书心得[230篇]。", "study.reading.posts"},
    {"建立委员读书群[18个],打造政协书屋[9个]。", "study.reading_groups study.reading_groups"},
    {"设立读书角[22处]、委员书房[15家]。", "study.reading_groups study.reading_groups"},
    {"推荐学习书目[40本]。", "study.books_recommended"},
    {"为委员购书赠书[1200册]。", "study.books_recommended"},
    {"成立界别功能型党支部[11个]、临时党支部[6个]。", "party.branches party.branches"},
    {"设立功能型党支部[8个],覆盖党员委员[156名]。", "party.branches -"},
    {"机关现有党支部[5个]。", "party.branches"},
    {"开展主题党日活动[24次],组织生活会[2次]。", "party.activities party.activities"},
    {"召开警示教育大会[3次]。", "party.activities"},
    {"开展支部主题党日[12次]、“三会一课”[48次]。", "party.activities party.activities"},
    {"组织委员赴红色教育基地开展现场教学[6次]。", "-"},
    {"党组成员与党外委员谈心谈话[96人次]。", "members.interviews"},
    {"举办学习贯彻党的二十届四中全会精神研讨班[2期]。", "study.member_training.courses"},
    {"组织学习座谈会[11次],开展宣讲[65场],受众[7800人次]。",
     "study.activities.sessions contacts.mass_activities contacts.persons"},
    {"坚持理论学习制度,开展主题学习[21次]。", "study.activities.sessions"},
};
TEST(MeaningWordings, study_) { check_rows(rows); }

}  // namespace
}  // namespace yizheng::reports::testing
