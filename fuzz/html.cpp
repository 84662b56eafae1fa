// HTML pages, however broken.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/formats.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yizheng::text;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!valid_utf8(bytes)) return 0;
  if (!valid_utf8(html_text(bytes))) std::abort();
  return 0;
}
