// Queued documents made into a segment, in memory.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/search_block.h"
#include "store/search_segment.h"

namespace yizheng::store {

// As it lies in search_queue: texts folded, labels one a line.
struct QueuedDocument {
  Id id;
  std::int64_t token = 0;  // new at every change, so that a change during the indexing is seen
  std::int64_t sort_order = 0;
  std::string labels;
  std::string title;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(QueuedDocument, (), (id, token, sort_order, labels, title, body))

std::string join_labels(const std::vector<std::string>& labels);  // sorted, each once
std::vector<std::string> split_labels(std::string_view lines);

struct BuiltSegment {
  std::vector<QueuedDocument> documents;  // in the segment's order, their texts dropped
  SegmentEntries entries;
  std::map<std::string, Bits, std::less<>> bits;  // by label, with "" for all
  std::vector<Block> blocks;
};

// At most MOST_AT_ONCE documents, of at most MOST_CHARACTERS together unless it is a single one.
constexpr std::size_t MOST_AT_ONCE = 1'024;
constexpr std::size_t MOST_CHARACTERS = 3'000'000;
BuiltSegment build_segment(std::vector<QueuedDocument> documents);

// The code points of folded text; what is not UTF-8 becomes U+FFFD.
std::u32string code_points(std::string_view utf8);

}  // namespace yizheng::store
