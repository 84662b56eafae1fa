// The tables of the committee room, versions 200 to 299.
#pragma once

#include <vector>

#include "store/migrations.h"

namespace yizheng::committee {

const std::vector<store::Migration>& committee_migrations();

}  // namespace yizheng::committee
