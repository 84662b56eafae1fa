// A label in the languages of the interface.
#pragma once

#include <string>

#include "base/json.h"

namespace yizheng::committee {

// zh_hant is made from zh where the pack gives none.
struct Label {
  std::string zh, zh_hant, en;

  bool operator==(const Label&) const = default;
};
BOOST_DESCRIBE_STRUCT(Label, (), (zh, zh_hant, en))

}  // namespace yizheng::committee
