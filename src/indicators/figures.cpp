#include "indicators/figures.h"

#include <algorithm>

#include "committee/organisation_actions.h"
#include "proposals/listing.h"
#include "proposals/statistics_view.h"

namespace yizheng::indicators {
namespace {

using proposals::ClassFlags;
using proposals::FigureRule;
using proposals::KeyState;
using proposals::ProposerKind;
using proposals::StatisticRow;

// ---- what reports print beside the figures of DOMAIN §2.13 ----

std::int64_t filed(const StatisticRow& r, const ClassFlags& f) {
  static const auto weight = proposals::figure_rule("filed")->numerator;
  return weight(r, f);
}
template <ProposerKind kind>
std::int64_t filed_by(const StatisticRow& r, const ClassFlags& f) {
  return filed(r, f) && r.kind == kind;
}
std::int64_t filed_by_parties_orgs(const StatisticRow& r, const ClassFlags& f) {
  return filed(r, f) && (r.kind == ProposerKind::COLLECTIVE_PARTY || r.kind == ProposerKind::COLLECTIVE_ORG);
}
std::int64_t key(const StatisticRow& r, const ClassFlags&) { return r.key_state == KeyState::KEY; }
std::int64_t assigned(const StatisticRow& r, const ClassFlags& f) { return filed(r, f) && r.assigned_at.has_value(); }
std::int64_t noted(const StatisticRow& r, const ClassFlags& f) {
  static const auto* replied = proposals::figure_rule("reply_rate");
  static const auto* adopted = proposals::figure_rule("adopted_rate");
  return replied->numerator(r, f) && !adopted->numerator(r, f);
}

FigureRule rule(const char* code, const char* zh, const char* en, const char* zh_text, const char* en_text,
                proposals::Weight numerator, const char* denominator_zh = "", proposals::Weight denominator = nullptr) {
  proposals::FigureDefinition definition;
  definition.code = code;
  definition.zh = definition.numerator_zh = zh;
  definition.en = en;
  definition.definition_zh = zh_text;
  definition.definition_en = en_text;
  definition.denominator_zh = denominator_zh;
  return {std::move(definition), numerator, denominator};
}

const std::vector<FigureRule>& own_rules() {
  using K = ProposerKind;
  static const std::vector<FigureRule> rules{
      rule("filed_individual", "个人提案", "By one member", "立案的个人提案", "Filed proposals of one member",
           filed_by<K::INDIVIDUAL>),
      rule("filed_joint", "联名提案", "Joint", "立案的联名提案", "Filed joint proposals", filed_by<K::JOINT>),
      rule("filed_by_orgs", "团体提案", "By organisations", "立案的人民团体等参加单位集体提案",
           "Filed collective proposals of organisations", filed_by<K::COLLECTIVE_ORG>),
      rule("filed_by_sectors", "界别提案", "By sectors", "立案的界别提案", "Filed proposals of sectors",
           filed_by<K::COLLECTIVE_SECTOR>),
      rule("filed_by_groups", "小组提案", "By groups", "立案的委员小组提案", "Filed proposals of member groups",
           filed_by<K::COLLECTIVE_GROUP>),
      rule("filed_by_committees", "专委会提案", "By special committees", "立案的专门委员会提案",
           "Filed proposals of special committees", filed_by<K::COLLECTIVE_COMMITTEE>),
      rule("filed_by_parties_orgs", "党派团体集体提案", "By parties and organisations",
           "立案的民主党派和人民团体等参加单位集体提案", "Filed collective proposals of parties and organisations",
           filed_by_parties_orgs),
      rule("key_share", "重点提案", "Key proposals' share", "重点提案 ÷ 立案数", "Key proposals / filed", key, "立案",
           filed),
      rule("assigned", "交办", "Assigned", "已交承办单位办理的立案提案", "Filed and assigned to handling units",
           assigned),
      rule("noted", "留作参考", "Kept for reference", "已答复而未计为解决、采纳或列入计划的提案",
           "Replied to, neither resolved nor planned", noted),
      rule("noted_rate", "留作参考", "Share kept for reference", "留作参考的答复 ÷ 已答复",
           "Neither resolved nor planned / replied", noted, "已答复", proposals::figure_rule("reply_rate")->numerator),
  };
  return rules;
}

const FigureRule* rule_of(const Indicator& indicator) {
  for (const auto& rule : own_rules()) {
    if (rule.definition.code == indicator.statistic) return &rule;
  }
  return proposals::figure_rule(indicator.statistic);
}

proposals::Scope scope_of(const Period& period) {
  proposals::Scope scope;
  if (period.basis == PeriodBasis::SESSION) {
    scope.session_id = period.session_id;
  } else {
    scope.from = make_date(period.year, 1, 1);
    scope.to = make_date(period.year, 12, 31);
  }
  return scope;
}

// The year in which the middle of the working year lies: a plenary of December opens the year that follows, one of
// January or March its own.
int working_year(const committee::Session& session) { return (session.opens_on + 183).year(); }

Period period_of(const committee::SessionRow& session) {
  return {PeriodBasis::SESSION, working_year(session), session.id,
          fmt::format("{}会议以来(会议及此后的工作年度)", session.title),
          fmt::format("since session {} of term {} (that session and the working year after it)", session.number,
                      session.term_number)};
}

}  // namespace

std::vector<Period> periods_of(store::Connection& db, Id committee_id, int year) {
  std::vector<Period> periods;
  for (const auto& session : committee::session_rows(db, committee_id)) {
    if (working_year(session) == year) periods.push_back(period_of(session));
  }
  periods.push_back({PeriodBasis::CALENDAR_YEAR, year, std::nullopt, fmt::format("{} 年内提交", year),
                     fmt::format("submitted in {}", year)});
  return periods;
}

std::optional<Period> period_of_session(store::Connection& db, Id committee_id, int term, int session) {
  for (const auto& row : committee::session_rows(db, committee_id)) {
    if (row.term_number == term && row.number == session) return period_of(row);
  }
  return std::nullopt;
}

bool can_compute(const Indicator& indicator) { return !indicator.statistic.empty() && rule_of(indicator) != nullptr; }

Answer compute(store::Connection& db, Id committee_id, const committee::Pack& pack, const Indicator& indicator,
               const Period& period) {
  if (!can_compute(indicator)) {
    return {std::nullopt, "not_recorded",
            fmt::format("系统里还没有“{}”所依据的记录,不能核对;请对照原始台账。", indicator.zh_hans),
            fmt::format("The system does not keep the records behind \"{}\" yet; check it against the original files.",
                        indicator.en)};
  }
  const auto& counting = *rule_of(indicator);
  const auto rows = proposals::rows_in(db, committee_id, scope_of(period), today());
  const auto counted = proposals::compute(counting, rows, proposals::class_flags(pack));
  Figure figure;
  figure.code = indicator.code;
  figure.unit = indicator.units.front();
  figure.period = period;
  figure.definition_zh = indicator.definition_zh;
  figure.definition_en = indicator.definition_en;
  figure.numerator = indicator.of_denominator ? counted.denominator : counted.numerator;
  figure.numerator_zh =
      indicator.of_denominator ? counting.definition.denominator_zh : counting.definition.numerator_zh;
  if (indicator.is_part || indicator.of_denominator || counting.denominator == nullptr) {
    figure.value = static_cast<double>(figure.numerator);
  } else {
    figure.rate = true;
    figure.value = counted.value;
    figure.denominator = counted.denominator;
    figure.denominator_zh = counting.definition.denominator_zh;
  }
  return {std::move(figure), "", "", ""};
}

std::optional<Figure> compute(store::Connection& db, Id committee_id, const committee::Pack& pack,
                              const Indicator& indicator, int year) {
  return compute(db, committee_id, pack, indicator, periods_of(db, committee_id, year).front()).figure;
}

http::Page<Record> records_behind(store::Connection& db, Id committee_id, const committee::Pack& pack,
                                  const Indicator& indicator, const Period& period, const RecordsQuery& query) {
  http::Page<Record> page;
  if (!can_compute(indicator)) return page;
  const auto& counting = *rule_of(indicator);
  const bool below = query.denominator != indicator.of_denominator;
  const auto weight = below ? counting.denominator : counting.numerator;
  if (weight == nullptr) return page;
  const auto flags = proposals::class_flags(pack);
  const auto size = static_cast<std::size_t>(std::clamp(query.limit, 1, 200));
  const auto after = query.after ? parse_id(*query.after) : std::nullopt;
  std::vector<Id> ids;
  bool passed = !after;
  for (const auto& row : proposals::rows_in(db, committee_id, scope_of(period), today())) {
    if (passed && weight(row, flags) > 0) ids.push_back(row.id);
    if (ids.size() > size) break;
    if (!passed && row.id == *after) passed = true;
  }
  if (ids.size() > size) {
    ids.pop_back();
    page.next = to_string(ids.back());
  }
  for (const auto& row : proposals::rows_of(db, committee_id, ids)) {
    page.items.push_back({row.id, row.title, "/proposals/" + to_string(row.id)});
  }
  return page;
}

}  // namespace yizheng::indicators
