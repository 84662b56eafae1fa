# The commands of ./yz.

yz_help() {
  cat <<'TEXT'
Yizheng (议政): the working year of a consultative committee.

  ./yz demo [--listen HOST:PORT]   build, then serve a complete, invented district; sign-ins are printed
                                   编译并启动虚构的示范区政协,打印各角色的登录名和密码
  ./yz test [ctest arguments]      build and run every test (-R NAME runs some)   运行全部测试
  ./yz test --sanitize address|thread [ctest arguments]   the same, watched for faults of memory or of threads   查内存和线程错误
  ./yz build [PRESET]              build only: release (default), debug, asan, tsan   只编译
  ./yz bench [PART…]               measure, and write bench/results.md: reads search writes memory start page   性能测试
  ./yz bench read [--quick] [--annotation FOLDER]   measure the report reader, and write bench/results-read.md   报告识读测试
  ./yz fuzz [SECONDS]              feed the readers of foreign input with random bytes   模糊测试
  ./yz chaos [N]                   kill the server N times under load (200) and check that nothing is lost   断电测试
  ./yz format                      lay out the source files   整理代码格式
  ./yz help                        this page   本页

On a plain Debian 12 each command first installs what is missing (as root or through sudo).
TEXT
}

yz_build() {
  need_packages build
  build_program "${1:-release}"
  build_web
}

yz_demo() {
  need_packages build
  build_program release yizheng
  build_web
  local web=()
  [ -d web/dist ] && web=(--web web/dist)
  exec build/release/yizheng demo "${web[@]}" "$@"
}

yz_test() {
  if [ "${1:-}" = --sanitize ]; then
    shift
    yz_test_sanitized "$@"
  fi
  need_packages build test
  need_node
  build_program "${YIZHENG_PRESET:-release}"
  build_web
  [ ! -f web/package.json ] || need_modules web
  need_modules scenarios
  need_modules browser
  say "Testing"
  exec ctest --test-dir "build/${YIZHENG_PRESET:-release}" --output-on-failure --no-tests=error -j 2 "$@"
}

yz_bench() {
  if [ "${1:-}" = read ]; then
    shift
    need_packages build bench
    need_node
    build_program release yizheng
    exec node bench/read.mjs "$@"
  fi
  need_packages build test bench
  need_node
  build_program release yizheng bare_sqlite
  build_web
  need_modules browser
  exec bench/run "$@"
}

yz_fuzz() {
  need_packages build fuzz
  exec tools/yz/fuzz "$@"
}

yz_chaos() {
  need_packages build test
  need_node
  build_program release yizheng
  exec node tests/chaos/kill.mjs "${1:-200}"
}

yz_format() {
  need_packages format
  need_node
  need_modules tools/format
  git ls-files -z -- '*.cpp' '*.h' | xargs -0 -r clang-format-14 -i
  git ls-files -z -- '*.mjs' '*.ts' '*.vue' '*.css' '*.scss' |
    xargs -0 -r node tools/format/node_modules/prettier/bin/prettier.cjs --log-level warn --write
}
