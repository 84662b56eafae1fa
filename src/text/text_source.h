// A text file of any of the encodings people send, read as UTF-8 piece by piece.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace yizheng::text {

enum class Encoding { UTF_8, UTF_16LE, UTF_16BE, GB18030 };
const char* encoding_name(Encoding encoding);  // "GB18030"

struct EncodingGuess {
  Encoding encoding = Encoding::UTF_8;
  bool byte_order_mark = false;
};

// Reads the whole file once. UTF-8 where it is valid, else GB 18030 where that is; UTF-16 by its mark or by its NULs.
// A file that is nearly UTF-8 is damaged UTF-8, never GB 18030: nobody is to get a year of garbled titles.
// Throws Problem 422 `table_encoding` with the line of the first byte that fits nothing.
EncodingGuess detect_encoding(const std::string& path);

class TextSource {
 public:
  TextSource(const std::string& path, EncodingGuess guess);
  ~TextSource();
  // The next piece as UTF-8 without the byte order mark; empty at the end. Throws as detect_encoding does.
  std::string_view next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace yizheng::text
