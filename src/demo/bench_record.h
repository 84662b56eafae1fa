// One proposal of the benchmark's committee, with its whole way behind it.
#pragma once

#include "demo/bench_cast.h"
#include "demo/texts.h"
#include "proposals/proposal.h"

namespace yizheng::demo {

struct BenchTexts {
  DraftText draft;
  ReplyText reply;
  std::string result_class;
};
BenchTexts make_bench_texts(Random& random);

class BenchRecorder {
 public:
  BenchRecorder(const BenchCast& cast, committee::Rules& rules, const BenchSize& size);
  // Writes the proposal number `n` of size.proposals, oldest first, and returns its id.
  Id record(store::Write& write, std::size_t n, const BenchTexts& texts);
  // At the end: lets later submissions count on from the numbers given.
  void keep_counters(store::Write& write) const;

 private:
  const BenchCast& cast_;
  committee::Rules& rules_;
  const BenchSize size_;
  Random random_;
  std::vector<std::int64_t> serials_, numbers_;  // given so far, by session
  std::map<std::pair<std::string, Date>, std::pair<committee::Deadline, std::string>> counted_;

  friend struct BenchStory;
};

}  // namespace yizheng::demo
