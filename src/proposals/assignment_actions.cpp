#include "proposals/assignment_actions.h"

#include <algorithm>
#include <set>

#include "proposals/deadlines.h"
#include "proposals/proposal_store.h"

namespace yizheng::proposals {
namespace {

committee::Organisation require_unit(Context& context, Id unit_id, const std::string& field) {
  const auto unit = committee::organisation(context.write.db, context.committee_id(), unit_id);
  if (!unit || !unit->active || unit->kind != committee::OrganisationKind::HANDLING_UNIT) {
    throw invalid_field(field, "请选择一个在用的承办单位。", "Choose a handling unit in use.");
  }
  return *unit;
}

// One SOLE; or one LEAD with at least one CO; or at least two SEPARATE (§2.6).
HandlingType check_units(const std::vector<UnitChoice>& units) {
  const auto count = [&](UnitRole role) {
    return std::count_if(units.begin(), units.end(), [&](const UnitChoice& u) { return u.role == role; });
  };
  std::set<Id> different;
  for (const auto& unit : units) different.insert(unit.unit_id);
  const auto total = static_cast<std::ptrdiff_t>(units.size());
  if (different.size() == units.size() && total <= 20) {
    if (total == 1 && count(UnitRole::SOLE) == 1) return HandlingType::SOLE;
    if (total >= 2 && count(UnitRole::LEAD) == 1 && count(UnitRole::CO) == total - 1) return HandlingType::LEAD_CO;
    if (total >= 2 && count(UnitRole::SEPARATE) == total) return HandlingType::SEPARATE;
  }
  throw invalid_field("/units", "承办方式须是:一家单办;一家主办加若干会办;或两家以上分办。同一单位不能重复。",
                      "Units must be one SOLE; or one LEAD with COs; or two or more SEPARATE. No unit twice.");
}

Assignment new_assignment(Context& context, Id proposal_id, const UnitChoice& choice,
                          const committee::Organisation& unit) {
  Assignment a;
  a.committee_id = context.committee_id();
  a.id = new_id();
  a.proposal_id = proposal_id;
  a.unit_id = unit.id;
  a.unit_name = unit.name;
  a.system = unit.subkind;
  a.role = choice.role;
  return a;
}

// Starts a unit's clock: it must accept, may ask to return, must reply (or give its opinion).
void start_clock(Context& context, Change& change, Assignment& a) {
  const Id proposal_id = change.proposal().id;
  a.state = AssignmentState::ASSIGNED;
  a.assigned_at = context.write.at;
  const Date from = context.today();
  open_deadline(context, proposal_id, a.id, "assignment.accept", from);
  open_deadline(context, proposal_id, a.id, "assignment.return", from);
  if (decides(a.role)) {
    open_deadline(context, proposal_id, a.id, "first_contact", from);
    a.due_on = open_deadline(context, proposal_id, a.id, "reply", from);
  } else {
    a.due_on = open_deadline(context, proposal_id, a.id, "co_opinion", from);
  }
  change.tell_unit("assigned", a.unit_id);
}

void start_work(Context& context, Change& change) {
  auto& a = change.assignment();
  if (a.state == AssignmentState::ACCEPTED) {
    a.state = AssignmentState::HANDLING;
    if (decides(a.role)) change.follow_units();
  }
  save(context.write.db, a);
}

void drop_proposed(Context& context, Change& change) {
  auto& list = change.dossier.assignments;
  for (auto& a : list) {
    if (a.state != AssignmentState::PROPOSED) continue;
    a.state = AssignmentState::VOID;
    a.finished_at = context.write.at;
    save(context.write.db, a);
  }
}

}  // namespace

json::array describe_units(Context& context, const std::vector<UnitChoice>& units) {
  json::array list;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto unit = require_unit(context, units[i].unit_id, "/units/" + std::to_string(i) + "/unit_id");
    list.push_back({{"unit_id", to_string(unit.id)}, {"name", unit.name}, {"role", enum_name(units[i].role)}});
  }
  return list;
}

void propose_units(Context& context, Change& change, const std::vector<UnitChoice>& units) {
  auto& p = change.proposal();
  p.handling_type = check_units(units);
  change.detail["units"] = describe_units(context, units);
  drop_proposed(context, change);
  for (const auto& choice : units) {
    const auto unit = require_unit(context, choice.unit_id, "/units");
    auto a = new_assignment(context, p.id, choice, unit);
    context.write.db.insert("assignments", a);
    change.dossier.assignments.push_back(std::move(a));
  }
  p.state = ProposalState::ASSIGNING;
  std::set<std::string> systems;
  for (const auto& a : change.dossier.assignments) {
    if (a.state == AssignmentState::PROPOSED && systems.insert(a.system).second)
      change.tell_office("to_assign", a.system);
  }
}

void propose_handlers(Context& context, Id id, const AssignBody& body) {
  auto change = Change::of_proposal(context, id, "propose-handlers");
  propose_units(context, change, body.units);
  if (body.note) change.detail["note"] = *body.note;
  change.finish();
}

void assign_proposal(Context& context, Id id, const AssignBody& body) {
  auto change = Change::of_proposal(context, id, "assign");
  auto& p = change.proposal();
  p.handling_type = check_units(body.units);
  change.detail["units"] = describe_units(context, body.units);
  if (body.note) change.detail["note"] = *body.note;
  drop_proposed(context, change);
  const bool again = p.assigned_at.has_value();
  for (const auto& choice : body.units) {
    const auto unit = require_unit(context, choice.unit_id, "/units");
    auto a = new_assignment(context, p.id, choice, unit);
    a.second = again;  // 二次交办 is counted apart
    start_clock(context, change, a);
    context.write.db.insert("assignments", a);
    change.dossier.assignments.push_back(std::move(a));
  }
  if (!again) p.assigned_at = context.write.at;
  if (p.round == 0) p.round = 1;
  close_deadlines(context, id, Id{}, {"assignment.after_plenary"});
  change.follow_units();
  change.tell_proposers("assigned_for_you");
  change.finish();
}

void accept_assignment(Context& context, Id assignment_id) {
  auto change = Change::of_assignment(context, assignment_id, "accept");
  auto& a = change.assignment();
  a.state = AssignmentState::ACCEPTED;
  a.accepted_at = context.write.at;
  save(context.write.db, a);
  close_deadlines(context, a.proposal_id, a.id, {"assignment.accept", "assignment.return"});
  if (decides(a.role)) change.follow_units();
  change.finish();
}

void request_return(Context& context, Id assignment_id, const RequestReturnBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "request-return");
  require_choice(context.pack(), "return_reasons", "/reason", body.reason);
  require_text("/note", body.note, 1000);
  auto& a = change.assignment();
  if (!a.return_reason.empty()) {
    throw conflict("return_denied", "退回申请已被驳回,须签收承办。",
                   "The return was denied before; the unit must accept.");
  }
  const auto limit = open_deadline_of(context.write.db, a.committee_id, a.proposal_id, a.id, "assignment.return");
  if (limit && context.today() > limit->due_on) {
    throw conflict(
        "too_late", fmt::format("退回期限({})已过,不再受理退回。请签收承办。", to_string(limit->due_on)),
        fmt::format("The time to ask for return ended on {}. Accept the proposal.", to_string(limit->due_on)));
  }
  if (body.proposed_unit_id) require_unit(context, *body.proposed_unit_id, "/proposed_unit_id");
  a.state = AssignmentState::RETURN_REQUESTED;
  a.return_reason = body.reason;
  a.return_note = body.note;
  a.return_proposed_unit_id = body.proposed_unit_id;
  save(context.write.db, a);
  open_deadline(context, a.proposal_id, a.id, "return.decide", context.today());
  if (decides(a.role)) change.follow_units();
  change.detail["reason"] = body.reason;
  change.detail["note"] = body.note;
  change.tell_office("return_requested", a.system);
  change.finish();
}

void decide_return(Context& context, Id assignment_id, const DecideReturnBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "decide-return");
  require_text("/note", body.note, 1000);
  const Assignment before = change.assignment();
  auto& a = change.assignment();
  a.decision_note = body.note;
  close_deadlines(context, a.proposal_id, a.id, {"return.decide"});
  change.detail["granted"] = body.grant;
  change.detail["note"] = body.note;
  change.tell_unit(body.grant ? "return_granted" : "return_denied", a.unit_id);
  if (!body.grant) {
    a.state = AssignmentState::ASSIGNED;
    save(context.write.db, a);
  } else {
    a.state = AssignmentState::VOID;
    a.finished_at = context.write.at;
    save(context.write.db, a);
    close_deadlines(context, a.proposal_id, a.id, {});
    if (body.unit_id) {
      const auto unit = require_unit(context, *body.unit_id, "/unit_id");
      for (const auto& other : change.dossier.assignments) {
        if (other.state != AssignmentState::VOID && other.unit_id == unit.id) {
          throw invalid_field("/unit_id", "这个单位已在承办这件提案。", "This unit already handles the proposal.");
        }
      }
      auto next = new_assignment(context, before.proposal_id, {unit.id, before.role}, unit);
      next.second = true;
      start_clock(context, change, next);
      context.write.db.insert("assignments", next);
      change.detail["new_unit"] = unit.name;
      change.dossier.assignments.push_back(std::move(next));
    } else if (decides(before.role)) {
      // Nobody takes over: the whole assignment is made anew (§2.6, back to the assigning body).
      for (auto& other : change.dossier.assignments) {
        if (other.state == AssignmentState::VOID) continue;
        other.state = AssignmentState::VOID;
        other.finished_at = context.write.at;
        save(context.write.db, other);
        close_deadlines(context, other.proposal_id, other.id, {});
        change.tell_unit("return_granted", other.unit_id);
      }
    }
  }
  if (decides(before.role)) change.follow_units();
  change.finish();
}

void record_contact(Context& context, Id assignment_id, const ContactBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "contact");
  if (body.moment != "BEFORE" && body.moment != "DURING" && body.moment != "AFTER") {
    throw invalid_field("/moment", "沟通时机应为 BEFORE、DURING 或 AFTER。", "moment must be BEFORE, DURING or AFTER.");
  }
  require_choice(context.pack(), "contact_methods", "/method", body.method);
  require_text("/person", body.person, 60);
  limit_text("/note", body.note.value_or(""), 2000);
  if (body.held_on > context.today()) {
    throw invalid_field("/held_on", "沟通日期不能在将来。", "A contact cannot lie in the future.");
  }
  auto& a = change.assignment();
  context.write.db.insert("contacts", Contact{a.committee_id, new_id(), a.proposal_id, a.id, body.moment, body.method,
                                              body.person, body.held_on, body.note.value_or("")});
  close_deadlines(context, a.proposal_id, a.id, {"first_contact"});
  start_work(context, change);
  change.detail["moment"] = body.moment;
  change.detail["method"] = body.method;
  change.finish();
}

void give_co_opinion(Context& context, Id assignment_id, const TextBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "co-opinion");
  require_text("/text", body.text, 10'000);
  auto& a = change.assignment();
  a.co_opinion = body.text;
  a.state = AssignmentState::OPINION_GIVEN;
  a.finished_at = context.write.at;
  save(context.write.db, a);
  close_deadlines(context, a.proposal_id, a.id, {});
  for (const auto& other : change.dossier.assignments) {
    if (other.role == UnitRole::LEAD && other.state != AssignmentState::VOID)
      change.tell_unit("co_opinion", other.unit_id);
  }
  change.finish();
}

void write_handling_plan(Context& context, Id assignment_id, const TextBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "handling-plan");
  if (change.proposal().key_state != KeyState::KEY) {
    throw conflict("not_key", "只有重点提案需要办理工作方案。", "Only a key proposal has a handling plan.");
  }
  require_text("/text", body.text, 10'000);
  change.assignment().handling_plan = body.text;
  start_work(context, change);
  change.finish();
}

void request_extension(Context& context, Id assignment_id, const RequestExtensionBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "request-extension");
  require_text("/reason", body.reason, 1000);
  auto& a = change.assignment();
  const auto open = open_deadline_of(context.write.db, a.committee_id, a.proposal_id, a.id, "reply");
  if (!open) throw conflict("no_deadline", "当前没有可以延长的办理期限。", "There is no open deadline to extend.");
  const auto calendar = context.rules.calendar(context.write.db, a.committee_id);
  const auto latest =
      committee::compute_deadline(context.pack().deadline("reply.extended"), open->start_on, *calendar).due;
  if (body.until <= open->due_on || body.until > latest) {
    throw invalid_field(
        "/until", fmt::format("延期须晚于现期限 {},且不晚于 {}。", to_string(open->due_on), to_string(latest)),
        fmt::format("The new date must lie after {} and not after {}.", to_string(open->due_on), to_string(latest)));
  }
  if (context.today() > open->due_on) {
    throw conflict("too_late", "期限已过,延期须在期限内提前申请。",
                   "An extension must be asked for before the deadline passes.");
  }
  a.state = AssignmentState::EXTENSION_REQUESTED;
  a.extension_until = body.until;
  a.extension_reason = body.reason;
  save(context.write.db, a);
  change.follow_units();
  change.detail["until"] = to_string(body.until);
  change.detail["reason"] = body.reason;
  change.tell_office("extension_requested", a.system);
  change.finish();
}

void decide_extension(Context& context, Id assignment_id, const DecideBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "decide-extension");
  require_text("/note", body.note, 1000);
  auto& a = change.assignment();
  a.state = AssignmentState::HANDLING;
  a.decision_note = body.note;
  if (body.grant) {
    extend_deadline(context, a.proposal_id, a.id, "reply", *a.extension_until, a.extension_reason);
    change.detail["from"] = a.due_on ? to_string(*a.due_on) : "";
    a.due_on = a.extension_until;
    change.detail["until"] = to_string(*a.due_on);
  }
  save(context.write.db, a);
  change.follow_units();
  change.detail["granted"] = body.grant;
  change.detail["note"] = body.note;
  change.tell_unit(body.grant ? "extension_granted" : "extension_denied", a.unit_id);
  change.finish();
}

void urge_unit(Context& context, Id assignment_id, const TextBody& body) {
  auto change = Change::of_assignment(context, assignment_id, "urge");
  require_text("/text", body.text, 1000);
  auto& a = change.assignment();
  ++a.urged;
  save(context.write.db, a);
  change.detail["text"] = body.text;
  change.tell_unit("urged", a.unit_id);
  change.finish();
}

}  // namespace yizheng::proposals
