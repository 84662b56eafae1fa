#include "identity/accounts.h"

#include "store/ledger.h"
#include "text/utf8.h"

namespace yizheng::identity {
namespace {

void append_to_ledger(store::Write& write, Id committee_id, Id account_id, const char* action, const Actor& actor,
                      std::string from, std::string to, const json::object& detail = {}) {
  store::append(write, {.committee_id = committee_id,
                        .action = action,
                        .subject_kind = "account",
                        .subject_id = account_id,
                        .actor_account_id = actor.account_id,
                        .actor_role = actor.role,
                        .from_state = std::move(from),
                        .to_state = std::move(to),
                        .detail = json::serialize(detail)});
}

Account required(store::Connection& db, Id committee_id, Id id, std::optional<std::int64_t> version = std::nullopt) {
  auto found = account(db, committee_id, id);
  if (!found) throw not_found("账号", "account");
  if (version && *version != found->version) {
    throw Problem(412, "changed_meanwhile", "该账号已被他人修改。请刷新后重试。",
                  "The account has been changed meanwhile; reload and try again.");
  }
  return *found;
}

std::string checked_name(std::string_view name) {
  const bool control =
      std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  if (name.empty() || control || text::length(name) > 100) {
    throw invalid_field("/display_name", "显示名称应为 1 至 100 个字,不含换行,请修改。",
                        "A display name has 1 to 100 characters in one line; change it.");
  }
  return std::string(name);
}

// "MEMBER, UNIT_OFFICER@123"
std::string as_text(const std::vector<AccountRole>& roles) {
  std::string text;
  for (const auto& role : roles) {
    if (!text.empty()) text += ", ";
    text += role.role;
    if (role.organisation_id) text += "@" + to_string(role.organisation_id);
  }
  return text;
}

// The organisation of a grant as stored: 0 where the role needs none.
Id checked_organisation(store::Connection& db, const RoleBook& book, Id committee_id, const RoleGrant& grant,
                        const std::string& at) {
  const auto kind = book.organisation_kind ? book.organisation_kind(grant.role) : "";
  if (kind.empty()) {
    if (grant.organisation_id && grant.organisation_id->value != 0) {
      throw invalid_field(at + "/organisation_id", "角色 " + grant.role + " 不属于任何单位,请去掉单位。",
                          "The role " + grant.role + " belongs to no organisation; leave it out.");
    }
    return {};
  }
  const auto id = grant.organisation_id.value_or(Id{});
  const auto found =
      db.select_one<std::string>("SELECT kind FROM organisations WHERE committee_id = ? AND id = ?", committee_id, id);
  if (!found || *found != kind) {
    throw invalid_field(
        at + "/organisation_id", "角色 " + grant.role + " 需要指明本会的一个组织(" + kind + "),请选择。",
        "The role " + grant.role + " needs an organisation of this committee of kind " + kind + "; choose one.");
  }
  return id;
}

}  // namespace

Account create_account(store::Write& write, const SessionPolicy& policy, const Actor& actor, const NewAccount& fresh) {
  Account made;
  made.committee_id = fresh.committee_id;
  made.id = new_id();
  made.display_name = checked_name(fresh.display_name);
  made.person_id = fresh.person_id;
  made.password_hash = fresh.password_hash;
  made.must_change_password = true;
  made.created_at = write.at;
  made.password_expires_at = Instant{policy.clock().ms + std::chrono::milliseconds(policy.first_password).count()};
  made.login = normalise_login(fresh.login).value_or("");
  if (!made.login.empty() && account_by_login(write.db, fresh.committee_id, made.login)) {
    throw Problem(409, "login_taken", "登录名 " + made.login + " 已被使用,请换一个。",
                  "The login " + made.login + " is taken; choose another.", "/login");
  }
  if (fresh.person_id && !person(write.db, fresh.committee_id, *fresh.person_id)) {
    throw invalid_field("/person_id", "本会没有这个人员,请从名册中选择。",
                        "This committee has no such person; choose one of its register.");
  }
  insert_account(write, made);
  append_to_ledger(write, made.committee_id, made.id, "account.create", actor, "", "ENABLED", {{"login", made.login}});
  return made;
}

Account change_account(store::Write& write, SessionAuthenticator& sessions, const Actor& actor, Id committee_id, Id id,
                       const AccountPatch& patch, std::optional<std::int64_t> version) {
  auto changed = required(write.db, committee_id, id, version);
  const auto before = changed;
  if (patch.disabled.value_or(false) && actor.account_id == id) {
    throw conflict("own_account", "不能停用自己的账号,请由另一名管理员操作。",
                   "You cannot disable your own account; ask another administrator.");
  }
  if (patch.locked.value_or(false)) {
    throw invalid_field("/locked", "这里只能解锁(false);要阻止登录请停用账号。",
                        "Only unlocking (false) is possible here; to keep someone out, disable the account.");
  }
  if (patch.display_name) changed.display_name = checked_name(*patch.display_name);
  if (patch.disabled) changed.disabled = *patch.disabled;
  if (patch.locked) {
    changed.failed_attempts = 0;
    changed.locked_until.reset();
  }
  ++changed.version;
  write.db.execute(
      "UPDATE accounts SET display_name = ?, disabled = ?, failed_attempts = ?, locked_until = ?, version = ?"
      " WHERE committee_id = ? AND id = ?",
      changed.display_name, changed.disabled, changed.failed_attempts, changed.locked_until, changed.version,
      committee_id, id);
  if (changed.display_name != before.display_name) {
    append_to_ledger(write, committee_id, id, "account.rename", actor, "", "");
  }
  if (changed.disabled != before.disabled) {
    append_to_ledger(write, committee_id, id, changed.disabled ? "account.disable" : "account.enable", actor,
                     before.disabled ? "DISABLED" : "ENABLED", changed.disabled ? "DISABLED" : "ENABLED");
    if (changed.disabled) end_sessions(write, sessions, committee_id, id);
  }
  if (patch.locked) append_to_ledger(write, committee_id, id, "account.unlock", actor, "", "");
  return changed;
}

void reset_password(store::Write& write, SessionAuthenticator& sessions, const Actor& actor, Id committee_id, Id id,
                    const std::string& password_hash) {
  required(write.db, committee_id, id);
  // An administrator who could reset another's password could act as him. The command line is for those who hold the
  // machine anyway.
  if (actor.account_id) {
    if (actor.account_id == id) {
      throw conflict("own_account", "请用“修改口令”更改自己的口令。",
                     "Change your own password by \"change password\".");
    }
    for (const auto& held : roles_of(write.db, committee_id, id)) {
      if (is_administrator(held.role)) {
        throw forbidden("管理员账号的口令只能在服务器上用 yizheng user reset 重置。",
                        "An administrator's password is reset on the server only, by yizheng user reset.");
      }
    }
  }
  const auto& policy = sessions.policy();
  write.db.execute(
      "UPDATE accounts SET password_hash = ?, must_change_password = 1, password_expires_at = ?, failed_attempts = 0,"
      " locked_until = NULL, version = version + 1 WHERE committee_id = ? AND id = ?",
      password_hash, Instant{policy.clock().ms + std::chrono::milliseconds(policy.first_password).count()},
      committee_id, id);
  end_sessions(write, sessions, committee_id, id);
  append_to_ledger(write, committee_id, id, "account.reset_password", actor, "", "");
}

Account set_roles(store::Write& write, SessionAuthenticator& sessions, const Actor& actor, Id committee_id, Id id,
                  const std::vector<RoleGrant>& grants, std::optional<std::int64_t> version) {
  auto changed = required(write.db, committee_id, id, version);
  if (actor.account_id && actor.account_id == id) {
    throw conflict("own_account", "不能更改自己的角色,请由另一名安全管理员操作。",
                   "You cannot change your own roles; ask another security administrator.");
  }
  const auto& book = sessions.book();
  std::vector<std::string> names;
  std::vector<AccountRole> held;
  for (std::size_t i = 0; i < grants.size(); ++i) {
    const auto at = "/roles/" + std::to_string(i);
    if (!book.known || !book.known(grants[i].role)) {
      throw invalid_field(at + "/role", "规则包中没有这个角色,请从列表中选择。",
                          "The pack has no such role; choose one of the list.");
    }
    held.push_back(
        {committee_id, id, grants[i].role, checked_organisation(write.db, book, committee_id, grants[i], at)});
    names.push_back(grants[i].role);
  }
  check_exclusions(book, names);
  const auto order = [](const AccountRole& r) { return std::pair(r.role, r.organisation_id); };
  std::sort(held.begin(), held.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  held.erase(std::unique(held.begin(), held.end(), [&](const auto& a, const auto& b) { return order(a) == order(b); }),
             held.end());

  const auto before = roles_of(write.db, committee_id, id);
  write.db.execute("DELETE FROM account_roles WHERE committee_id = ? AND account_id = ?", committee_id, id);
  for (const auto& role : held) insert_role(write, role);
  ++changed.version;
  write.db.execute("UPDATE accounts SET version = ? WHERE committee_id = ? AND id = ?", changed.version, committee_id,
                   id);
  end_sessions(write, sessions, committee_id, id);
  append_to_ledger(write, committee_id, id, "account.set_roles", actor, as_text(before), as_text(held));
  return changed;
}

}  // namespace yizheng::identity
