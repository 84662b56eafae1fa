#include "proposals/visibility.h"

#include <algorithm>

namespace yizheng::proposals {
namespace {

std::string label(std::string_view kind, Id id) { return fmt::format("{}:{}", kind, id.value); }

void tidy(std::vector<std::string>& labels) {
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
}

bool contains(const std::vector<Id>& ids, Id id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

// The organisations a caller may propose for (DOMAIN §2.2).
constexpr std::string_view proposing_roles[] = {"PARTICIPATING_UNIT", "SPECIAL_COMMITTEE_STAFF", "SECTOR_CONVENER",
                                                "GROUP_LEADER"};

void add_unit_labels(const Dossier& dossier, std::vector<std::string>& labels) {
  for (const auto& assignment : dossier.assignments) {
    if (assignment.state == AssignmentState::VOID) continue;
    labels.push_back("system:" + assignment.system);
    if (assignment.state != AssignmentState::PROPOSED) labels.push_back(label("unit", assignment.unit_id));
  }
}

bool still_asked(const Signer& signer) {
  return signer.state == SignerState::WAITING || signer.state == SignerState::SIGNED;
}

// What the tables alone cannot say: details of the record that close an action.
bool open_now(const Dossier& dossier, const std::vector<Reply>& replies, std::string_view action) {
  const auto& p = dossier.proposal;
  if (action == "nominate-key") return p.key_state == KeyState::NONE;
  if (action == "decide-key") return p.key_state == KeyState::CANDIDATE;
  if (action == "supervise" || action == "supervision-report" || action == "instruct")
    return p.key_state == KeyState::KEY;
  if (action == "release") {
    if (!p.consents_to_publication) return false;
    return !p.released_at || (!p.reply_released && std::any_of(replies.begin(), replies.end(), publishable));
  }
  if (action == "unrelease") return p.released_at.has_value();
  if (action == "invite") return !collective(p.kind);
  return true;
}

bool open_now(const Dossier& dossier, const Assignment& assignment, std::string_view action) {
  if (dossier.proposal.state == ProposalState::ARCHIVED) return false;
  // A denied return must be accepted (§2.6).
  if (action == "request-return") return assignment.return_reason.empty();
  if (action == "handling-plan") return dossier.proposal.key_state == KeyState::KEY;
  return true;
}

}  // namespace

bool publishable(const Reply& reply) { return reply.state == ReplyState::SENT && reply.publishable; }

std::vector<std::string> labels_of(const Dossier& dossier, const Dossier* main) {
  const auto& p = dossier.proposal;
  std::vector<std::string> labels;
  if (p.state != ProposalState::DRAFT && p.state != ProposalState::COSIGNING) labels.emplace_back("staff");
  if (p.created_by) labels.push_back(label("account", p.created_by));
  if (p.proposer_person_id) labels.push_back(label("person", *p.proposer_person_id));
  if (p.proposer_organisation_id) labels.push_back(label("organisation", *p.proposer_organisation_id));
  for (const auto& signer : dossier.signers) {
    if (still_asked(signer)) labels.push_back(label("person", signer.person_id));
  }
  add_unit_labels(dossier, labels);
  if (main != nullptr) add_unit_labels(*main, labels);
  if (dossier.key && p.key_state == KeyState::KEY) {
    if (dossier.key->special_committee_id) labels.push_back(label("committee", *dossier.key->special_committee_id));
    if (dossier.key->handling_leader_account_id)
      labels.push_back(label("account", *dossier.key->handling_leader_account_id));
    if (dossier.key->supervising_leader_account_id) {
      labels.push_back(label("account", *dossier.key->supervising_leader_account_id));
    }
  }
  if (p.released_at) labels.emplace_back("released");
  tidy(labels);
  return labels;
}

std::vector<std::string> systems_of(const http::Caller& caller, const committee::Pack& pack) {
  std::vector<std::string> systems;
  for (const auto& grant : caller.grants) {
    for (auto& system : pack.systems_of_office(grant.role)) systems.push_back(std::move(system));
  }
  return systems;
}

std::vector<std::string> labels_of(const http::Caller& caller, const committee::Pack& pack) {
  std::vector<std::string> labels;
  if (caller.may("proposal.read_all")) labels.emplace_back("staff");
  if (caller.may("proposal.write") || caller.may("proposal.write_collective")) {
    labels.push_back(label("account", caller.account_id));
    if (caller.person_id) labels.push_back(label("person", caller.person_id));
    for (const auto role : proposing_roles) {
      for (const Id id : caller.organisations_as(role)) labels.push_back(label("organisation", id));
    }
  }
  if (caller.may("proposal.read_unit")) {
    for (const auto role : {"UNIT_OFFICER", "UNIT_LEADER"}) {
      for (const Id id : caller.organisations_as(role)) labels.push_back(label("unit", id));
    }
  }
  if (caller.may("proposal.read_system")) {
    for (const auto& system : systems_of(caller, pack)) labels.push_back("system:" + system);
  }
  if (caller.may("proposal.read_attached")) {
    for (const Id id : caller.organisations_as("SPECIAL_COMMITTEE_STAFF")) labels.push_back(label("committee", id));
  }
  for (const auto role : {"PARTY_GOV_LEADER", "CHAIR", "VICE_CHAIR"}) {
    if (caller.has_role(role)) labels.push_back(label("account", caller.account_id));
  }
  if (!labels.empty()) labels.emplace_back("released");
  tidy(labels);
  return labels;
}

bool may_see(const std::vector<std::string>& proposal_labels, const std::vector<std::string>& reader_labels) {
  return std::any_of(reader_labels.begin(), reader_labels.end(), [&](const std::string& reader) {
    return std::binary_search(proposal_labels.begin(), proposal_labels.end(), reader);
  });
}

bool stands(Relation relation, const http::Caller& caller, const committee::Pack& pack, const Dossier& dossier,
            const Assignment* assignment) {
  const auto& p = dossier.proposal;
  const auto is_first = [&] {
    if (p.proposer_person_id) return caller.person_id && caller.person_id == *p.proposer_person_id;
    if (!p.proposer_organisation_id) return false;
    return std::any_of(std::begin(proposing_roles), std::end(proposing_roles), [&](std::string_view role) {
      return contains(caller.organisations_as(role), *p.proposer_organisation_id);
    });
  };
  switch (relation) {
    case Relation::ANY:
      return true;
    case Relation::FIRST_PROPOSER:
      return is_first();
    case Relation::INVITED:
      return caller.person_id && std::any_of(dossier.signers.begin(), dossier.signers.end(), [&](const Signer& s) {
               return s.person_id == caller.person_id && s.role != SignerRole::FIRST && s.state == SignerState::WAITING;
             });
    case Relation::PROPOSER_SIDE:
      return is_first() ||
             (caller.person_id && std::any_of(dossier.signers.begin(), dossier.signers.end(), [&](const Signer& s) {
                return s.person_id == caller.person_id && s.role != SignerRole::SECONDER &&
                       s.state == SignerState::SIGNED;
              }));
    case Relation::UNIT:
      return assignment != nullptr && (contains(caller.organisations_as("UNIT_OFFICER"), assignment->unit_id) ||
                                       contains(caller.organisations_as("UNIT_LEADER"), assignment->unit_id));
    case Relation::OFFICE: {
      if (caller.may("proposal.read_all")) return true;
      const auto systems = systems_of(caller, pack);
      const auto mine = [&](const Assignment& a) {
        return a.state != AssignmentState::VOID && std::find(systems.begin(), systems.end(), a.system) != systems.end();
      };
      if (assignment != nullptr) return mine(*assignment);
      return std::any_of(dossier.assignments.begin(), dossier.assignments.end(), mine);
    }
    case Relation::NAMED_LEADER:
      return dossier.key && (dossier.key->handling_leader_account_id == caller.account_id ||
                             dossier.key->supervising_leader_account_id == caller.account_id);
  }
  return false;
}

std::vector<AllowedAction> allowed_actions(const http::Caller& caller, const committee::Pack& pack,
                                           const Dossier& dossier, const std::vector<Reply>& replies) {
  std::vector<AllowedAction> actions;
  const auto holds = [&](std::string_view permission) {
    return permission.empty() || caller.may(permission) ||
           (permission == "proposal.write" && collective(dossier.proposal.kind) &&
            caller.may("proposal.write_collective"));
  };
  for (const auto& rule : proposal_rules()) {
    if (!rule.from.contains(dossier.proposal.state) || !open_now(dossier, replies, rule.action)) continue;
    const bool by_relation = holds(rule.permission) && stands(rule.relation, caller, pack, dossier);
    const bool otherwise = !rule.or_permission.empty() && caller.may(rule.or_permission);
    if (by_relation || otherwise) actions.push_back({rule.action, Id{}});
  }
  for (const auto& assignment : dossier.assignments) {
    for (const auto& rule : assignment_rules()) {
      if (rule.from.contains(assignment.state) && rule.roles.contains(assignment.role) && caller.may(rule.permission) &&
          open_now(dossier, assignment, rule.action) && stands(rule.relation, caller, pack, dossier, &assignment)) {
        actions.push_back({rule.action, assignment.id});
      }
    }
  }
  return actions;
}

}  // namespace yizheng::proposals
