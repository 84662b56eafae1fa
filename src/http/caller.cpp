#include "http/caller.h"

namespace yizheng::http {

bool Caller::has_role(std::string_view role) const {
  return std::any_of(grants.begin(), grants.end(), [&](const Grant& g) { return g.role == role; });
}

std::vector<Id> Caller::organisations_as(std::string_view role) const {
  std::vector<Id> found;
  for (const auto& grant : grants) {
    if (grant.role == role && grant.organisation_id) found.push_back(grant.organisation_id);
  }
  return found;
}

std::string Caller::acting_role(std::initializer_list<std::string_view> preferred) const {
  for (const auto role : preferred) {
    if (has_role(role)) return std::string(role);
  }
  return grants.empty() ? "" : grants.front().role;
}

}  // namespace yizheng::http
