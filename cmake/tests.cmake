# Tests that are not C++: structure, scenarios, browser, crashes. Each is one ctest entry; ./yz test brings what they need.
set(NODE ${CMAKE_SOURCE_DIR}/tools/node)

# node_test(NAME LABEL label TIMEOUT seconds [NEEDS file…] [ENVIRONMENT NAME=VALUE…] COMMAND arguments of node…): absent where one of NEEDS is.
function(node_test name)
  cmake_parse_arguments(ARG "" "LABEL;TIMEOUT;FOLDER" "NEEDS;ENVIRONMENT;COMMAND" ${ARGN})
  foreach(file IN LISTS ARG_NEEDS)
    if(NOT EXISTS ${CMAKE_SOURCE_DIR}/${file})
      return()
    endif()
  endforeach()
  if(NOT ARG_FOLDER)
    set(ARG_FOLDER .)
  endif()
  add_test(NAME ${name} COMMAND ${NODE} ${ARG_COMMAND} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/${ARG_FOLDER})
  set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "YIZHENG_BINARY=$<TARGET_FILE:yizheng>;${ARG_ENVIRONMENT}")
endfunction()

foreach(subject rooms files catalogues)
  node_test(structure/${subject} LABEL structure TIMEOUT 60
    COMMAND --test --test-reporter=spec tests/structure/${subject}.test.mjs)
endforeach()
