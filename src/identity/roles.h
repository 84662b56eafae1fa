// What the committee's pack says of roles. The pack is read in a later room, so its answers come in as functions.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace yizheng::identity {

struct RoleBook {
  std::function<std::set<std::string, std::less<>>(const std::string& role)> permissions;
  // True where one account may not hold both; asked in both orders. The three administrators are apart from each
  // other and from every business role whatever the pack says (三权分立, GB/T 22239).
  std::function<bool(const std::string& a, const std::string& b)> exclusive;
  std::function<bool(const std::string& role)> known;
  // The kind of organisation a grant of the role names ("HANDLING_UNIT"), "" if none.
  std::function<std::string(const std::string& role)> organisation_kind;
  // The roles that have a permission, to notify their holders; may be left empty.
  std::function<std::vector<std::string>(const std::string& permission)> roles_with;
};

bool is_administrator(std::string_view role);  // SYS_ADMIN, SEC_ADMIN, AUDIT_ADMIN

// Throws Problem 409 `roles_exclusive` naming the first two that exclude each other.
void check_exclusions(const RoleBook& book, const std::vector<std::string>& roles);

}  // namespace yizheng::identity
