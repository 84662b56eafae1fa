# Node.js 24 for the web tools and the tests, and the npm packages of a folder by its lock file.

YZ_NODE_HOME=$YZ_ROOT/build/tools/node
NODE_MAJOR=24

content_stamp() { sha256sum "$@" | sha256sum | cut -d' ' -f1; }

# Prints the folder with a good enough `node`, or nothing.
node_folder() {
  local own
  for own in "$YZ_NODE_HOME"/node_modules/node-linux-*/bin; do
    [ -x "$own/node" ] && { echo "$own"; return; }
  done
  local system
  system=$(command -v node || true)
  if [ -n "$system" ] && [ "$("$system" -p 'process.versions.node.split(".")[0]')" -ge $NODE_MAJOR ]; then
    dirname "$system"
  fi
}

install_node() {  # into a folder beside, renamed when complete
  local part=$YZ_NODE_HOME.part
  rm -rf "$part" "$YZ_NODE_HOME"
  mkdir -p "$part"
  cp packaging/node/package.json packaging/node/package-lock.json "$part"
  (cd "$part" && npm ci --ignore-scripts --no-fund --no-audit)
  "$(echo "$part"/node_modules/node-linux-*/bin/node)" --version
  content_stamp packaging/node/package-lock.json >"$part/stamp"
  mv "$part" "$YZ_NODE_HOME"
}

install_debian_npm() { apt_install npm; }

# need_node: afterwards `node` and `npm` on the PATH are new enough.
need_node() {
  if [ -d "$YZ_NODE_HOME" ] && [ "$(cat "$YZ_NODE_HOME/stamp" 2>/dev/null)" != "$(content_stamp packaging/node/package-lock.json)" ]; then
    rm -rf "$YZ_NODE_HOME"
  fi
  local folder
  folder=$(node_folder)
  if [ -z "$folder" ]; then
    case $(uname -m) in
      x86_64 | aarch64) ;;
      *)
        say_problem "There is no Node.js $NODE_MAJOR package for $(uname -m). Install Node.js $NODE_MAJOR or newer yourself and run ./yz again."
        exit 3
        ;;
    esac
    if ! command -v npm >/dev/null; then
      check_may_install npm
      step "Installing Debian's npm (once)" "Check the network and run the same command again" install_debian_npm
    fi
    step "Installing Node.js $NODE_MAJOR from the npm registry (once; this machine's own is older)" \
      "Check that npm reaches its registry (npm ping), then run the same command again" install_node
    folder=$(node_folder)
  fi
  export PATH=$folder:$PATH
  if [ -d "$YZ_NODE_HOME/node_modules/npm/bin" ]; then
    export PATH=$YZ_NODE_HOME/node_modules/.bin:$PATH
  fi
}

# need_modules FOLDER: node_modules as the folder's package-lock.json says.
need_modules() {
  local folder=$1 stamp
  stamp=$(content_stamp "$folder/package-lock.json")
  [ "$(cat "$folder/node_modules/.yizheng-stamp" 2>/dev/null)" = "$stamp" ] && return
  step "Installing the npm packages of $folder" \
    "Check that npm reaches its registry (npm ping), then run the same command again" \
    npm --prefix "$folder" ci --no-fund --no-audit
  echo "$stamp" >"$folder/node_modules/.yizheng-stamp"  # last: an interrupted installation is repeated
}
