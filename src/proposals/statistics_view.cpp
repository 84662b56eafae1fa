#include "proposals/statistics_view.h"

#include <algorithm>
#include <set>

#include "proposals/listing.h"

namespace yizheng::proposals {
namespace {

// §2.13: members with at least one proposal (co-signed ones too) / members; and proposals a member.
void add_member_figures(store::Connection& db, Id committee_id, const Scope& scope, std::span<const StatisticRow> rows,
                        StatisticsView& view) {
  if (scope.unit_id || scope.category) return;
  const auto list = db.select<Id>(
      "SELECT m.person_id FROM memberships m JOIN terms t ON t.committee_id = m.committee_id AND t.id = m.term_id"
      " WHERE m.committee_id = ? AND m.status = 'ACTIVE' AND t.number = (SELECT MAX(n.number) FROM terms n WHERE "
      "n.committee_id = ?)" +
          std::string(scope.sector_id ? " AND m.sector_id = " + to_string(*scope.sector_id) : ""),
      committee_id, committee_id);
  const std::set<Id> in_office(list.begin(), list.end());
  const auto members = static_cast<std::int64_t>(in_office.size());
  std::set<Id> proposers;
  std::int64_t by_members = 0;
  for (const auto& row : rows) {
    if (!row.proposer_person_id) continue;
    ++by_members;
    proposers.insert(*row.proposer_person_id);
    if (row.kind != ProposerKind::JOINT) continue;
    for (const Id signer :
         db.select<Id>("SELECT person_id FROM signers WHERE committee_id = ? AND proposal_id = ? AND state = 'SIGNED' "
                       "AND role = 'COSIGNER'",
                       committee_id, row.id)) {
      proposers.insert(signer);
    }
  }
  // Those counted above the line are counted below it, too: a proposer who has left, or signs from another sector, is
  // in neither.
  const auto active =
      std::count_if(proposers.begin(), proposers.end(), [&](Id person) { return in_office.contains(person); });
  view.figures.push_back({"member_participation", percentage(active, members), active, members, true, "%"});
  static const auto participation =
      defined("member_participation", "委员提交率", "Members taking part", "提出或联名至少一件提案的委员 ÷ 委员总数",
              "Members who proposed or co-signed at least one / members", "提出提案的委员", "委员");
  view.definitions.push_back(participation);
  const auto each = members == 0
                        ? std::nullopt
                        : std::optional(static_cast<double>((by_members * 200 + members) / (2 * members)) / 100.0);
  view.figures.push_back({"per_member", each, by_members, members, false, "件/人"});
  static const auto per_member = defined("per_member", "人均件数", "Proposals a member", "委员提案数 ÷ 委员总数",
                                         "Members' proposals / members", "委员提案", "委员");
  view.definitions.push_back(per_member);
}

struct UnitOf {
  Id proposal_id;
  std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(UnitOf, (), (proposal_id, unit_name))

void add_by_unit(store::Connection& db, Id committee_id, std::span<const StatisticRow> rows, const ClassFlags& flags,
                 StatisticsView& view) {
  std::map<Id, const StatisticRow*> by_id;
  for (const auto& row : rows) {
    if (row.assigned_at) by_id.emplace(row.id, &row);
  }
  std::map<std::string, std::vector<StatisticRow>> units;
  for (const auto& pair :
       db.select<UnitOf>("SELECT proposal_id, unit_name FROM assignments WHERE committee_id = ? AND role <> 'CO' AND "
                         "state NOT IN ('VOID', 'PROPOSED')",
                         committee_id)) {
    if (const auto row = by_id.find(pair.proposal_id); row != by_id.end())
      units[pair.unit_name].push_back(*row->second);
  }
  for (const auto& [name, own] : units) {
    auto& figures = view.by_unit[name];
    const auto assigned = static_cast<std::int64_t>(own.size());
    figures.push_back({"assigned", static_cast<double>(assigned), assigned, 0, false, "件"});
    for (const auto code : {"reply_rate", "on_time_reply_rate", "contact_rate", "satisfied_or_basic_rate", "overdue"}) {
      figures.push_back(compute(*figure_rule(code), own, flags));
    }
  }
}

}  // namespace

ClassFlags class_flags(const committee::Pack& pack) {
  ClassFlags flags;
  for (const auto& c : pack.result_classes) {
    if (c.counts_as_resolved) flags.resolved.push_back(c.code);
    if (c.counts_as_planned) flags.planned.push_back(c.code);
  }
  return flags;
}

StatisticsView view_statistics(store::Connection& db, const http::Caller& caller, const committee::Pack& pack,
                               const Scope& scope) {
  const auto rows = rows_in(db, caller.committee_id, scope, today());
  const auto flags = class_flags(pack);
  StatisticsView view;
  std::map<std::string, std::int64_t> counts;
  for (const auto& rule : figure_rules()) {
    view.figures.push_back(compute(rule, rows, flags));
    view.definitions.push_back(rule.definition);
    counts[rule.definition.code] = view.figures.back().numerator;
  }
  view.identity_holds = counts["received"] == counts["filed"] + counts["merged"] + counts["to_suggestion"] +
                                                  counts["to_opinion_report"] + counts["as_letter"] +
                                                  counts["not_filed"] + counts["withdrawn"] + counts["in_review"];
  add_member_figures(db, caller.committee_id, scope, rows, view);
  const auto all_filed = counts["filed"];
  std::map<std::string, std::int64_t> filed_in;
  for (const auto& row : rows) filed_in[row.category] += figure_rule("filed")->numerator(row, flags);
  for (const auto& [category, filed] : filed_in) {
    view.by_category[category].push_back({"category_share", percentage(filed, all_filed), filed, all_filed, true, "%"});
  }
  add_by_unit(db, caller.committee_id, rows, flags, view);
  return view;
}

http::Page<ProposalRow> records_behind(store::Connection& db, const http::Caller& caller, const committee::Pack& pack,
                                       std::string_view code, const RecordsQuery& query) {
  const auto* rule = figure_rule(code);
  if (rule == nullptr) throw not_found("这项指标", "figure");
  const auto part = query.part.value_or("numerator");
  if (part != "numerator" && part != "denominator") {
    throw Problem(422, "invalid_field", "part 应为 numerator 或 denominator。",
                  "part must be numerator or denominator.", "part");
  }
  const auto weight = part == "numerator" ? rule->numerator : rule->denominator;
  if (weight == nullptr) throw not_found("这项指标的分母(它是计数)", "denominator: this figure is a count");
  const Scope scope{query.session_id, query.from, query.to, query.category, query.sector_id, query.unit_id};
  const auto flags = class_flags(pack);
  const auto size = static_cast<std::size_t>(std::clamp(query.limit.value_or(50), 1, 200));
  const auto after = query.after ? parse_id(*query.after) : std::nullopt;
  std::vector<Id> ids;
  bool passed = !after;
  for (const auto& row : rows_in(db, caller.committee_id, scope, today())) {
    if (passed && weight(row, flags) > 0) ids.push_back(row.id);
    if (ids.size() > size) break;
    if (!passed && row.id == *after) passed = true;
  }
  http::Page<ProposalRow> page;
  if (ids.size() > size) {
    ids.pop_back();
    page.next = to_string(ids.back());
  }
  page.items = rows_of(db, caller.committee_id, ids);
  return page;
}

}  // namespace yizheng::proposals
