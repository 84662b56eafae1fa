// A pack: the rules of a committee as data (packs/default/*.toml). Code depends only on code names; every
// number, label and enumeration a committee would want to change is here. Validated when it is loaded.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "committee/calendar.h"
#include "committee/deadline.h"
#include "committee/label.h"

namespace yizheng::committee {

struct Role {
  std::string code;  // DOMAIN §1: "MEMBER", "PROPOSAL_COMMITTEE", …
  Label title;
  std::set<std::string> permissions;
  std::string organisation_kind;   // the kind of organisation a grant of this role names; "" if none
  std::set<std::string> excludes;  // roles one account may not hold beside it (三权分立)
};

// One row of a plain enumeration: categories, not-filed reasons, contact methods, …
struct Choice {
  std::string code;
  Label title;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (code, title, active))

// DOMAIN §2.8: the meaning of A, B, C differs from place to place; only the flags are known to code.
struct ResultClass {
  std::string code;  // "A"
  Label title;
  bool counts_as_resolved = false;
  bool counts_as_planned = false;
  bool tracked = false;  // asks for a promised date and goes to TRACKING
};
BOOST_DESCRIBE_STRUCT(ResultClass, (), (code, title, counts_as_resolved, counts_as_planned, tracked))

struct TextLimits {
  int title_max = 40;  // code points; warned about, not refused (§2.3)
  int body_min = 300, body_max = 3000;
  int title_hard_max = 200, body_hard_max = 20'000;  // refused
};
BOOST_DESCRIBE_STRUCT(TextLimits, (), (title_max, body_min, body_max, title_hard_max, body_hard_max))

struct Pack {
  std::string code;     // "default"
  std::string version;  // "2026.1"
  std::vector<Role> roles;
  std::map<std::string, Label> permissions;  // every permission there is, with its meaning
  std::map<std::string, std::vector<Choice>>
      lists;  // "categories", "not_filed_reasons", "contact_methods", "systems", …
  std::vector<ResultClass> result_classes;
  std::map<std::string, DeadlineRule> deadlines;  // by code: "assignment.return", "reply", "reply.extended", …
  TextLimits text_limits;
  std::map<std::string, std::string> settings;  // "feedback.statistic" = "first_proposer" | "worst", …
  Calendar calendar;

  const Role* role(std::string_view code) const;
  const Choice* choice(std::string_view list, std::string_view code) const;
  const ResultClass* result_class(std::string_view code) const;
  const DeadlineRule& deadline(
      std::string_view code) const;  // throws std::logic_error: check_pack makes sure it exists
  std::string setting(std::string_view code, std::string_view otherwise) const;
  // Who watches over the handling of which system's units (§2.6), from the settings "supervision.ROLE".
  std::vector<std::string> systems_of_office(std::string_view role) const;
  std::vector<std::string> offices_of(std::string_view system) const;  // roles
};

// What is wrong with a pack, each with file, place (line and path: "12 role.MEMBER.permissions"), and both languages.
struct PackFault {
  std::string file, place, zh, en;
};
struct PackReading {
  std::shared_ptr<const Pack> pack;  // null when there are faults
  std::vector<PackFault> faults;
};
// Reads every *.toml of a folder. Never throws for what the folder holds.
PackReading read_pack(const std::string& folder);

// The folder of a pack shipped with the program: $YIZHENG_PACKS/CODE, beside the program (../share/yizheng/packs), or
// in the source tree it was built from. Throws Problem 500 `pack_missing` that names the places looked at.
std::string pack_folder(const std::string& code);
// The pack in force, read once. Throws Problem 500 `pack_faulty` with the first faults.
std::shared_ptr<const Pack> load_pack(const std::string& code);

}  // namespace yizheng::committee
