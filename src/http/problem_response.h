// Problems as application/problem+json (RFC 9457).
#pragma once

#include <string_view>

#include "http/message.h"

namespace yizheng::http {

// The languages a problem is told in.
enum class Language { SIMPLIFIED, TRADITIONAL, ENGLISH };

// What Accept-Language likes best; Simplified Chinese is the default. zh-Hant, zh-TW, zh-HK and zh-MO are Traditional.
Language preferred_language(std::string_view accept_language);

// type, title, status, detail, instance (the request id), code, zh, en, zh_hant for who reads Traditional, and field
// where one is at fault.
Response problem_response(const Problem& problem, std::string_view request_id, Language language);

// What a caught exception becomes; logs the unexpected ones under the request id.
Response problem_response(std::exception_ptr exception, const Request& request, std::string_view operation,
                          Language language);

// The standard phrase of a status, "" for one we never send.
std::string_view reason_phrase(int status);

}  // namespace yizheng::http
