// The statistics of a scope as the API gives them: figures, definitions, and the records behind each.
#pragma once

#include "committee/rules.h"
#include "http/route.h"
#include "proposals/statistics.h"

namespace yizheng::proposals {

// Which of the pack's result classes count as resolved, and as planned.
ClassFlags class_flags(const committee::Pack& pack);

StatisticsView view_statistics(store::Connection& db, const http::Caller& caller, const committee::Pack& pack,
                               const Scope& scope);

struct RecordsQuery {
  std::optional<Id> session_id;
  std::optional<Date> from, to;
  std::optional<std::string> category;
  std::optional<Id> sector_id, unit_id;
  std::optional<std::string> part;  // "numerator" (where absent) or "denominator"
  std::optional<std::string> after;
  std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(RecordsQuery, (), (session_id, from, to, category, sector_id, unit_id, part, after, limit))
http::Page<ProposalRow> records_behind(store::Connection& db, const http::Caller& caller, const committee::Pack& pack,
                                       std::string_view code, const RecordsQuery& query);

}  // namespace yizheng::proposals
