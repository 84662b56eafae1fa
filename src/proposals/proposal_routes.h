// The HTTP interface of the proposals room. ROUTES.md is its table for people; the rows are in *_routes.cpp.
#pragma once

#include "committee/rules.h"
#include "http/route.h"
#include "store/attachments.h"
#include "store/search.h"

namespace yizheng::proposals {

// What handlers need; all must outlive the server.
struct Services {
  committee::Rules& rules;
  store::AttachmentFolder& attachments;
};

http::Routes proposal_routes(Services services);

// Its parts, one file each.
http::Routes reading_routes(Services services);
http::Routes authoring_routes(Services services);
http::Routes review_routes(Services services);
http::Routes unit_routes(Services services);
http::Routes follow_up_routes(Services services);
http::Routes attachment_routes(Services services);
http::Routes statistics_routes(Services services);
http::Routes public_routes(Services services);

// Open deadlines follow the holiday calendar. Call once, before the server starts.
void watch_calendar(committee::Rules& rules);

}  // namespace yizheng::proposals
