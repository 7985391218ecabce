# shellcheck shell=bash
# The public clients of npm that the tests run against the server. Needs say.sh, browser.sh and ROOT.

# require_clients: afterwards their packages are in testkit/clients/node_modules, as the lock file
# says. Debian's node and npm are installed where we may. Where they can't be had the tests that need
# them are skipped, and say so.
require_clients() {
  local folder=$ROOT/testkit/clients
  [[ $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]] && has_node && return
  if ! has_node && is_debian_root; then
    say "installing Debian's nodejs and npm for the tests with public clients"
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends nodejs npm || true
  fi
  if ! has_node; then
    say 'NO NODE, so the tests with public clients of npm are SKIPPED: install nodejs and npm'
    return
  fi
  say 'fetching the public clients for the tests'
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
    say 'NO CLIENTS (no network?), so the tests with public clients of npm are SKIPPED'
}

has_node() { command -v node >/dev/null && command -v npm >/dev/null; }
