#include "proposals/proposal_migrations.h"

namespace yizheng::proposals {
namespace {

const char* proposals_sql = R"(
CREATE TABLE proposals (
  committee_id {bigint} NOT NULL, id {bigint} NOT NULL, session_id {bigint}, serial {bigint}, number {bigint},
  state {text} NOT NULL, kind {text} NOT NULL, timing {text}, category {text} NOT NULL, title {text} NOT NULL,
  proposer_person_id {bigint}, proposer_organisation_id {bigint}, proposer_name {text} NOT NULL, created_by {bigint} NOT NULL,
  consents_to_publication {bigint} NOT NULL, no_publication_reason {text} NOT NULL, from_research {bigint} NOT NULL,
  repeated {bigint} NOT NULL, stamp_confirmed {bigint} NOT NULL, suggested_units {text} NOT NULL, cosign_until {bigint},
  second_until {bigint}, created_at {bigint} NOT NULL, submitted_at {bigint}, sorted_at {bigint} NOT NULL, filed_at {bigint},
  assigned_at {bigint}, replied_at {bigint}, closed_at {bigint}, review_result {text}, review_reason {text} NOT NULL,
  review_explanation {text} NOT NULL, merged_into_id {bigint}, merged_after_filing {bigint} NOT NULL, handling_type {text},
  round {bigint} NOT NULL, result_class {text} NOT NULL, satisfaction_attitude {text}, satisfaction_result {text},
  key_state {text} NOT NULL, due_on {text}, released_at {bigint}, reply_released {bigint} NOT NULL, import_key {text} NOT NULL,
  version {bigint} NOT NULL,
  PRIMARY KEY (committee_id, id));
CREATE INDEX proposals_by_time ON proposals (committee_id, sorted_at, id);
CREATE INDEX proposals_by_state ON proposals (committee_id, state, sorted_at, id);
CREATE INDEX proposals_by_category ON proposals (committee_id, category, sorted_at, id);
CREATE INDEX proposals_by_state_and_category ON proposals (committee_id, state, category, sorted_at, id);
CREATE INDEX proposals_by_session ON proposals (committee_id, session_id, sorted_at, id);
CREATE INDEX proposals_by_release ON proposals (committee_id, released_at, id);
CREATE INDEX proposals_by_due ON proposals (committee_id, due_on, id);
CREATE INDEX proposals_by_main ON proposals (committee_id, merged_into_id);
CREATE INDEX proposals_by_key ON proposals (committee_id, key_state, sorted_at, id);
CREATE INDEX proposals_by_import ON proposals (committee_id, import_key);
CREATE TABLE proposal_texts (
  committee_id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, body {text} NOT NULL, suggestions {text} NOT NULL,
  public_body {text} NOT NULL, PRIMARY KEY (committee_id, proposal_id));
CREATE TABLE proposal_labels (
  committee_id {bigint} NOT NULL, label {text} NOT NULL, proposal_id {bigint} NOT NULL,
  PRIMARY KEY (committee_id, label, proposal_id));
CREATE INDEX proposal_labels_by_proposal ON proposal_labels (committee_id, proposal_id);
CREATE TABLE proposal_counters (
  committee_id {bigint} NOT NULL, session_id {bigint} NOT NULL, kind {text} NOT NULL, value {bigint} NOT NULL,
  PRIMARY KEY (committee_id, session_id, kind));
CREATE TABLE signers (
  committee_id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, person_id {bigint} NOT NULL, name {text} NOT NULL,
  role {text} NOT NULL, state {text} NOT NULL, invited_at {bigint} NOT NULL, signed_at {bigint}, address {text} NOT NULL,
  opinion {text} NOT NULL, PRIMARY KEY (committee_id, proposal_id, person_id));
CREATE INDEX signers_by_person ON signers (committee_id, person_id, state)
)";

const char* handling_sql = R"(
CREATE TABLE assignments (
  committee_id {bigint} NOT NULL, id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, unit_id {bigint} NOT NULL,
  unit_name {text} NOT NULL, system {text} NOT NULL, role {text} NOT NULL, state {text} NOT NULL, second {bigint} NOT NULL,
  assigned_at {bigint}, accepted_at {bigint}, finished_at {bigint}, due_on {text}, return_reason {text} NOT NULL,
  return_note {text} NOT NULL, return_proposed_unit_id {bigint}, decision_note {text} NOT NULL, extension_until {text},
  extension_reason {text} NOT NULL, co_opinion {text} NOT NULL, handling_plan {text} NOT NULL, urged {bigint} NOT NULL,
  version {bigint} NOT NULL, PRIMARY KEY (committee_id, id));
CREATE INDEX assignments_by_proposal ON assignments (committee_id, proposal_id);
CREATE INDEX assignments_by_unit ON assignments (committee_id, unit_id, state);
CREATE INDEX assignments_by_system ON assignments (committee_id, system, state);
CREATE TABLE contacts (
  committee_id {bigint} NOT NULL, id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, assignment_id {bigint} NOT NULL,
  moment {text} NOT NULL, method {text} NOT NULL, person {text} NOT NULL, held_on {text} NOT NULL, note {text} NOT NULL,
  PRIMARY KEY (committee_id, id));
CREATE INDEX contacts_by_proposal ON contacts (committee_id, proposal_id);
CREATE TABLE replies (
  committee_id {bigint} NOT NULL, id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, assignment_id {bigint} NOT NULL,
  round {bigint} NOT NULL, state {text} NOT NULL, document_number {text} NOT NULL, result_class {text} NOT NULL,
  signed_by {text} NOT NULL, contact_name {text} NOT NULL, contact_phone {text} NOT NULL, done {text} NOT NULL,
  planned {text} NOT NULL, planned_until {text}, not_adopted {text} NOT NULL, body {text} NOT NULL, publishable {bigint} NOT NULL,
  not_publishable_reason {text} NOT NULL, check_note {text} NOT NULL, drafted_at {bigint} NOT NULL, signed_at {bigint},
  sent_at {bigint}, on_time {bigint} NOT NULL, PRIMARY KEY (committee_id, id));
CREATE INDEX replies_by_proposal ON replies (committee_id, proposal_id);
CREATE TABLE feedback (
  committee_id {bigint} NOT NULL, id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, round {bigint} NOT NULL,
  person_id {bigint} NOT NULL, name {text} NOT NULL, first {bigint} NOT NULL, attitude {text} NOT NULL, result {text} NOT NULL,
  contacted {text} NOT NULL, comment {text} NOT NULL, on_paper {bigint} NOT NULL, given_at {bigint} NOT NULL,
  PRIMARY KEY (committee_id, id));
CREATE UNIQUE INDEX feedback_once ON feedback (committee_id, proposal_id, round, person_id);
CREATE TABLE promises (
  committee_id {bigint} NOT NULL, id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, assignment_id {bigint} NOT NULL,
  text {text} NOT NULL, due_on {text} NOT NULL, state {text} NOT NULL, note {text} NOT NULL, recorded_at {bigint},
  PRIMARY KEY (committee_id, id));
CREATE INDEX promises_by_proposal ON promises (committee_id, proposal_id);
CREATE INDEX promises_by_due ON promises (committee_id, state, due_on);
CREATE TABLE deadlines (
  committee_id {bigint} NOT NULL, id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, assignment_id {bigint} NOT NULL,
  rule {text} NOT NULL, start_on {text} NOT NULL, counted_due_on {text} NOT NULL, due_on {text} NOT NULL,
  provisional {bigint} NOT NULL, extension {text} NOT NULL, done_at {bigint}, steps {text} NOT NULL,
  PRIMARY KEY (committee_id, id));
CREATE INDEX deadlines_by_proposal ON deadlines (committee_id, proposal_id);
CREATE INDEX deadlines_open ON deadlines (committee_id, done_at, due_on)
)";

const char* follow_up_sql = R"(
CREATE TABLE key_records (
  committee_id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, nomination_reason {text} NOT NULL,
  special_committee_id {bigint}, handling_leader {text} NOT NULL, handling_leader_account_id {bigint},
  supervising_leader {text} NOT NULL, supervising_leader_account_id {bigint}, decision_note {text} NOT NULL,
  decided_at {bigint}, supervision_report {text} NOT NULL, instruction {text} NOT NULL, instructed_at {bigint},
  PRIMARY KEY (committee_id, proposal_id));
CREATE TABLE supervision_acts (
  committee_id {bigint} NOT NULL, id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, form {text} NOT NULL,
  held_on {text} NOT NULL, place {text} NOT NULL, participants {text} NOT NULL, note {text} NOT NULL,
  PRIMARY KEY (committee_id, id));
CREATE INDEX supervision_acts_by_proposal ON supervision_acts (committee_id, proposal_id);
CREATE TABLE look_backs (
  committee_id {bigint} NOT NULL, id {bigint} NOT NULL, title {text} NOT NULL, started_on {text} NOT NULL,
  criteria {text} NOT NULL, closed_at {bigint}, PRIMARY KEY (committee_id, id));
CREATE TABLE look_back_items (
  committee_id {bigint} NOT NULL, look_back_id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, result {text} NOT NULL,
  note {text} NOT NULL, checked_at {bigint}, PRIMARY KEY (committee_id, look_back_id, proposal_id))
)";

// Pages made ready (stored_page.h): one row a submitted proposal; form 0 where the page is still to be made.
const char* pages_sql = R"(
CREATE TABLE proposal_pages (
  committee_id {bigint} NOT NULL, proposal_id {bigint} NOT NULL, form {bigint} NOT NULL, page {blob} NOT NULL,
  PRIMARY KEY (committee_id, proposal_id));
CREATE INDEX proposal_pages_by_form ON proposal_pages (form, committee_id, proposal_id);
INSERT INTO proposal_pages (committee_id, proposal_id, form, page)
  SELECT committee_id, id, 0, '' FROM proposals WHERE submitted_at IS NOT NULL
)";

}  // namespace

const std::vector<store::Migration>& proposal_migrations() {
  static const std::vector<store::Migration> list{
      {300, "proposals, their texts, signers and readers", proposals_sql, "", ""},
      {301, "assignments, replies, feedback, promises and deadlines", handling_sql, "", ""},
      {302, "key proposals, supervision and look-backs", follow_up_sql, "", ""},
      {303, "reminders of deadlines", "ALTER TABLE deadlines ADD COLUMN reminded {text} NOT NULL DEFAULT ''", "", ""},
      {304, "pages of proposals made ready", pages_sql, "", ""},
      {305, "invitations that wait for an answer",
       "CREATE INDEX signers_waiting ON signers (committee_id, proposal_id) WHERE state = 'WAITING'", "", ""},
      // With the label in it: SQLite would rather walk all labels of a committee by their key, which has it.
      {306, "the readers of one proposal are found without walking those of all",
       "DROP INDEX proposal_labels_by_proposal;\n"
       "CREATE INDEX proposal_labels_by_proposal ON proposal_labels (committee_id, proposal_id, label)",
       "", ""},
  };
  return list;
}

}  // namespace yizheng::proposals
