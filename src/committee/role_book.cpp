#include "committee/role_book.h"

namespace yizheng::committee {

identity::RoleBook role_book(std::shared_ptr<const Pack> pack) {
  identity::RoleBook book;
  book.permissions = [pack](const std::string& code) {
    const Role* role = pack->role(code);
    return role == nullptr ? std::set<std::string, std::less<>>{}
                           : std::set<std::string, std::less<>>(role->permissions.begin(), role->permissions.end());
  };
  book.exclusive = [pack](const std::string& a, const std::string& b) {
    const Role* role = pack->role(a);
    return role != nullptr && role->excludes.contains(b);
  };
  // The public has no accounts: its role only says what anonymous readers may do.
  book.known = [pack](const std::string& code) { return code != "PUBLIC" && pack->role(code) != nullptr; };
  book.organisation_kind = [pack](const std::string& code) {
    const Role* role = pack->role(code);
    return role == nullptr ? std::string() : role->organisation_kind;
  };
  book.roles_with = [pack](const std::string& permission) {
    std::vector<std::string> roles;
    for (const auto& role : pack->roles) {
      if (role.permissions.contains(permission)) roles.push_back(role.code);
    }
    return roles;
  };
  return book;
}

}  // namespace yizheng::committee
