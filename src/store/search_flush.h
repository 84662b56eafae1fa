// From the queue into a segment.
#pragma once

#include <optional>

#include "store/database.h"
#include "store/search_build.h"

namespace yizheng::store {

// One kind of record of one committee.
struct SearchCollection {
  Id committee_id;
  std::string kind;
  std::int64_t waiting = 0;
};
BOOST_DESCRIBE_STRUCT(SearchCollection, (), (committee_id, kind, waiting))

// The collections with something in the queue, the longest queue first.
std::vector<SearchCollection> waiting_collections(Connection& db);

// The oldest (or the newest) of the queue, not more than a segment is made of at once.
enum class QueueEnd { OLDEST, NEWEST };
std::vector<QueuedDocument> take_from_queue(Connection& db, const SearchCollection& collection,
                                            QueueEnd end = QueueEnd::OLDEST);

// Writes a segment made of queued documents and takes them from the queue. A document that changed since stays
// queued and is dead in the segment. Returns false, writing nothing, where none of them waits any more.
bool write_segment(Write& write, const SearchCollection& collection, BuiltSegment built);

void write_block(Connection& db, Id committee_id, std::int64_t segment, const Block& block);

}  // namespace yizheng::store
