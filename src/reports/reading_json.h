// A reading as JSON, for other programs: the format of docs/reading.md.
#pragma once

#include <ostream>
#include <string_view>

#include "reports/reading.h"

namespace yizheng::reports {

// One object and a line end, written as it goes: a text of 100 MB is never held a second time.
void write_reading_json(std::ostream& out, std::string_view file, const Reading& reading,
                        const indicators::Catalogue& catalogue);

}  // namespace yizheng::reports
