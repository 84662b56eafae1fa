// What a story remembers between its steps.
#pragma once

#include "demo/story.h"
#include "proposals/proposal_api.h"

namespace yizheng::demo {

struct Stage::Tale {
  Wish wish;
  Subject subject;
  DraftText draft;
  proposals::DraftBody written;  // as it was first sent
  std::size_t order = 0;
  Id id;  // once it is written
  const http::Caller* proposer = nullptr;
  std::string proposer_name;
  const Body* body = nullptr;  // of a collective proposal
  std::vector<const Member*> cosigners;
  std::vector<Unit> units;  // lead or sole first; all of SEPARATE
  proposals::HandlingType type = proposals::HandlingType::SOLE;
  int round = 1;
  Instant filed_at;
  TalePtr main;  // of MERGED
  std::string result_class;

  std::vector<proposals::UnitChoice> choices() const;
};

}  // namespace yizheng::demo
