#include "proposals/view.h"

#include <algorithm>

#include "proposals/proposal_store.h"

namespace yizheng::proposals {
namespace {

bool proposers_label(const std::string& label) {
  return label.starts_with("person:") || label.starts_with("organisation:") || label.starts_with("account:");
}

struct Sight {
  Dossier dossier;
  Depth depth = Depth::NONE;
};

// Refuses a caller who sees nothing of it.
Depth checked_depth(store::Connection& db, const http::Caller& caller, committee::Rules& rules,
                    const Dossier& dossier) {
  std::optional<Dossier> main;
  if (dossier.proposal.merged_into_id) main = find_dossier(db, caller.committee_id, *dossier.proposal.merged_into_id);
  const auto depth = depth_of(labels_of(dossier, main ? &*main : nullptr), caller, rules.pack());
  if (depth == Depth::NONE) throw no_such_proposal();
  return depth;
}

Sight look(store::Connection& db, const http::Caller& caller, committee::Rules& rules, Id proposal_id) {
  auto dossier = find_dossier(db, caller.committee_id, proposal_id);
  if (!dossier) throw no_such_proposal();
  const auto depth = checked_depth(db, caller, rules, *dossier);
  return {std::move(*dossier), depth};
}

std::vector<store::Attachment> attachments_of(store::Connection& db, const Proposal& p) {
  static const std::string sql =
      "SELECT " + store::columns_of<store::Attachment>() +
      " FROM attachments WHERE committee_id = ? AND owner_kind = 'proposal' AND owner_id = ? ORDER BY id";
  return db.select<store::Attachment>(sql, p.committee_id, p.id);
}

// What cannot be there yet is not asked for.
void add_handling(store::Connection& db, const Proposal& p, const PageParts& parts, ProposalView& view) {
  view.deadlines = deadline_dates_of(db, p.committee_id, p.id);
  if (p.assigned_at) {
    view.contacts = contacts_of(db, p.committee_id, p.id);
    view.replies = replies_of(db, p.committee_id, p.id);
  }
  if (p.replied_at) view.feedback = feedback_of(db, p.committee_id, p.id);
  if (parts.has_promises) view.promises = promises_of(db, p.committee_id, p.id);
  if (p.key_state != KeyState::NONE) view.supervision_acts = supervision_acts_of(db, p.committee_id, p.id);
  if (parts.has_merged) {
    for (auto& other : merged_into(db, p.committee_id, p.id)) view.merged.push_back(row_of(other));
  }
}

// §2.12 and §1: the proposers' side is told results, not how they came about.
void reduce_to_proposers_side(ProposalView& view) {
  std::erase_if(view.replies, [](const Reply& r) { return r.state != ReplyState::SENT; });
  std::erase_if(view.assignments, [](const Assignment& a) { return a.state == AssignmentState::PROPOSED; });
  for (auto& reply : view.replies) reply.check_note.clear();
  for (auto& a : view.assignments) {
    a.return_note.clear();
    a.decision_note.clear();
    a.co_opinion.clear();
  }
  if (view.key) {
    view.key->nomination_reason.clear();
    if (view.key->special_committee_id == std::nullopt && view.proposal.key_state == KeyState::CANDIDATE)
      view.key.reset();
  }
}

void reduce_to_released(ProposalView& view, const std::string& public_body) {
  if (!public_body.empty()) {
    view.body = public_body;
    view.suggestions.clear();
  }
  view.signers.clear();
  view.contacts.clear();
  view.feedback.clear();
  view.promises.clear();
  view.deadlines.clear();
  view.supervision_acts.clear();
  view.attachments.clear();
  view.merged.clear();
  view.key.reset();
  const bool replies = view.proposal.reply_released;
  std::erase_if(view.replies, [&](const Reply& r) { return !replies || !publishable(r); });
  for (auto& reply : view.replies) {
    reply.contact_name.clear();
    reply.contact_phone.clear();
  }
  auto& p = view.proposal;
  p.review_explanation.clear();
  p.review_reason.clear();
  p.no_publication_reason.clear();
  p.suggested_units.clear();
  p.satisfaction_attitude.reset();
  p.satisfaction_result.reset();
  p.import_key.clear();
}

}  // namespace

ProposalRow row_of(const Proposal& p) {
  return {p.id,           p.serial,      p.number,    p.session_id,   p.state,
          p.kind,         p.timing,      p.category,  p.title,        p.proposer_name,
          p.submitted_at, p.sorted_at,   p.key_state, p.result_class, p.satisfaction_result,
          p.due_on,       p.released_at, p.version};
}

Problem no_such_proposal() { return not_found("这件提案,或您无权查看", "proposal, or it is not open to you"); }

Depth depth_of(const std::vector<std::string>& proposal_labels, const http::Caller& caller,
               const committee::Pack& pack) {
  Depth depth = Depth::NONE;
  for (const auto& label : labels_of(caller, pack)) {
    if (!std::binary_search(proposal_labels.begin(), proposal_labels.end(), label)) continue;
    const bool leader = caller.has_role("PARTY_GOV_LEADER") && label.starts_with("account:");
    const Depth found = label == "released"                 ? Depth::RELEASED
                        : proposers_label(label) && !leader ? Depth::PROPOSER
                                                            : Depth::WORK;
    depth = std::max(depth, found);
  }
  return depth;
}

std::optional<PageContents> load_page(store::Connection& db, Id committee_id, Id proposal_id) {
  auto found = find_page(db, committee_id, proposal_id);
  if (!found) return std::nullopt;
  PageContents page;
  page.dossier = std::move(found->dossier);
  auto& parts = found->parts;
  const auto& p = page.dossier.proposal;
  auto& view = page.view;
  view.body = std::move(parts.body);
  view.suggestions = std::move(parts.suggestions);
  view.session_title = std::move(parts.session_title);
  page.public_body = std::move(parts.public_body);
  page.has_merged = parts.has_merged;
  if (p.filed_at) {
    add_handling(db, p, parts, view);
  } else if (p.merged_into_id) {
    view.feedback = feedback_of(db, p.committee_id, p.id);
  }
  if (parts.has_attachments) view.attachments = attachments_of(db, p);
  return page;
}

void take_from_dossier(ProposalView& view, Dossier&& dossier) {
  view.signers = std::move(dossier.signers);
  for (auto& signer : view.signers) signer.address.clear();
  view.key = std::move(dossier.key);
  view.assignments = std::move(dossier.assignments);
  view.proposal = std::move(dossier.proposal);
  view.proposal.import_key.clear();
}

void reduce(ProposalView& view, Depth depth, const std::string& public_body) {
  if (depth == Depth::PROPOSER) reduce_to_proposers_side(view);
  if (depth == Depth::RELEASED) reduce_to_released(view, public_body);
}

std::vector<OpenAction> open_actions(const http::Caller& caller, const committee::Pack& pack, const Dossier& dossier,
                                     const std::vector<Reply>& replies) {
  std::vector<OpenAction> actions;
  for (const auto& action : allowed_actions(caller, pack, dossier, replies)) {
    actions.push_back(
        {std::string(action.code), action.assignment_id ? std::optional(action.assignment_id) : std::nullopt});
  }
  return actions;
}

ProposalView view_of(PageContents page, const http::Caller& caller, const committee::Pack& pack) {
  const auto depth = depth_of(labels_of(page.dossier), caller, pack);
  if (depth == Depth::NONE) throw no_such_proposal();
  page.view.actions = open_actions(caller, pack, page.dossier, page.view.replies);
  take_from_dossier(page.view, std::move(page.dossier));
  reduce(page.view, depth, page.public_body);
  return std::move(page.view);
}

ProposalView view_proposal(store::Connection& db, const http::Caller& caller, committee::Rules& rules, Id proposal_id) {
  auto page = load_page(db, caller.committee_id, proposal_id);
  if (!page) throw no_such_proposal();
  if (!page->dossier.proposal.merged_into_id) return view_of(std::move(*page), caller, rules.pack());
  const auto depth = checked_depth(db, caller, rules, page->dossier);
  const auto committee_id = page->dossier.proposal.committee_id;
  const auto main_id = *page->dossier.proposal.merged_into_id;
  auto& view = page->view;
  view.actions = open_actions(caller, rules.pack(), page->dossier, view.replies);
  if (stands(Relation::PROPOSER_SIDE, caller, rules.pack(), page->dossier)) {
    const auto main = find_proposal(db, committee_id, main_id);
    const bool answered = std::any_of(view.feedback.begin(), view.feedback.end(), [&](const Feedback& f) {
      return f.round == main->round && f.person_id == caller.person_id;
    });
    if (main->state == ProposalState::REPLIED && !answered) view.actions.push_back({"feedback", std::nullopt});
  }
  take_from_dossier(view, std::move(page->dossier));
  // Its proposers are answered by the main proposal's reply (§7.3: separately, on their own page).
  view.replies = replies_of(db, committee_id, main_id);
  view.assignments = assignments_of(db, committee_id, main_id);
  reduce(view, depth, page->public_body);
  return std::move(view);
}

ProposalView view_after_action(store::Connection& db, const http::Caller& caller, committee::Rules& rules,
                               Id proposal_id) {
  try {
    return view_proposal(db, caller, rules, proposal_id);
  } catch (const Problem& problem) {
    if (problem.status != 404) throw;
  }
  const auto p = find_proposal(db, caller.committee_id, proposal_id);
  if (!p) throw no_such_proposal();
  ProposalView view;
  view.proposal.committee_id = p->committee_id;
  view.proposal.id = p->id;
  view.proposal.title = p->title;
  view.proposal.category = p->category;
  view.proposal.proposer_name = p->proposer_name;
  view.proposal.kind = p->kind;
  view.proposal.state = p->state;
  view.proposal.version = p->version;
  return view;
}

std::vector<HistoryEntry> view_history(store::Connection& db, const http::Caller& caller, committee::Rules& rules,
                                       Id proposal_id) {
  const auto sight = look(db, caller, rules, proposal_id);
  std::vector<HistoryEntry> history;
  if (sight.depth == Depth::RELEASED) return history;
  std::map<Id, std::string> names;
  for (const auto& row : store::ledger_of(db, caller.committee_id, "proposal", proposal_id)) {
    // Preliminary opinions and internal checks are the offices' own.
    const bool internal = row.action == "proposal.preliminary" || row.action == "proposal.check-reply" ||
                          row.action == "proposal.return-draft" || row.action == "proposal.nominate-key";
    auto name = names.find(row.actor_account_id);
    if (name == names.end()) {
      auto found = db.select_one<std::string>("SELECT display_name FROM accounts WHERE committee_id = ? AND id = ?",
                                              caller.committee_id, row.actor_account_id);
      name = names.emplace(row.actor_account_id, found.value_or("")).first;
    }
    HistoryEntry entry{row.seq,        row.at,
                       row.action,     name->second,
                       row.actor_role, row.from_state,
                       row.to_state,   row.detail.empty() ? json::value(json::object{}) : json::parse(row.detail)};
    if (internal && sight.depth == Depth::PROPOSER) entry.detail = json::object{};
    history.push_back(std::move(entry));
  }
  return history;
}

DeadlineView view_deadline(store::Connection& db, const http::Caller& caller, committee::Rules& rules, Id proposal_id,
                           Id deadline_id) {
  const auto sight = look(db, caller, rules, proposal_id);
  if (sight.depth != Depth::RELEASED) {
    for (auto& row : deadlines_of(db, caller.committee_id, proposal_id)) {
      if (row.id != deadline_id) continue;
      auto steps = read_json<std::vector<committee::DeadlineStep>>(json::parse(row.steps));
      const auto rule = rules.pack().deadline(row.rule);
      return {std::move(row), rule, std::move(steps)};
    }
  }
  throw not_found("这个期限", "deadline");
}

}  // namespace yizheng::proposals
