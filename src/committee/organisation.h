// The committee and what it consists of: one table of organisations serves sectors, special committees,
// parties and people's organisations, groups, studios and the handling units of each system.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace yizheng::committee {

enum class CommitteeLevel { NATIONAL, PROVINCE, CITY, COUNTY };
BOOST_DESCRIBE_ENUM(CommitteeLevel, NATIONAL, PROVINCE, CITY, COUNTY)

struct Committee {
  Id committee_id;
  std::string code;  // "demo": in addresses and on the command line
  std::string name;
  CommitteeLevel level = CommitteeLevel::COUNTY;
  std::string pack_code;
  Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Committee, (), (committee_id, code, name, level, pack_code, created_at))

enum class OrganisationKind {
  SECTOR,
  SPECIAL_COMMITTEE,
  PARTICIPATING_UNIT,
  ACTIVITY_GROUP,
  TOWNSHIP_LIAISON_GROUP,
  MEMBER_STUDIO,
  HANDLING_UNIT,
  SUPERVISION_OFFICE
};
BOOST_DESCRIBE_ENUM(OrganisationKind, SECTOR, SPECIAL_COMMITTEE, PARTICIPATING_UNIT, ACTIVITY_GROUP,
                    TOWNSHIP_LIAISON_GROUP, MEMBER_STUDIO, HANDLING_UNIT, SUPERVISION_OFFICE)

struct Organisation {
  Id committee_id;
  Id id;
  OrganisationKind kind = OrganisationKind::SECTOR;
  std::string code;  // "" where it has none; unique within a kind otherwise
  std::string name;
  std::string short_name;
  // Of PARTICIPATING_UNIT: "PARTY" (民主党派) or "ORGANISATION" (工商联, people's organisations). Of HANDLING_UNIT and
  // SUPERVISION_OFFICE: the system, "PARTY", "GOVERNMENT", "PEOPLES_CONGRESS", "COURT", "PROCURATORATE", "CPPCC",
  // "OTHER".
  std::string subkind;
  std::optional<Id> parent_id;
  int position = 0;  // in lists
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(Organisation, (),
                      (committee_id, id, kind, code, name, short_name, subkind, parent_id, position, active))

struct Term {
  Id committee_id;
  Id id;
  int number = 0;  // 十届 = 10
  Date starts_on, ends_on;
  std::string pack_code;
};
BOOST_DESCRIBE_STRUCT(Term, (), (committee_id, id, number, starts_on, ends_on, pack_code))

// One plenary and the year after it (DOMAIN §2.4).
struct Session {
  Id committee_id;
  Id id;
  Id term_id;
  int term_number = 0;
  int number = 0;     // 三次 = 3
  std::string title;  // "十届三次"
  Date opens_on, closes_on;
  Instant window_opens_at;  // from here to the deadline a proposal is PLENARY
  Instant deadline_at;
  std::string late_policy;  // "ORDINARY": late ones count as ordinary
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (committee_id, id, term_id, term_number, number, title, opens_on, closes_on, window_opens_at,
                       deadline_at, late_policy))

std::optional<Committee> committee_by_code(store::Connection& db, std::string_view code);
std::vector<Committee> committees(store::Connection& db);
std::vector<Organisation> organisations(store::Connection& db, Id committee_id,
                                        std::optional<OrganisationKind> kind = std::nullopt);
std::optional<Organisation> organisation(store::Connection& db, Id committee_id, Id id);
std::vector<Session> sessions(store::Connection& db, Id committee_id);  // newest first
std::optional<Session> session(store::Connection& db, Id committee_id, Id id);
// The session a proposal submitted at `at` belongs to: the newest whose window has opened.
std::optional<Session> session_at(store::Connection& db, Id committee_id, Instant at);

std::optional<Committee> committee(store::Connection& db, Id committee_id);
std::vector<Term> terms(store::Connection& db, Id committee_id);  // newest first

// 十届三次, as the field writes it; numbers from 1 to 99.
std::string session_title(int term_number, int number);

void insert_committee(store::Write& write, const Committee& committee);
void insert_organisation(store::Write& write, const Organisation& organisation);
void insert_term(store::Write& write, const Term& term);
void insert_session(store::Write& write, const Session& session);

}  // namespace yizheng::committee
