#include "proposals/feedback_actions.h"

#include <algorithm>

#include "proposals/deadlines.h"
#include "proposals/proposal_store.h"

namespace yizheng::proposals {
namespace {

void add_asked(store::Connection& db, const Proposal& p, const std::vector<Signer>& signers, std::int64_t round,
               bool main, std::vector<Asked>& asked) {
  const auto given =
      db.select<Id>("SELECT person_id FROM feedback WHERE committee_id = ? AND proposal_id = ? AND round = ?",
                    p.committee_id, p.id, round);
  const auto answered = [&](Id person) { return std::find(given.begin(), given.end(), person) != given.end(); };
  if (!p.proposer_person_id) {
    asked.push_back({p.id, Id{}, p.proposer_name, main, answered(Id{})});
    return;
  }
  for (const auto& s : signers) {
    if (s.role == SignerRole::SECONDER || s.state != SignerState::SIGNED) continue;
    asked.push_back({p.id, s.person_id, s.name, main && s.role == SignerRole::FIRST, answered(s.person_id)});
  }
}

int badness(Satisfaction s) {
  switch (s) {
    case Satisfaction::DEEMED_NONE:
    case Satisfaction::NOT_STATED:
      return 0;
    case Satisfaction::SATISFIED:
      return 1;
    case Satisfaction::BASICALLY:
      return 2;
    case Satisfaction::UNSATISFIED:
      return 3;
  }
  return 0;
}

// The answer that counts (§2.9, configurable): the first proposer's, or the worst of all.
void settle(Context& context, Change& change) {
  auto& p = change.proposal();
  const bool worst = context.pack().setting("feedback.statistic", "first_proposer") == "worst";
  auto all = feedback_of(context.write.db, p.committee_id, p.id);
  if (worst) {
    for (const auto& other : merged_into(context.write.db, p.committee_id, p.id)) {
      for (auto& f : feedback_of(context.write.db, p.committee_id, other.id)) all.push_back(std::move(f));
    }
  }
  std::optional<Satisfaction> attitude, result;
  for (const auto& f : all) {
    if (f.round != p.round || (!worst && !f.first)) continue;
    if (!attitude || badness(f.attitude) > badness(*attitude)) attitude = f.attitude;
    if (!result || badness(f.result) > badness(*result)) result = f.result;
  }
  p.satisfaction_attitude = attitude.value_or(Satisfaction::DEEMED_NONE);
  p.satisfaction_result = result.value_or(Satisfaction::DEEMED_NONE);
  p.state = ProposalState::FEEDBACK_DONE;
  close_deadlines(context, p.id, Id{}, {"feedback"});
  change.detail["counted_result"] = enum_name(*p.satisfaction_result);
}

}  // namespace

std::vector<Asked> asked_for_feedback(store::Connection& db, const Dossier& dossier) {
  std::vector<Asked> asked;
  const auto& p = dossier.proposal;
  add_asked(db, p, dossier.signers, p.round, true, asked);
  for (const auto& other : merged_into(db, p.committee_id, p.id)) {
    add_asked(db, other, signers_of(db, other.committee_id, other.id), p.round, false, asked);
  }
  return asked;
}

void give_feedback(Context& context, Id id, const FeedbackBody& body) {
  // A proposer of a merged proposal answers on his own; the answer belongs to the main one's reply (§7.3).
  const auto own = find_proposal(context.write.db, context.committee_id(), id);
  const bool merged = own && own->state == ProposalState::MERGED && own->merged_into_id;
  const Id main_id = merged ? *own->merged_into_id : id;
  if (merged) {
    const auto mine = find_dossier(context.write.db, context.committee_id(), id);
    const bool side = stands(Relation::PROPOSER_SIDE, context.caller, context.pack(), *mine);
    if (!side && !context.caller.may("proposal.enter_feedback")) {
      throw not_found("这件提案,或您无权查看", "proposal, or it is not open to you");
    }
  }
  // He does not stand to the main proposal; he was checked against his own.
  http::Caller as_staff = context.caller;
  if (merged) {
    as_staff.permissions.insert("proposal.enter_feedback");
    as_staff.permissions.insert("proposal.read_all");
  }
  Context inner{context.write, merged ? as_staff : context.caller, context.rules, context.expected_version,
                context.address};
  auto change = Change::of_proposal(inner, main_id, "feedback");
  auto& p = change.proposal();
  limit_text("/comment", body.comment.value_or(""), 2000);
  if (body.contacted && !body.contacted->empty()) {
    require_choice(context.pack(), "contact_methods", "/contacted", *body.contacted);
  }
  if (body.attitude == Satisfaction::DEEMED_NONE || body.result == Satisfaction::DEEMED_NONE) {
    throw invalid_field("/result", "“视为未表态”由系统在期满时记录,不能填写。",
                        "DEEMED_NONE is recorded by the program when time is over.");
  }
  if (body.result == Satisfaction::UNSATISFIED) require_text("/comment", body.comment.value_or(""), 2000);

  auto asked = asked_for_feedback(context.write.db, change.dossier);
  const bool on_paper = body.person_id.has_value() ||
                        !stands(Relation::PROPOSER_SIDE, context.caller, context.pack(),
                                merged ? *find_dossier(context.write.db, p.committee_id, id) : change.dossier);
  if (on_paper && !context.caller.may("proposal.enter_feedback")) {
    throw forbidden("您只能填写自己的反馈。", "You may only give your own feedback.");
  }
  const Id person = body.person_id                        ? *body.person_id
                    : (collective(own->kind) || on_paper) ? Id{}
                                                          : context.caller.person_id;
  const auto who = std::find_if(asked.begin(), asked.end(),
                                [&](const Asked& a) { return a.proposal_id == id && a.person_id == person; });
  if (who == asked.end()) {
    throw invalid_field("/person_id", "此人不在本件提案的征询名单中。",
                        "This person is not among those asked about this proposal.");
  }
  if (who->answered) {
    throw conflict("already_answered", "这位提案人对本次答复已经反馈。", "Feedback on this reply was given already.");
  }
  who->answered = true;
  context.write.db.insert("feedback", Feedback{p.committee_id, new_id(), id, p.round, who->person_id, who->name,
                                               who->first, body.attitude, body.result, body.contacted.value_or(""),
                                               body.comment.value_or(""), on_paper, context.write.at});
  change.detail["by"] = who->name;
  change.detail["attitude"] = enum_name(body.attitude);
  change.detail["result"] = enum_name(body.result);
  if (on_paper) change.detail["on_paper"] = true;
  if (std::all_of(asked.begin(), asked.end(), [](const Asked& a) { return a.answered; })) settle(context, change);
  for (const auto& a : change.dossier.assignments) {
    if (decides(a.role) && a.state == AssignmentState::REPLIED) change.tell_unit("feedback", a.unit_id);
  }
  change.finish();
}

void end_feedback(Context& context, Id id) {
  auto change = Change::of_proposal(context, id, "end-feedback");
  auto& p = change.proposal();
  const auto open = open_deadline_of(context.write.db, p.committee_id, p.id, Id{}, "feedback");
  if (open && context.today() <= open->due_on) {
    throw conflict("too_early", fmt::format("反馈期限到 {} 为止,期满后才能结束征询。", to_string(open->due_on)),
                   fmt::format("Feedback is open until {}. It can be ended after that.", to_string(open->due_on)));
  }
  // Silence is not satisfaction (§2.9).
  for (const auto& a : asked_for_feedback(context.write.db, change.dossier)) {
    if (a.answered) continue;
    context.write.db.insert(
        "feedback", Feedback{p.committee_id, new_id(), a.proposal_id, p.round, a.person_id, a.name, a.first,
                             Satisfaction::DEEMED_NONE, Satisfaction::DEEMED_NONE, "", "", false, context.write.at});
  }
  settle(context, change);
  change.finish();
}

void rehandle_proposal(Context& context, Id id, const RehandleBody& body) {
  auto change = Change::of_proposal(context, id, "rehandle");
  require_text("/reason", body.reason, 1000);
  auto& p = change.proposal();
  const auto chosen = [&](const Assignment& a) {
    if (!decides(a.role) || a.state != AssignmentState::REPLIED) return false;
    if (!body.assignment_ids) return true;
    return std::find(body.assignment_ids->begin(), body.assignment_ids->end(), a.id) != body.assignment_ids->end();
  };
  ++p.round;
  int count = 0;
  for (auto& a : change.dossier.assignments) {
    if (!chosen(a)) continue;
    a.state = AssignmentState::REHANDLING;
    a.finished_at.reset();
    a.due_on = open_deadline(context, p.id, a.id, "rehandling", context.today());
    save(context.write.db, a);
    change.tell_unit("rehandle", a.unit_id);
    ++count;
  }
  if (count == 0)
    throw invalid_field("/assignment_ids", "请指定至少一个已答复的承办单位。",
                        "Name at least one unit that has replied.");
  p.state = ProposalState::REHANDLING;
  p.closed_at.reset();
  change.detail["reason"] = body.reason;
  change.detail["round"] = p.round;
  change.tell_proposers("rehandling");
  change.finish();
}

void close_proposal(Context& context, Id id, const NoteBody& body) {
  auto change = Change::of_proposal(context, id, "close");
  auto& p = change.proposal();
  if (p.satisfaction_result == Satisfaction::UNSATISFIED) {
    // Closing over an objection is a decision that must be explained (§2.9).
    require_text("/note", body.note.value_or(""), 1000);
  }
  p.state = ProposalState::CLOSED;
  p.closed_at = context.write.at;
  if (body.note) change.detail["note"] = *body.note;
  close_deadlines(
      context, p.id, std::nullopt,
      {"feedback", "reply", "rehandling", "co_opinion", "first_contact", "assignment.accept", "assignment.return"});
  change.tell_proposers("closed");
  change.finish();
  const auto promises = promises_of(context.write.db, p.committee_id, p.id);
  const bool open =
      std::any_of(promises.begin(), promises.end(), [](const Promise& x) { return x.state == PromiseState::OPEN; });
  if (!open) return;
  p.state = ProposalState::TRACKING;
  save(context.write.db, p);
  record(context, p.id, "track", enum_name(ProposalState::CLOSED), enum_name(ProposalState::TRACKING), {});
}

void archive_proposal(Context& context, Id id) {
  auto change = Change::of_proposal(context, id, "archive");
  change.proposal().state = ProposalState::ARCHIVED;
  change.finish();
}

void record_promise(Context& context, Id promise_id, const PromiseBody& body) {
  auto promise = find_promise(context.write.db, context.committee_id(), promise_id);
  if (!promise) throw not_found("这项承诺", "promise");
  auto change = Change::of_proposal(context, promise->proposal_id, "record-promise");
  require_text("/note", body.note, 2000);
  if (body.state == PromiseState::OPEN) {
    throw invalid_field("/state", "请填写跟踪结果:已兑现、部分兑现或未兑现。",
                        "Record a result: KEPT, PARTLY or BROKEN.");
  }
  promise->state = body.state;
  promise->note = body.note;
  promise->recorded_at = context.write.at;
  save(context.write.db, *promise);
  change.detail["promise_id"] = to_string(promise_id);
  change.detail["result"] = enum_name(body.state);
  change.detail["note"] = body.note;
  const auto all = promises_of(context.write.db, promise->committee_id, promise->proposal_id);
  const bool open = std::any_of(all.begin(), all.end(), [](const Promise& x) { return x.state == PromiseState::OPEN; });
  if (!open && change.proposal().state == ProposalState::TRACKING) change.proposal().state = ProposalState::CLOSED;
  change.finish();
}

}  // namespace yizheng::proposals
