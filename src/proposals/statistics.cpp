#include "proposals/statistics.h"

#include <algorithm>

#include "text/names.h"

namespace yizheng::proposals {
namespace {

using S = ProposalState;
using Row = StatisticRow;
using Flags = ClassFlags;

bool has(const std::vector<std::string>& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}
bool filed(const Row& r) { return r.filed_at.has_value() && !r.merged_after_filing; }
bool given(const std::optional<Satisfaction>& s) {
  return s && *s != Satisfaction::DEEMED_NONE && *s != Satisfaction::NOT_STATED;
}
bool by_member(const Row& r) { return !collective(r.kind); }

// ---- weights ----
std::int64_t received(const Row& r, const Flags&) { return r.submitted_at.has_value(); }
std::int64_t filed_count(const Row& r, const Flags&) { return filed(r); }
std::int64_t filed_before_merging(const Row& r, const Flags&) { return r.filed_at.has_value(); }
template <S state>
std::int64_t in_state(const Row& r, const Flags&) {
  return r.state == state;
}
std::int64_t in_review(const Row& r, const Flags&) {
  return r.submitted_at && !r.filed_at && r.state >= S::SUBMITTED && r.state <= S::RETURNED_FOR_REVISION;
}
std::int64_t member_filed(const Row& r, const Flags&) { return filed(r) && by_member(r); }
std::int64_t collective_filed(const Row& r, const Flags&) { return filed(r) && !by_member(r); }
std::int64_t party_filed(const Row& r, const Flags&) { return filed(r) && r.kind == ProposerKind::COLLECTIVE_PARTY; }
std::int64_t assigned_and_due(const Row& r, const Flags&) {
  return filed(r) && r.assigned_at && (r.replied_at || (r.due_on && *r.due_on < today()));
}
std::int64_t replied(const Row& r, const Flags&) { return filed(r) && r.replied_at.has_value(); }
std::int64_t replied_on_time(const Row& r, const Flags& f) { return replied(r, f) && r.late_replies == 0; }
std::int64_t closed(const Row& r, const Flags&) {
  return filed(r) && (r.state == S::CLOSED || r.state == S::TRACKING || r.state == S::ARCHIVED);
}
std::int64_t contacted(const Row& r, const Flags& f) { return replied(r, f) && r.contacts > 0; }
std::int64_t feedback_result(const Row& r, const Flags&) { return given(r.satisfaction_result); }
std::int64_t feedback_attitude(const Row& r, const Flags&) { return given(r.satisfaction_attitude); }
template <Satisfaction value>
std::int64_t result_is(const Row& r, const Flags&) {
  return r.satisfaction_result == value;
}
std::int64_t satisfied_or_basic(const Row& r, const Flags&) {
  return r.satisfaction_result == Satisfaction::SATISFIED || r.satisfaction_result == Satisfaction::BASICALLY;
}
std::int64_t attitude_satisfied(const Row& r, const Flags&) {
  return r.satisfaction_attitude == Satisfaction::SATISFIED;
}
std::int64_t resolved(const Row& r, const Flags& f) { return replied(r, f) && has(f.resolved, r.result_class); }
std::int64_t planned(const Row& r, const Flags& f) { return replied(r, f) && has(f.planned, r.result_class); }
std::int64_t adopted(const Row& r, const Flags& f) { return resolved(r, f) || planned(r, f); }
std::int64_t promises_due(const Row& r, const Flags&) { return r.promises_due; }
std::int64_t promises_kept(const Row& r, const Flags&) { return r.promises_kept; }
std::int64_t key(const Row& r, const Flags&) { return r.key_state == KeyState::KEY; }
std::int64_t key_by_parties(const Row& r, const Flags& f) {
  return key(r, f) && (r.kind == ProposerKind::COLLECTIVE_PARTY || r.kind == ProposerKind::COLLECTIVE_ORG);
}
std::int64_t acts(const Row& r, const Flags&) { return r.acts; }
std::int64_t rehandled(const Row& r, const Flags&) { return r.round > 1; }
std::int64_t second_assigned(const Row& r, const Flags&) { return r.second_assignments; }
std::int64_t overdue(const Row& r, const Flags&) { return r.due_on && *r.due_on < today(); }

FigureRule count(const char* code, const char* zh, const char* en, const char* zh_text, const char* en_text,
                 Weight weight) {
  return {defined(code, zh, en, zh_text, en_text, zh, ""), weight, nullptr};
}
FigureRule rate(const char* code, const char* zh, const char* en, const char* zh_text, const char* en_text,
                const char* top, const char* bottom, Weight numerator, Weight denominator) {
  return {defined(code, zh, en, zh_text, en_text, top, bottom), numerator, denominator};
}

const std::vector<FigureRule>& table() {
  static const std::vector<FigureRule> rules{
      count("received", "收到提案", "Received", "提交的全部提案(含并案、撤案)",
            "All proposals submitted, merged and withdrawn ones included", received),
      count("filed", "立案", "Filed", "审查立案且未并入他案的提案", "Filed and not merged into another", filed_count),
      count("filed_before_merging", "立案(并案处理前)", "Filed before merging", "审查立案的提案,含立案后并入他案的",
            "Filed, those merged later included", filed_before_merging),
      count("merged", "并案", "Merged", "并入其他提案的提案", "Merged into another proposal", in_state<S::MERGED>),
      count("to_suggestion", "转为意见建议", "Turned into suggestions", "审查后转为意见和建议的提案",
            "Turned into suggestions at review", in_state<S::TO_SUGGESTION>),
      count("to_opinion_report", "转社情民意", "Turned into opinion reports", "审查后转为社情民意信息的提案",
            "Turned into opinion reports at review", in_state<S::TO_OPINION_REPORT>),
      count("as_letter", "作委员来信", "Handled as letters", "作为委员来信转送的提案", "Forwarded as letters",
            in_state<S::AS_LETTER>),
      count("not_filed", "不予立案", "Not filed", "审查后不予立案的提案", "Refused at review", in_state<S::NOT_FILED>),
      count("withdrawn", "撤案", "Withdrawn", "提案人撤回的提案", "Withdrawn by the proposer", in_state<S::WITHDRAWN>),
      count("in_review", "审查中", "In review", "已提交、尚无审查结果的提案", "Submitted, without a result yet",
            in_review),
      count("key", "重点提案", "Key proposals", "主席会议确定的重点提案", "Decided by the chairpersons' meeting", key),
      count("supervision_acts", "督办活动", "Supervision acts", "重点提案督办活动的次数",
            "Acts of supervision of key proposals", acts),
      count("rehandled", "重新办理", "Re-handled", "经重新办理的提案", "Handled again after feedback", rehandled),
      count("second_assignments", "二次交办", "Second assignments", "退回后再次交办的次数",
            "Assignments after a granted return", second_assigned),
      count("overdue", "逾期未办", "Overdue", "超过办理期限仍未答复的提案", "Not replied to by their deadline",
            overdue),
      rate("filing_rate", "立案率", "Filing rate", "立案数 ÷ 收到提案数", "Filed / received", "立案", "收到提案",
           filed_count, received),
      rate("member_share", "委员提案占比", "Members' share", "立案的个人和联名提案 ÷ 立案数",
           "Members' filed proposals / filed", "委员提案", "立案", member_filed, filed_count),
      rate("collective_share", "集体提案占比", "Collective share", "立案的集体提案 ÷ 立案数",
           "Collective filed proposals / filed", "集体提案", "立案", collective_filed, filed_count),
      rate("party_share_of_collective", "党派提案占集体提案", "Parties' share of collective",
           "民主党派集体提案 ÷ 集体提案", "Parties' proposals / collective proposals", "党派提案", "集体提案",
           party_filed, collective_filed),
      rate("reply_rate", "办复率", "Reply rate", "已正式答复 ÷ 已交办且应办复的提案", "Replied / assigned and due",
           "已答复", "应办复", replied, assigned_and_due),
      rate("on_time_reply_rate", "按期办复率", "On-time reply rate", "在各自期限(含批准的延期)内答复 ÷ 应办复的提案",
           "Replied within the own deadline, extensions included / due", "按期答复", "应办复", replied_on_time,
           assigned_and_due),
      rate("closing_rate", "办结率", "Closing rate", "已办结 ÷ 立案数", "Closed / filed", "已办结", "立案", closed,
           filed_count),
      rate("contact_rate", "面商率", "Contact rate", "至少有一次沟通记录的已答复提案 ÷ 已答复提案",
           "Replied with at least one contact / replied", "有沟通记录", "已答复", contacted, replied),
      rate("satisfied_rate", "满意率", "Satisfied", "对办理结果“满意” ÷ 已反馈(不含基本满意)",
           "SATISFIED with the result / feedback given (BASICALLY not included)", "满意", "已反馈",
           result_is<Satisfaction::SATISFIED>, feedback_result),
      rate("satisfied_or_basic_rate", "满意和基本满意率", "Satisfied or basically",
           "对办理结果“满意”或“基本满意” ÷ 已反馈", "SATISFIED or BASICALLY / feedback given", "满意和基本满意",
           "已反馈", satisfied_or_basic, feedback_result),
      rate("unsatisfied_rate", "不满意率", "Unsatisfied", "对办理结果“不满意” ÷ 已反馈", "UNSATISFIED / feedback given",
           "不满意", "已反馈", result_is<Satisfaction::UNSATISFIED>, feedback_result),
      rate("attitude_satisfied_rate", "办理态度满意率", "Satisfied with the attitude",
           "对办理工作(态度)“满意” ÷ 已反馈", "SATISFIED with the handling / feedback given", "态度满意", "已反馈",
           attitude_satisfied, feedback_attitude),
      rate("resolved_rate", "解决采纳率", "Resolved", "计为“已解决或采纳”类别的答复 ÷ 已答复",
           "Replies of a class that counts as resolved / replied", "已解决或采纳", "已答复", resolved, replied),
      rate("planned_rate", "列入计划率", "Planned", "计为“列入计划”类别的答复 ÷ 已答复",
           "Replies of a class that counts as planned / replied", "列入计划", "已答复", planned, replied),
      rate("adopted_rate", "采纳落实率(广义)", "Adopted, in the wide sense", "(已解决或采纳 + 列入计划)÷ 已答复",
           "(Resolved + planned) / replied", "解决或列入计划", "已答复", adopted, replied),
      rate("promise_kept_rate", "承诺兑现率", "Promises kept", "已兑现的承诺 ÷ 到期或已有结果的承诺(按承诺项计)",
           "Promises kept / promises due or recorded, counted by promise", "已兑现承诺", "到期承诺", promises_kept,
           promises_due),
      rate("party_share_of_key", "重点提案中党派团体占比", "Parties' and organisations' share of key proposals",
           "党派和团体的重点提案 ÷ 重点提案", "Key proposals of parties and organisations / key proposals",
           "党派团体重点提案", "重点提案", key_by_parties, key),
  };
  return rules;
}

}  // namespace

FigureDefinition defined(const char* code, const char* zh, const char* en, const char* zh_text, const char* en_text,
                         const char* top, const char* bottom) {
  return {code, zh, en, zh_text, en_text, top, bottom, text::to_traditional(zh), text::to_traditional(zh_text)};
}

std::span<const FigureRule> figure_rules() { return table(); }

const FigureRule* figure_rule(std::string_view code) {
  const auto found =
      std::find_if(table().begin(), table().end(), [&](const FigureRule& r) { return r.definition.code == code; });
  return found == table().end() ? nullptr : &*found;
}

std::optional<double> percentage(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) return std::nullopt;
  const std::int64_t hundredths = (numerator * 20'000 + denominator) / (2 * denominator);
  return static_cast<double>(hundredths) / 100.0;
}

Figure compute(const FigureRule& rule, std::span<const StatisticRow> rows, const ClassFlags& flags) {
  Figure figure;
  figure.code = rule.definition.code;
  figure.rate = rule.denominator != nullptr;
  figure.unit =
      figure.rate ? "%" : (figure.code == "supervision_acts" || figure.code == "second_assignments" ? "次" : "件");
  for (const auto& row : rows) {
    figure.numerator += rule.numerator(row, flags);
    if (rule.denominator != nullptr) figure.denominator += rule.denominator(row, flags);
  }
  figure.value = figure.rate ? percentage(figure.numerator, figure.denominator)
                             : std::optional<double>(static_cast<double>(figure.numerator));
  return figure;
}

std::vector<StatisticRow> rows_in(store::Connection& db, Id committee_id, const Scope& scope, Date today) {
  // Today as a literal date of our own making: it stands in the select list, before the parameters of the scope.
  const std::string day = to_string(today);
  std::string sql =
      "SELECT p.id, p.session_id, p.state, p.kind, p.category, p.proposer_person_id, p.submitted_at, p.filed_at, "
      "p.assigned_at, p.replied_at, "
      "p.merged_after_filing, p.result_class, p.satisfaction_attitude, p.satisfaction_result, p.key_state, p.due_on, "
      "p.round, "
      "(SELECT COUNT(*) FROM replies r WHERE r.committee_id = p.committee_id AND r.proposal_id = p.id AND r.state = "
      "'SENT' AND r.on_time = 0), "
      "(SELECT COUNT(*) FROM contacts c WHERE c.committee_id = p.committee_id AND c.proposal_id = p.id), "
      "(SELECT COUNT(*) FROM promises m WHERE m.committee_id = p.committee_id AND m.proposal_id = p.id AND (m.state <> "
      "'OPEN' OR m.due_on <= '" +
      day +
      "')), "
      "(SELECT COUNT(*) FROM promises m WHERE m.committee_id = p.committee_id AND m.proposal_id = p.id AND m.state = "
      "'KEPT'), "
      "(SELECT COUNT(*) FROM supervision_acts s WHERE s.committee_id = p.committee_id AND s.proposal_id = p.id), "
      "(SELECT COUNT(*) FROM assignments a WHERE a.committee_id = p.committee_id AND a.proposal_id = p.id AND a.second "
      "= 1) "
      "FROM proposals p WHERE p.committee_id = ? AND p.submitted_at IS NOT NULL";
  std::vector<store::Value> values{store::to_value(committee_id)};
  const auto add = [&](std::string_view condition, store::Value value) {
    sql.append(" AND ").append(condition);
    values.push_back(std::move(value));
  };
  if (scope.session_id) add("p.session_id = ?", store::to_value(*scope.session_id));
  if (scope.from) add("p.submitted_at >= ?", store::to_value(start_of(*scope.from)));
  if (scope.to) add("p.submitted_at < ?", store::to_value(start_of(*scope.to + 1)));
  if (scope.category) add("p.category = ?", store::to_value(*scope.category));
  if (scope.sector_id) {
    add("(p.proposer_person_id IN (SELECT m.person_id FROM memberships m WHERE m.committee_id = ? AND m.sector_id = ?) "
        "OR p.proposer_organisation_id = ?)",
        store::to_value(committee_id));
    values.push_back(store::to_value(*scope.sector_id));
    values.push_back(store::to_value(*scope.sector_id));
  }
  if (scope.unit_id) {
    add("p.id IN (SELECT a.proposal_id FROM assignments a WHERE a.committee_id = ? AND a.unit_id = ? AND a.state "
        "NOT IN ('VOID', 'PROPOSED') AND a.role <> 'CO')",
        store::to_value(committee_id));
    values.push_back(store::to_value(*scope.unit_id));
  }
  sql += " ORDER BY p.sorted_at DESC, p.id DESC";
  return db.select_with<StatisticRow>(sql, values);
}

}  // namespace yizheng::proposals
