# shellcheck shell=bash
# Maven, run on the JDK 25 that jdk.sh found. Needs say.sh, jdk.sh and ROOT.

# require_maven: afterwards MAVEN is Maven 3.8 or newer of this machine, else the wrapper, which
# fetches one.
require_maven() {
  export JAVA_HOME=$JDK MAVEN_SKIP_RC=1 # a ~/.mavenrc that pins another JDK must not win
  # JDK 25 warns about how the libraries inside Maven reach memory; that's nothing to read for our
  # users.
  local quiet='--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED'
  export MAVEN_OPTS="$quiet ${MAVEN_OPTS:-}"
  MAVEN=$ROOT/mvnw
  if command -v mvn >/dev/null; then
    [[ ! $(mvn --version 2>/dev/null) =~ Apache\ Maven\ 3\.([89]|[1-9][0-9]) ]] || MAVEN=mvn
  fi
}

# build TITLE ARGUMENT…: runs Maven from the root folder, showing one line of progress, and its
# errors where it fails.
build() {
  local title=$1 log=$ROOT/.parley/build.log started=$SECONDS
  shift
  mkdir -p "$ROOT/.parley"
  require_maven
  [[ -t 2 ]] || say "$title (a first build also fetches Maven's libraries)"
  if ! (cd "$ROOT" && "$MAVEN" -B -Dspotless.check.skip=true "$@" 2>&1) | tee "$log" |
    show_progress "$title"; then
    grep -E '^\[ERROR\]|^Error|Exception' "$log" | head -n 40 >&2 || tail -n 40 "$log" >&2
    die "the build failed; all it said is in $log"
  fi
  say "$title took $((SECONDS - started)) s"
}
