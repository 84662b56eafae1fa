// Wordings of media, history and culture. All sentences are invented.
#include "reports/meaning_testing.h"

namespace yizheng::reports::testing {
namespace {

const Row rows[] = {
    {"在《人民政协报》等中央媒体刊发稿件[26篇],省级媒体刊发[58篇],市级媒体刊发[120篇]。",
     "media.national media.provincial media.city"},
    {"在国家级媒体刊登[15篇]、省级媒体刊登[43篇]。", "media.national media.provincial"},
    {"在省级以上媒体刊发新闻报道[78篇]。", "media.provincial_or_higher"},
    {"中央、省级媒体报道我市政协工作[95篇次]。", "media.provincial_or_higher"},
    {"全年在各级各类媒体发表宣传稿件[460余篇]。", "media.reports"},
    {"各级媒体宣传报道政协工作[320篇(条)]。", "media.reports"},
    {"《人民政协报》刊发[12篇]。", "media.national"},
    {"人民网、新华网、人民政协网刊载我县政协信息[86条]。", "media.national"},
    {"在学习强国、人民政协网等平台发稿[110篇]。", "media.reports"},
    {"市级以上媒体刊载稿件[150篇]。", "media.city"},
    {"“政协青溪”微信公众号发布信息[620条],阅读量[35万次]。", "media.own_channels -"},
    {"政协网站、微信公众号推送稿件[850篇]。", "media.own_channels"},
    {"微信公众号推文[380期]。", "media.own_channels"},
    {"制作短视频[46条]、专题片[2部]。", "media.videos media.videos"},
    {"与电视台合办《政协视窗》栏目,播出[24期]。", "media.videos"},
    {"开办“委员风采”电视专栏,播出[18期]节目。", "media.videos"},
    {"编印《青溪政协》[6期],编辑文史资料[2辑]。", "publications.issues history.books"},
    {"编纂出版文史书籍[3部],计[86万字]。", "history.books publications.characters"},
    {"征集文史资料[180篇]、[65万字],老照片[320幅]。", "history.materials publications.characters history.materials"},
    {"征集“三亲”史料[95篇],编辑出版[1部]。", "history.materials history.books"},
    {"收集口述历史资料[42份],采访老同志[30人]。", "history.materials -"},
    {"编撰《青溪古村落》等文史专辑[2册]。", "history.books"},
    {"挖掘整理文史稿件[60篇],出版《记忆》丛书[1套]。", "history.materials history.books"},
    {"编发《政协通讯》[4期]、《工作简报》[32期]。", "publications.issues publications.issues"},
    {"办好《政协天地》杂志,出版[12期],发行[3.6万册]。", "publications.issues -"},
    {"举办书画摄影展[3场],展出作品[260幅]。", "culture.events culture.works"},
    {"组织委员书画笔会[5次],创作作品[120件]。", "culture.events culture.works"},
    {"举办“翰墨同心”书画作品展,征集作品[310幅],参展[150幅]。", "culture.works culture.works"},
    {"参观展览群众达[6800人次]。", "culture.participants"},
    {"文史馆接待参观团队[120批次]、[4500人次]。", "- museum.visitors"},
    {"政协文史馆全年接待参观者[1.2万人次]。", "museum.visitors"},
    {"开展文艺演出[8场],观众[3000人次]。", "culture.events culture.participants"},
    {"书画院开展送文化下乡活动[12次],书写春联[2000幅]。", "contacts.mass_activities culture.works"},
    {"区政协获市级以上荣誉[8项]。", "committee.awards"},
    {"政协机关荣获省级文明单位等表彰[6项]。", "committee.awards"},
    {"先后获得“全国政协系统先进集体”等荣誉[5个]。", "committee.awards"},
    {"宣传工作获全省政协系统好新闻奖[3个]。", "committee.awards"},
    {"在全市政协系统宣传工作评比中获奖[4项]。", "committee.awards"},
    {"政协宣传稿件被《人民政协报》采用[18篇]。", "media.national"},
};
TEST(MeaningWordings, media_) { check_rows(rows); }

}  // namespace
}  // namespace yizheng::reports::testing
