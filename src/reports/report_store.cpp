#include "reports/report_store.h"

namespace yizheng::reports {

std::vector<ReportDocument> documents(store::Connection& db, Id committee_id, const DocumentFilter& filter) {
  std::string sql = "SELECT " + store::columns_of<ReportDocument>() + " FROM report_documents WHERE committee_id = ?";
  std::vector<store::Value> values{store::to_value(committee_id)};
  const auto where = [&](const char* condition, store::Value value) {
    sql += condition;
    values.push_back(std::move(value));
  };
  if (filter.year) where(" AND year = ?", store::to_value(*filter.year));
  if (filter.own) where(" AND own = ?", store::to_value(*filter.own));
  if (filter.after) where(" AND id < ?", store::to_value(*filter.after));
  sql += " ORDER BY id DESC LIMIT " + std::to_string(filter.limit);
  return db.select_with<ReportDocument>(sql, values);
}

std::optional<ReportDocument> find_document(store::Connection& db, Id committee_id, Id id) {
  static const std::string sql =
      "SELECT " + store::columns_of<ReportDocument>() + " FROM report_documents WHERE committee_id = ? AND id = ?";
  return db.select_one<ReportDocument>(sql, committee_id, id);
}

std::string account_name(store::Connection& db, Id committee_id, Id account_id) {
  return db
      .select_one<std::string>("SELECT display_name FROM accounts WHERE committee_id = ? AND id = ?", committee_id,
                               account_id)
      .value_or("");
}

std::vector<ReportChoice> choices_of(store::Connection& db, Id committee_id, Id document_id) {
  static const std::string sql = "SELECT " + store::columns_of<ReportChoice>() +
                                 " FROM report_choices WHERE committee_id = ? AND document_id = ? ORDER BY begin_at, "
                                 "end_at, kind";
  return db.select<ReportChoice>(sql, committee_id, document_id);
}

std::vector<ReportMapping> mappings_of(store::Connection& db, Id committee_id) {
  static const std::string sql =
      "SELECT " + store::columns_of<ReportMapping>() + " FROM report_mappings WHERE committee_id = ? ORDER BY id DESC";
  return db.select<ReportMapping>(sql, committee_id);
}

std::optional<ReportMapping> find_mapping(store::Connection& db, Id committee_id, Id id) {
  static const std::string sql =
      "SELECT " + store::columns_of<ReportMapping>() + " FROM report_mappings WHERE committee_id = ? AND id = ?";
  return db.select_one<ReportMapping>(sql, committee_id, id);
}

}  // namespace yizheng::reports
