// Tables of the reports room: migrations 400–499.
#pragma once

#include <vector>

#include "store/migrations.h"

namespace yizheng::reports {

const std::vector<store::Migration>& report_migrations();

}  // namespace yizheng::reports
