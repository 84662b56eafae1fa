// Folding and decoding: any bytes in, valid UTF-8 out, and positions that name code points of the original.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/fold.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yizheng::text;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto folded = fold_with_positions(bytes);
  if (!valid_utf8(folded.text) || folded.text != fold(bytes)) std::abort();
  if (folded.positions.size() != length(folded.text)) std::abort();
  for (std::size_t i = 1; i < folded.positions.size(); ++i) {
    if (folded.positions[i] < folded.positions[i - 1]) std::abort();
  }
  if (fold(folded.text) != folded.text) std::abort();
  const auto count = length(folded.text);
  if (bigrams(folded.text).size() != (count == 0 ? 0 : count - 1)) std::abort();
  if (const auto decoded = decode_gb18030(bytes); decoded && !valid_utf8(*decoded)) std::abort();
  return 0;
}
