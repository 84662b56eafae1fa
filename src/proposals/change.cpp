#include "proposals/change.h"

#include <algorithm>

#include "identity/notices.h"
#include "identity/people.h"
#include "proposals/proposal_store.h"
#include "proposals/stored_page.h"
#include "store/ledger.h"
#include "store/search.h"
#include "text/utf8.h"

namespace yizheng::proposals {
namespace {

Problem no_such_proposal() { return not_found("这件提案,或您无权查看", "proposal, or it is not open to you"); }

Problem wrong_state(std::string_view state) {
  return conflict(
      "wrong_state", fmt::format("提案现在的状态是 {},不能进行这一步。请刷新页面,按当前可用的操作办理。", state),
      fmt::format(
          "The proposal is in state {}, which does not allow this step. Reload and use the actions offered now.",
          state));
}

Problem not_yours() {
  return forbidden(
      "您没有权限对这件提案进行这一步操作。如属您的职责,请联系管理员核对角色。",
      "You may not take this step on this proposal. If it is your duty, ask an administrator to check your role.");
}

}  // namespace

void Change::load(Id proposal_id) {
  auto found = find_dossier(context_.write.db, context_.committee_id(), proposal_id);
  if (!found) throw no_such_proposal();
  dossier = std::move(*found);
  before_ = dossier.proposal.state;
  labels_before_ = stored_labels(context_.write.db, context_.committee_id(), proposal_id);
  if (!may_see(labels_before_, labels_of(context_.caller, context_.pack()))) throw no_such_proposal();
}

Change Change::of_proposal(Context& context, Id proposal_id, std::string_view action) {
  Change change(context, action);
  change.load(proposal_id);
  const auto& rule = proposal_rule(action);
  const auto& caller = context.caller;
  const bool holds = rule.permission.empty() || caller.may(rule.permission) ||
                     (rule.permission == "proposal.write" && collective(change.proposal().kind) &&
                      caller.may("proposal.write_collective"));
  const bool by_relation = holds && stands(rule.relation, caller, context.pack(), change.dossier);
  const bool otherwise = !rule.or_permission.empty() && caller.may(rule.or_permission);
  if (!by_relation && !otherwise) throw not_yours();
  if (!rule.from.contains(change.before_)) throw wrong_state(enum_name(change.before_));
  if (context.expected_version && *context.expected_version != change.proposal().version) {
    throw Problem(412, "changed_meanwhile", "这件提案刚刚被别人修改。请重新打开,核对后再试。",
                  "Somebody else has just changed this proposal. Open it again, compare, and retry.");
  }
  return change;
}

Change Change::of_assignment(Context& context, Id assignment_id, std::string_view action) {
  Change change(context, action);
  const auto proposal_id = proposal_of_assignment(context.write.db, context.committee_id(), assignment_id);
  if (!proposal_id) throw not_found("这项交办", "assignment");
  change.load(*proposal_id);
  change.assignment_id_ = assignment_id;
  const auto& rule = assignment_rule(action);
  const auto& assignment = change.assignment();
  if (!context.caller.may(rule.permission) ||
      !stands(rule.relation, context.caller, context.pack(), change.dossier, &assignment)) {
    throw not_yours();
  }
  if (!rule.from.contains(assignment.state) || !rule.roles.contains(assignment.role)) {
    throw wrong_state(enum_name(assignment.state));
  }
  // What is archived is settled, its figures too: no contact is added any more.
  if (change.before_ == ProposalState::ARCHIVED) throw wrong_state(enum_name(change.before_));
  if (context.expected_version && *context.expected_version != change.proposal().version) {
    throw Problem(412, "changed_meanwhile", "这件提案刚刚被别人修改。请重新打开,核对后再试。",
                  "Somebody else has just changed this proposal. Open it again, compare, and retry.");
  }
  change.detail["assignment_id"] = to_string(assignment_id);
  change.detail["unit"] = assignment.unit_name;
  return change;
}

Assignment& Change::assignment() {
  const auto found = std::find_if(dossier.assignments.begin(), dossier.assignments.end(),
                                  [&](const Assignment& a) { return a.id == assignment_id_; });
  if (found == dossier.assignments.end()) throw std::logic_error("the action has no assignment");
  return *found;
}

void Change::tell(std::string_view kind, std::vector<Id> accounts) {
  if (!accounts.empty()) messages_.push_back({std::string(kind), std::move(accounts)});
}

void Change::tell_proposers(std::string_view kind) {
  auto& db = context_.write.db;
  const Id committee = context_.committee_id();
  std::vector<Id> accounts;
  const auto add = [&](std::vector<Id> more) { accounts.insert(accounts.end(), more.begin(), more.end()); };
  for (const auto& signer : dossier.signers) {
    if (signer.state == SignerState::SIGNED && signer.role != SignerRole::SECONDER) {
      add(identity::accounts_of_person(db, committee, signer.person_id));
    }
  }
  if (const auto organisation = proposal().proposer_organisation_id) {
    for (const auto role : {"PARTICIPATING_UNIT", "SPECIAL_COMMITTEE_STAFF", "SECTOR_CONVENER", "GROUP_LEADER"}) {
      add(identity::accounts_with_role(db, committee, role, *organisation));
    }
  }
  tell(kind, std::move(accounts));
}

void Change::tell_unit(std::string_view kind, Id unit_id) {
  auto accounts = identity::accounts_with_role(context_.write.db, context_.committee_id(), "UNIT_OFFICER", unit_id);
  const auto leaders = identity::accounts_with_role(context_.write.db, context_.committee_id(), "UNIT_LEADER", unit_id);
  accounts.insert(accounts.end(), leaders.begin(), leaders.end());
  tell(kind, std::move(accounts));
}

void Change::tell_office(std::string_view kind, const std::string& system) {
  for (const auto& role : context_.pack().offices_of(system)) {
    tell(kind, identity::accounts_with_role(context_.write.db, context_.committee_id(), role));
  }
}

void Change::finish() {
  auto& write = context_.write;
  const Id committee = context_.committee_id();
  auto& p = dossier.proposal;
  // What the units' deadlines say is what the list's light shows.
  p.due_on.reset();
  for (const auto& a : dossier.assignments) {
    if (decides(a.role) && a.state != AssignmentState::VOID && a.state != AssignmentState::REPLIED && a.due_on) {
      p.due_on = p.due_on ? std::min(*p.due_on, *a.due_on) : *a.due_on;
    }
  }
  save(write.db, p);

  std::optional<Dossier> main;
  if (p.merged_into_id) {
    main = find_dossier(write.db, committee, *p.merged_into_id);
    outdate_page(write.db, committee, *p.merged_into_id, true);  // it shows what was merged into it
  }
  const auto labels = labels_of(dossier, main ? &*main : nullptr);
  const bool labels_changed = put_labels(write.db, committee, p.id, labels);
  if (text_changed_) {
    index(write, p, text_of(write.db, committee, p.id), labels);
  } else if (labels_changed) {
    store::put_labels(write, committee, "proposal", p.id, labels);
  }
  if (labels_changed) {
    // The units of the main proposal see those merged into it.
    for (const auto& other : merged_into(write.db, committee, p.id)) {
      auto merged = find_dossier(write.db, committee, other.id);
      const auto merged_labels = labels_of(*merged, &dossier);
      if (put_labels(write.db, committee, other.id, merged_labels)) {
        store::put_labels(write, committee, "proposal", other.id, merged_labels);
      }
    }
  }
  record(context_, p.id, action_, enum_name(before_), enum_name(p.state), detail);
  std::map<std::string, std::string> parameters{{"title", p.title}};
  if (p.number) parameters["number"] = std::to_string(*p.number);
  for (const auto& message : messages_) {
    identity::notify(write, {committee, "notice.proposal." + message.kind, "proposal", p.id, parameters},
                     message.accounts);
  }
}

void record(Context& context, Id proposal_id, std::string_view action, std::string_view from, std::string_view to,
            const json::object& detail) {
  store::LedgerEntry entry;
  entry.committee_id = context.committee_id();
  entry.action = "proposal." + std::string(action);
  entry.subject_kind = "proposal";
  entry.subject_id = proposal_id;
  entry.actor_account_id = context.caller.account_id;
  entry.actor_role = context.caller.acting_role();
  entry.from_state = from;
  entry.to_state = to;
  entry.detail = json::serialize(detail);
  store::append(context.write, entry);
  auto& db = context.write.db;
  const bool submitted = to != enum_name(ProposalState::DRAFT) && to != enum_name(ProposalState::COSIGNING);
  if (to.empty()) {
    remove_page(db, entry.committee_id, proposal_id);
  } else if (!from.empty()) {
    outdate_page(db, entry.committee_id, proposal_id, submitted);
  } else if (submitted) {
    enter_page(db, entry.committee_id, proposal_id);
  }
}

void index(store::Write& write, const Proposal& p, const ProposalText& text, const std::vector<std::string>& labels) {
  store::SearchDocument document;
  document.committee_id = p.committee_id;
  document.kind = "proposal";
  document.id = p.id;
  document.order = p.sorted_at.ms;
  document.title = p.title;
  document.body = text.suggestions.empty() ? text.body : text.body + "\n" + text.suggestions;
  document.labels = labels;
  store::put_document(write, document);
}

void require_text(const std::string& field, std::string_view text, std::size_t most) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    throw invalid_field(field, "此项必填,请填写后再提交。", "This is required. Fill it in and send again.");
  }
  limit_text(field, text, most);
}

void limit_text(const std::string& field, std::string_view text, std::size_t most) {
  if (text.size() > most && text::length(text) > most) {
    throw invalid_field(field, fmt::format("超过 {} 字的上限,请精简。", most),
                        fmt::format("Longer than {} characters. Shorten it.", most));
  }
}

void require_choice(const committee::Pack& pack, std::string_view list, const std::string& field,
                    std::string_view code) {
  if (pack.choice(list, code) == nullptr) {
    throw invalid_field(field, "请从规定的选项中选择。",
                        "Choose one of the options offered (GET /api/v1/committee lists them).");
  }
}

}  // namespace yizheng::proposals
