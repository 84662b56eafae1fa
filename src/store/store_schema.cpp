// The tables of the store room. A migration that was delivered is never edited; a change is a new one.
#include "store/migrations.h"

namespace yizheng::store {

const std::vector<Migration>& store_migrations() {
  static const std::vector<Migration> all = {
      {1, "Ledger",
       R"(
CREATE TABLE ledger (
  committee_id {bigint} NOT NULL,
  seq {bigint} NOT NULL,
  at {bigint} NOT NULL,
  action {text} NOT NULL,
  subject_kind {text} NOT NULL,
  subject_id {bigint} NOT NULL,
  actor_account_id {bigint} NOT NULL,
  actor_role {text} NOT NULL,
  from_state {text} NOT NULL,
  to_state {text} NOT NULL,
  detail {text} NOT NULL,
  previous_hash {text} NOT NULL,
  hash {text} NOT NULL,
  PRIMARY KEY (committee_id, seq)
);
CREATE INDEX ledger_by_subject ON ledger (committee_id, subject_kind, subject_id, seq);
CREATE TABLE ledger_heads (
  committee_id {bigint} NOT NULL PRIMARY KEY,
  seq {bigint} NOT NULL,
  hash {text} NOT NULL
);
)",
       R"(
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
)",
       R"(
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$;
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
)"},
      {2, "Idempotency keys and attachments",
       R"(
CREATE TABLE idempotency_keys (
  committee_id {bigint} NOT NULL,
  account_id {bigint} NOT NULL,
  key {text} NOT NULL,
  request_hash {text} NOT NULL,
  status {bigint} NOT NULL,
  body {text} NOT NULL,
  created_at {bigint} NOT NULL,
  PRIMARY KEY (committee_id, account_id, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
CREATE TABLE attachments (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  owner_kind {text} NOT NULL,
  owner_id {bigint} NOT NULL,
  name {text} NOT NULL,
  media_type {text} NOT NULL,
  size {bigint} NOT NULL,
  sha256 {text} NOT NULL,
  uploaded_by {bigint} NOT NULL,
  uploaded_at {bigint} NOT NULL,
  warnings {text} NOT NULL,
  PRIMARY KEY (committee_id, id)
);
CREATE INDEX attachments_by_owner ON attachments (committee_id, owner_kind, owner_id, id);
CREATE INDEX attachments_by_hash ON attachments (sha256);
)",
       "", ""},
      {3, "Full-text search",
       R"(
CREATE TABLE search_documents (
  committee_id {bigint} NOT NULL,
  kind {text} NOT NULL,
  id {bigint} NOT NULL,
  sort_order {bigint} NOT NULL,
  labels {text} NOT NULL,
  PRIMARY KEY (committee_id, kind, id)
);
CREATE TABLE search_queue (
  committee_id {bigint} NOT NULL,
  kind {text} NOT NULL,
  id {bigint} NOT NULL,
  token {bigint} NOT NULL,
  sort_order {bigint} NOT NULL,
  labels {text} NOT NULL,
  title {text} NOT NULL,
  body {text} NOT NULL,
  PRIMARY KEY (committee_id, kind, id)
);
CREATE TABLE search_segments (
  committee_id {bigint} NOT NULL,
  kind {text} NOT NULL,
  segment_id {bigint} NOT NULL,
  state {bigint} NOT NULL,
  documents {bigint} NOT NULL,
  entries {blob} NOT NULL,
  PRIMARY KEY (committee_id, kind, segment_id)
);
CREATE TABLE search_bits (
  committee_id {bigint} NOT NULL,
  segment_id {bigint} NOT NULL,
  label {text} NOT NULL,
  bits {blob} NOT NULL,
  PRIMARY KEY (committee_id, segment_id, label)
);
CREATE TABLE search_blocks (
  committee_id {bigint} NOT NULL,
  segment_id {bigint} NOT NULL,
  section {bigint} NOT NULL,
  first_term {bigint} NOT NULL,
  data {blob} NOT NULL,
  PRIMARY KEY (committee_id, segment_id, section, first_term)
);
)",
       "", ""},
  };
  return all;
}

}  // namespace yizheng::store
