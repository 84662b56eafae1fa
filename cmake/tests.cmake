# Tests that are not C++: structure, scenarios, browser, crashes. Each is one ctest entry; ./yz test brings what they need.
set(NODE ${CMAKE_SOURCE_DIR}/tools/node)
# A sanitized program is several times slower: whoever waits for it has that much more patience (tests/support/paths.mjs).
set(PATIENCE 1)
if(YIZHENG_SANITIZE)
  set(PATIENCE 6)
endif()

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
  math(EXPR seconds "${ARG_TIMEOUT} * ${PATIENCE}")
  set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${seconds}
    ENVIRONMENT "YIZHENG_BINARY=$<TARGET_FILE:yizheng>;YIZHENG_PATIENCE=${PATIENCE};${ARG_ENVIRONMENT}")
endfunction()

foreach(subject rooms files borrowed catalogues messages api)
  node_test(structure/${subject} LABEL structure TIMEOUT 60
    COMMAND --test --test-reporter=spec tests/structure/${subject}.test.mjs)
endforeach()
node_test(web/unit LABEL web TIMEOUT 300 FOLDER web NEEDS web/package.json COMMAND node_modules/vitest/vitest.mjs run)

# The real program under people's eyes, on the small district that `yizheng demo --prepare` makes.
file(GLOB demo CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/cli/demo*.cpp)
if(demo)
  foreach(engine sqlite postgresql)
    node_test(scenarios/${engine} LABEL scenarios TIMEOUT 900 FOLDER scenarios ENVIRONMENT YIZHENG_ENGINE=${engine}
      COMMAND node_modules/@cucumber/cucumber/bin/cucumber.js)
  endforeach()
  # Who may do what, from outside: every route, every step, every id; and the 298 real proposals where they are at hand.
  foreach(subject routes lifecycle ids)
    node_test(permissions/${subject} LABEL permissions TIMEOUT 600
      COMMAND --test --test-reporter=spec tests/permissions/${subject}.test.mjs)
  endforeach()
  node_test(permissions/lifecycle-postgresql LABEL permissions TIMEOUT 600 ENVIRONMENT YIZHENG_ENGINE=postgresql
    COMMAND --test --test-reporter=spec tests/permissions/lifecycle.test.mjs)
  node_test(real/year LABEL real TIMEOUT 900 COMMAND --test --test-reporter=spec tests/real/year.test.mjs)
  node_test(chaos/kill LABEL chaos TIMEOUT 600 COMMAND tests/chaos/kill.mjs 10 sqlite)
  node_test(chaos/postgresql-restart LABEL chaos TIMEOUT 600 COMMAND tests/chaos/postgresql-restart.mjs)
  file(GLOB browser_tests CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/browser/*.test.mjs)
  foreach(file IN LISTS browser_tests)
    get_filename_component(subject ${file} NAME_WE)
    node_test(browser/${subject} LABEL browser TIMEOUT 600 NEEDS web/package.json
      COMMAND --test --test-reporter=spec --test-concurrency=1 ${file})
    # A browser needs a core to itself, or its waits run out.
    set_tests_properties(browser/${subject} PROPERTIES PROCESSORS 2)
  endforeach()
endif()

# For work on the store itself: not built by default.
add_executable(store_bench EXCLUDE_FROM_ALL src/store/store_bench.cpp)
target_link_libraries(store_bench PRIVATE room_store)

# The measure for submissions in ./yz bench: SQLite alone.
add_executable(bare_sqlite EXCLUDE_FROM_ALL bench/bare_sqlite.cpp)
target_link_libraries(bare_sqlite PRIVATE PkgConfig::SQLITE)

# For work on the reader of reports: not built by default.
add_executable(repair_bench EXCLUDE_FROM_ALL src/text/repair_bench.cpp src/text/damage_bench.cpp)
target_link_libraries(repair_bench PRIVATE room_text)

# Reports read against the gold of ../shared: what it measures (bench/read_*.cpp), and the test that it is good enough.
add_library(read_gold STATIC EXCLUDE_FROM_ALL bench/read_gold.cpp bench/read_meaning.cpp)
target_include_directories(read_gold PUBLIC ${CMAKE_SOURCE_DIR}/bench)
target_compile_definitions(read_gold PUBLIC YIZHENG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(read_gold PUBLIC room_reports)
target_precompile_headers(read_gold REUSE_FROM room_base)
add_executable(read_gold_test bench/read_meaning_test.cpp)
target_link_libraries(read_gold_test PRIVATE read_gold GTest::gtest GTest::gtest_main)
target_precompile_headers(read_gold_test REUSE_FROM room_base)
gtest_discover_tests(read_gold_test TEST_PREFIX "reports/" DISCOVERY_MODE PRE_TEST)
