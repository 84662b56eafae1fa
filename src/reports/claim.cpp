#include "reports/claim.h"

namespace yizheng::reports {

Name Names::of(std::string_view text) {
  if (text.empty()) return 0;
  const auto [found, added] = names_.try_emplace(std::string(text), static_cast<Name>(texts_.size()));
  if (added) texts_.push_back(found->first);
  return found->second;
}

std::string_view Names::text(Name name) const { return texts_.at(name); }

}  // namespace yizheng::reports
