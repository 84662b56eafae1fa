// A new, empty committee.
#pragma once

#include <string>

#include "committee/organisation.h"
#include "committee/pack.h"

namespace yizheng::committee {

struct NewCommittee {
  std::string code;
  std::string name;
  CommitteeLevel level = CommitteeLevel::COUNTY;
  int term_number = 1;
  Date term_starts_on, term_ends_on;
  int session_number = 1;
  Date session_opens_on, session_closes_on;
  Instant window_opens_at, deadline_at;  // of the session's proposals
};

struct CommitteeMade {
  Committee committee;
  Term term;
  Session session;
};
// Writes the committee with its first term and session, and the first entry of its ledger. Throws Problem 422, and 409
// `already_exists` for a code in use.
CommitteeMade create_committee(store::Write& write, const Pack& pack, const NewCommittee& wanted);

}  // namespace yizheng::committee
