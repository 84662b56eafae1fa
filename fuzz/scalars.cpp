// Ids, dates, times and session cookies: what is accepted is written back as it was read, or names the same value.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "identity/token.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yizheng;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto id = parse_id(text); id && to_string(*id) != text) std::abort();
  if (const auto date = parse_date(text); date && to_string(*date) != text) std::abort();
  if (const auto instant = parse_instant(text); instant && parse_instant(to_string(*instant)) != instant) std::abort();
  if (const auto token = identity::parse_session_cookie(text); token && token->cookie_value() != text) std::abort();
  return 0;
}
