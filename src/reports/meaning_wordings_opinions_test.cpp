// Wordings of opinion reports: received, sent, adopted. All sentences are invented.
#include "reports/meaning_testing.h"

namespace yizheng::reports::testing {
namespace {

const Row rows[] = {
    {"共收集社情民意信息[1260条],编报[430条],被市政协采用[86条],被省政协采用[21条],被全国政协采用[4条]。",
     "opinions.received opinions.sent opinions.adopted.city opinions.adopted.province opinions.adopted.nation"},
    {"全年编发《社情民意》专报[56期],市委、市政府领导批示[24期次]。", "opinions.issues_sent instructions.received"},
    {"收到各参加单位和委员反映的信息[820篇],择优上报[310篇]。", "opinions.received opinions.sent"},
    {"征集社情民意[640余条],整理编发《社情民意信息》[38期]。", "opinions.received opinions.issues_sent"},
    {"民盟、九三学社等党派报送社情民意信息[205篇],被采用[96篇]。", "opinions.by_parties opinions.adopted"},
    {"向省政协报送信息[118篇],采用[33篇]。", "opinions.sent_up.province opinions.adopted.province"},
    {"报送全国政协信息[25篇],其中[5篇]被采用。", "opinions.sent_up.nation opinions.adopted.nation"},
    {"社情民意信息采用率为[42%]。", "opinions.adoption_rate"},
    {"各民主党派报送信息[180篇],占信息来稿总数的[37%]。", "opinions.by_parties opinions.party_share"},
    {"党派团体反映社情民意信息[93条],占总量的[44.3%]。", "opinions.by_parties opinions.party_share"},
    {"转交相关部门办理的社情民意信息[58条]。", "opinions.transferred"},
    {"通过“社情民意直通车”转办群众诉求信息[72件]。", "opinions.transferred"},
    {"[9篇]信息获得省领导批示,[17篇]获得市领导批示。", "opinions.instructed opinions.instructed"},
    {"获市领导批示的社情民意信息[22篇]。", "opinions.instructed"},
    {"发展特邀信息员[80名],设立社情民意信息直报点[15个]。", "opinions.informants opinions.contact_points"},
    {"聘任信息员[45人],信息联系点增至[30个]。", "opinions.informants opinions.contact_points"},
    {"建立界别社情民意联系点[26个],收集信息[310条]。", "opinions.contact_points opinions.received"},
    {"社情民意信息员队伍达[120人]。", "opinions.informants"},
    {"编报社情民意信息[180篇],其中被全国政协单篇采用[2篇]、综合采用[3篇]。",
     "opinions.sent opinions.adopted.nation opinions.adopted.nation"},
    {"向区委、区政府呈送社情民意专报[18期],获领导批示[13件次]。", "opinions.sent.local instructions.received"},
    {"向县委县政府报送信息[46篇]。", "opinions.sent.local"},
    {"整理报送市政协信息[150条],录用[62条]。", "opinions.sent_up.city opinions.adopted.city"},
    {"反映社情民意工作取得新进步,全年报送信息[400余条],[150条]被上级政协采用。", "opinions.sent opinions.adopted"},
    {"上报省、市政协社情民意信息[260条],被采用[105条]。", "opinions.sent opinions.adopted"},
    {"社情民意信息工作稳步推进,收到委员来稿[560件],编辑采用[330件]。", "opinions.received opinions.adopted"},
    {"全年共撰写社情民意信息[275篇],被区级以上采用[112篇]。", "opinions.received opinions.adopted"},
    {"委员撰写社情民意[330篇]。", "opinions.received"},
    {"报送社情民意信息专报[35份],得到区领导批示[15份]。", "opinions.sent instructions.received"},
    {"以《社情民意》形式报送党委政府[20期]。", "opinions.sent.local"},
    {"社情民意信息工作位居全市政协系统第2位,全年采用信息[88条]。", "opinions.adopted"},
    {"全国政协采用我市信息[6篇],省政协采用[41篇]。", "opinions.adopted.nation opinions.adopted.province"},
    {"围绕稳就业、促消费等报送专题信息[44篇]。", "opinions.sent"},
    {"印发《社情民意》[12期]。", "opinions.issues_sent"},
    {"编印《社情民意摘报》[30期]、《委员之声》[6期]。", "opinions.issues_sent publications.issues"},
    {"报送《关于甲的建议》《关于乙的建议》等信息专报[9期]。", "opinions.issues_sent"},
    {"[4条]社情民意信息被全国政协采用,[19条]被省政协采用,[55条]被市政协采用。",
     "opinions.adopted.nation opinions.adopted.province opinions.adopted.city"},
    {"收到社情民意信息稿件[720篇],编报市政协[260篇],报送区委区政府[31篇]。",
     "opinions.received opinions.sent_up.city opinions.sent.local"},
    {"政协委员、各党派团体、各专委会共反映社情民意信息[980条]。", "opinions.received"},
    {"对[66条]群众关注的信息进行了转办。", "opinions.transferred"},
    {"开展社情民意信息工作培训[3次]。", "study.member_training.courses"},
    {"收集群众意见建议[260条]。", "contacts.demands_collected"},
    {"发布政务信息[300条]。", "-"},
    {"信息化平台接入单位[30个]。", "-"},
};
TEST(MeaningWordings, opinions_) { check_rows(rows); }

}  // namespace
}  // namespace yizheng::reports::testing
