// What the web application needs to draw its forms, in one answer.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "committee/rules.h"

namespace yizheng::committee {

struct RoleView {
  std::string code;
  Label title;
  std::string organisation_kind;
  std::vector<std::string> permissions, excludes;
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (code, title, organisation_kind, permissions, excludes))

struct CommitteeView {
  std::string code, name;
  CommitteeLevel level = CommitteeLevel::COUNTY;
  std::string pack_code, pack_version;
  Date today;                                        // of the product's clock
  std::optional<Term> term;                          // the newest that has begun, else the newest
  std::optional<Session> session;                    // the one a proposal submitted now belongs to
  std::map<std::string, std::vector<Choice>> lists;  // inactive rows too: old records name them
  std::vector<ResultClass> result_classes;
  std::map<std::string, DeadlineRule> deadlines;
  TextLimits text_limits;
  std::map<std::string, std::string> settings;
  std::vector<RoleView> roles;
  std::map<std::string, Label> permissions;
  std::vector<int> announced_years;
};
BOOST_DESCRIBE_STRUCT(CommitteeView, (),
                      (code, name, level, pack_code, pack_version, today, term, session, lists, result_classes,
                       deadlines, text_limits, settings, roles, permissions, announced_years))

CommitteeView committee_view(store::Connection& db, Rules& rules, Id committee_id);

}  // namespace yizheng::committee
