#include "demo/reports.h"

#include <cmath>

#include "demo/places.h"
#include "identity/people.h"
#include "indicators/figures.h"
#include "reports/report_actions.h"
#include "reports/tolerance.h"

namespace yizheng::demo {
namespace {

using reports::plain_number;

// What the records say, by code; a figure they cannot tell reads 0.
class Figures {
 public:
  Figures(store::Connection& db, const committee::Pack& pack, const indicators::Catalogue& catalogue, Id committee_id,
          int year)
      : db_(db), pack_(pack), catalogue_(catalogue), committee_id_(committee_id), year_(year) {}

  double value(std::string_view code) const {
    const int at = catalogue_.find(code);
    if (at < 0) return 0;
    const auto figure = indicators::compute(db_, committee_id_, pack_, catalogue_.at(at), year_);
    return figure && figure->value ? *figure->value : 0;
  }
  std::string operator()(std::string_view code, double off = 0) const { return plain_number(value(code) + off); }

 private:
  store::Connection& db_;
  const committee::Pack& pack_;
  const indicators::Catalogue& catalogue_;
  Id committee_id_;
  int year_;
};

// Wrong on purpose: the key proposals (two more), the share satisfied, and a sum of places visited (36).
std::string own_draft(const Figures& of, int year) {
  const double satisfied = of.value("proposals.satisfied_or_basic_rate");
  std::string text = fmt::format(R"(首页 > 政协要闻 > 工作报告
政协云岭市青禾区委员会工作报告
（{}年 讨论稿）
各位委员：
　　现在，由我向全体会议报告常委会的工作，请大家讨论。
一、{}年工作回顾
　　一年来，区政协常委会把协商议事搬到社区和企业，，让委员多听、多问、多回头看，各项工作有了新的起色。
（一）提案工作提质增效
)",
                                 year, year);
  text += fmt::format(
      "　　全年共收到提案{}件，经审查立案{}件，立案率{}%。立案提案中，委员提案{}件，集体提案{}件，集体提案占立案总数的{"
      "}%。"
      "不予立案{}件，转为意见建议{}件，撤案{}件。\n",
      of("proposals.received"), of("proposals.filed"), of("proposals.filing_rate"), of("proposals.by_members"),
      of("proposals.collective"), plain_number(std::round(of.value("proposals.collective_share"))),
      of("proposals.not_filed"), of("proposals.to_suggestions"), of("proposals.withdrawn"));
  text += fmt::format(
      "　　经主席会议研究，确定重点提案{}件，由区领导领衔督办，全年开展督办活动{}次。提案办复率{}%，面商率{}%，"
      "委员满意和基本满意率{}%。办理结果为已解决或采纳的{}件，列入计划的{}件。\n",
      of("proposals.key", 2), of("supervision.activities"), of("proposals.reply_rate"), of("proposals.contact_rate"),
      plain_number(satisfied >= 95 ? satisfied - 4.5 : satisfied + 4.5), of("proposals.resolved"),
      of("proposals.planned"));
  text += R"(（二）协商议政务实有效
　　围绕老旧小区改造、河湖治理等课题召开专题协商会6次，提出意见建议43条，形成协商报告4份。组织委员开展视察调研18次，其中视察8次、调研10次，
走访企业21家、学校9家、医院6家，共计38家。
（三）社情民意渠道畅通
　　全年收到社情民意信息126篇，编报专刊31期，其中民主党派反映的信息42篇，占来稿总数的33.3%。得到区领导批示9条。
（四）自身建设不断加强
　　举办委员学习培训班2期，开展读书活动12场，参与委员近300人次。委员捐款捐物2.4万元，慰问困难群众86户。
二、明年工作打算
　　我们将继续提高提案质量，办好每一件提案，为全区发展作出新贡献。
责任编辑：区政协办公室    浏览次数：128
)";
  return text;
}

struct Neighbour {
  const char *name, *seat;
  int received, filed, members, collective, key, opinions, from_parties, seminars, advice;
  const char *reply, *satisfied, *filing;
};

// Their arithmetic holds: filed = members + collective, the rate is filed by received.
constexpr Neighbour neighbours[] = {
    {"政协云岭市白塔区委员会", "白塔区", 168, 147, 119, 28, 12, 203, 61, 8, 57, "100", "98.6", "87.5"},
    {"政协云岭市松溪县委员会", "松溪县", 125, 110, 94, 16, 8, 96, 24, 5, 31, "100", "99.1", "88"},
};

std::string neighbours_text(const Neighbour& n, int year) {
  return fmt::format(R"(当前位置：网站首页 >> 政协工作 >> 正文
{0}工作报告
——{1}年在全体会议上
各位委员：
　　受{0}常委会委托，向大家报告工作。
一、一年来的工作
　　{1}年，常委会围绕全{2}大事，多下基层、多听民声，工作有了新进展。
　　提案工作有新进展。全年共收到提案{3}件，立案{4}件，立案率{5}%。其中委员提案{6}件，集体提案{7}件。确定重点提案{8}件。提案办复率{9}%，
委员满意和基本满意率{10}%。
　　协商建言有新成果。召开专题协商会{11}次，提出意见建议{12}条。
　　社情民意有新作为。收到社情民意信息{13}篇，其中民主党派反映的信息{14}篇。
二、今后的工作
　　我们将把今年没有做完的事接着做好，请各位委员继续支持。
上一篇：关于召开常委会会议的通知    下一篇：没有了
)",
                     n.name, year, n.seat, n.received, n.filed, n.filing, n.members, n.collective, n.key, n.reply,
                     n.satisfied, n.seminars, n.advice, n.opinions, n.from_parties);
}

}  // namespace

int report_year(Instant now) {
  const Date today = local_date(now);
  return today.month() > 6 ? today.year() : today.year() - 1;
}

std::vector<ReportDraft> report_drafts(store::Connection& db, const committee::Pack& pack,
                                       const indicators::Catalogue& catalogue, Id committee_id, int year) {
  const Figures figures(db, pack, catalogue, committee_id, year);
  std::vector<ReportDraft> drafts;
  for (const auto& one : neighbours) {
    drafts.push_back({fmt::format("{}常务委员会工作报告", one.name), one.name, fmt::format("{}工作报告.txt", one.seat),
                      "虚构的网页", neighbours_text(one, year), false, year});
  }
  drafts.push_back({fmt::format("常务委员会工作报告（{}年讨论稿）", year), std::string(committee_name),
                    fmt::format("{}年工作报告讨论稿.txt", year), "", own_draft(figures, year), true, year});
  return drafts;
}

void load_reports(store::Database& database, committee::Rules& rules, const indicators::Catalogue& catalogue,
                  store::AttachmentFolder& files, Instant now) {
  const auto committee_id = database.read([](store::Connection& db) {
    const auto committee = committee::committee_by_code(db, "demo");
    if (!committee) throw std::logic_error("the demo district is not there yet");
    return committee->committee_id;
  });
  http::Caller office;
  office.committee_id = committee_id;
  office.grants = {{"OFFICE_STAFF", {}}};
  std::vector<ReportDraft> drafts;
  database.read([&](store::Connection& db) {
    const auto account = identity::account_by_login(db, committee_id, "office");
    if (!account) throw std::logic_error("the demo district has no office");
    office.account_id = account->id;
    drafts = report_drafts(db, rules.pack(), catalogue, committee_id, report_year(now));
  });
  for (const auto& draft : drafts) {
    reports::ReportDocument document;
    document.id = new_id();
    document.title = draft.title;
    document.about = draft.about;
    document.own = draft.own;
    document.year = draft.year;
    document.source = draft.source;
    document.file_name = draft.file_name;
    document.media_type = "text/plain";
    document.size = static_cast<std::int64_t>(draft.text.size());
    document.sha256 = files.put(draft.text);
    database.write_and_wait([&](store::Write& write) {
      reports::Context context{write, office};
      reports::load_report(context, document);
    });
  }
}

}  // namespace yizheng::demo
