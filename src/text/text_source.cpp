#include "text/text_source.h"

#include <unicode/ucnv.h>

#include <array>
#include <fstream>
#include <vector>

#include "base/problem.h"

namespace yizheng::text {
namespace {

constexpr std::size_t piece = 64 * 1024;

Problem undecodable(std::uint64_t line, const std::string& encoding) {
  return Problem(422, "table_encoding",
                 "第 " + std::to_string(line) + " 行有不属于 " + encoding + " 的字节:请把文件另存为 UTF-8 后重试",
                 "line " + std::to_string(line) + " has bytes that are not " + encoding +
                     ": save the file as UTF-8 and try again");
}

// Follows UTF-8 over the borders of pieces: counts the sequences of several bytes that are right and those that are
// not.
class Utf8Judge {
 public:
  void feed(std::string_view bytes) {
    for (const char c : bytes) step(static_cast<unsigned char>(c));
  }
  void finish() {
    if (waiting_ > 0) fail();
  }
  std::uint64_t good = 0, bad = 0, first_bad_line = 0;

 private:
  void fail() {
    if (bad++ == 0) first_bad_line = line_;
    waiting_ = 0;
  }
  void step(unsigned char c) {
    if (c == '\n') ++line_;
    if (waiting_ > 0) {
      if (c >= low_ && c <= high_) {
        low_ = 0x80;
        high_ = 0xBF;
        if (--waiting_ == 0) ++good;
        return;
      }
      fail();
    }
    if (c < 0x80) return;
    low_ = 0x80;
    high_ = 0xBF;
    if (c >= 0xC2 && c <= 0xDF) {
      waiting_ = 1;
    } else if (c >= 0xE0 && c <= 0xEF) {
      waiting_ = 2;
      if (c == 0xE0) low_ = 0xA0;
      if (c == 0xED) high_ = 0x9F;
    } else if (c >= 0xF0 && c <= 0xF4) {
      waiting_ = 3;
      if (c == 0xF0) low_ = 0x90;
      if (c == 0xF4) high_ = 0x8F;
    } else {
      fail();
    }
  }
  int waiting_ = 0;
  unsigned char low_ = 0x80, high_ = 0xBF;
  std::uint64_t line_ = 1;
};

}  // namespace

const char* encoding_name(Encoding encoding) {
  static constexpr std::array names{"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"};
  return names[static_cast<std::size_t>(encoding)];
}

EncodingGuess detect_encoding(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> buffer(piece);
  Utf8Judge judge;
  bool first = true;
  while (file.read(buffer.data(), piece), file.gcount() > 0) {
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(file.gcount()));
    if (first) {
      first = false;
      if (bytes.starts_with("\xEF\xBB\xBF")) return {Encoding::UTF_8, true};
      if (bytes.starts_with("\xFF\xFE")) return {Encoding::UTF_16LE, true};
      if (bytes.starts_with("\xFE\xFF")) return {Encoding::UTF_16BE, true};
      // Without a mark: the delimiters and digits of UTF-16 have a NUL on every second byte, on one side only.
      std::array<std::size_t, 2> nuls{};
      const auto sample = std::min<std::size_t>(bytes.size(), 4096);
      for (std::size_t i = 0; i < sample; ++i) nuls[i % 2] += bytes[i] == '\0';
      if (nuls[0] + nuls[1] > 4 && nuls[0] + nuls[1] > sample / 50) {
        if (nuls[1] > 0 && nuls[0] == 0) return {Encoding::UTF_16LE, false};
        if (nuls[0] > 0 && nuls[1] == 0) return {Encoding::UTF_16BE, false};
      }
    }
    judge.feed(bytes);
  }
  judge.finish();
  if (judge.bad == 0) return {Encoding::UTF_8, false};
  // Text in GB 18030 hardly ever holds right UTF-8 sequences of three bytes; damaged UTF-8 holds little else.
  if (judge.good > 8 * judge.bad) throw undecodable(judge.first_bad_line, "UTF-8");
  return {Encoding::GB18030, false};
}

struct TextSource::State {
  std::ifstream file;
  Encoding encoding;
  bool mark_to_skip;
  UConverter* from = nullptr;
  UConverter* to = nullptr;
  std::vector<char> input = std::vector<char>(piece), output = std::vector<char>(4 * piece);
  std::array<UChar, 1024> pivot{};
  UChar *pivot_source = pivot.data(), *pivot_target = pivot.data();
  const char *input_at = nullptr, *input_end = nullptr;
  bool ended = false, started = false;
  std::uint64_t line = 1;

  ~State() {
    if (from != nullptr) ucnv_close(from);
    if (to != nullptr) ucnv_close(to);
  }
};

TextSource::TextSource(const std::string& path, EncodingGuess guess) : state_(std::make_unique<State>()) {
  state_->file.open(path, std::ios::binary);
  state_->encoding = guess.encoding;
  state_->mark_to_skip = true;
  UErrorCode error = U_ZERO_ERROR;
  state_->from = ucnv_open(encoding_name(guess.encoding), &error);
  state_->to = ucnv_open("UTF-8", &error);
  ucnv_setToUCallBack(state_->from, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU has no converter: install libicu72");
}

TextSource::~TextSource() = default;

std::string_view TextSource::next() {
  auto& s = *state_;
  while (true) {
    if (s.input_at == s.input_end && !s.ended) {
      s.file.read(s.input.data(), piece);
      s.input_at = s.input.data();
      s.input_end = s.input_at + s.file.gcount();
      s.ended = s.file.gcount() == 0;
    } else if (s.ended && s.started && s.input_at == nullptr) {
      return {};
    }
    char* target = s.output.data();
    UErrorCode error = U_ZERO_ERROR;
    ucnv_convertEx(s.to, s.from, &target, s.output.data() + s.output.size(), &s.input_at, s.input_end, s.pivot.data(),
                   &s.pivot_source, &s.pivot_target, s.pivot.data() + s.pivot.size(), !s.started, s.ended, &error);
    s.started = true;
    std::string_view text(s.output.data(), static_cast<std::size_t>(target - s.output.data()));
    const auto lines = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR)
      throw undecodable(s.line + lines, encoding_name(s.encoding));
    s.line += lines;
    if (s.ended && error != U_BUFFER_OVERFLOW_ERROR) s.input_at = nullptr;
    if (s.mark_to_skip && !text.empty()) {
      s.mark_to_skip = false;
      if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    }
    if (!text.empty()) return text;
    if (s.ended && s.input_at == nullptr) return {};
  }
}

}  // namespace yizheng::text
