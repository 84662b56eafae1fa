// Persons who were members and are not in office now, so that the office can enter them in this term, too, or take back
// what ended their membership. Those in office: identity/directory.h.
#pragma once

#include <optional>
#include <string>

#include "http/route.h"
#include "identity/people.h"

namespace yizheng::committee {

struct FormerMember {
  Id person_id;
  std::string name;
  std::optional<std::string> sector_name;
  int term_number = 0;                                                     // his last one
  identity::MembershipStatus status = identity::MembershipStatus::ACTIVE;  // at its end
  bool this_term = false;  // he is in the roll of the newest term, with a status other than ACTIVE
};
BOOST_DESCRIBE_STRUCT(FormerMember, (), (person_id, name, sector_name, term_number, status, this_term))

struct FormerQuery {
  std::string query;  // part of a name, in either script
  std::string after;
  std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(FormerQuery, (), (query, after, limit))

// By strokes of the surname.
http::Page<FormerMember> former_members(store::Connection& db, Id committee_id, const FormerQuery& query);

}  // namespace yizheng::committee
