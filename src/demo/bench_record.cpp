#include "demo/bench_record.h"

#include "proposals/change.h"
#include "proposals/stored_page.h"
#include "proposals/visibility.h"
#include "store/ledger.h"

namespace yizheng::demo {

using namespace proposals;

namespace {

constexpr std::int64_t day_ms = 86'400'000;

// How far the proposals of earlier years, and of this year, have come.
ProposalState past_state(Random& random) {
  const auto roll = random.below(100);
  return roll < 3 ? ProposalState::NOT_FILED : roll < 5 ? ProposalState::AS_LETTER : ProposalState::ARCHIVED;
}
ProposalState present_state(Random& random) {
  const auto roll = random.below(100);
  return roll < 12   ? ProposalState::SUBMITTED
         : roll < 16 ? ProposalState::REVIEW
         : roll < 22 ? ProposalState::FILED
         : roll < 32 ? ProposalState::ASSIGNED
         : roll < 60 ? ProposalState::HANDLING
         : roll < 80 ? ProposalState::REPLIED
                     : ProposalState::CLOSED;
}

}  // namespace

// The steps of one proposal, each writing what its action would have written.
struct BenchStory {
  BenchRecorder& r;
  store::Write& write;
  const BenchTexts& texts;
  std::size_t session;
  Dossier dossier{};
  Instant at{};
  bool over = false;  // long past: its dates lie in one year, not up to now

  Proposal& p() { return dossier.proposal; }
  void days(int low, int high) { at.ms += r.random_.between(low, high) * (over ? day_ms : day_ms / 8); }

  void log(std::string_view action, Id account, std::string_view role, std::string_view from, std::string_view to,
           json::object detail) {
    store::Write then(write.db, at);
    store::append(then, {.committee_id = p().committee_id,
                         .action = "proposal." + std::string(action),
                         .subject_kind = "proposal",
                         .subject_id = p().id,
                         .actor_account_id = account,
                         .actor_role = std::string(role),
                         .from_state = std::string(from),
                         .to_state = std::string(to),
                         .detail = json::serialize(detail)});
  }

  void submit(ProposalState goal) {
    auto& random = r.random_;
    const auto& first = random.pick(r.cast_.members);
    p().committee_id = r.cast_.committee_id;
    p().id = new_id();
    p().session_id = r.cast_.sessions[session].id;
    p().serial = ++r.serials_[session];
    p().state = goal;
    p().timing = random.chance(80) ? Timing::PLENARY : Timing::ORDINARY;
    p().category = texts.draft.category;
    p().title = texts.draft.title;
    p().proposer_person_id = first.person_id;
    p().proposer_name = first.name;
    p().created_by = first.account_id;
    p().from_research = random.chance(20);
    p().created_at = p().sorted_at = at;
    p().submitted_at = at;
    const auto sign = [&](const BenchMember& member, SignerRole role) {
      dossier.signers.push_back(
          {p().committee_id, p().id, member.person_id, member.name, role, SignerState::SIGNED, at, at, "", ""});
    };
    sign(first, SignerRole::FIRST);
    for (int i = random.chance(40) ? random.between(1, 4) : 0; i > 0; --i) {
      const auto& other = random.pick(r.cast_.members);
      const bool there = std::any_of(dossier.signers.begin(), dossier.signers.end(),
                                     [&](const Signer& s) { return s.person_id == other.person_id; });
      if (!there) sign(other, SignerRole::COSIGNER);
    }
    if (dossier.signers.size() > 1) p().kind = ProposerKind::JOINT;
    log("submit", first.account_id, "MEMBER", "", "SUBMITTED",
        {{"title", p().title}, {"kind", enum_name(p().kind)}, {"serial", *p().serial}});
  }

  void review() {
    days(3, 15);
    const bool filed = p().state != ProposalState::NOT_FILED && p().state != ProposalState::AS_LETTER;
    p().review_result = filed                                   ? ReviewResult::FILED
                        : p().state == ProposalState::NOT_FILED ? ReviewResult::NOT_FILED
                                                                : ReviewResult::AS_LETTER;
    if (p().state == ProposalState::NOT_FILED) p().review_reason = "EMPTY";
    if (filed) {
      p().filed_at = at;
      p().number = ++r.numbers_[session];
    } else {
      p().closed_at = at;
    }
    log("review", r.cast_.clerk_id, "PROPOSAL_COMMITTEE", "REVIEW", filed ? "FILED" : enum_name(p().state),
        {{"result", enum_name(*p().review_result)}});
  }

  Date deadline(Id assignment, const char* rule, bool done) {
    const Date start = local_date(at);
    auto& [counted, steps] = r.counted_[{rule, start}];
    if (steps.empty()) {
      counted = committee::compute_deadline(r.rules_.pack().deadline(rule), start, r.rules_.pack().calendar);
      steps = to_json(counted.steps);
    }
    const DeadlineRow row{p().committee_id,
                          new_id(),
                          p().id,
                          assignment,
                          rule,
                          start,
                          counted.due,
                          counted.due,
                          counted.provisional,
                          "",
                          done ? std::optional(at) : std::nullopt,
                          steps};
    write.db.insert("deadlines", row);
    return row.due_on;
  }

  void assign(bool answered) {
    days(3, 20);
    auto& random = r.random_;
    p().assigned_at = at;
    p().round = 1;
    const int others = random.chance(35) ? random.between(1, 2) : 0;
    p().handling_type = others > 0 ? HandlingType::LEAD_CO : HandlingType::SOLE;
    const auto start = random.below(r.cast_.units.size());
    for (int i = 0; i <= others; ++i) {
      const auto& unit = r.cast_.units[(start + static_cast<std::size_t>(i) * 7) % r.cast_.units.size()];
      Assignment a;
      a.committee_id = p().committee_id;
      a.id = new_id();
      a.proposal_id = p().id;
      a.unit_id = unit.id;
      a.unit_name = unit.name;
      a.system = unit.system;
      a.role = others == 0 ? UnitRole::SOLE : i == 0 ? UnitRole::LEAD : UnitRole::CO;
      a.state = answered                               ? AssignmentState::REPLIED
                : p().state == ProposalState::ASSIGNED ? AssignmentState::ASSIGNED
                                                       : AssignmentState::HANDLING;
      if (answered && a.role == UnitRole::CO) {
        a.state = AssignmentState::OPINION_GIVEN;
        a.co_opinion = texts.reply.planned;
      }
      a.assigned_at = at;
      if (a.state != AssignmentState::ASSIGNED) a.accepted_at = at;
      deadline(a.id, "assignment.accept", a.state != AssignmentState::ASSIGNED);
      a.due_on = deadline(a.id, decides(a.role) ? "reply" : "co_opinion", answered);
      if (!answered && decides(a.role)) p().due_on = a.due_on;
      dossier.assignments.push_back(std::move(a));
    }
    const auto& unit = dossier.assignments.front();
    log("assign", r.cast_.office_id, "SUPERVISION_OFFICE_GOV", "ASSIGNING", "ASSIGNED", {{"units", unit.unit_name}});
    if (p().state != ProposalState::ASSIGNED) {
      days(1, 4);
      log("accept", r.cast_.units[start].officer_id, "UNIT_OFFICER", "ASSIGNED", "ACCEPTED",
          {{"assignment_id", to_string(unit.id)}, {"unit", unit.unit_name}});
      contact(unit);
    }
  }

  void contact(const Assignment& a) {
    days(1, 10);
    write.db.insert("contacts", Contact{p().committee_id, new_id(), p().id, a.id, "DURING", "VISIT", p().proposer_name,
                                        local_date(at), texts.reply.planned});
  }

  void reply() {
    days(30, 80);
    auto& lead = dossier.assignments.front();
    for (auto& a : dossier.assignments) a.finished_at = at;
    Reply answer;
    answer.committee_id = p().committee_id;
    answer.id = new_id();
    answer.proposal_id = p().id;
    answer.assignment_id = lead.id;
    answer.state = ReplyState::SENT;
    answer.document_number = fmt::format("{}函〔{}〕{}号", lead.unit_name, local_date(at).year(), *p().number);
    answer.result_class = texts.result_class;
    answer.signed_by = "负责人";
    answer.contact_name = "经办人";
    answer.done = texts.reply.done;
    answer.planned = texts.reply.planned;
    answer.not_adopted = texts.reply.not_adopted;
    answer.body = texts.reply.body;
    answer.drafted_at = answer.signed_at.emplace(at);
    answer.sent_at = at;
    write.db.insert("replies", answer);
    p().replied_at = at;
    p().result_class = texts.result_class;
    deadline({}, "feedback", p().state != ProposalState::REPLIED);
    const json::object detail{
        {"assignment_id", to_string(lead.id)}, {"unit", lead.unit_name}, {"result_class", texts.result_class}};
    log("sign-reply", r.cast_.clerk_id, "UNIT_LEADER", "REPLY_DRAFTED", "REPLY_UNDER_CHECK", detail);
    log("check-reply", r.cast_.office_id, "SUPERVISION_OFFICE_GOV", "REPLY_UNDER_CHECK", "REPLIED", detail);
  }

  void feedback() {
    days(3, 14);
    for (const auto& signer : dossier.signers) {
      const bool first = signer.role == SignerRole::FIRST;
      const auto result = r.random_.chance(80) ? Satisfaction::SATISFIED : Satisfaction::BASICALLY;
      write.db.insert("feedback", Feedback{p().committee_id, new_id(), p().id, 1, signer.person_id, signer.name, first,
                                           Satisfaction::SATISFIED, result, "VISIT", "", false, at});
      if (!first) continue;
      p().satisfaction_attitude = Satisfaction::SATISFIED;
      p().satisfaction_result = result;
      log("feedback", p().created_by, "MEMBER", "REPLIED", "FEEDBACK_DONE", {{"result", enum_name(result)}});
    }
  }

  void close() {
    days(2, 20);
    p().closed_at = at;
    if (r.random_.chance(70)) {
      p().released_at = at;
      p().reply_released = true;
      log("release", r.cast_.clerk_id, "PROPOSAL_COMMITTEE", "FEEDBACK_DONE", "FEEDBACK_DONE", {{"reply", true}});
    }
    log("close", r.cast_.clerk_id, "PROPOSAL_COMMITTEE", "FEEDBACK_DONE", "CLOSED", {});
  }

  Id store() {
    const ProposalText text{p().committee_id, p().id, texts.draft.body, texts.draft.suggestions, ""};
    write.db.insert("proposals", p());
    write.db.insert("proposal_texts", text);
    for (const auto& signer : dossier.signers) write.db.insert("signers", signer);
    for (const auto& a : dossier.assignments) write.db.insert("assignments", a);
    const auto labels = labels_of(dossier);
    for (const auto& label : labels) {
      write.db.execute("INSERT INTO proposal_labels (committee_id, label, proposal_id) VALUES (?, ?, ?)",
                       p().committee_id, label, p().id);
    }
    index(write, p(), text, labels);
    enter_page(write.db, p().committee_id, p().id);
    return p().id;
  }
};

BenchTexts make_bench_texts(Random& random) {
  const auto subject = make_subject(random);
  BenchTexts texts;
  texts.draft = make_draft(random, subject);
  const auto roll = random.below(10);
  texts.result_class = roll < 6 ? "A" : roll < 9 ? "B" : "C";
  texts.reply = make_reply(random, subject, texts.result_class, "承办单位", "委员", 1);
  return texts;
}

BenchRecorder::BenchRecorder(const BenchCast& cast, committee::Rules& rules, const BenchSize& size)
    : cast_(cast),
      rules_(rules),
      size_(size),
      random_(size.seed + 1),
      serials_(cast.sessions.size()),
      numbers_(cast.sessions.size()) {}

Id BenchRecorder::record(store::Write& write, std::size_t n, const BenchTexts& texts) {
  using enum ProposalState;
  const auto sessions = cast_.sessions.size();
  const auto session = n * sessions / size_.proposals;
  const bool past = session + 1 < sessions;
  BenchStory story{*this, write, texts, session};
  story.over = past;
  // Of this year's, all were submitted in the ninety days before the plenary; of earlier years over 200 days.
  const auto first = session * size_.proposals / sessions;
  const auto share =
      static_cast<double>(n - first) * static_cast<double>(sessions) / static_cast<double>(size_.proposals);
  const auto opens = cast_.sessions[session].window_opens_at.ms;
  story.at = Instant{opens + static_cast<std::int64_t>(share * (past ? 200.0 : 60.0) * static_cast<double>(day_ms))};
  const auto goal = past ? past_state(random_) : present_state(random_);
  story.submit(goal);
  if (goal != SUBMITTED && goal != REVIEW) story.review();
  const bool answered = goal == REPLIED || goal == CLOSED || goal == ARCHIVED;
  if (answered || goal == ASSIGNED || goal == HANDLING) story.assign(answered);
  if (answered) story.reply();
  if (goal == CLOSED || goal == ARCHIVED) {
    story.feedback();
    story.close();
  }
  return story.store();
}

void BenchRecorder::keep_counters(store::Write& write) const {
  const auto keep = [&](std::size_t session, const char* kind, std::int64_t value) {
    write.db.execute("INSERT INTO proposal_counters (committee_id, session_id, kind, value) VALUES (?, ?, ?, ?)",
                     cast_.committee_id, cast_.sessions[session].id, kind, value);
  };
  for (std::size_t session = 0; session < serials_.size(); ++session) {
    keep(session, "serial", serials_[session]);
    keep(session, "number", numbers_[session]);
  }
}

}  // namespace yizheng::demo
