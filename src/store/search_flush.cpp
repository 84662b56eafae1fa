#include "store/search_flush.h"

namespace yizheng::store {

std::vector<SearchCollection> waiting_collections(Connection& db) {
  return db.select<SearchCollection>(
      "SELECT committee_id, kind, COUNT(*) AS waiting FROM search_queue GROUP BY committee_id, kind "
      "ORDER BY waiting DESC, committee_id, kind");
}

std::vector<QueuedDocument> take_from_queue(Connection& db, const SearchCollection& collection, QueueEnd end) {
  std::vector<QueuedDocument> documents;
  std::size_t bytes = 0;
  static const auto kinds = [] {
    std::vector<ColumnKind> all;
    detail::add_kinds<QueuedDocument>(all);
    return all;
  }();
  static const std::string start =
      "SELECT " + columns_of<QueuedDocument>() + " FROM search_queue WHERE committee_id = ? AND kind = ? ORDER BY id";
  const auto sql = start + (end == QueueEnd::OLDEST ? " LIMIT ?" : " DESC LIMIT ?");
  const std::array<Value, 3> parameters{collection.committee_id.value, collection.kind,
                                        static_cast<std::int64_t>(MOST_AT_ONCE)};
  db.run(sql, kinds, parameters, [&](const RowView& row) {
    std::size_t column = 0;
    auto document = from_row<QueuedDocument>(row, column);
    bytes += document.title.size() + document.body.size();
    // UTF-8 of Chinese: three bytes a character.
    if (!documents.empty() && bytes > MOST_CHARACTERS * 3) return false;
    documents.push_back(std::move(document));
    return true;
  });
  return documents;
}

void write_block(Connection& db, Id committee_id, std::int64_t segment, const Block& block) {
  db.execute("INSERT INTO search_blocks (committee_id, segment_id, section, first_term, data) VALUES (?, ?, ?, ?, ?)",
             committee_id, segment, static_cast<std::int64_t>(block.section), block.first_term, Bytes{block.data});
}

bool write_segment(Write& write, const SearchCollection& collection, BuiltSegment built) {
  auto& standing = built.bits.find("")->second;
  for (std::size_t i = 0; i < built.documents.size(); ++i) {
    const auto& document = built.documents[i];
    const auto taken =
        write.db.execute("DELETE FROM search_queue WHERE committee_id = ? AND kind = ? AND id = ? AND token = ?",
                         collection.committee_id, collection.kind, document.id, document.token);
    if (taken == 0) standing.clear(i);
  }
  if (!standing.any()) return false;
  const auto segment = new_id();
  write.db.execute(
      "INSERT INTO search_segments (committee_id, kind, segment_id, state, documents, entries) VALUES (?, ?, ?, ?, ?, "
      "?)",
      collection.committee_id, collection.kind, segment, static_cast<std::int64_t>(SegmentState::LIVE),
      built.entries.size(), Bytes{encode_entries(built.entries)});
  for (const auto& [label, bits] : built.bits) {
    write.db.execute("INSERT INTO search_bits (committee_id, segment_id, label, bits) VALUES (?, ?, ?, ?)",
                     collection.committee_id, segment, label, Bytes{bits.encode()});
  }
  for (const auto& block : built.blocks) write_block(write.db, collection.committee_id, segment.value, block);
  return true;
}

}  // namespace yizheng::store
