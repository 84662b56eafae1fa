// Routes every server has: /healthz, /readyz, /metrics, /openapi.json, /api/v1/constant.
#pragma once

#include "http/metrics.h"
#include "http/server.h"

namespace yizheng::http {

// `routes` are those of the rooms, for the OpenAPI document. The references must outlive the routes made.
Routes system_routes(const ServerOptions& options, const Routes& routes, const Metrics& metrics);

}  // namespace yizheng::http
