# Fuzz targets: fuzz/NAME.cpp becomes fuzz_NAME, with libFuzzer (clang). Built by the preset "fuzz" alone; ./yz fuzz runs them.
option(YIZHENG_FUZZ "build the fuzz targets (needs clang)" OFF)
if(NOT YIZHENG_FUZZ)
  return()
endif()

function(fuzz_target name)
  add_executable(fuzz_${name} ${CMAKE_SOURCE_DIR}/fuzz/${name}.cpp)
  foreach(room IN LISTS ARGN)
    target_link_libraries(fuzz_${name} PRIVATE room_${room})
  endforeach()
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
endfunction()

fuzz_target(json base http)
fuzz_target(text base text)
fuzz_target(table base text)
fuzz_target(scalars base identity)
add_custom_target(fuzz_targets DEPENDS fuzz_json fuzz_text fuzz_table fuzz_scalars)
