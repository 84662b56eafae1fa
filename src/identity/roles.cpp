#include "identity/roles.h"

#include "base/problem.h"

namespace yizheng::identity {

bool is_administrator(std::string_view role) {
  return role == "SYS_ADMIN" || role == "SEC_ADMIN" || role == "AUDIT_ADMIN";
}

void check_exclusions(const RoleBook& book, const std::vector<std::string>& roles) {
  for (std::size_t i = 0; i < roles.size(); ++i) {
    for (std::size_t j = i + 1; j < roles.size(); ++j) {
      const auto& a = roles[i];
      const auto& b = roles[j];
      if (a == b) continue;  // one role for two organisations
      const bool apart = is_administrator(a) || is_administrator(b) ||
                         (book.exclusive && (book.exclusive(a, b) || book.exclusive(b, a)));
      if (apart) {
        throw Problem(
            409, "roles_exclusive", "角色 " + a + " 与 " + b + " 不能由同一账号担任(三权分立)。请分给不同账号。",
            "The roles " + a + " and " + b + " exclude each other; give them to different accounts.", "/roles");
      }
    }
  }
}

}  // namespace yizheng::identity
