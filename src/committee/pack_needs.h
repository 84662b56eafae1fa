// The code names the program depends on (DOMAIN §0–§2). A pack must define each; labels and numbers are its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yizheng::committee {

// Permissions that routes ask for.
inline constexpr std::string_view needed_permissions[] = {"proposal.write",
                                                          "proposal.write_collective",
                                                          "proposal.read_all",
                                                          "proposal.read_system",
                                                          "proposal.read_unit",
                                                          "proposal.read_attached",
                                                          "proposal.prelim_review",
                                                          "proposal.review",
                                                          "proposal.merge",
                                                          "proposal.propose_handlers",
                                                          "proposal.assign",
                                                          "proposal.decide_return",
                                                          "proposal.accept",
                                                          "proposal.contact",
                                                          "proposal.co_opinion",
                                                          "proposal.draft_reply",
                                                          "proposal.sign_reply",
                                                          "proposal.check_reply",
                                                          "proposal.request_extension",
                                                          "proposal.decide_extension",
                                                          "proposal.urge",
                                                          "proposal.enter_feedback",
                                                          "proposal.rehandle",
                                                          "proposal.close",
                                                          "proposal.track",
                                                          "proposal.nominate_key",
                                                          "proposal.decide_key",
                                                          "proposal.supervise",
                                                          "proposal.look_back",
                                                          "proposal.release",
                                                          "proposal.statistics",
                                                          "report.read",
                                                          "report.write",
                                                          "notice.read",
                                                          "organisation.read",
                                                          "organisation.manage",
                                                          "calendar.manage",
                                                          "account.manage",
                                                          "role.grant",
                                                          "ledger.read",
                                                          "ledger.verify"};

// Roles the program looks for by name, and the kind of organisation each is granted for.
struct NeededRole {
  std::string_view code, organisation_kind;
};
inline constexpr NeededRole needed_roles[] = {{"MEMBER", ""},
                                              {"CHAIR", ""},
                                              {"PROPOSAL_COMMITTEE", ""},
                                              {"OFFICE_STAFF", ""},
                                              {"PARTY_GOV_LEADER", ""},
                                              {"SECTOR_CONVENER", "SECTOR"},
                                              {"GROUP_LEADER", "ACTIVITY_GROUP"},
                                              {"PARTICIPATING_UNIT", "PARTICIPATING_UNIT"},
                                              {"SPECIAL_COMMITTEE_STAFF", "SPECIAL_COMMITTEE"},
                                              {"SUPERVISION_OFFICE_PARTY", "SUPERVISION_OFFICE"},
                                              {"SUPERVISION_OFFICE_GOV", "SUPERVISION_OFFICE"},
                                              {"UNIT_OFFICER", "HANDLING_UNIT"},
                                              {"UNIT_LEADER", "HANDLING_UNIT"},
                                              {"SYS_ADMIN", ""},
                                              {"SEC_ADMIN", ""},
                                              {"AUDIT_ADMIN", ""}};

inline constexpr std::string_view needed_deadlines[] = {"cosign",
                                                        "assignment.after_plenary",
                                                        "assignment.accept",
                                                        "assignment.return",
                                                        "return.decide",
                                                        "first_contact",
                                                        "co_opinion",
                                                        "reply",
                                                        "reply.extended",
                                                        "feedback",
                                                        "rehandling",
                                                        "publication",
                                                        "publication.filed"};

// Lists. Where `codes` are given the list holds exactly these (their meaning is in the code); else it is the
// committee's.
struct NeededList {
  std::string_view name;
  std::vector<std::string_view> codes;
};
inline const std::vector<NeededList>& needed_lists() {
  static const std::vector<NeededList> lists = {
      {"categories", {}},
      {"not_filed_reasons", {}},
      {"no_publication_reasons", {}},
      {"return_reasons", {}},
      {"extension_reasons", {}},
      {"contact_methods", {}},
      {"supervision_forms", {}},
      {"parties", {}},
      {"proposer_kinds",
       {"INDIVIDUAL", "JOINT", "COLLECTIVE_PARTY", "COLLECTIVE_ORG", "COLLECTIVE_SECTOR", "COLLECTIVE_GROUP",
        "COLLECTIVE_COMMITTEE"}},
      {"timings", {"PLENARY", "ORDINARY"}},
      {"review_results",
       {"FILED", "MERGED", "TO_SUGGESTION", "TO_OPINION_REPORT", "AS_LETTER", "NOT_FILED", "RETURNED_FOR_REVISION"}},
      {"handling_types", {"SOLE", "LEAD_CO", "SEPARATE"}},
      {"systems", {"PARTY", "GOVERNMENT", "PEOPLES_CONGRESS", "CPPCC", "COURT", "PROCURATORATE", "OTHER"}},
      {"contact_moments", {"BEFORE", "DURING", "AFTER"}},
      {"satisfactions", {"SATISFIED", "BASICALLY", "UNSATISFIED", "NOT_STATED", "DEEMED_NONE"}},
      {"organisation_kinds",
       {"SECTOR", "SPECIAL_COMMITTEE", "PARTICIPATING_UNIT", "ACTIVITY_GROUP", "TOWNSHIP_LIAISON_GROUP",
        "MEMBER_STUDIO", "HANDLING_UNIT", "SUPERVISION_OFFICE"}},
      {"participating_unit_kinds", {"PARTY", "ORGANISATION"}},
      {"membership_statuses", {"ACTIVE", "RESIGNED", "REVOKED", "SUSPENDED", "DECEASED"}},
  };
  return lists;
}

}  // namespace yizheng::committee
