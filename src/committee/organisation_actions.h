// What office staff change in the committee's make-up: organisations, terms, sessions. Each change is in the ledger.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "committee/organisation.h"
#include "committee/pack.h"
#include "http/caller.h"

namespace yizheng::committee {

// As stored: with the version that If-Match names.
struct OrganisationRow : Organisation {
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(OrganisationRow, (Organisation), (version))
struct SessionRow : Session {
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (Session), (version))

std::vector<OrganisationRow> organisation_rows(store::Connection& db, Id committee_id,
                                               std::optional<OrganisationKind> kind);
std::optional<OrganisationRow> organisation_row(store::Connection& db, Id committee_id, Id id);
std::vector<SessionRow> session_rows(store::Connection& db, Id committee_id);  // newest first
std::optional<SessionRow> session_row(store::Connection& db, Id committee_id, Id id);

struct OrganisationBody {
  OrganisationKind kind = OrganisationKind::SECTOR;
  std::string name;
  std::optional<std::string> code, short_name, subkind;
  std::optional<Id> parent_id;
  std::optional<int> position;  // last of its kind where absent
};
BOOST_DESCRIBE_STRUCT(OrganisationBody, (), (kind, name, code, short_name, subkind, parent_id, position))

struct OrganisationPatch {  // what is absent stays
  std::optional<std::string> name, code, short_name, subkind;
  std::optional<Id> parent_id;
  std::optional<bool> no_parent;
  std::optional<int> position;
  std::optional<bool> active;  // false: no longer offered; old records keep it
};
BOOST_DESCRIBE_STRUCT(OrganisationPatch, (), (name, code, short_name, subkind, parent_id, no_parent, position, active))

struct TermBody {
  int number = 0;
  Date starts_on, ends_on;
};
BOOST_DESCRIBE_STRUCT(TermBody, (), (number, starts_on, ends_on))

struct SessionBody {
  Id term_id;
  int number = 0;
  Date opens_on, closes_on;
  Instant window_opens_at, deadline_at;
};
BOOST_DESCRIBE_STRUCT(SessionBody, (), (term_id, number, opens_on, closes_on, window_opens_at, deadline_at))

struct SessionPatch {
  std::optional<Date> opens_on, closes_on;
  std::optional<Instant> window_opens_at, deadline_at;
};
BOOST_DESCRIBE_STRUCT(SessionPatch, (), (opens_on, closes_on, window_opens_at, deadline_at))

// Throw Problem 422 `invalid_field`, 409 `already_exists`, 404, 412 `changed_meanwhile`.
OrganisationRow create_organisation(store::Write& write, const Pack& pack, const http::Caller& caller,
                                    const OrganisationBody& body);
OrganisationRow change_organisation(store::Write& write, const Pack& pack, const http::Caller& caller, Id id,
                                    const OrganisationPatch& patch, std::int64_t version);
Term create_term(store::Write& write, const Pack& pack, const http::Caller& caller, const TermBody& body);
SessionRow create_session(store::Write& write, const http::Caller& caller, const SessionBody& body);
SessionRow change_session(store::Write& write, const http::Caller& caller, Id id, const SessionPatch& patch,
                          std::int64_t version);

// Rules of their own, for commands too. Throw Problem 422.
void check_term(const Term& term);
void check_session(const Session& session, const Term& term);

}  // namespace yizheng::committee
