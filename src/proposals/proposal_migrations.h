// Tables of the proposals room: migrations 300–399.
#pragma once

#include <vector>

#include "store/migrations.h"

namespace yizheng::proposals {

const std::vector<store::Migration>& proposal_migrations();

}  // namespace yizheng::proposals
