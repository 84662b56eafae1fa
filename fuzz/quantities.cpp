// Figures: any bytes in, figures in order of place, on whole characters, inside the text, the same with and without the
// rest of the numbers.
#include "reports/quantities.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yizheng::reports;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Names names;
  const auto all = find_quantities(text, names, true);
  std::size_t before = 0, claims = 0;
  for (const Claim& claim : all) {
    if (claim.begin >= claim.end || claim.end > size) std::abort();
    if (is_claim(claim.kind)) {
      if (claim.begin < before) std::abort();
      before = claim.end;
      ++claims;
      if (!std::isfinite(claim.value)) std::abort();
      if (!std::isnan(claim.value_high) && !(claim.value_high > claim.value)) std::abort();
      if (!(claim.step > 0)) std::abort();
      names.text(claim.unit);
    }
  }
  Names others;
  if (find_quantities(text, others, false).size() != claims) std::abort();
  return 0;
}
