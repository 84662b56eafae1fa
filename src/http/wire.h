// An answer as bytes.
#pragma once

#include <string>

#include "http/dispatch.h"

namespace yizheng::http {

// The headers every answer carries, made once.
struct FixedHeaders {
  explicit FixedHeaders(bool secure);
  std::string api;   // the strictest policy: an API answer is never a page
  std::string page;  // of the web application
};

// Appends status line and headers of `answer` to `out`, up to and with the empty line.
void write_head(std::string& out, const Answer& answer, const Exchange& exchange, const FixedHeaders& fixed,
                bool http_1_0, bool keep_alive);

}  // namespace yizheng::http
