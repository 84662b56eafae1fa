// The members one may pick as co-signers: names and where they belong, nothing by which to reach them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/route.h"
#include "store/database.h"

namespace yizheng::identity {

struct DirectoryMember {
  Id person_id;
  std::string name;
  std::optional<Id> sector_id;
  std::optional<std::string> sector_name;
  std::string party;  // code of the pack's list "parties"
};
BOOST_DESCRIBE_STRUCT(DirectoryMember, (), (person_id, name, sector_id, sector_name, party))

struct DirectoryQuery {
  std::string query;  // part of a name, in either script
  std::optional<Id> sector;
  std::string after;
  std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(DirectoryQuery, (), (query, sector, after, limit))

// The ACTIVE members of the newest term, by strokes.
http::Page<DirectoryMember> directory(store::Connection& db, Id committee_id, const DirectoryQuery& query);

}  // namespace yizheng::identity
