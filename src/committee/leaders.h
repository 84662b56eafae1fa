// The accounts that may be named as leaders of a key proposal: who leads its handling and who presses it (DOMAIN §2).
#pragma once

#include <string>
#include <vector>

#include "http/caller.h"
#include "store/database.h"

namespace yizheng::committee {

struct Leader {
  Id account_id;
  std::string display_name;
  std::vector<std::string> roles;  // of PARTY_GOV_LEADER, CHAIR, VICE_CHAIR
};
BOOST_DESCRIBE_STRUCT(Leader, (), (account_id, display_name, roles))

struct LeaderList {
  std::vector<Leader> items;
};
BOOST_DESCRIBE_STRUCT(LeaderList, (), (items))

// Without disabled accounts. Throws Problem 403 unless the caller nominates key proposals or decides on them.
LeaderList leaders(store::Connection& db, const http::Caller& caller);

}  // namespace yizheng::committee
