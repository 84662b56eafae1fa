// One segment read term by term for a merge.
#pragma once

#include <deque>

#include "store/database.h"
#include "store/search_block.h"
#include "store/search_segment.h"

namespace yizheng::store {

// The entries of one section by rising term, fetched some blocks at a time, each time in a short read of its own: a
// long one would keep SQLite's log from being emptied.
class SectionSource {
 public:
  SectionSource(Database& database, Id committee_id, std::int64_t segment, Section section);
  bool next();  // false at the end
  Term term() const { return reader_->term(); }
  std::string_view payload() const { return reader_->payload(); }

 private:
  void fetch();

  Database& database_;
  Id committee_id_;
  std::int64_t segment_;
  Section section_;
  Term fetched_to_ = -1;
  bool at_end_ = false;
  std::deque<Block> blocks_;
  std::optional<BlockReader> reader_;
};

}  // namespace yizheng::store
