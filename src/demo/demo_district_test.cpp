#include "demo/demo_district.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "committee/choices.h"
#include "committee/committee_migrations.h"
#include "identity/identity_migrations.h"
#include "proposals/proposal.h"
#include "proposals/proposal_migrations.h"
#include "store/ledger.h"
#include "store/testing.h"

namespace yizheng::demo {
namespace {

std::vector<store::Migration> migrations() {
  std::vector<store::Migration> list;
  for (const auto* room :
       {&store::store_migrations(), &identity::identity_migrations(), &committee::committee_migrations(),
        &committee::choice_migrations(), &proposals::proposal_migrations()}) {
    list.insert(list.end(), room->begin(), room->end());
  }
  return list;
}

struct Count {
  std::string code;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Count, (), (code, count))

std::map<std::string, std::int64_t> counts(store::Connection& db, const std::string& column, const std::string& table) {
  std::map<std::string, std::int64_t> found;
  for (const auto& row : db.select<Count>("SELECT " + column + ", COUNT(*) FROM " + table + " WHERE " + column +
                                          " IS NOT NULL GROUP BY " + column)) {
    found[row.code] = row.count;
  }
  return found;
}

// Whatever the day on which the demo is started, every state is there.
class DemoDistrict : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Days, DemoDistrict,
                         testing::Values("2026-11-21T10:00:00+08:00", "2026-02-14T09:00:00+08:00",
                                         "2027-01-12T20:30:00+08:00", "2025-07-05T23:00:00+08:00"));

TEST_P(DemoDistrict, SmallHasEveryState) {
  store::testing::FreshDatabase database(store::Engine::SQLITE, migrations());
  committee::Rules rules(committee::load_pack("default"));
  const auto now = *parse_instant(GetParam());
  const auto report = build_district(*database, rules, DemoSize::SMALL, now);
  EXPECT_EQ(report.members, 24U);
  database->read([&](store::Connection& db) {
    const auto states = counts(db, "state", "proposals");
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<proposals::ProposalState>>(
        [&](auto d) { EXPECT_TRUE(states.contains(d.name)) << d.name; });
    EXPECT_TRUE(store::verify_ledger(db).faults.empty());
    const auto last = db.select_one<Instant>("SELECT MAX(at) FROM ledger");
    EXPECT_LE(*last, now);
    EXPECT_GT(*db.select_one<std::int64_t>("SELECT COUNT(*) FROM proposals WHERE due_on < ? AND state = 'HANDLING'",
                                           local_date(now)),
              0);
    EXPECT_GE(sign_ins(db).size(), 27U);
    EXPECT_GT(counts(db, "state", "promises")["BROKEN"], 0);
  });
}

}  // namespace
}  // namespace yizheng::demo
