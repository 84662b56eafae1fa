#include "identity/identity_migrations.h"

namespace yizheng::identity {

const std::vector<store::Migration>& identity_migrations() {
  static const std::vector<store::Migration> all = {
      {100, "Persons, their memberships and the changes they ask for",
       R"sql(
CREATE TABLE persons (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  name {text} NOT NULL,
  sort_key {text} NOT NULL,
  gender {text} NOT NULL,
  phone {text} NOT NULL,
  email {text} NOT NULL,
  address {text} NOT NULL,
  postcode {text} NOT NULL,
  PRIMARY KEY (committee_id, id)
);
CREATE INDEX persons_by_strokes ON persons (committee_id, sort_key, id);
CREATE TABLE memberships (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  person_id {bigint} NOT NULL,
  term_id {bigint} NOT NULL,
  member_number {text} NOT NULL,
  sector_id {bigint},
  special_committee_id {bigint},
  party {text} NOT NULL,
  activity_group_id {bigint},
  employer {text} NOT NULL,
  post {text} NOT NULL,
  standing {bigint} NOT NULL,
  cppcc_post {text} NOT NULL,
  status {text} NOT NULL,
  PRIMARY KEY (committee_id, id),
  UNIQUE (committee_id, person_id, term_id)
);
CREATE INDEX memberships_by_term ON memberships (committee_id, term_id, status);
CREATE TABLE person_changes (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  person_id {bigint} NOT NULL,
  requested_by {bigint} NOT NULL,
  requested_at {bigint} NOT NULL,
  changes {text} NOT NULL,
  state {text} NOT NULL,
  decided_by {bigint},
  decided_at {bigint},
  reason {text} NOT NULL,
  PRIMARY KEY (committee_id, id)
);
CREATE INDEX person_changes_by_person ON person_changes (committee_id, person_id, state);
CREATE INDEX person_changes_by_state ON person_changes (committee_id, state, id);
)sql",
       "", ""},
      {101, "Accounts, the roles granted to them, and where they are signed in",
       R"sql(
CREATE TABLE accounts (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  login {text} NOT NULL,
  display_name {text} NOT NULL,
  person_id {bigint},
  password_hash {text} NOT NULL,
  must_change_password {bigint} NOT NULL,
  disabled {bigint} NOT NULL,
  failed_attempts {bigint} NOT NULL,
  locked_until {bigint},
  created_at {bigint} NOT NULL,
  version {bigint} NOT NULL,
  password_expires_at {bigint},
  PRIMARY KEY (committee_id, id),
  UNIQUE (committee_id, login)
);
CREATE INDEX accounts_by_person ON accounts (committee_id, person_id);
CREATE TABLE account_roles (
  committee_id {bigint} NOT NULL,
  account_id {bigint} NOT NULL,
  role {text} NOT NULL,
  organisation_id {bigint} NOT NULL,
  PRIMARY KEY (committee_id, account_id, role, organisation_id)
);
CREATE INDEX account_roles_by_role ON account_roles (committee_id, role, organisation_id);
CREATE TABLE web_sessions (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  token_hash {text} NOT NULL,
  account_id {bigint} NOT NULL,
  created_at {bigint} NOT NULL,
  last_seen_at {bigint} NOT NULL,
  expires_at {bigint} NOT NULL,
  user_agent {text} NOT NULL,
  address {text} NOT NULL,
  PRIMARY KEY (committee_id, id),
  UNIQUE (committee_id, token_hash)
);
CREATE INDEX web_sessions_by_account ON web_sessions (committee_id, account_id);
CREATE INDEX web_sessions_by_end ON web_sessions (committee_id, expires_at);
)sql",
       "", ""},
      {102, "Notices in the application, and the outbox for other carriers",
       R"sql(
CREATE TABLE notices (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  account_id {bigint} NOT NULL,
  kind {text} NOT NULL,
  subject_kind {text} NOT NULL,
  subject_id {bigint} NOT NULL,
  parameters {text} NOT NULL,
  created_at {bigint} NOT NULL,
  read_at {bigint},
  PRIMARY KEY (committee_id, id)
);
CREATE INDEX notices_by_account ON notices (committee_id, account_id, id);
CREATE INDEX notices_unread ON notices (committee_id, account_id, read_at);
CREATE TABLE outbox (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  kind {text} NOT NULL,
  subject_kind {text} NOT NULL,
  subject_id {bigint} NOT NULL,
  parameters {text} NOT NULL,
  accounts {text} NOT NULL,
  created_at {bigint} NOT NULL,
  attempts {bigint} NOT NULL,
  carried_at {bigint},
  PRIMARY KEY (committee_id, id)
);
CREATE INDEX outbox_waiting ON outbox (committee_id, carried_at, id);
)sql",
       "", ""},
      {103, "Versions of memberships, so that two editors do not overwrite each other",
       "ALTER TABLE memberships ADD COLUMN version {bigint} DEFAULT 1 NOT NULL", "", ""},
      // With the account in it: SQLite would rather walk the key, which has it, than this index without.
      {104, "Who holds a role is found without walking all accounts",
       R"sql(
DROP INDEX account_roles_by_role;
CREATE INDEX account_roles_by_role ON account_roles (committee_id, role, organisation_id, account_id)
)sql",
       "", ""},
  };
  return all;
}

}  // namespace yizheng::identity
