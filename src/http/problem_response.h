// Problems as application/problem+json (RFC 9457).
#pragma once

#include <string_view>

#include "http/message.h"

namespace yizheng::http {

// True where Accept-Language likes English better than Chinese; Chinese is the default.
bool prefers_english(std::string_view accept_language);

// type, title, status, detail, instance (the request id), code, zh, en, and field where one is at fault.
Response problem_response(const Problem& problem, std::string_view request_id, bool english);

// What a caught exception becomes; logs the unexpected ones under the request id.
Response problem_response(std::exception_ptr exception, const Request& request, std::string_view operation,
                          bool english);

// The standard phrase of a status, "" for one we never send.
std::string_view reason_phrase(int status);

}  // namespace yizheng::http
