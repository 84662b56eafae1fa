// Small segments made into larger ones, so that a search looks at few. Nothing waits for it: the new segment is written
// beside the old ones, a little at a time, and takes their place in one step.
#pragma once

#include "store/database.h"
#include "store/search_flush.h"

namespace yizheng::store {

// The segments that should become one now: eight of about the same size, or one of which most documents are gone.
std::vector<SegmentInfo> due_for_merge(Connection& db, Id committee_id, std::string_view kind);

// `stop` is asked between steps; an unfinished merge is dropped. Returns false where another process came first.
bool merge_segments(Database& database, const SearchCollection& collection, const std::vector<SegmentInfo>& sources,
                    const std::function<bool()>& stop);

// Removes what finished and unfinished merges have left, a little at a time: dropped segments, and those under
// construction for an hour (`own_building`: at once, where no other process can be at it).
void sweep_segments(Database& database, bool own_building, const std::function<bool()>& stop);

// Collections that have segments.
std::vector<SearchCollection> indexed_collections(Connection& db);

}  // namespace yizheng::store
