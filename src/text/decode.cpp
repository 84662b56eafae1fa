#include "text/decode.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/problem.h"
#include "text/char_table.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

constexpr std::size_t sample_size = 256 << 10;

DocumentNote undecodable(std::size_t count) {
  return {"undecodable_bytes", fmt::format("有 {} 处字节不能还原成文字,已用“\uFFFD”标出", count),
          fmt::format("{} places hold bytes that are no text; they are marked with U+FFFD", count)};
}

Problem binary() {
  return Problem(415, "document_type_refused", "这不是文字文件:请提供 txt、html、docx 或有文字的 pdf",
                 "this is not a text file: give a txt, html, docx, or a pdf that holds text");
}

// LF for CRLF and CR, nothing for NUL, no byte order mark; in place.
void tidy(std::string& text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (text.find('\r') == std::string::npos && text.find('\0') == std::string::npos) return;
  std::size_t out = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (c == '\0') continue;
    if (c == '\r') {
      if (at + 1 < text.size() && text[at + 1] == '\n') continue;
      c = '\n';
    }
    text[out++] = c;
  }
  text.resize(out);
}

// A sample that begins and ends where characters do, as far as UTF-8 shows.
std::string_view sample(std::string_view text) {
  if (text.size() <= sample_size) return text;
  std::size_t end = sample_size;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// UTF-16 without a mark: NULs on one side of most pairs, or code units that are mostly common Chinese on one side.
const char* utf16_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  const std::string_view head = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1});
  if (head.size() < 4) return nullptr;
  std::size_t even = 0, odd = 0, little = 0, big = 0;
  for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
    const auto a = static_cast<unsigned char>(head[i]), b = static_cast<unsigned char>(head[i + 1]);
    even += a == 0;
    odd += b == 0;
    // Punctuation and digits of the first page, ideographs and full-width forms.
    little += (b == 0 && a != 0) || (b >= 0x4E && b <= 0x9F) || b == 0x30 || b == 0xFF;
    big += (a == 0 && b != 0) || (a >= 0x4E && a <= 0x9F) || a == 0x30 || a == 0xFF;
  }
  const std::size_t pairs = head.size() / 2;
  if (even + odd == 0) return nullptr;  // any text of some length has a line end or a digit
  if (little * 20 >= pairs * 19 && odd > even && little > big) return "UTF-16LE";
  if (big * 20 >= pairs * 19 && even > odd && big > little) return "UTF-16BE";
  return nullptr;
}

bool looks_binary(std::string_view bytes) {
  static constexpr std::string_view magics[] = {
      "\x7F"
      "ELF",
      "\x89PNG",
      "GIF8",
      "\xFF\xD8\xFF",
      "Rar!",
      "7z\xBC\xAF",
      "\x1F\x8B",
      "BZh",
      "MZ",
      "RIFF",
      "II*\0",
      "MM\0*",
      "OggS",
      "ID3",
      "SQLite format 3"};
  for (const auto magic : magics) {
    if (bytes.starts_with(magic)) return magic != "MZ" || bytes.substr(0, 256).find('\0') != std::string_view::npos;
  }
  const std::string_view head = bytes.substr(0, sample_size);
  std::size_t controls = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    controls += byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != '\v';
  }
  return controls > 8 && controls * 20 > head.size();
}

// How many bytes are no part of UTF-8, and how many characters beyond ASCII are right.
void count_utf8(std::string_view bytes, std::size_t& wrong, std::size_t& right) {
  wrong = right = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    if (c == 0xFFFD && at - begin == 1)
      ++wrong;
    else
      ++right;
  }
}

// Whether UTF-8 is the encoding of a good part of the lines, so that each line is to be judged for itself.
bool mixed_lines(std::string_view bytes) {
  std::size_t valid = 0, other = 0;
  for (std::size_t at = 0; at < bytes.size() && valid + other < 20'000;) {
    const auto stop = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, stop - at);
    at = stop + 1;
    const auto beyond = std::count_if(line.begin(), line.end(), [](char c) { return c < 0; });
    if (beyond >= 12) (valid_utf8(line) ? valid : other) += 1;
  }
  return valid * 5 >= valid + other && valid > 0;
}

// UTF-8 with damage: lines that are whole in another encoding are decoded from it, other wrong bytes become U+FFFD.
std::string decode_mixed(std::string_view bytes, std::size_t& lost, bool& mixed) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  lost = 0;
  mixed = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto stop = bytes.find('\n', at);
    const std::size_t end = stop == std::string_view::npos ? bytes.size() : stop + 1;
    const std::string_view line = bytes.substr(at, end - at);
    at = end;
    if (valid_utf8(line)) {
      out += line;
      continue;
    }
    std::size_t wrong = 0, right = 0;
    count_utf8(line, wrong, right);
    if (wrong > right / 4) {
      std::size_t lost_here = 0;
      std::string other = decode_gb18030_mended(line, lost_here, false);
      if (plausibility(other) >= 800) {
        out += other;
        lost += lost_here;
        mixed = true;
        continue;
      }
    }
    bool before = false;
    for (std::size_t i = 0; i < line.size();) {
      const std::size_t begin = i;
      const char32_t c = next_code_point(line, i);
      const bool bad = c == 0xFFFD && i - begin == 1;
      if (bad && !before) append_utf8(out, 0xFFFD), ++lost;
      if (!bad) out += line.substr(begin, i - begin);
      before = bad;
    }
  }
  return out;
}

Decoded finish(std::string text, std::string encoding, std::size_t lost) {
  tidy(text);
  Decoded decoded{std::move(text), std::move(encoding), {}};
  if (decoded.encoding != "UTF-8") {
    decoded.notes.push_back({"encoding", "文件编码:" + decoded.encoding, "the file is encoded in " + decoded.encoding});
  }
  if (lost > 0) decoded.notes.push_back(undecodable(lost));
  return decoded;
}

Decoded utf8_text(std::string text, std::string encoding, std::size_t lost) {
  if (Twice twice = decode_twice(text); !twice.text.empty()) {
    return finish(std::move(twice.text), twice.encoding, lost + twice.lost);
  }
  return finish(std::move(text), std::move(encoding), lost);
}

}  // namespace

Decoded decode(std::string bytes, std::string_view named) {
  if (const char* utf16 = utf16_of(bytes)) {
    std::size_t lost = 0;
    const std::size_t mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ? 2 : 0;
    std::string text = decode_legacy(std::string_view(bytes).substr(mark), utf16, lost);
    if (text.find_first_not_of('\0') != std::string::npos && plausibility(sample(text)) < 300 && mark == 0)
      throw binary();
    bytes.clear();
    return utf8_text(std::move(text), utf16, lost);
  }
  if (looks_binary(bytes)) throw binary();
  if (valid_utf8(bytes)) return utf8_text(std::move(bytes), "UTF-8", 0);

  std::size_t wrong = 0, right = 0;
  count_utf8(bytes, wrong, right);
  std::size_t lost = 0;
  // Chinese in GBK seldom makes even one right sequence in ten.
  if (right > wrong * 3 || mixed_lines(bytes)) {
    bool mixed = false;
    std::string text = decode_mixed(bytes, lost, mixed);
    bytes.clear();
    bytes.shrink_to_fit();
    return utf8_text(std::move(text), mixed ? "UTF-8, GB18030" : "UTF-8", lost);
  }
  // GB 18030 or Big5: the reading whose characters are the commoner, on a sample; equal goes to what the page says.
  const std::string_view head = std::string_view(bytes).substr(0, sample_size);
  std::size_t gb_lost = 0, big_lost = 0;
  const int gb = plausibility(decode_legacy(head, "gb18030", gb_lost)) -
                 static_cast<int>(std::min<std::size_t>(400, gb_lost * 4000 / head.size()));
  const int big = plausibility(decode_legacy(head, "windows-950-2000", big_lost)) -
                  static_cast<int>(std::min<std::size_t>(400, big_lost * 4000 / head.size()));
  const bool says_big = named.find("big5") != std::string_view::npos || named.find("Big5") != std::string_view::npos ||
                        named.find("BIG5") != std::string_view::npos;
  if (big > gb + (says_big ? -50 : 50)) {
    std::string text = decode_legacy(bytes, "windows-950-2000", lost);
    bytes.clear();
    return finish(std::move(text), "Big5", lost);
  }
  std::string text = gb_lost == 0 ? decode_legacy(bytes, "gb18030", lost) : std::string();
  if (gb_lost > 0 || lost > 0) text = decode_gb18030_mended(bytes, lost);
  bytes.clear();
  if (plausibility(sample(text)) < 250) throw binary();
  return finish(std::move(text), "GB18030", lost);
}

}  // namespace yizheng::text
