// The pack's fixed lists and this room's enumerations must name the same codes.
#include <gtest/gtest.h>

#include "committee/organisation.h"
#include "committee/pack_needs.h"
#include "identity/people.h"
#include "proposals/proposal.h"

namespace yizheng::proposals {
namespace {

template <class Enum>
void expect_same(std::string_view list) {
  std::set<std::string_view> in_code, in_pack;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto d) { in_code.insert(d.name); });
  for (const auto& needed : committee::needed_lists()) {
    if (needed.name == list) in_pack.insert(needed.codes.begin(), needed.codes.end());
  }
  EXPECT_EQ(in_code, in_pack) << list;
}

TEST(PackCodes, AreTheEnumerations) {
  expect_same<ProposerKind>("proposer_kinds");
  expect_same<Timing>("timings");
  expect_same<ReviewResult>("review_results");
  expect_same<HandlingType>("handling_types");
  expect_same<Satisfaction>("satisfactions");
  expect_same<identity::MembershipStatus>("membership_statuses");
  expect_same<committee::OrganisationKind>("organisation_kinds");
}

}  // namespace
}  // namespace yizheng::proposals
