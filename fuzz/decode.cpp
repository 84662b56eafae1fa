// Files people upload as text or HTML: any bytes become valid UTF-8 without NUL and CR, or a Problem.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/problem.h"
#include "text/document.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yizheng;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  // PDFs are a process of their own, with its own fuzzers; DOCX has its own target.
  if (bytes.find("%PDF-") < 64 || bytes.starts_with("PK")) return 0;
  try {
    const auto document = text::read_document(std::move(bytes));
    if (!text::valid_utf8(document.text) || document.text.find('\0') != std::string::npos ||
        document.text.find('\r') != std::string::npos || document.encoding.empty()) {
      std::abort();
    }
  } catch (const Problem&) {
  }
  return 0;
}
