// The organisations of the demo district.
#pragma once

#include <span>
#include <string_view>

#include "committee/organisation.h"

namespace yizheng::demo {

struct OrganisationEntry {
  committee::OrganisationKind kind;
  std::string_view code, name, short_name, subkind;
  bool in_small = false;  // also part of the small district
};
std::span<const OrganisationEntry> organisation_entries();

}  // namespace yizheng::demo
