// What the routes share: a stored report read and compared, as the pages show it.
#pragma once

#include "reports/report_routes.h"
#include "reports/report_view.h"

namespace yizheng::reports {

// Reads on the calling thread, outside any transaction; only the comparison asks the database again. Texts under `zh`
// are Traditional where the reader's Accept-Language asks for it.
http::Versioned<ReportView> show_report(const Services& services, store::Database& database,
                                        const http::Request& request, Id document_id);

// Whether the reader of an answer reads Traditional characters.
bool reads_traditional(const http::Request& request);
void tell_in_traditional(ReportView& view);
void tell_in_traditional(IndicatorView& view);

}  // namespace yizheng::reports
