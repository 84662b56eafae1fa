// The HTTP interface of the identity room.
#pragma once

#include "http/route.h"
#include "identity/web_session.h"

namespace yizheng::identity {

// `sessions` must outlive the server that serves the routes.
http::Routes identity_routes(SessionAuthenticator& sessions);

// Its parts, one file each.
http::Routes sign_in_routes(SessionAuthenticator& sessions);
http::Routes profile_routes(SessionAuthenticator& sessions);
http::Routes account_routes(SessionAuthenticator& sessions);
http::Routes notice_routes();
http::Routes ledger_routes();

}  // namespace yizheng::identity
