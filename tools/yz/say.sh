# What ./yz tells people: one line a step, and on failure what failed and what to do.

YZ_LOG=$YZ_ROOT/build/yz.log

say() { printf '· %s\n' "$*" >&2; }
say_problem() { printf '✗ %s\n' "$*" >&2; }

# step TITLE ADVICE COMMAND…: runs COMMAND with its output in the log; on failure shows the end of it and the advice.
step() {
  local title=$1 advice=$2 started=$SECONDS
  shift 2
  mkdir -p "$(dirname "$YZ_LOG")"
  say "$title"
  # Not "if ! …": there bash would ignore set -e inside COMMAND.
  local result
  set +e
  (set -e; "$@") >"$YZ_LOG" 2>&1 </dev/null
  result=$?
  set -e
  if [ $result != 0 ]; then
    say_problem "This step failed: $title"
    tail -n 40 "$YZ_LOG" | sed 's/^/    /' >&2
    say_problem "$advice (the whole output: $YZ_LOG)"
    exit 3
  fi
  local took=$((SECONDS - started))
  [ "$took" -lt 20 ] || say "  done after $took s"
}
