# cmake -DOUT=FILE -DFILES=a|b|… -P page_form.cmake: the form of stored pages of proposals, a number that is another one
# whenever a source that decides what a page shows is another.
string(REPLACE "|" ";" files "${FILES}")
set(all "")
foreach(file IN LISTS files)
  file(SHA256 "${file}" hash)
  string(APPEND all "${hash}")
endforeach()
string(SHA256 hash "${all}")
string(SUBSTRING "${hash}" 0 15 digits)
file(CONFIGURE OUTPUT "${OUT}" CONTENT "// Made by cmake/page_form.cmake.
#pragma once

#include <cstdint>

namespace yizheng::proposals {
constexpr std::int64_t page_form = 0x1${digits};
}
")
