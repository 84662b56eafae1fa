// The HTTP interface of the reports room; docs in ROUTES.md.
#pragma once

#include "committee/rules.h"
#include "http/route.h"
#include "reports/report_counts.h"
#include "store/attachments.h"

namespace yizheng::reports {

// What handlers need; all must outlive the server.
struct Services {
  committee::Rules& rules;
  store::AttachmentFolder& attachments;
  ReadingCache& cache;
  std::shared_ptr<CountsCache> counts = std::make_shared<CountsCache>();  // one for all copies
};

http::Routes report_routes(Services services);

// Its parts, one file each.
http::Routes document_routes(Services services);
http::Routes correction_routes(Services services);
http::Routes comparison_routes(Services services);

}  // namespace yizheng::reports
