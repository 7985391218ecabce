# shellcheck shell=bash disable=SC2034 # JDK is for those who source this file
# Finds a JDK 25 on this machine, or fetches one into the user's cache folder. Needs say.sh.
#
#   PARLEY_JAVA_HOME  the JDK to use; nothing else is looked at
#   PARLEY_JDK_SITE   where to fetch from, default https://api.adoptium.net (Eclipse Temurin)

[[ -n ${HOME:-} ]] || export HOME=~ # a service may run without it
PARLEY_CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/parley
FETCHED_JDK=$PARLEY_CACHE/jdk-25

# require_jdk: afterwards JDK is the home folder of a JDK 25.
require_jdk() {
  find_jdk && return
  fetch_jdk
  JDK=$FETCHED_JDK
}

find_jdk() {
  local home on_path
  if [[ -n ${PARLEY_JAVA_HOME:-} ]]; then
    is_jdk_25 "$PARLEY_JAVA_HOME" || die "PARLEY_JAVA_HOME=$PARLEY_JAVA_HOME is not a JDK 25"
    JDK=$PARLEY_JAVA_HOME
    return
  fi
  on_path=$(readlink -f "$(command -v java)" 2>/dev/null || true)
  for home in "${JAVA_HOME:-}" "${on_path%/bin/java}" /usr/lib/jvm/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    {,"$HOME"}/Library/Java/JavaVirtualMachines/*/Contents/Home \
    {/opt/homebrew,/usr/local}/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$FETCHED_JDK"; do
    if is_jdk_25 "$home"; then
      JDK=$home
      return
    fi
  done
  return 1
}

# Reads the version from the folder's release file: to ask the JVM itself would cost every start 50
# ms.
is_jdk_25() {
  [[ -x $1/bin/javac && -r $1/release && $(<"$1/release") =~ JAVA_VERSION=\"25[\".] ]]
}

# fetch_jdk: puts the newest Temurin 25 into FETCHED_JDK, or says in one line why it can't and ends
# the script. What arrives is used only when its SHA-256 is the published one; it gets its final
# name as the last step, so a fetch that breaks off leaves nothing that could pass for a JDK.
fetch_jdk() (
  site=${PARLEY_JDK_SITE:-https://api.adoptium.net}
  remedy="Install a JDK 25 (see https://adoptium.net) or point PARLEY_JAVA_HOME at one."
  case $(uname -s) in
    Linux) os=linux ;;
    Darwin) os=mac ;;
    *) die "no JDK 25 found, and none can be fetched for $(uname -s). $remedy" ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) arch=x64 ;;
    aarch64 | arm64) arch=aarch64 ;;
    *) die "no JDK 25 found, and none can be fetched for $(uname -m). $remedy" ;;
  esac
  command -v curl >/dev/null || command -v wget >/dev/null ||
    die "no JDK 25 found, and neither curl nor wget to fetch one. $remedy"

  mkdir -p "$PARLEY_CACHE" ||
    die "no JDK 25 found, and no folder $PARLEY_CACHE to fetch one into. $remedy"
  exec 9>"$PARLEY_CACHE/jdk-25.lock"
  lock 9
  ! is_jdk_25 "$FETCHED_JDK" || return 0 # another start has fetched it meanwhile
  rm -rf "$PARLEY_CACHE"/fetching.*      # what a killed fetch has left
  work=$(mktemp -d "$PARLEY_CACHE/fetching.XXXXXX")
  trap 'rm -rf "$work"' EXIT

  query="os=$os&architecture=$arch&image_type=jdk&vendor=eclipse"
  download "$site/v3/assets/latest/25/hotspot?$query" "$work/assets.json" quietly ||
    die "no JDK 25 found, and none to be had from $site (no network?). $remedy"
  package=$(tr -d '\r\n' <"$work/assets.json" | sed -n 's/.*"package" *: *{\([^}]*\)}.*/\1/p')
  name=$(text_of name "$package")
  link=$(text_of link "$package")
  checksum=$(text_of checksum "$package")
  [[ $link =~ ^https?:// && $checksum =~ ^[0-9a-f]{64}$ ]] ||
    die "no JDK 25 found, and $site names none with its SHA-256. $remedy"

  say "no JDK 25 found; fetching $name into $PARLEY_CACHE (about 140 MB, once)"
  download "$link" "$work/jdk.tar.gz" || die "fetching $link broke off. Start again, or: $remedy"
  found=$(sha256 "$work/jdk.tar.gz")
  [[ $found == "$checksum" ]] ||
    die "refused $link: its SHA-256 is $found, published is $checksum. $remedy"

  mkdir "$work/unpacked"
  tar -xzf "$work/jdk.tar.gz" -C "$work/unpacked"
  for home in "$work"/unpacked/*/Contents/Home "$work"/unpacked/*; do # the former on macOS
    if is_jdk_25 "$home" && "$home/bin/java" -version >/dev/null 2>&1; then
      rm -rf "$FETCHED_JDK"
      mv "$home" "$FETCHED_JDK"
      say "JDK 25 is in $FETCHED_JDK"
      return 0
    fi
  done
  die "$name does not run on this machine. $remedy"
)

# download URL FILE [quietly]
download() {
  local watched=()
  if command -v curl >/dev/null; then
    if [[ -t 2 && ${3:-} != quietly ]]; then watched=(--progress-bar); else watched=(--silent); fi
    curl "${watched[@]}" --fail --location --output "$2" \
      --connect-timeout 10 --retry 2 --speed-limit 1000 --speed-time 60 "$1"
  else
    if [[ -t 2 && ${3:-} != quietly ]]; then watched=(--show-progress); fi
    wget --quiet ${watched[@]+"${watched[@]}"} --timeout=30 --tries=3 --output-document="$2" "$1"
  fi
}

# text_of FIELD OBJECT: a text in a JSON object without inner objects and without escaped quotes.
text_of() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" <<<"$2"; }

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi |
    cut -d ' ' -f 1
}
