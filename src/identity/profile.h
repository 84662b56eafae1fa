// A member edits his own data; the change waits until the committee's office approves it (DOMAIN §1).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "http/caller.h"
#include "identity/roles.h"
#include "store/database.h"

namespace yizheng::identity {

struct Profile {
  std::string name;
  std::string gender;  // "F", "M", ""
  std::string phone, email, address, postcode;
  std::string employer, post;  // of the membership in the newest term; "" without one
};
BOOST_DESCRIBE_STRUCT(Profile, (), (name, gender, phone, email, address, postcode, employer, post))

// SUPERSEDED: its person has asked for something else before it was decided.
enum class PersonChangeState { PENDING, APPROVED, REFUSED, WITHDRAWN, SUPERSEDED };
BOOST_DESCRIBE_ENUM(PersonChangeState, PENDING, APPROVED, REFUSED, WITHDRAWN, SUPERSEDED)

struct FieldChange {
  std::string from, to;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (from, to))

struct PersonChange {
  Id id;
  Id person_id;
  std::string person_name;
  Instant requested_at;
  std::map<std::string, FieldChange> changes;  // by the name of Profile's member
  PersonChangeState state = PersonChangeState::PENDING;
  std::optional<Instant> decided_at;
  std::string reason;  // of a refusal
};
BOOST_DESCRIBE_STRUCT(PersonChange, (), (id, person_id, person_name, requested_at, changes, state, decided_at, reason))

Profile profile_of(store::Connection& db, Id committee_id, Id person_id);  // Problem 404 where there is no such person
std::optional<PersonChange> pending_change(store::Connection& db, Id committee_id, Id person_id);
std::optional<PersonChange> person_change(store::Connection& db, Id committee_id, Id id);
// Oldest first, so that nobody waits behind later ones.
std::vector<PersonChange> person_changes(store::Connection& db, Id committee_id, PersonChangeState state,
                                         std::optional<Id> after, std::size_t limit);

// Asks for the differences between `wanted` and what is recorded; a pending request of the same person gives way.
// Asking for what is recorded already withdraws the pending one. Throws 422 `invalid_field`, or `nothing_changed`.
void request_change(store::Write& write, const RoleBook& book, const http::Caller& caller, const Profile& wanted);

// Throws 409 `already_decided`, 403 for one's own request, 422 for a refusal without a reason.
PersonChange decide_change(store::Write& write, const http::Caller& caller, Id id, bool approve,
                           const std::string& reason);

}  // namespace yizheng::identity
