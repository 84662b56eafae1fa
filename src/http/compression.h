// gzip and brotli, and who accepts them.
#pragma once

#include <string>
#include <string_view>

namespace yizheng::http {

std::string gzip(std::string_view data, int level);      // 1 fast … 9 small
std::string brotli(std::string_view data, int quality);  // 0 fast … 11 small
bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);
bool compressible(std::string_view content_type);  // text, JSON, JavaScript, SVG

}  // namespace yizheng::http
