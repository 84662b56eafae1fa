// What the program itself needs of a pack, and what a pack may not do.
#pragma once

#include <map>
#include <string>

#include "committee/pack_table.h"

namespace yizheng::committee {

// Where things of a pack were read: "role.MEMBER" → file and line.
struct PackPlace {
  std::string file;
  long line = 0;
};
using PackPlaces = std::map<std::string, PackPlace>;

// Checks what no single table shows; also completes `excludes` ("*", and both directions).
void check_pack(Pack& pack, const PackPlaces& places, PackFaults& faults);

// The settings there are, with the values each may have.
const std::map<std::string, std::vector<std::string>>& known_settings();

}  // namespace yizheng::committee
