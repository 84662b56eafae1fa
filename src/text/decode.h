// Bytes of any encoding people publish in, as UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace yizheng::text {

struct Decoded {
  std::string text;      // valid UTF-8, LF, no byte order mark, no NUL
  std::string encoding;  // as in Document
  std::vector<DocumentNote> notes;
};

// Takes the bytes over (a valid UTF-8 file is not copied). `named` is the encoding a page says of itself, "" where it
// says none; the bytes have the last word. Throws Problem 415 `document_type_refused` for bytes that are no text.
Decoded decode(std::string bytes, std::string_view named = {});

// A legacy encoding by ICU, wrong bytes as U+FFFD; `lost` counts those. Names as ICU knows them.
std::string decode_legacy(std::string_view bytes, const char* encoding, std::size_t& lost);
// GB 18030 with lost or stray bytes: each stretch between ASCII characters is read so that its characters are
// the commonest, dropping one byte where that helps. `learn`: common is also what the bytes themselves use often (not
// for many short pieces: it costs some microseconds).
std::string decode_gb18030_mended(std::string_view bytes, std::size_t& lost, bool learn = true);

// Text that was UTF-8 and was read as GBK or as Latin-1 and stored again: the original, "" where it is not so.
struct Twice {
  std::string text;
  const char* encoding = "";  // "UTF-8 in GB18030", "UTF-8 in Latin-1", "GB18030 in Latin-1"
  std::size_t lost = 0;
};
Twice decode_twice(std::string_view utf8);

// How much a text looks like Chinese: of its characters beyond ASCII the share, in thousandths, of the commonest
// Chinese characters and of Chinese punctuation. 1000 where there are none beyond ASCII.
int plausibility(std::string_view utf8);

}  // namespace yizheng::text
