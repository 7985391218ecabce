# shellcheck shell=bash
# A browser for the tests of the page. Needs say.sh.

# require_browser: afterwards PARLEY_CHROMIUM is a Chromium. Debian's is installed where we may, the
# one thing that these scripts put outside this folder and the user's cache.
require_browser() {
  local missing=()
  find_browser || missing+=(chromium)
  # The page leaves emoji to the system; without them its pictures show boxes.
  if is_debian_root; then
    [[ -e /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf ]] || missing+=(fonts-noto-color-emoji)
    if ((${#missing[@]} > 0)); then
      say "installing Debian's ${missing[*]} for the tests of the page"
      apt-get update -q
      DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
    fi
  fi
  find_browser ||
    die 'the tests of the page need Chromium or Chrome: install one or point PARLEY_CHROMIUM at it'
  export PARLEY_CHROMIUM
}

find_browser() {
  local browser
  if [[ -n ${PARLEY_CHROMIUM:-} ]]; then
    [[ -x $PARLEY_CHROMIUM ]] || die "PARLEY_CHROMIUM=$PARLEY_CHROMIUM is not a program"
    return
  fi
  for browser in chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Chromium.app/Contents/MacOS/Chromium' \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    if PARLEY_CHROMIUM=$(command -v "$browser"); then return; fi
  done
  return 1
}

is_debian_root() {
  [[ $(id -u) == 0 && -r /etc/os-release ]] && grep -qx 'ID=debian' /etc/os-release
}
