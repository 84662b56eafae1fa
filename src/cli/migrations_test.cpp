// Every earlier installation can be brought up to this program, on both engines.
#include <gtest/gtest.h>

#include "cli/command.h"
#include "store/testing.h"

namespace yizheng::cli {
namespace {

class Migrations : public ::testing::TestWithParam<store::Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, Migrations, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(Migrations, are_rehearsed_from_every_earlier_version) {
  store::testing::rehearse_migrations(GetParam(), all_migrations());
}

TEST_P(Migrations, rise_without_repeats) {
  int last = 0;
  for (const auto& migration : all_migrations()) {
    EXPECT_GT(migration.version, last) << migration.title;
    last = migration.version;
  }
}

}  // namespace
}  // namespace yizheng::cli
