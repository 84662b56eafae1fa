// Work that may wait while somebody waits for an answer.
#pragma once

namespace yizheng {

// Lets the calling thread step back behind the others of this process where processors are scarce (Linux keeps a nice
// value for each thread). For threads whose work nobody waits for: indexing, pages kept ready.
void step_back();

}  // namespace yizheng
