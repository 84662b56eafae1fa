#include "committee/committee_migrations.h"

namespace yizheng::committee {

const std::vector<store::Migration>& committee_migrations() {
  static const std::vector<store::Migration> all = {
      {200, "Committees, terms, sessions and organisations",
       R"sql(
CREATE TABLE committees (
  committee_id {bigint} NOT NULL,
  code {text} NOT NULL,
  name {text} NOT NULL,
  level {text} NOT NULL,
  pack_code {text} NOT NULL,
  created_at {bigint} NOT NULL,
  PRIMARY KEY (committee_id)
);
CREATE UNIQUE INDEX committees_by_code ON committees (code);
CREATE TABLE terms (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  number {bigint} NOT NULL,
  starts_on {text} NOT NULL,
  ends_on {text} NOT NULL,
  pack_code {text} NOT NULL,
  PRIMARY KEY (committee_id, id),
  UNIQUE (committee_id, number)
);
CREATE TABLE sessions (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  term_id {bigint} NOT NULL,
  term_number {bigint} NOT NULL,
  number {bigint} NOT NULL,
  title {text} NOT NULL,
  opens_on {text} NOT NULL,
  closes_on {text} NOT NULL,
  window_opens_at {bigint} NOT NULL,
  deadline_at {bigint} NOT NULL,
  late_policy {text} NOT NULL,
  version {bigint} DEFAULT 1 NOT NULL,
  PRIMARY KEY (committee_id, id),
  UNIQUE (committee_id, term_number, number)
);
CREATE INDEX sessions_by_window ON sessions (committee_id, window_opens_at);
CREATE TABLE organisations (
  committee_id {bigint} NOT NULL,
  id {bigint} NOT NULL,
  kind {text} NOT NULL,
  code {text} NOT NULL,
  name {text} NOT NULL,
  short_name {text} NOT NULL,
  subkind {text} NOT NULL,
  parent_id {bigint},
  position {bigint} NOT NULL,
  active {bigint} NOT NULL,
  version {bigint} DEFAULT 1 NOT NULL,
  PRIMARY KEY (committee_id, id),
  UNIQUE (committee_id, kind, name)
);
CREATE INDEX organisations_by_kind ON organisations (committee_id, kind, position, id);
)sql",
       "", ""},
      {201, "Calendars a committee keeps itself",
       // calendar_years.version is a new id at every change, so that no two states of a calendar ever share it.
       R"sql(
CREATE TABLE calendar_years (
  committee_id {bigint} NOT NULL,
  year {bigint} NOT NULL,
  announced {bigint} NOT NULL,
  version {bigint} NOT NULL,
  PRIMARY KEY (committee_id, year)
);
CREATE TABLE calendar_days (
  committee_id {bigint} NOT NULL,
  day {text} NOT NULL,
  name {text} NOT NULL,
  off {bigint} NOT NULL,
  PRIMARY KEY (committee_id, day)
);
)sql",
       "", ""},
  };
  return all;
}

}  // namespace yizheng::committee
