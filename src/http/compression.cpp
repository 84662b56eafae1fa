#include "http/compression.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <charconv>
#include <stdexcept>

namespace yizheng::http {

std::string gzip(std::string_view data, int level) {
  z_stream stream{};
  // 15 + 16: the largest window, gzip framing. Memory level 8 is zlib's default.
  if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string out(deflateBound(&stream, data.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("gzip did not finish");
  return out;
}

std::string brotli(std::string_view data, int quality) {
  std::size_t size = BrotliEncoderMaxCompressedSize(data.size());
  std::string out(size, '\0');
  if (!BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, data.size(),
                             reinterpret_cast<const std::uint8_t*>(data.data()), &size,
                             reinterpret_cast<std::uint8_t*>(out.data()))) {
    throw std::runtime_error("brotli did not finish");
  }
  out.resize(size);
  return out;
}

bool accepts_encoding(std::string_view accept_encoding, std::string_view coding) {
  while (!accept_encoding.empty()) {
    auto item = accept_encoding.substr(0, accept_encoding.find(','));
    accept_encoding.remove_prefix(std::min(item.size() + 1, accept_encoding.size()));
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    auto name = item.substr(0, item.find(';'));
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    if (name != coding) continue;
    const auto q = item.find("q=");
    if (q == std::string_view::npos) return true;
    double quality = 0;
    const auto text = item.substr(q + 2);
    std::from_chars(text.data(), text.data() + text.size(), quality);
    return quality > 0;
  }
  return false;
}

bool compressible(std::string_view content_type) {
  const auto type = content_type.substr(0, content_type.find(';'));
  return type.starts_with("text/") || type.ends_with("json") || type == "image/svg+xml" || type == "text/javascript" ||
         type == "application/javascript" || type == "application/xml" || type == "application/wasm";
}

}  // namespace yizheng::http
