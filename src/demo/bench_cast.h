// Who acts in the benchmark's committee, and its twenty years.
#pragma once

#include <vector>

#include "committee/organisation.h"
#include "demo/bench_data.h"
#include "demo/random.h"

namespace yizheng::demo {

struct BenchMember {
  Id person_id, account_id;
  std::string name;
};
struct BenchUnit {
  Id id, officer_id, leader_id;
  std::string name, system;
};
struct BenchCast {
  Id committee_id, clerk_id, office_id;  // the clerk's account, and the government's supervision office's
  std::vector<BenchMember> members;
  std::vector<BenchUnit> units;
  std::vector<committee::Session> sessions;  // oldest first; the last is open for proposals
};

// Makes the committee with its people, accounts and sessions; every account has the password `password`.
BenchCast make_bench_cast(store::Database& database, const committee::Pack& pack, const BenchSize& size,
                          const std::string& password);

std::string bench_login(std::string_view kind, std::size_t number);  // "member-0001"

}  // namespace yizheng::demo
