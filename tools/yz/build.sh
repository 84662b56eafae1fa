# Building: the program with CMake and Ninja, the web application with Vite.

cpu_jobs() { nproc; }

configure() {  # PRESET
  YZ_FRESH=0
  [ -f "build/$1/build.ninja" ] && return
  YZ_FRESH=1
  rm -f "build/$1/CMakeCache.txt"  # left by a configuration that was interrupted
  step "Configuring the program ($1)" "A Debian package may be missing or damaged" cmake --preset "$1"
}

# build_program PRESET [TARGET…]
build_program() {
  local preset=$1
  shift
  configure "$preset"
  # The steps that look for new files are always "to do"; more than that is worth a word.
  local planned started=$SECONDS
  planned=$(ninja -C "build/$preset" -n "$@" 2>/dev/null | grep -c '^\[' || true)
  [ $YZ_FRESH = 0 ] || planned=all
  [ "$planned" = all ] || [ "$planned" -gt 2 ] || planned=
  [ -z "$planned" ] || say "Building the program ($preset; the first time takes some minutes)"
  ninja -C "build/$preset" -j "$(cpu_jobs)" --quiet "$@" >"$YZ_LOG" 2>&1 </dev/null || build_failed
  [ -z "$planned" ] || say "  built in $((SECONDS - started)) s"
}

build_failed() {
  grep -m 30 -A 12 -E 'error|FAILED|Error' "$YZ_LOG" | head -60 >&2 || tail -n 40 "$YZ_LOG" >&2
  say_problem "The program did not compile; the first error is above, the whole output in $YZ_LOG."
  say_problem "After a pull, 'rm -rf build' and the same command again starts from nothing."
  exit 3
}

web_stamp() {
  find web -name node_modules -prune -o -path web/dist -prune -o -path web/test-results -prune -o -type f -print0 |
    sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

build_web() {
  [ -f web/package.json ] || return 0
  local stamp
  stamp=$(web_stamp)
  [ "$(cat web/dist/.stamp 2>/dev/null)" = "$stamp" ] && return
  need_node
  need_modules web
  step "Building the web application" "The error is above; 'rm -rf web/node_modules' and the same command again starts from nothing" \
    npm --prefix web run build
  web_stamp >web/dist/.stamp  # last, and anew: the build may have written generated types
}
