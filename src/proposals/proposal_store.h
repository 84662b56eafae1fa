// SQL of the proposals room: reading and writing whole records, and nothing else.
#pragma once

#include <optional>
#include <vector>

#include "proposals/proposal.h"
#include "proposals/visibility.h"
#include "store/database.h"

namespace yizheng::proposals {

std::optional<Proposal> find_proposal(store::Connection& db, Id committee_id, Id id);
ProposalText text_of(store::Connection& db, Id committee_id, Id proposal_id);
std::optional<Dossier> find_dossier(store::Connection& db, Id committee_id, Id proposal_id);

// A dossier with what its page needs beside it. What can be told by one statement is: several hundred pages a second
// are asked for, and most of a statement's cost does not depend on what it reads.
struct PageParts {
  std::string body, suggestions, public_body;
  std::string session_title;
  bool has_promises = false, has_merged = false, has_attachments = false;
};
BOOST_DESCRIBE_STRUCT(PageParts, (),
                      (body, suggestions, public_body, session_title, has_promises, has_merged, has_attachments))
struct DossierPage {
  Dossier dossier;
  PageParts parts;
};
std::optional<DossierPage> find_page(store::Connection& db, Id committee_id, Id proposal_id);

// The dossier of an assignment's or promise's proposal.
std::optional<Id> proposal_of_assignment(store::Connection& db, Id committee_id, Id assignment_id);
std::optional<Promise> find_promise(store::Connection& db, Id committee_id, Id id);

std::vector<Signer> signers_of(store::Connection& db, Id committee_id, Id proposal_id);
std::vector<Assignment> assignments_of(store::Connection& db, Id committee_id, Id proposal_id);
std::vector<Contact> contacts_of(store::Connection& db, Id committee_id, Id proposal_id);
std::vector<Reply> replies_of(store::Connection& db, Id committee_id, Id proposal_id);
std::vector<Feedback> feedback_of(store::Connection& db, Id committee_id, Id proposal_id);
std::vector<Promise> promises_of(store::Connection& db, Id committee_id, Id proposal_id);
std::vector<DeadlineRow> deadlines_of(store::Connection& db, Id committee_id, Id proposal_id);
// The same with `steps` left empty: they are long, and only "why this date?" shows them.
std::vector<DeadlineRow> deadline_dates_of(store::Connection& db, Id committee_id, Id proposal_id);
std::vector<SupervisionAct> supervision_acts_of(store::Connection& db, Id committee_id, Id proposal_id);
std::optional<KeyRecord> key_record_of(store::Connection& db, Id committee_id, Id proposal_id);
std::vector<Proposal> merged_into(store::Connection& db, Id committee_id, Id main_id);

// Writes `proposal` and raises its version; Problem 412 `changed_meanwhile` when the stored version is not the one
// read.
void save(store::Connection& db, Proposal& proposal);
void save(store::Connection& db, Assignment& assignment);
void save(store::Connection& db, const Signer& signer);
void save(store::Connection& db, const Reply& reply);
void save(store::Connection& db, const Promise& promise);
void save(store::Connection& db, const DeadlineRow& deadline);
void save(store::Connection& db, const ProposalText& text);
void save(store::Connection& db, const KeyRecord& key);
void erase_draft(store::Connection& db, Id committee_id, Id proposal_id);

// The next number of a kind ("serial", "number") within a session, from 1.
std::int64_t next_number(store::Connection& db, Id committee_id, Id session_id, std::string_view kind);

// Replaces the labels of a proposal where they differ; true if they did.
bool put_labels(store::Connection& db, Id committee_id, Id proposal_id, const std::vector<std::string>& labels);
std::vector<std::string> stored_labels(store::Connection& db, Id committee_id, Id proposal_id);

}  // namespace yizheng::proposals
