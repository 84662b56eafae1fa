# Compiler cache, fast linker, warnings as errors.
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
# ccache needs -fpch-preprocess to see through precompiled headers; ./yz sets its sloppiness.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${CCACHE})
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
add_compile_options(-Wall -Wextra -Wshadow -Wnon-virtual-dtor -Werror -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
# GCC 12 reports maybe-uninitialized and restrict inside libstdc++ and Boost headers at -O2 (GCC bugs 105329, 105562).
add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized> $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
if(YIZHENG_SANITIZE)
  # After -O0 of the preset, so it is -O1 that counts: without it the whole suite takes hours.
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    add_compile_options(-O1)
  endif()
  add_compile_options(-fsanitize=${YIZHENG_SANITIZE} -fno-omit-frame-pointer)
  if(YIZHENG_SANITIZE MATCHES "undefined" AND NOT YIZHENG_FUZZ)
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
  # GCC's ThreadSanitizer does not follow fences; Asio has some, and tells threads of each other by mutexes all the same.
  if(YIZHENG_SANITIZE MATCHES "thread")
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
  endif()
  # These two look into SOCI's backends, whose type information Debian's libraries do not give out.
  if(YIZHENG_SANITIZE MATCHES "undefined")
    set_source_files_properties(src/store/soci_connection.cpp src/store/statement.cpp PROPERTIES COMPILE_OPTIONS -fno-sanitize=vptr)
  endif()
  add_link_options(-fsanitize=${YIZHENG_SANITIZE})
endif()
