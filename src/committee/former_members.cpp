#include "committee/former_members.h"

#include "identity/like.h"
#include "identity/page.h"
#include "text/fold.h"

namespace yizheng::committee {

http::Page<FormerMember> former_members(store::Connection& db, Id committee_id, const FormerQuery& query) {
  const auto newest =
      db.select_one<int>("SELECT number FROM terms WHERE committee_id = ? ORDER BY number DESC LIMIT 1", committee_id);
  if (!newest) return {};
  // Of each person the last term only.
  std::string sql =
      "SELECT p.sort_key, p.id, p.name, o.name, t.number, m.status FROM memberships m"
      " JOIN terms t ON t.committee_id = m.committee_id AND t.id = m.term_id"
      " JOIN persons p ON p.committee_id = m.committee_id AND p.id = m.person_id"
      " LEFT JOIN organisations o ON o.committee_id = m.committee_id AND o.id = m.sector_id"
      " WHERE m.committee_id = ? AND (t.number < ? OR m.status <> 'ACTIVE') AND NOT EXISTS"
      " (SELECT 1 FROM memberships n JOIN terms u ON u.committee_id = n.committee_id AND u.id = n.term_id"
      " WHERE n.committee_id = m.committee_id AND n.person_id = m.person_id AND u.number > t.number)";
  std::vector<store::Value> parameters{committee_id.value, static_cast<std::int64_t>(*newest)};
  if (!query.query.empty()) {
    // As typed and as folded, like the directory.
    sql += " AND (p.name LIKE ? ESCAPE '!' OR p.name LIKE ? ESCAPE '!')";
    parameters.emplace_back(identity::contains_pattern(query.query));
    parameters.emplace_back(identity::contains_pattern(text::fold(query.query)));
  }
  if (!query.after.empty()) {
    const auto dot = query.after.find('.');
    const auto id = dot == std::string::npos ? std::nullopt : parse_id(std::string_view(query.after).substr(dot + 1));
    if (!id) throw identity::wrong_cursor();
    const auto key = query.after.substr(0, dot);
    sql += " AND (p.sort_key > ? OR (p.sort_key = ? AND p.id > ?))";
    parameters.emplace_back(key);
    parameters.emplace_back(key);
    parameters.emplace_back(id->value);
  }
  const auto limit = identity::page_size(query.limit);
  sql += " ORDER BY p.sort_key, p.id LIMIT ?";
  parameters.emplace_back(static_cast<std::int64_t>(limit + 1));
  using Row = std::tuple<std::string, Id, std::string, std::optional<std::string>, int, identity::MembershipStatus>;
  return identity::page_of<FormerMember>(
      db.select_with<Row>(sql, parameters), limit,
      [&](Row& row) {
        auto& [key, person_id, name, sector_name, term_number, status] = row;
        return FormerMember{person_id,   std::move(name), std::move(sector_name),
                            term_number, status,          term_number == *newest};
      },
      [](const Row& row) { return std::get<0>(row) + "." + to_string(std::get<1>(row)); });
}

}  // namespace yizheng::committee
