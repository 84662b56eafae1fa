#include "cli/user_command.h"

#include "base/problem.h"
#include "cli/command.h"
#include "committee/role_book.h"
#include "identity/account_view.h"
#include "identity/accounts.h"
#include "identity/passwords.h"

namespace yizheng::cli {
namespace {

// Who holds the machine acts as the program itself: account 0 in the ledger.
const identity::Actor program{};

struct Options {
  std::string database, committee, pack;
  std::string login, name, person;
  std::vector<std::string> roles;
  bool keep = false;
};

identity::Account account_of(store::Connection& db, Id committee_id, const std::string& login) {
  const auto found = identity::account_by_login(db, committee_id, identity::normalise_login(login).value_or(""));
  if (!found) {
    throw Problem(404, "account_unknown", "没有登录名为“" + login + "”的账号。用 yizheng user list 查看全部账号。",
                  "There is no account with the login '" + login + "'; yizheng user list shows them all.", "--login");
  }
  return *found;
}

// "UNIT_OFFICER@区水务局": the organisation by its name, short name, code or id.
identity::RoleGrant grant_of(store::Connection& db, const identity::RoleBook& book, Id committee_id,
                             const std::string& text) {
  const auto at = text.find('@');
  identity::RoleGrant grant{text.substr(0, at), std::nullopt};
  if (at == std::string::npos) return grant;
  const auto organisation = text.substr(at + 1);
  const auto found = db.select<Id>(
      "SELECT id FROM organisations WHERE committee_id = ? AND kind = ? AND (name = ? OR short_name = ? OR code = ? OR "
      "id = ?)",
      committee_id, book.organisation_kind(grant.role), organisation, organisation, organisation,
      parse_id(organisation).value_or(Id{}));
  if (organisation.empty() || found.size() != 1) {
    throw Problem(422, "organisation_unknown",
                  "角色 " + grant.role + " 找不到唯一的组织“" + organisation + "”。请写全称或编号。",
                  "There is no single organisation '" + organisation + "' for the role " + grant.role +
                      "; give its full name or id.",
                  "--role");
  }
  grant.organisation_id = found.front();
  return grant;
}

void set_roles(store::Write& write, identity::SessionAuthenticator& sessions, Id committee_id, Id account_id,
               const Options& options) {
  std::vector<identity::RoleGrant> grants;
  if (options.keep) {
    for (const auto& held : identity::roles_of(write.db, committee_id, account_id)) {
      grants.push_back({held.role, held.organisation_id ? std::optional(held.organisation_id) : std::nullopt});
    }
  }
  for (const auto& role : options.roles) grants.push_back(grant_of(write.db, sessions.book(), committee_id, role));
  identity::set_roles(write, sessions, program, committee_id, account_id, grants, std::nullopt);
}

// The only time a first password is told; standard output, so that it does not end in a log of errors.
void tell_password(const identity::Account& account, const std::string& password) {
  fmt::print(
      "登录名 / login: {}\n初始口令 / first password: {}\n"
      "只显示这一次,14 天内有效;首次登录必须修改。\n"
      "Shown this once, valid for 14 days; it must be changed at the first sign-in.\n",
      account.login, password);
}

std::string as_text(const std::vector<identity::GrantView>& grants) {
  std::string text;
  for (const auto& one : grants) {
    if (!text.empty()) text += " ";
    text += one.role;
    if (one.organisation_name) text += "@" + *one.organisation_name;
  }
  return text;
}

int create(const Options& options) {
  const auto database = open_database(options.database);
  const auto committee_id = database->read([&](store::Connection& db) { return committee_of(db, options.committee); });
  identity::SessionAuthenticator sessions(committee::role_book(load_pack(options.pack)));
  std::optional<Id> person_id;
  if (!options.person.empty()) {
    person_id = parse_id(options.person);
    if (!person_id) throw invalid_field("--person", "人员编号应为数字。", "A person's id is a number.");
  }
  const auto password = identity::random_password();
  const auto hash = identity::hash_password(password);
  const auto made = database->write_and_wait([&](store::Write& write) {
    auto account = identity::create_account(
        write, sessions.policy(), program,
        {committee_id, options.login, options.name.empty() ? options.login : options.name, person_id, hash});
    if (!options.roles.empty()) set_roles(write, sessions, committee_id, account.id, options);
    return account;
  });
  tell_password(made, password);
  return exit_done;
}

int reset(const Options& options) {
  const auto database = open_database(options.database);
  const auto committee_id = database->read([&](store::Connection& db) { return committee_of(db, options.committee); });
  identity::SessionAuthenticator sessions(identity::RoleBook{});
  const auto password = identity::random_password();
  const auto hash = identity::hash_password(password);
  const auto account = database->write_and_wait([&](store::Write& write) {
    auto found = account_of(write.db, committee_id, options.login);
    identity::reset_password(write, sessions, program, committee_id, found.id, hash);
    return found;
  });
  tell_password(account, password);
  return exit_done;
}

int grant(const Options& options) {
  const auto database = open_database(options.database);
  const auto committee_id = database->read([&](store::Connection& db) { return committee_of(db, options.committee); });
  identity::SessionAuthenticator sessions(committee::role_book(load_pack(options.pack)));
  const auto held = database->write_and_wait([&](store::Write& write) {
    const auto account = account_of(write.db, committee_id, options.login);
    set_roles(write, sessions, committee_id, account.id, options);
    return identity::grants_of(write.db, committee_id, account.id);
  });
  fmt::print("{}: {}\n", options.login, held.empty() ? "(无角色 / no role)" : as_text(held));
  return exit_done;
}

int list(const Options& options) {
  const auto database = open_database(options.database);
  database->read([&](store::Connection& db) {
    const auto committee_id = committee_of(db, options.committee);
    identity::AccountQuery query;
    query.limit = 100;
    for (;;) {
      const auto page = identity::account_list(db, committee_id, query, system_now());
      for (const auto& account : page.items) {
        fmt::print("{}\t{}\t{}\t{}\n", account.login, account.display_name,
                   account.disabled ? "DISABLED"
                   : account.locked ? "LOCKED"
                                    : "ENABLED",
                   as_text(account.roles));
      }
      if (!page.next) return;
      query.after = *page.next;
    }
  });
  return exit_done;
}

CLI::App& add(CLI::App& user, const char* name, const char* text, const std::shared_ptr<Options>& options,
              int (*body)(const Options&)) {
  auto& command = *user.add_subcommand(name, text);
  add_database_option(command, options->database);
  add_committee_option(command, options->committee);
  on_call(command, [options, body] { return body(*options); });
  return command;
}

}  // namespace

void add_user_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  auto& user = *app.add_subcommand("user", "账号 / accounts");
  user.require_subcommand(1);
  constexpr const char* role_text = "角色,可重复 / a role, repeatable: MEMBER, UNIT_OFFICER@ORGANISATION, SYS_ADMIN …";

  auto& create_command =
      add(user, "create", "新建账号,显示一次性初始口令 / make an account, tell its first password", options, create);
  create_command.add_option("login,--login", options->login, "登录名 / login")->required();
  create_command.add_option("--name", options->name, "显示名称 / display name");
  create_command.add_option("--person", options->person, "所属人员编号 / id of the person it belongs to");
  add_pack_option(create_command, options->pack);
  create_command.add_option("--role", options->roles, role_text)->expected(1)->take_all();

  auto& reset_command = add(user, "reset", "重置口令 / give an account a new first password", options, reset);
  reset_command.add_option("login,--login", options->login, "登录名 / login")->required();

  auto& grant_command = add(user, "grant", "设置角色 / set an account's roles", options, grant);
  grant_command.add_option("login,--login", options->login, "登录名 / login")->required();
  add_pack_option(grant_command, options->pack);
  grant_command.add_option("--role", options->roles, role_text)->expected(1)->take_all()->required();
  grant_command.add_flag("--keep", options->keep, "保留已有角色 / keep the roles it has");

  add(user, "list", "账号列表 / list the accounts", options, list);
}

}  // namespace yizheng::cli
