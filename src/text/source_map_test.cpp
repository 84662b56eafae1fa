#include "text/source_map.h"

#include <gtest/gtest.h>

namespace yizheng::text {
namespace {

TEST(SourceMap, PlacesGoBothWaysThroughWhatWasReplacedAndCutOut) {
  // "abXXcdYef" became "ab1cdef": XX was replaced by 1, Y was cut out.
  SourceMap map;
  map.replaced(2, 4, 2, 3);
  map.replaced(6, 7, 5, 5);
  EXPECT_EQ(map.source_of(0), 0u);
  EXPECT_EQ(map.source_of(2), 2u);      // in the replacement: where the original begins
  EXPECT_EQ(map.source_of(3), 4u);      // c
  EXPECT_EQ(map.source_of(5), 7u);      // e, behind the cut
  EXPECT_EQ(map.source_end_of(5), 6u);  // "cd" ends before the cut
  EXPECT_EQ(map.source_end_of(3), 4u);
  EXPECT_EQ(map.source_end_of(7), 9u);
  EXPECT_EQ(map.result_of(3), 2u);
  EXPECT_EQ(map.result_of(4), 3u);
  EXPECT_EQ(map.result_of(6), 5u);
  EXPECT_EQ(map.result_of(8), 6u);
}

TEST(SourceMap, CodePointsAreCountedForwardAndAgain) {
  CodePointCounter counter("议a政");
  EXPECT_EQ(counter.at(3), 1u);
  EXPECT_EQ(counter.at(7), 3u);
  EXPECT_EQ(counter.at(4), 2u);
}

}  // namespace
}  // namespace yizheng::text
