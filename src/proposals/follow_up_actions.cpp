#include "proposals/follow_up_actions.h"

#include <algorithm>

#include "proposals/deadlines.h"
#include "proposals/proposal_store.h"

namespace yizheng::proposals {
namespace {

void require_key(const Change& change) {
  if (change.dossier.proposal.key_state != KeyState::KEY) {
    throw conflict("not_key", "这件提案不是重点提案。", "This is not a key proposal.");
  }
}

KeyRecord& key_of(Change& change) {
  if (!change.dossier.key) throw std::logic_error("a candidate or key proposal has no key record");
  return *change.dossier.key;
}

std::vector<Id> leaders_of(const KeyRecord& key) {
  std::vector<Id> leaders;
  if (key.handling_leader_account_id) leaders.push_back(*key.handling_leader_account_id);
  if (key.supervising_leader_account_id) leaders.push_back(*key.supervising_leader_account_id);
  return leaders;
}

}  // namespace

void nominate_key(Context& context, Id id, const ReasonBody& body) {
  auto change = Change::of_proposal(context, id, "nominate-key");
  require_text("/reason", body.reason, 1000);
  auto& p = change.proposal();
  if (p.key_state != KeyState::NONE)
    throw conflict("already_nominated", "这件提案已是重点提案备选。", "It is a candidate already.");
  p.key_state = KeyState::CANDIDATE;
  KeyRecord key;
  key.committee_id = p.committee_id;
  key.proposal_id = p.id;
  key.nomination_reason = body.reason;
  context.write.db.insert("key_records", key);
  change.dossier.key = key;
  change.detail["reason"] = body.reason;
  change.finish();
}

void decide_key(Context& context, Id id, const DecideKeyBody& body) {
  auto change = Change::of_proposal(context, id, "decide-key");
  require_text("/note", body.note, 1000);
  auto& p = change.proposal();
  if (p.key_state != KeyState::CANDIDATE) {
    throw conflict("not_candidate", "须先提名为重点提案备选。", "It must be nominated first.");
  }
  change.detail["decided"] = body.key;
  change.detail["note"] = body.note;
  auto& key = key_of(change);
  if (!body.key) {
    p.key_state = KeyState::NONE;
    context.write.db.execute("DELETE FROM key_records WHERE committee_id = ? AND proposal_id = ?", p.committee_id,
                             p.id);
    change.dossier.key.reset();
    change.finish();
    return;
  }
  limit_text("/handling_leader", body.handling_leader.value_or(""), 60);
  limit_text("/supervising_leader", body.supervising_leader.value_or(""), 60);
  if (body.special_committee_id) {
    const auto committee = committee::organisation(context.write.db, p.committee_id, *body.special_committee_id);
    if (!committee || committee->kind != committee::OrganisationKind::SPECIAL_COMMITTEE) {
      throw invalid_field("/special_committee_id", "请选择一个专门委员会。", "Choose a special committee.");
    }
  }
  const auto require_account = [&](const std::optional<Id>& account, const char* field) {
    if (account && !context.write.db.select_one<Id>("SELECT id FROM accounts WHERE committee_id = ? AND id = ?",
                                                    p.committee_id, *account)) {
      throw invalid_field(field, "找不到这个账号。", "No such account.");
    }
  };
  require_account(body.handling_leader_account_id, "/handling_leader_account_id");
  require_account(body.supervising_leader_account_id, "/supervising_leader_account_id");
  p.key_state = KeyState::KEY;
  key.special_committee_id = body.special_committee_id;
  key.handling_leader = body.handling_leader.value_or("");
  key.handling_leader_account_id = body.handling_leader_account_id;
  key.supervising_leader = body.supervising_leader.value_or("");
  key.supervising_leader_account_id = body.supervising_leader_account_id;
  key.decision_note = body.note;
  key.decided_at = context.write.at;
  save(context.write.db, key);
  change.tell_proposers("key");
  for (const auto& a : change.dossier.assignments) {
    if (a.state != AssignmentState::VOID && a.state != AssignmentState::PROPOSED) change.tell_unit("key", a.unit_id);
  }
  change.tell("lead_key", leaders_of(key));
  change.finish();
}

void supervise(Context& context, Id id, const SupervisionActBody& body) {
  auto change = Change::of_proposal(context, id, "supervise");
  require_key(change);
  require_choice(context.pack(), "supervision_forms", "/form", body.form);
  require_text("/note", body.note, 5000);
  limit_text("/place", body.place, 200);
  limit_text("/participants", body.participants, 1000);
  auto& p = change.proposal();
  context.write.db.insert("supervision_acts", SupervisionAct{p.committee_id, new_id(), p.id, body.form, body.held_on,
                                                             body.place, body.participants, body.note});
  change.detail["form"] = body.form;
  change.detail["held_on"] = to_string(body.held_on);
  change.finish();
}

void write_supervision_report(Context& context, Id id, const TextBody& body) {
  auto change = Change::of_proposal(context, id, "supervision-report");
  require_key(change);
  require_text("/text", body.text, 20'000);
  auto& key = key_of(change);
  key.supervision_report = body.text;
  save(context.write.db, key);
  change.tell("supervision_report", leaders_of(key));
  change.finish();
}

void instruct(Context& context, Id id, const TextBody& body) {
  auto change = Change::of_proposal(context, id, "instruct");
  require_key(change);
  require_text("/text", body.text, 2000);
  auto& key = key_of(change);
  key.instruction = body.text;
  key.instructed_at = context.write.at;
  save(context.write.db, key);
  for (const auto& a : change.dossier.assignments) {
    if (a.state != AssignmentState::VOID && a.state != AssignmentState::PROPOSED)
      change.tell_unit("instructed", a.unit_id);
  }
  change.finish();
}

void release(Context& context, Id id, const ReleaseBody& body) {
  auto change = Change::of_proposal(context, id, "release");
  auto& p = change.proposal();
  if (!p.consents_to_publication) {
    throw conflict("no_consent", "提案人不同意公开,不能发布。", "The proposer did not consent to publication.");
  }
  if (p.released_at && (!body.with_reply || p.reply_released) && !body.public_body) {
    throw conflict("already_released", "已经公开,没有新的内容要发布。",
                   "It is released already, and there is nothing new to release.");
  }
  auto text = text_of(context.write.db, p.committee_id, p.id);
  if (body.public_body) {
    limit_text("/public_body", *body.public_body, 20'000);
    text.public_body = *body.public_body;
    save(context.write.db, text);
  }
  if (body.with_reply) {
    const auto replies = replies_of(context.write.db, p.committee_id, p.id);
    if (std::none_of(replies.begin(), replies.end(), publishable)) {
      throw conflict("reply_not_publishable", "没有承办单位审查同意公开的答复。只能先公开提案。",
                     "No reply was marked publishable by its unit. Only the proposal can be released.");
    }
    p.reply_released = true;
    close_deadlines(context, p.id, Id{}, {"publication"});
  }
  if (!p.released_at) p.released_at = context.write.at;
  close_deadlines(context, p.id, Id{}, {"publication.filed"});
  change.detail["with_reply"] = body.with_reply;
  change.detail["text_changed"] = body.public_body.has_value();
  change.finish();
}

void unrelease(Context& context, Id id, const ReasonBody& body) {
  auto change = Change::of_proposal(context, id, "unrelease");
  require_text("/reason", body.reason, 1000);
  auto& p = change.proposal();
  if (!p.released_at) throw conflict("not_released", "这件提案尚未公开。", "It is not released.");
  p.released_at.reset();
  p.reply_released = false;
  change.detail["reason"] = body.reason;
  change.finish();
}

}  // namespace yizheng::proposals
