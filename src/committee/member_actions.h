// How the office keeps the roll of members: it adds a person to a term, moves him between sectors and committees, and
// ends his membership (DOMAIN §1). The person's own data he changes himself, with approval (identity/profile.h).
#pragma once

#include <optional>
#include <string>

#include "committee/pack.h"
#include "http/caller.h"
#include "identity/people.h"

namespace yizheng::committee {

struct MemberView {
  Id person_id;
  std::string name, gender;
  identity::Membership membership;
};
BOOST_DESCRIBE_STRUCT(MemberView, (), (person_id, name, gender, membership))

struct MemberBody {
  std::optional<Id> person_id;  // who was a member of an earlier term; a new person where absent
  std::optional<std::string> name, gender, phone, email, address, postcode;  // of a new person; the name is required
  std::optional<std::string> member_number;                                  // unique in the term
  std::optional<Id> sector_id, special_committee_id, activity_group_id;
  std::optional<std::string> party, employer, post, cppcc_post;
  std::optional<bool> standing;
};
BOOST_DESCRIBE_STRUCT(MemberBody, (),
                      (person_id, name, gender, phone, email, address, postcode, member_number, sector_id,
                       special_committee_id, activity_group_id, party, employer, post, cppcc_post, standing))

struct MemberPatch {  // what is absent stays
  std::optional<std::string> member_number;
  std::optional<Id> sector_id, special_committee_id, activity_group_id;
  std::optional<std::string> party, employer, post, cppcc_post;
  std::optional<bool> standing;
  std::optional<identity::MembershipStatus> status;
  std::optional<std::vector<std::string>> clear;  // taken away: sector_id, special_committee_id, activity_group_id
};
BOOST_DESCRIBE_STRUCT(MemberPatch, (),
                      (member_number, sector_id, special_committee_id, activity_group_id, party, employer, post,
                       cppcc_post, standing, status, clear))

// In the newest term. Throw Problem 422 `invalid_field`, 409 `already_exists`, `no_term`, 404, 412 `changed_meanwhile`.
MemberView add_member(store::Write& write, const Pack& pack, const http::Caller& caller, const MemberBody& body);
MemberView change_member(store::Write& write, const Pack& pack, const http::Caller& caller, Id person_id,
                         const MemberPatch& patch, std::int64_t version);
MemberView member(store::Connection& db, Id committee_id, Id person_id);

}  // namespace yizheng::committee
