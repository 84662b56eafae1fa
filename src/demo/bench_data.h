// A committee of the size of a province's for ./yz bench: 100,000 proposals of real length with all that hangs on them,
// 5,000 members, 500 units. Records go straight into the tables, as the actions would have left them, so that it takes
// minutes and not hours; ledger, labels and search index are made by the same code as in daily work.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/json.h"
#include "committee/rules.h"
#include "store/database.h"

namespace yizheng::demo {

struct BenchSize {
  std::size_t proposals = 100'000, members = 5'000, units = 500;
  std::uint64_t seed = 1;
};

// A proposal as a client would send it.
struct BenchDraft {
  std::string title, body, suggestions, category;
};
BOOST_DESCRIBE_STRUCT(BenchDraft, (), (title, body, suggestions, category))

// What the one who measures needs to know.
struct BenchDistrict {
  std::string committee;               // its code
  std::string password;                // of every account; random, made for this database
  std::string clerk;                   // login with the role PROPOSAL_COMMITTEE
  std::vector<std::string> members;    // logins of some members
  std::vector<std::string> officers;   // logins of some units' officers
  std::string state, category;         // the largest group of proposals
  std::vector<std::string> proposals;  // ids, spread over all
  std::vector<std::string> queries;    // one to four characters that occur in the texts, frequent ones too
  std::vector<BenchDraft> drafts;      // not among the proposals
};
BOOST_DESCRIBE_STRUCT(BenchDistrict, (),
                      (committee, password, clerk, members, officers, state, category, proposals, queries, drafts))

// Throws Problem 409 `already_exists` where the database already holds such a committee. `progress` is told the number
// of proposals written.
BenchDistrict make_bench_district(store::Database& database, committee::Rules& rules, const BenchSize& size,
                                  const std::function<void(std::size_t)>& progress);

}  // namespace yizheng::demo
