// The demo district: 云岭市青禾区, its people, organisations and three years of proposals in every state, all made
// through the same actions that people use, at the times they would have used them.
#pragma once

#include <string>
#include <vector>

#include "committee/rules.h"
#include "store/database.h"

namespace yizheng::demo {

enum class DemoSize { FULL, SMALL };

// Only a demo has a password that everybody knows; its accounts need not change it.
inline constexpr std::string_view demo_password = "qinghe-demo";

struct SignIn {
  std::string login, name;
  std::vector<std::string> roles;  // codes, in the order granted
  std::string organisation;        // of the first role that names one
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (login, name, roles, organisation))

struct DemoReport {
  std::string committee_code;
  std::size_t members = 0, units = 0, proposals = 0, actions = 0;
};

// Fills a migrated database that has no committee "demo" yet. The same `today` gives the same district but for ids.
DemoReport build_district(store::Database& database, committee::Rules& rules, DemoSize size, Instant now);

// One sign-in a role, in the order in which people meet them; for a district already built, too.
std::vector<SignIn> sign_ins(store::Connection& db);
// Every account, for tests.
std::vector<SignIn> all_accounts(store::Connection& db);

}  // namespace yizheng::demo
