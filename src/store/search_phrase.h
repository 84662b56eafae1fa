// Where neighbouring characters stand, in one field of one segment.
#pragma once

#include "store/search_block.h"
#include "store/search_segment.h"

namespace yizheng::store {

enum class Field { TITLE, BODY };

// The documents among `allowed` whose field holds `points` one after the other.
Bits find_phrase(Connection& db, Id committee_id, const SegmentInfo& segment, Field field, const std::u32string& points,
                 const Bits& allowed);

}  // namespace yizheng::store
