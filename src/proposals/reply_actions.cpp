#include "proposals/reply_actions.h"

#include <algorithm>

#include "identity/people.h"
#include "proposals/deadlines.h"
#include "proposals/proposal_store.h"

namespace yizheng::proposals {
namespace {

// The reply of an assignment in the present round, if one was begun.
std::optional<Reply> current_reply(Context& context, const Change& change, const Assignment& a) {
  for (auto& reply : replies_of(context.write.db, a.committee_id, a.proposal_id)) {
    if (reply.assignment_id == a.id && reply.round == change.dossier.proposal.round) return reply;
  }
  return std::nullopt;
}

Reply require_reply(Context& context, const Change& change, const Assignment& a) {
  auto reply = current_reply(context, change, a);
  if (!reply) throw std::logic_error("an assignment in a reply state has no reply");
  return *reply;
}

void take_over(Context& context, Reply& reply, const ReplyBody& body) {
  const auto* result = context.pack().result_class(body.result_class);
  if (result == nullptr)
    throw invalid_field("/result_class", "请选择办理结果类别。", "Choose a result class of the committee.");
  require_text("/document_number", body.document_number, 60);
  require_text("/signed_by", body.signed_by, 60);
  require_text("/contact_name", body.contact_name, 60);
  require_text("/contact_phone", body.contact_phone, 40);
  require_text("/body", body.body, 20'000);
  limit_text("/done", body.done, 5000);
  limit_text("/planned", body.planned, 5000);
  limit_text("/not_adopted", body.not_adopted, 5000);
  if (result->tracked && (!body.planned_until || body.planned.empty())) {
    throw invalid_field("/planned_until", "列入计划的,须写明计划落实事项和落实时限。",
                        "A planned result needs what is planned and until when.");
  }
  if (!body.publishable) require_text("/not_publishable_reason", body.not_publishable_reason.value_or(""), 500);
  reply.result_class = body.result_class;
  reply.document_number = body.document_number;
  reply.signed_by = body.signed_by;
  reply.contact_name = body.contact_name;
  reply.contact_phone = body.contact_phone;
  reply.done = body.done;
  reply.planned = body.planned;
  reply.planned_until = body.planned_until;
  reply.not_adopted = body.not_adopted;
  reply.body = body.body;
  reply.publishable = body.publishable;
  reply.not_publishable_reason = body.not_publishable_reason.value_or("");
  reply.drafted_at = context.write.at;
}

// The class of a proposal answered by several units is the least favourable of theirs (A before B before C).
std::string worst_class(Context& context, const Change& change) {
  std::string worst;
  for (const auto& reply :
       replies_of(context.write.db, change.dossier.proposal.committee_id, change.dossier.proposal.id)) {
    if (reply.state == ReplyState::SENT && reply.round == change.dossier.proposal.round)
      worst = std::max(worst, reply.result_class);
  }
  return worst;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
  return first == text.npos ? std::string_view{} : text.substr(first, last - first + 1);
}

// A unit that promises in its second reply what it still owes from its first has moved the date, not promised twice.
void promise(Context& context, Change& change, const Reply& reply) {
  if (!reply.planned_until || reply.planned.empty()) return;
  for (auto& earlier : promises_of(context.write.db, reply.committee_id, reply.proposal_id)) {
    if (earlier.assignment_id != reply.assignment_id || earlier.state != PromiseState::OPEN ||
        trimmed(earlier.text) != trimmed(reply.planned)) {
      continue;
    }
    change.detail["promise_id"] = to_string(earlier.id);
    change.detail["promise_moved_from"] = to_string(earlier.due_on);
    change.detail["promise_moved_to"] = to_string(*reply.planned_until);
    earlier.due_on = *reply.planned_until;
    save(context.write.db, earlier);
    return;
  }
  context.write.db.insert("promises",
                          Promise{reply.committee_id, new_id(), reply.proposal_id, reply.assignment_id, reply.planned,
                                  *reply.planned_until, PromiseState::OPEN, "", std::nullopt});
}

void send(Context& context, Change& change, Reply& reply) {
  auto& a = change.assignment();
  auto& p = change.proposal();
  reply.state = ReplyState::SENT;
  reply.sent_at = context.write.at;
  reply.on_time = !a.due_on || context.today() <= *a.due_on;
  save(context.write.db, reply);
  a.state = AssignmentState::REPLIED;
  a.finished_at = context.write.at;
  save(context.write.db, a);
  close_deadlines(context, p.id, a.id, {});
  promise(context, change, reply);
  change.follow_units();
  change.detail["class"] = reply.result_class;
  change.detail["on_time"] = reply.on_time;
  if (p.state != ProposalState::REPLIED) return;  // other SEPARATE units have yet to reply
  p.replied_at = context.write.at;
  p.result_class = worst_class(context, change);
  p.satisfaction_attitude.reset();
  p.satisfaction_result.reset();
  open_deadline(context, p.id, Id{}, "feedback", context.today());
  if (p.round == 1) open_deadline(context, p.id, Id{}, "publication", context.today());
  change.tell_proposers("replied");
  // §7.3: those merged into it are answered separately.
  for (const auto& other : merged_into(context.write.db, p.committee_id, p.id)) {
    if (other.proposer_person_id) {
      change.tell("replied", identity::accounts_of_person(context.write.db, p.committee_id, *other.proposer_person_id));
    }
  }
}

}  // namespace

void draft_reply(Context& context, Id assignment_id, const ReplyBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "draft-reply");
  auto& a = change.assignment();
  auto reply = current_reply(context, change, a);
  const bool is_new = !reply.has_value();
  if (is_new) {
    reply.emplace();
    reply->committee_id = a.committee_id;
    reply->id = new_id();
    reply->proposal_id = a.proposal_id;
    reply->assignment_id = a.id;
    reply->round = change.proposal().round;
  }
  take_over(context, *reply, body);
  reply->state = ReplyState::DRAFT;
  if (is_new) {
    context.write.db.insert("replies", *reply);
  } else {
    save(context.write.db, *reply);
  }
  a.state = AssignmentState::REPLY_DRAFTED;
  save(context.write.db, a);
  change.follow_units();
  change.detail["class"] = reply->result_class;
  change.tell("to_sign", identity::accounts_with_role(context.write.db, a.committee_id, "UNIT_LEADER", a.unit_id));
  change.finish();
}

void sign_reply(Context& context, Id assignment_id, const NoteBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "sign-reply");
  auto& a = change.assignment();
  // The lead unit replies only after every co-handler has given its opinion (§2.7).
  if (a.role == UnitRole::LEAD) {
    std::string waiting;
    for (const auto& other : change.dossier.assignments) {
      if (other.role == UnitRole::CO && other.state != AssignmentState::VOID &&
          other.state != AssignmentState::OPINION_GIVEN) {
        waiting += (waiting.empty() ? "" : "、") + other.unit_name;
      }
    }
    if (!waiting.empty()) {
      throw conflict("co_opinion_missing", fmt::format("会办单位尚未会签:{}。请先取得会办意见。", waiting),
                     fmt::format("Opinions of co-handling units are missing: {}. Obtain them first.", waiting));
    }
  }
  if (change.proposal().key_state == KeyState::KEY && decides(a.role) && a.handling_plan.empty()) {
    throw conflict("handling_plan_missing", "重点提案须先制定办理工作方案。",
                   "A key proposal needs its handling plan first.");
  }
  auto reply = require_reply(context, change, a);
  reply.state = ReplyState::SIGNED;
  reply.signed_at = context.write.at;
  save(context.write.db, reply);
  a.state = AssignmentState::REPLY_UNDER_CHECK;
  save(context.write.db, a);
  change.follow_units();
  if (body.note) change.detail["note"] = *body.note;
  change.tell_office("to_check", a.system);
  change.finish();
}

void return_draft(Context& context, Id assignment_id, const ReasonBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "return-draft");
  require_text("/reason", body.reason, 1000);
  auto& a = change.assignment();
  a.state = AssignmentState::HANDLING;
  save(context.write.db, a);
  change.follow_units();
  change.detail["reason"] = body.reason;
  change.tell_unit("draft_returned", a.unit_id);
  change.finish();
}

void check_reply(Context& context, Id assignment_id, const CheckReplyBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "check-reply");
  auto& a = change.assignment();
  auto reply = require_reply(context, change, a);
  limit_text("/note", body.note.value_or(""), 1000);
  reply.check_note = body.note.value_or("");
  change.detail["passed"] = body.pass;
  if (body.note) change.detail["note"] = *body.note;
  if (!body.pass) {
    require_text("/note", body.note.value_or(""), 1000);
    reply.state = ReplyState::SENT_BACK;
    save(context.write.db, reply);
    a.state = AssignmentState::REPLY_SENT_BACK;
    save(context.write.db, a);
    change.follow_units();
    change.tell_unit("sent_back", a.unit_id);
    change.finish();
    return;
  }
  if (body.result_class && *body.result_class != reply.result_class) {
    const auto* result = context.pack().result_class(*body.result_class);
    if (result == nullptr)
      throw invalid_field("/result_class", "请选择办理结果类别。", "Choose a result class of the committee.");
    if (result->tracked && !reply.planned_until) {
      throw invalid_field("/result_class", "答复没有落实时限,不能改为列入计划的类别。请退回补充。",
                          "The reply names no date, so it cannot be classed as planned. Send it back.");
    }
    change.detail["class_corrected_from"] = reply.result_class;
    reply.result_class = *body.result_class;
  }
  send(context, change, reply);
  change.finish();
}

}  // namespace yizheng::proposals
