#include "identity/testing.h"

#include <gtest/gtest.h>

#include <boost/url.hpp>

#include "identity/identity_migrations.h"
#include "identity/sign_in.h"
#include "store/ledger.h"

namespace yizheng::identity::testing {
namespace {

constexpr const char* committee_tables = R"sql(
CREATE TABLE committees (
  committee_id {bigint} NOT NULL PRIMARY KEY,
  code {text} NOT NULL UNIQUE,
  name {text} NOT NULL
);
CREATE TABLE terms (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  number {bigint} NOT NULL,
  PRIMARY KEY (committee_id, id)
);
CREATE TABLE organisations (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  kind {text} NOT NULL,
  name {text} NOT NULL,
  PRIMARY KEY (committee_id, id)
);
)sql";

SessionPolicy policy_of(const Instant& now) {
  SessionPolicy policy;
  policy.fast_hashes = true;
  policy.clock = [&now] { return now; };
  return policy;
}

// "/a/{id}/b" against "/a/12/b".
std::optional<std::map<std::string, std::string, std::less<>>> match(std::string_view pattern, std::string_view path) {
  std::map<std::string, std::string, std::less<>> parameters;
  const auto step = [](std::string_view& rest) {
    const auto slash = rest.find('/', 1);
    const auto part = rest.substr(0, slash);
    rest = slash == std::string_view::npos ? "" : rest.substr(slash);
    return part;
  };
  while (!pattern.empty() && !path.empty()) {
    const auto wanted = step(pattern);
    const auto given = step(path);
    if (wanted.starts_with("/{")) {
      parameters.emplace(wanted.substr(2, wanted.size() - 3), given.substr(1));
    } else if (wanted != given) {
      return std::nullopt;
    }
  }
  return pattern.empty() && path.empty() ? std::optional(parameters) : std::nullopt;
}

}  // namespace

const std::vector<store::Migration>& migrations() {
  static const auto all = [] {
    auto list = store::store_migrations();
    list.insert(list.end(), identity_migrations().begin(), identity_migrations().end());
    list.push_back({200, "Stand-ins for the committee room", committee_tables, "", ""});
    return list;
  }();
  return all;
}

RoleBook book() {
  static const std::map<std::string, std::set<std::string, std::less<>>> roles{
      {"MEMBER", {"proposal.write"}},
      {"STAFF", {"organisation.manage", "proposal.read_all", "ledger.read"}},
      {"UNIT_OFFICER", {"proposal.read_unit"}},
      {"SYS_ADMIN", {"account.manage"}},
      {"SEC_ADMIN", {"role.grant"}},
      {"AUDIT_ADMIN", {"ledger.read", "ledger.verify"}},
  };
  return {
      .permissions = [](const std::string& role) { return roles.contains(role) ? roles.at(role) : roles.at("MEMBER"); },
      .exclusive = [](const std::string& a, const std::string& b) { return a == "MEMBER" && b == "STAFF"; },
      .known = [](const std::string& role) { return roles.contains(role); },
      .organisation_kind = [](const std::string& role) { return role == "UNIT_OFFICER" ? "HANDLING_UNIT" : ""; },
      .roles_with =
          [](const std::string& permission) {
            std::vector<std::string> found;
            for (const auto& [role, permissions] : roles) {
              if (permissions.contains(permission)) found.push_back(role);
            }
            return found;
          },
  };
}

Place::Place(store::Engine engine, int how_many)
    : database(engine, migrations()), sessions(book(), policy_of(now)), routes(identity_routes(sessions)) {
  database->write_and_wait([&](store::Write& write) {
    for (int i = 0; i < how_many; ++i) {
      committees.push_back(new_id());
      write.db.execute("INSERT INTO committees (committee_id, code, name) VALUES (?, ?, ?)", committees.back(),
                       i == 0 ? "first" : "second", i == 0 ? "政协甲区委员会" : "政协乙区委员会");
    }
    term_id = new_id();
    sector_id = new_id();
    unit_id = new_id();
    write.db.execute("INSERT INTO terms (committee_id, id, number) VALUES (?, ?, 10)", committees[0], term_id);
    write.db.execute("INSERT INTO organisations (committee_id, id, kind, name) VALUES (?, ?, 'SECTOR', '教育界')",
                     committees[0], sector_id);
    write.db.execute(
        "INSERT INTO organisations (committee_id, id, kind, name) VALUES (?, ?, 'HANDLING_UNIT', '区水务局')",
        committees[0], unit_id);
  });
}

Id Place::account(const std::string& login, const std::vector<std::string>& roles, Id person_id,
                  std::size_t committee) {
  static const auto hash = hash_password(password, true);
  Account made;
  made.committee_id = committees[committee];
  made.id = new_id();
  made.login = login;
  made.display_name = login;
  if (person_id) made.person_id = person_id;
  made.password_hash = hash;
  made.must_change_password = false;
  made.created_at = now;
  database->write_and_wait([&](store::Write& write) {
    insert_account(write, made);
    for (const auto& role : roles) {
      insert_role(write, {made.committee_id, made.id, role, role == "UNIT_OFFICER" ? unit_id : Id{}});
    }
  });
  return made.id;
}

Id Place::member(const std::string& name, const std::string& phone) {
  Person person;
  person.committee_id = committees[0];
  person.id = new_id();
  person.name = name;
  person.phone = phone;
  Membership membership;
  membership.committee_id = committees[0];
  membership.id = new_id();
  membership.person_id = person.id;
  membership.term_id = term_id;
  membership.sector_id = sector_id;
  membership.party = "NON_PARTY";
  membership.employer = "第一中学";
  membership.post = "教师";
  database->write_and_wait([&](store::Write& write) {
    insert_person(write, person);
    insert_membership(write, membership);
  });
  return person.id;
}

std::string Place::sign_in(const std::string& login, std::size_t committee) {
  SignInAttempt attempt;
  attempt.committee_code = committee == 0 ? "first" : "second";
  attempt.login = login;
  attempt.password = password;
  attempt.address = "192.0.2.7";
  attempt.user_agent = "test";
  return identity::sign_in(*database, sessions, attempt).cookie_value();
}

std::shared_ptr<const http::Caller> Place::caller(const std::string& cookie) {
  return sessions.caller_of(cookie, {}, *database);
}

http::Response Place::call(http::Method method, const std::string& target, const std::string& cookie,
                           const std::string& body, const std::map<std::string, std::string>& headers) {
  const auto url = boost::urls::parse_origin_form(target).value();
  http::Request request;
  request.method = method;
  request.path = url.path();
  for (const auto parameter : url.params()) request.query.emplace_back(parameter.key, parameter.value);
  for (const auto& [name, value] : headers) request.headers.emplace(name, value);
  if (!body.empty()) request.headers.emplace("content-type", "application/json");
  request.body = body;
  request.remote_address = "192.0.2.7";
  request.caller = cookie.empty() ? nullptr : caller(cookie);
  for (const auto& route : routes) {
    const auto parameters = match(route.path, request.path);
    if (route.method != method || !parameters) continue;
    request.path_parameters = *parameters;
    if (!request.caller) {
      if (!route.info.anonymous) throw Problem(401, "sign_in_needed", "请先登录。", "Sign in first.");
      request.caller = std::make_shared<http::Caller>();
    }
    if (!route.info.permission.empty() && !request.caller->may(route.info.permission)) {
      throw forbidden("没有权限。", "Not permitted.");
    }
    if (const auto* read = std::get_if<http::ReadHandler>(&route.handler)) {
      return database->read([&](store::Connection& db) { return (*read)(request, db); });
    }
    if (const auto* write = std::get_if<http::WriteHandler>(&route.handler)) {
      return database->write_and_wait([&](store::Write& w) { return (*write)(request, w); });
    }
    return std::get<http::TaskHandler>(route.handler)(request, *database);
  }
  throw std::runtime_error("no such route: " + target);
}

json::value Place::json_of(http::Method method, const std::string& target, const std::string& cookie,
                           const std::string& body) {
  return json::parse(call(method, target, cookie, body).body);
}

std::string Place::ledger_text() {
  std::string text;
  database->read([&](store::Connection& db) {
    for (const auto& row : db.select<store::LedgerRow>("SELECT " + store::columns_of<store::LedgerRow>() +
                                                       " FROM ledger ORDER BY committee_id, seq")) {
      text += to_json(row) + "\n";
    }
  });
  return text;
}

Problem problem_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Problem& problem) {
    return problem;
  }
  ADD_FAILURE() << "no problem was thrown";
  return Problem(0, "", "", "");
}

}  // namespace yizheng::identity::testing
