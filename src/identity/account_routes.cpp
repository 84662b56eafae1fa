#include "identity/account_view.h"
#include "identity/accounts.h"
#include "identity/identity_routes.h"
#include "identity/passwords.h"

namespace yizheng::identity {

struct NewAccountBody {
  std::string login;
  std::string display_name;
  std::optional<Id> person_id;
};
BOOST_DESCRIBE_STRUCT(NewAccountBody, (), (login, display_name, person_id))

// The only time a first password is told.
struct FirstPassword {
  AccountView account;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(FirstPassword, (), (account, password))

struct RolesBody {
  std::vector<RoleGrant> roles;
};
BOOST_DESCRIBE_STRUCT(RolesBody, (), (roles))

namespace {

// Those who make accounts and those who grant roles both need the list; neither may do the other's work.
void require_administrator(const http::Caller& caller) {
  if (!caller.may("account.manage") && !caller.may("role.grant")) {
    throw forbidden("账号列表只对系统管理员和安全管理员开放。",
                    "Accounts are shown to system and security administrators only.");
  }
}

Actor actor_of(const http::Caller& caller) {
  return {caller.account_id, caller.acting_role({"SYS_ADMIN", "SEC_ADMIN"})};
}

http::WithHeaders<FirstPassword> told_once(store::Database& database, const Account& account, std::string password,
                                           Instant now) {
  return {{database.read([&](store::Connection& db) { return view_of(db, account, now); }), std::move(password)},
          {{"Cache-Control", "no-store"}}};
}

}  // namespace

http::Routes account_routes(SessionAuthenticator& sessions) {
  return {
      http::get<AccountQuery, http::Page<AccountView>>(
          "/api/v1/accounts", {.operation = "account.list", .zh = "账号列表", .en = "The accounts"},
          [&sessions](const http::Call<AccountQuery, Nothing>& call, store::Connection& db) {
            require_administrator(call.caller);
            return account_list(db, call.caller.committee_id, call.query, sessions.clock());
          }),
      http::get<Nothing, AccountView>(
          "/api/v1/accounts/{id}", {.operation = "account.read", .zh = "一个账号", .en = "One account"},
          [&sessions](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
            require_administrator(call.caller);
            const auto found = account(db, call.caller.committee_id, call.id());
            if (!found) throw not_found("账号", "account");
            return http::Versioned<AccountView>{view_of(db, *found, sessions.clock()), found->version};
          }),
      http::task_post<NewAccountBody, FirstPassword>(
          "/api/v1/accounts",
          {.operation = "account.create",
           .permission = "account.manage",
           .zh = "新建账号,返回一次性初始口令",
           .en = "Make an account; its first password is told once",
           .success = 201},
          [&sessions](const http::Call<Nothing, NewAccountBody>& call, store::Database& database) {
            auto password = random_password();
            const auto hash = hash_password(password, sessions.policy().fast_hashes);
            const auto made = database.write_and_wait([&](store::Write& write) {
              return create_account(
                  write, sessions.policy(), actor_of(call.caller),
                  {call.caller.committee_id, call.body.login, call.body.display_name, call.body.person_id, hash});
            });
            return told_once(database, made, std::move(password), sessions.clock());
          }),
      http::patch<AccountPatch, AccountView>(
          "/api/v1/accounts/{id}",
          {.operation = "account.change",
           .permission = "account.manage",
           .zh = "停用、启用、解锁或改名",
           .en = "Disable, enable, unlock or rename an account"},
          [&sessions](const http::Call<Nothing, AccountPatch>& call, store::Write& write) {
            const auto changed = change_account(write, sessions, actor_of(call.caller), call.caller.committee_id,
                                                call.id(), call.body, call.if_match());
            return http::Versioned<AccountView>{view_of(write.db, changed, sessions.clock()), changed.version};
          }),
      http::task_post<Nothing, FirstPassword>(
          "/api/v1/accounts/{id}/reset-password",
          {.operation = "account.reset_password",
           .permission = "account.manage",
           .zh = "重置口令,返回一次性口令",
           .en = "Reset a password; the new one is told once"},
          [&sessions](const http::Call<Nothing, Nothing>& call, store::Database& database) {
            auto password = random_password();
            const auto hash = hash_password(password, sessions.policy().fast_hashes);
            const auto changed = database.write_and_wait([&](store::Write& write) {
              reset_password(write, sessions, actor_of(call.caller), call.caller.committee_id, call.id(), hash);
              return account(write.db, call.caller.committee_id, call.id()).value();
            });
            return told_once(database, changed, std::move(password), sessions.clock());
          }),
      http::put<RolesBody, AccountView>(
          "/api/v1/accounts/{id}/roles",
          {.operation = "account.set_roles", .permission = "role.grant", .zh = "授予角色", .en = "Grant roles"},
          [&sessions](const http::Call<Nothing, RolesBody>& call, store::Write& write) {
            const auto changed = set_roles(write, sessions, actor_of(call.caller), call.caller.committee_id, call.id(),
                                           call.body.roles, call.if_match());
            return http::Versioned<AccountView>{view_of(write.db, changed, sessions.clock()), changed.version};
          }),
  };
}

}  // namespace yizheng::identity
