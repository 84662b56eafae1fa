// Removing what merges leave behind.
#include "store/search_merge.h"

namespace yizheng::store {
namespace {

constexpr std::int64_t BLOCKS_A_STEP = 200;

struct Leftover {
  Id committee_id;
  std::string kind;
  std::int64_t segment_id = 0;
};
BOOST_DESCRIBE_STRUCT(Leftover, (), (committee_id, kind, segment_id))

// Returns true when the segment is gone altogether.
bool sweep_step(Connection& db, const Leftover& leftover) {
  const auto limit = db.select_one<std::tuple<std::int64_t, std::int64_t>>(
      "SELECT section, first_term FROM search_blocks WHERE committee_id = ? AND segment_id = ? "
      "ORDER BY section, first_term LIMIT 1 OFFSET ?",
      leftover.committee_id, leftover.segment_id, BLOCKS_A_STEP);
  if (limit) {
    const auto [section, term] = *limit;
    db.execute(
        "DELETE FROM search_blocks WHERE committee_id = ? AND segment_id = ? AND (section < ? OR (section = ? AND "
        "first_term < ?))",
        leftover.committee_id, leftover.segment_id, section, section, term);
    return false;
  }
  for (const auto* table : {"search_blocks", "search_bits"}) {
    db.execute("DELETE FROM " + std::string(table) + " WHERE committee_id = ? AND segment_id = ?",
               leftover.committee_id, leftover.segment_id);
  }
  db.execute("DELETE FROM search_segments WHERE committee_id = ? AND kind = ? AND segment_id = ?",
             leftover.committee_id, leftover.kind, leftover.segment_id);
  return true;
}

}  // namespace

void sweep_segments(Database& database, bool own_building, const std::function<bool()>& stop) {
  // Ids hold the milliseconds of their making above 22 other bits: what was begun an hour ago is nobody's work any
  // more.
  constexpr std::int64_t AN_HOUR = std::int64_t{3'600'000} << 22;
  const auto begun_before = new_id().value - (own_building ? 0 : AN_HOUR);
  const auto leftovers = database.read([&](Connection& db) {
    return db.select<Leftover>(
        "SELECT committee_id, kind, segment_id FROM search_segments WHERE state = ? OR (state = ? AND segment_id < ?)",
        static_cast<std::int64_t>(SegmentState::DROPPED), static_cast<std::int64_t>(SegmentState::BUILDING),
        begun_before);
  });
  for (const auto& leftover : leftovers) {
    while (!stop() && !database.write_and_wait([&](Write& write) { return sweep_step(write.db, leftover); })) {
    }
  }
}

}  // namespace yizheng::store
