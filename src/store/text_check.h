// What may be stored as text: UTF-8 without NUL. PostgreSQL refuses anything else; SQLite would keep it and
// show it to people, so both are checked here.
#pragma once

#include <string_view>

namespace yizheng::store {

bool storable_text(std::string_view text);

}  // namespace yizheng::store
