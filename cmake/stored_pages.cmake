# A stored page of a proposal holds only for the build that made it (src/proposals/stored_page.h): its form is made from
# the sources that decide what a page shows.
set(page_form ${CMAKE_BINARY_DIR}/generated/proposals/page_form.h)
file(GLOB page_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/base/json.* ${CMAKE_SOURCE_DIR}/src/base/time.*
  ${CMAKE_SOURCE_DIR}/src/base/id.* ${CMAKE_SOURCE_DIR}/src/store/attachments.h ${CMAKE_SOURCE_DIR}/src/proposals/*.h
  ${CMAKE_SOURCE_DIR}/src/proposals/*.cpp)
list(FILTER page_sources EXCLUDE REGEX "(_test\\.cpp|testing\\.h)$")
list(SORT page_sources)
list(JOIN page_sources "|" joined)
add_custom_command(OUTPUT ${page_form}
  COMMAND ${CMAKE_COMMAND} -DOUT=${page_form} "-DFILES=${joined}" -P ${CMAKE_SOURCE_DIR}/cmake/page_form.cmake
  DEPENDS ${page_sources} ${CMAKE_SOURCE_DIR}/cmake/page_form.cmake VERBATIM)
target_sources(room_proposals PRIVATE ${page_form})
target_include_directories(room_proposals PRIVATE ${CMAKE_BINARY_DIR}/generated)
