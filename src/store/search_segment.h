// The documents of a segment, and who may find them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/bits.h"
#include "store/connection.h"

namespace yizheng::store {

constexpr std::size_t MOST_IN_SEGMENT = 65'536;

enum class SegmentState : std::int64_t { BUILDING, LIVE, DROPPED };

struct SegmentEntry {
  std::int64_t order = 0;
  std::int64_t id = 0;
};
// Newer before older; of the same time the later id first.
inline bool shown_before(const SegmentEntry& a, const SegmentEntry& b) {
  return a.order != b.order ? a.order > b.order : a.id > b.id;
}
using SegmentEntries = std::vector<SegmentEntry>;

std::string encode_entries(const SegmentEntries& entries);
SegmentEntries decode_entries(std::string_view bytes);

struct SegmentInfo {
  std::int64_t id = 0;
  std::int64_t documents = 0;
};
std::vector<SegmentInfo> live_segments(Connection& db, Id committee_id, std::string_view kind);

// The documents of a segment by place. Kept in memory (16 bytes a document): a segment never changes, and its id is
// never used again.
std::shared_ptr<const SegmentEntries> segment_entries(Connection& db, Id committee_id, std::string_view kind,
                                                      std::int64_t segment);

// Which documents of a segment carry a label; the label "" is on all that still stand.
Bits read_bits(Connection& db, Id committee_id, const SegmentInfo& segment, std::string_view label);
void write_bits(Connection& db, Id committee_id, std::int64_t segment, std::string_view label, const Bits& bits);

// Where a document stands among the segments, if it does.
struct Standing {
  SegmentInfo segment;
  std::size_t place = 0;
};
std::optional<Standing> find_document(Connection& db, Id committee_id, std::string_view kind,
                                      const SegmentEntry& entry);

}  // namespace yizheng::store
