#include "identity/identity_routes.h"

namespace yizheng::identity {

http::Routes identity_routes(SessionAuthenticator& sessions) {
  http::Routes all;
  const auto add = [&](http::Routes part) { std::move(part.begin(), part.end(), std::back_inserter(all)); };
  add(sign_in_routes(sessions));
  add(profile_routes(sessions));
  add(account_routes(sessions));
  add(notice_routes());
  add(ledger_routes());
  return all;
}

}  // namespace yizheng::identity
