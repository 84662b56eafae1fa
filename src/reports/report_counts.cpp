#include "reports/report_counts.h"

namespace yizheng::reports {
namespace {

std::string made_from(const ReportInput& input) {
  return fmt::format("{}/{}/{}", reading_key(input), input.document.own, input.document.basis);
}

}  // namespace

void CountsCache::keep(const ReportInput& input, const ReportCounts& counts, Instant now) {
  auto key = made_from(input);
  std::lock_guard lock(mutex_);
  if (by_document_.size() >= most) by_document_.clear();  // counted again when next asked for
  by_document_[input.document.id.value] = {std::move(key), counts, now};
}

std::optional<ReportCounts> CountsCache::find(const ReportInput& input, Instant now) const {
  const auto key = made_from(input);
  std::lock_guard lock(mutex_);
  const auto found = by_document_.find(input.document.id.value);
  if (found == by_document_.end() || found->second.made_from != key) return std::nullopt;
  const auto age = std::chrono::milliseconds(now.ms - found->second.at.ms);
  if (input.document.own && age > own_lasts) return std::nullopt;
  return found->second.counts;
}

}  // namespace yizheng::reports
