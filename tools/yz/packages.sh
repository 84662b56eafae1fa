# Debian packages: what packaging/debian-packages.txt names for a purpose and this machine lacks.

packages_for() {  # PURPOSE…: lines "name version-start", each name once
  awk -v purposes=" $* " '!/^#/ && NF >= 3 && index(purposes, " " $3 " ") && !seen[$1]++ { print $1, $2 }' \
    packaging/debian-packages.txt
}

# Prints the packages of the PURPOSEs that are not installed, and those whose version is not the one we know.
packages_missing() {
  local -A installed=()
  local name version wanted status
  while read -r name status version; do
    [ "$status" = "ii" ] && installed[$name]=$version
  done < <(packages_for "$@" | cut -d' ' -f1 | xargs dpkg-query -W -f '${Package} ${db:Status-Abbrev} ${Version}\n' 2>/dev/null)
  while read -r name wanted; do
    version=${installed[$name]:-}
    if [ -z "$version" ]; then
      echo "missing $name"
    elif [ "$wanted" != "*" ] && [[ $version != "$wanted"* ]]; then
      echo "other $name $version $wanted"
    fi
  done < <(packages_for "$@")
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo -- "$@"
  fi
}

apt_install() {
  local apt=(apt-get -y -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3)
  # An installation that was interrupted is finished first, or apt refuses every further one.
  [ -z "$(dpkg --audit)" ] || as_root dpkg --configure -a
  as_root "${apt[@]}" update
  as_root env DEBIAN_FRONTEND=noninteractive "${apt[@]}" install --no-install-recommends "$@"
}

check_may_install() {  # PACKAGE…
  if ! command -v apt-get >/dev/null || ! grep -q '^VERSION_CODENAME=bookworm' /etc/os-release 2>/dev/null; then
    say_problem "This machine is not Debian 12, so ./yz does not know how to install here: $*"
    say_problem "Use a Debian 12 machine (a container or a virtual one will do). 请在 Debian 12 上运行。"
    exit 3
  fi
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    say_problem "Some Debian packages are missing and only root can install them. Run as root, once:"
    say_problem "  apt-get update && apt-get install --no-install-recommends $*"
    say_problem "then start ./yz again. 缺少软件包,请用 root 运行上面的命令。"
    exit 3
  fi
}

# need_packages PURPOSE…
need_packages() {
  local problems wanted=() line
  problems=$(packages_missing "$@")
  mapfile -t wanted < <(awk '$1 == "missing" { print $2 }' <<<"$problems")
  if [ ${#wanted[@]} -gt 0 ]; then
    check_may_install "${wanted[@]}"
    step "Installing ${#wanted[@]} Debian packages (once; needs the network): ${wanted[*]}" \
      "Check the network and /etc/apt/sources.list, then run the same command again" apt_install "${wanted[@]}"
    problems=$(packages_missing "$@")
  fi
  while read -r line; do
    [ -n "$line" ] || continue
    # shellcheck disable=SC2086
    set -- $line
    if [ "$1" = missing ]; then
      say_problem "Debian package $2 is still not installed. Run: apt-get install $2"
      exit 3
    fi
    say "Note: $2 is version $3; Yizheng is known to work with $4… (packaging/debian-packages.txt)"
  done <<<"$problems"
}
