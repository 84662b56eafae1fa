// Containers (zip, and what is made of it: OOXML, OFD): limits before anyone unpacks them, and what is hidden inside.
#pragma once

#include "store/attachments.h"

namespace yizheng::store {

// Throws Problem 422 `file_unsafe` for a container that is broken, encrypted, too large when unpacked, or with entries
// that would leave their folder. The media type is empty where the content does not fit `extension`.
FileCheck check_zip(std::string_view content, const std::string& extension);

}  // namespace yizheng::store
