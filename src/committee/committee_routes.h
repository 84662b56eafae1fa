// The HTTP interface of the committee room.
#pragma once

#include "committee/rules.h"
#include "http/route.h"

namespace yizheng::committee {

// `rules` must outlive the server that serves the routes.
http::Routes committee_routes(Rules& rules);

// Its parts, one file each.
http::Routes organisation_routes(Rules& rules);
http::Routes calendar_routes(Rules& rules);
http::Routes member_routes(Rules& rules);

}  // namespace yizheng::committee
