// Session tokens: 256 random bits. The cookie is "<committee id>.<token>", so that the row is found by a key that
// starts with the committee; the database keeps the token's SHA-256 only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace yizheng::identity {

struct SessionToken {
  Id committee_id;
  std::string token;  // 43 characters of base64url

  std::string cookie_value() const;
  std::string hash() const;  // 64 hex digits
  // Made from the token by a keyed hash: one for each session, and nothing of it in the database.
  std::string csrf_token() const;
};

SessionToken new_session_token(Id committee_id);
std::optional<SessionToken> parse_session_cookie(std::string_view value);

}  // namespace yizheng::identity
