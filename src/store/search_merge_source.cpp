#include "store/search_merge_source.h"

namespace yizheng::store {
namespace {

// Bounds the memory of a merge: dense terms have blocks of up to a megabyte, and eight segments are read at once.
constexpr std::int64_t BLOCKS_AT_ONCE = 16;
constexpr std::size_t BYTES_AT_ONCE = 512 * 1024;

}  // namespace

SectionSource::SectionSource(Database& database, Id committee_id, std::int64_t segment, Section section)
    : database_(database), committee_id_(committee_id), segment_(segment), section_(section) {}

void SectionSource::fetch() {
  static constexpr std::array COLUMNS{ColumnKind::INTEGER, ColumnKind::BYTES};
  const std::array<Value, 5> parameters{committee_id_.value, segment_, static_cast<std::int64_t>(section_), fetched_to_,
                                        BLOCKS_AT_ONCE};
  std::size_t bytes = 0;
  database_.read([&](Connection& db) {
    db.run(
        "SELECT first_term, data FROM search_blocks WHERE committee_id = ? AND segment_id = ? AND section = ? AND "
        "first_term > ? ORDER BY first_term LIMIT ?",
        COLUMNS, parameters, [&](const RowView& row) {
          blocks_.push_back({section_, row.integer(0), std::string(row.text(1))});
          bytes += blocks_.back().data.size();
          return bytes < BYTES_AT_ONCE;
        });
  });
  at_end_ = blocks_.empty();
  if (!at_end_) fetched_to_ = blocks_.back().first_term;
}

bool SectionSource::next() {
  for (;;) {
    if (reader_) {
      if (reader_->next()) return true;
      reader_.reset();
      blocks_.pop_front();
    }
    if (blocks_.empty()) {
      if (!at_end_) fetch();
      if (at_end_) return false;
    }
    reader_.emplace(blocks_.front().first_term, blocks_.front().data);
  }
}

}  // namespace yizheng::store
