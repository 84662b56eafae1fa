// The tables of the identity room, versions 100 to 199.
#pragma once

#include <vector>

#include "store/migrations.h"

namespace yizheng::identity {

const std::vector<store::Migration>& identity_migrations();

}  // namespace yizheng::identity
