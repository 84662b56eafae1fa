// Request bodies: whatever comes in is read or refused with a Problem, and what was read is written back the same.
#include "base/json.h"

#include <cstdint>
#include <cstdlib>

#include "http/json_body.h"
#include "proposals/proposal_api.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yizheng;
  try {
    const auto value = http::parse_json_body({reinterpret_cast<const char*>(data), size});
    const auto draft = read_json<proposals::DraftBody>(value);
    const auto text = to_json(draft);
    if (to_json(read_json<proposals::DraftBody>(http::parse_json_body(text))) != text) std::abort();
  } catch (const Problem&) {
  }
  return 0;
}
