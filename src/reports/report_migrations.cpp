#include "reports/report_migrations.h"

namespace yizheng::reports {
namespace {

const char* reports_sql = R"(
CREATE TABLE report_documents (
  committee_id {bigint} NOT NULL, id {bigint} NOT NULL, title {text} NOT NULL, about {text} NOT NULL, own {bigint} NOT NULL,
  year {bigint}, basis {text} NOT NULL, source {text} NOT NULL, file_name {text} NOT NULL, media_type {text} NOT NULL,
  size {bigint} NOT NULL, sha256 {text} NOT NULL, uploaded_by {bigint} NOT NULL, uploaded_at {bigint} NOT NULL,
  version {bigint} NOT NULL, PRIMARY KEY (committee_id, id));
CREATE TABLE report_choices (
  committee_id {bigint} NOT NULL, document_id {bigint} NOT NULL, kind {text} NOT NULL, begin_at {bigint} NOT NULL,
  end_at {bigint} NOT NULL, apply {bigint} NOT NULL, chosen_by {bigint} NOT NULL, chosen_at {bigint} NOT NULL,
  PRIMARY KEY (committee_id, document_id, kind, begin_at, end_at));
CREATE TABLE report_mappings (
  committee_id {bigint} NOT NULL, id {bigint} NOT NULL, words {text} NOT NULL, unit {text} NOT NULL,
  indicator {text} NOT NULL, example {text} NOT NULL, created_by {bigint} NOT NULL, created_at {bigint} NOT NULL,
  PRIMARY KEY (committee_id, id));
CREATE UNIQUE INDEX report_mappings_by_words ON report_mappings (committee_id, words, unit)
)";

}  // namespace

const std::vector<store::Migration>& report_migrations() {
  static const std::vector<store::Migration> list{
      {400, "reports loaded, choices of their repairs, mappings learned", reports_sql, "", ""},
  };
  return list;
}

}  // namespace yizheng::reports
