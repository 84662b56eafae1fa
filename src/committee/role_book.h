// The pack's roles as the identity room asks for them.
#pragma once

#include <memory>

#include "committee/pack.h"
#include "identity/roles.h"

namespace yizheng::committee {

identity::RoleBook role_book(std::shared_ptr<const Pack> pack);

}  // namespace yizheng::committee
