// What a person may write about himself.
#pragma once

#include <string>

namespace yizheng::identity {

struct Profile;

void check_profile(const Profile& profile);    // throws Problem 422 `invalid_field`
void check_reason(const std::string& reason);  // at most 500 characters

}  // namespace yizheng::identity
