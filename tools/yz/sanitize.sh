# ./yz test --sanitize address|thread: the same tests with a build that reports faults of memory, arithmetic and threads.
# The reports go to files, since a server under test may be killed or its words thrown away; one report is a failure.

sanitizer_preset() {  # KIND
  case $1 in
    address) echo asan ;;
    thread) echo tsan ;;
    *)
      say_problem "usage: ./yz test --sanitize address|thread [ctest arguments]"
      exit 2
      ;;
  esac
}

sanitizer_options() {  # FOLDER of reports: what the sanitizers read from the environment
  # That a place of static storage is used before it is made is looked for too; so are uses of a frame that has ended.
  export ASAN_OPTIONS="log_path=$1/report:detect_leaks=1:detect_stack_use_after_return=1:check_initialization_order=1:strict_init_order=1:strict_string_checks=1"
  export LSAN_OPTIONS="suppressions=$YZ_ROOT/tools/yz/sanitize/leak.txt:print_suppressions=0"
  export UBSAN_OPTIONS="log_path=$1/report:print_stacktrace=1"
  export TSAN_OPTIONS="log_path=$1/report:suppressions=$YZ_ROOT/tools/yz/sanitize/thread.txt:print_suppressions=0:second_deadlock_stack=1"
}

# What has no C++ of ours in it (structure, web) or waits for a browser is left to the plain ./yz test.
yz_test_sanitized() {  # KIND [ctest arguments]
  local preset reports result=0
  preset=$(sanitizer_preset "${1:-}")
  shift
  reports=$YZ_ROOT/build/$preset/reports
  need_packages build test
  need_node
  build_program "$preset"
  need_modules scenarios
  rm -rf "$reports"
  mkdir -p "$reports"
  sanitizer_options "$reports"
  say "Testing ($preset; many times slower than the plain tests)"
  ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j 2 -LE '^(structure|web|browser)$' "$@" || result=$?
  local files=("$reports"/report.*)
  if [ -e "${files[0]}" ]; then
    say_problem "${#files[@]} sanitizer reports in $reports; the first of each kind:"
    grep -hE '^SUMMARY|runtime error' "${files[@]}" | sort | uniq -c | sort -rn | head -40 >&2
    exit 1
  fi
  exit $result
}
