#include "identity/directory.h"

#include "identity/like.h"
#include "identity/page.h"
#include "text/fold.h"

namespace yizheng::identity {
http::Page<DirectoryMember> directory(store::Connection& db, Id committee_id, const DirectoryQuery& query) {
  std::string sql =
      "SELECT p.sort_key, p.id, p.name, m.sector_id, o.name, m.party FROM memberships m"
      " JOIN terms t ON t.committee_id = m.committee_id AND t.id = m.term_id"
      " JOIN persons p ON p.committee_id = m.committee_id AND p.id = m.person_id"
      " LEFT JOIN organisations o ON o.committee_id = m.committee_id AND o.id = m.sector_id"
      " WHERE m.committee_id = ? AND m.status = 'ACTIVE' AND t.number = (SELECT MAX(number) FROM terms WHERE "
      "committee_id = ?)";
  std::vector<store::Value> parameters{committee_id.value, committee_id.value};
  if (!query.query.empty()) {
    // Names are kept as their bearers write them, so the query is tried as typed and as folded.
    sql += " AND (p.name LIKE ? ESCAPE '!' OR p.name LIKE ? ESCAPE '!')";
    parameters.emplace_back(contains_pattern(query.query));
    parameters.emplace_back(contains_pattern(text::fold(query.query)));
  }
  if (query.sector) {
    sql += " AND m.sector_id = ?";
    parameters.emplace_back(query.sector->value);
  }
  if (!query.after.empty()) {
    const auto dot = query.after.find('.');
    const auto id =
        parse_id(std::string_view(query.after).substr(dot == std::string::npos ? query.after.size() : dot + 1));
    if (!id) throw wrong_cursor();
    const auto key = query.after.substr(0, dot);
    sql += " AND (p.sort_key > ? OR (p.sort_key = ? AND p.id > ?))";
    parameters.emplace_back(key);
    parameters.emplace_back(key);
    parameters.emplace_back(id->value);
  }
  const auto limit = page_size(query.limit);
  sql += " ORDER BY p.sort_key, p.id LIMIT ?";
  parameters.emplace_back(static_cast<std::int64_t>(limit + 1));
  using Row = std::tuple<std::string, DirectoryMember>;
  return page_of<DirectoryMember>(
      db.select_with<Row>(sql, parameters), limit, [](Row& row) { return std::move(std::get<1>(row)); },
      [](const Row& row) { return std::get<0>(row) + "." + to_string(std::get<1>(row).person_id); });
}

}  // namespace yizheng::identity
