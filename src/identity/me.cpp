#include "identity/me.h"

#include "identity/notices.h"
#include "identity/people.h"

namespace yizheng::identity {

std::vector<GrantView> grants_of(store::Connection& db, Id committee_id, Id account_id) {
  using Row = std::tuple<std::string, Id, std::optional<std::string>>;
  std::vector<GrantView> grants;
  for (auto& [role, organisation_id, name] :
       db.select<Row>("SELECT r.role, r.organisation_id, o.name FROM account_roles r"
                      " LEFT JOIN organisations o ON o.committee_id = r.committee_id AND o.id = r.organisation_id"
                      " WHERE r.committee_id = ? AND r.account_id = ? ORDER BY r.role, r.organisation_id",
                      committee_id, account_id)) {
    grants.push_back(
        {std::move(role), organisation_id ? std::optional(organisation_id) : std::nullopt, std::move(name)});
  }
  return grants;
}

Me me_of(store::Connection& db, const http::Caller& caller) {
  const auto found = account(db, caller.committee_id, caller.account_id);
  if (!found) throw not_found("账号", "account");
  using Names = std::tuple<std::string, std::string>;
  const auto [code, name] =
      db.select_one<Names>("SELECT code, name FROM committees WHERE committee_id = ?", caller.committee_id)
          .value_or(Names{});
  Me me;
  me.account_id = found->id;
  me.login = found->login;
  me.display_name = found->display_name;
  me.person_id = found->person_id;
  me.committee_id = caller.committee_id;
  me.committee_code = code;
  me.committee_name = name;
  me.roles = grants_of(db, caller.committee_id, caller.account_id);
  me.permissions.assign(caller.permissions.begin(), caller.permissions.end());
  me.csrf_token = caller.csrf_token;
  me.must_change_password = caller.must_change_password;
  me.unread_notices = unread_notices(db, caller.committee_id, caller.account_id);
  return me;
}

}  // namespace yizheng::identity
