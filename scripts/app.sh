# shellcheck shell=bash
# The runnable server, built from the sources when they have changed. Needs say.sh, jdk.sh, maven.sh
# and ROOT.
#
# Each state of the sources has its own folder .parley/app/FINGERPRINT with the jars, the options of
# the JVM (java.options) and what a training run has taught the JVM (parley.aot). A server that runs
# keeps its jars when the next one is built, and going back to an older state costs nothing.

MAIN=dev.parley.server.boot.Main

# Options of every run. The AOT cache counts only under those it was trained with, so both read them
# from here. The serial collector takes the least memory and leaves the second core to the server.
# Nearly all that a request makes dies with it, so the young part of the heap is large against what
# stays.
JVM_OPTIONS=(
  -XX:+UseSerialGC
  -XX:+UseCompactObjectHeaders
  -Xms96m
  -Xmn64m
  -Xmx512m
  -XX:+ExitOnOutOfMemoryError
  --enable-native-access=ALL-UNNAMED
)

# require_app: afterwards APP is the folder of the server that belongs to the sources as they are
# now.
require_app() {
  APP=$ROOT/.parley/app/$(fingerprint)
  [[ -e $APP/ready ]] && return
  mkdir -p "$ROOT/.parley/app"
  (
    exec 9>"$ROOT/.parley/app/lock"
    lock 9
    [[ -e $APP/ready ]] || build_app 9>&-
  )
}

# What the folder is named after: a sum over the names and contents of all that goes into the
# server. Contents, not times, so that neither a touched file nor a switch of branches and back
# builds anew.
fingerprint() {
  local sources=(pom.xml {protocol,core,server}/{pom.xml,src/main} scripts/{app,maven}.sh) sum
  sum=$({
    echo "$JDK $(<"$JDK/release")"
    find "${sources[@]/#/$ROOT/}" -type f ! -name '.*' ! -name '*~' -exec cksum {} + | LC_ALL=C sort
  } | cksum)
  echo "${sum/ /-}"
}

build_app() {
  build 'building the server' -pl server -am -Dmaven.test.skip=true package
  [[ ${APP##*/} == "$(fingerprint)" ]] || die 'the sources changed during the build; start again'
  # The last two may still run; older ones go. (Their names are digits, so ls is safe here.)
  # shellcheck disable=SC2012
  (cd "$ROOT/.parley/app" && { ls -td -- */ 2>/dev/null || true; } | tail -n +3 | xargs rm -rf)
  rm -rf "$APP"
  mkdir -p "$APP"
  lay_out
  train
  touch "$APP/ready"
}

# Copies the jars, since those in the target folders change under a running server with the next
# build.
lay_out() {
  local jars jar classpath=$APP/parley-server.jar
  cp "$ROOT/server/target/parley-server.jar" "$APP/"
  IFS=: read -r -a jars <<<"$(<"$ROOT/server/target/runtime.classpath")"
  for jar in "${jars[@]}"; do
    cp "$jar" "$APP/"
    classpath=$classpath:$APP/${jar##*/}
  done
  # Java reads a backslash in an options file as an escape.
  printf '%s\n' "${JVM_OPTIONS[@]}" -cp "\"${classpath//\\/\\\\}\"" >"$APP/java.options"
  unpack_sqlite
}

# SQLite's driver would unpack its library at every start, after it has asked another program for the
# name of the system. Where we don't know the system it does so all the same.
unpack_sqlite() {
  local platform library
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) platform=Linux/x86_64 library=libsqlitejdbc.so ;;
    Linux-aarch64) platform=Linux/aarch64 library=libsqlitejdbc.so ;;
    Darwin-x86_64) platform=Mac/x86_64 library=libsqlitejdbc.dylib ;;
    Darwin-arm64) platform=Mac/aarch64 library=libsqlitejdbc.dylib ;;
    *) return 0 ;;
  esac
  # With musl the library is another one.
  [[ ! -e /lib/ld-musl-x86_64.so.1 && ! -e /lib/ld-musl-aarch64.so.1 ]] || return 0
  (cd "$APP" && "$JDK/bin/jar" xf sqlite-jdbc-*.jar "org/sqlite/native/$platform/$library" 2>/dev/null) || return 0
  [[ -e $APP/org/sqlite/native/$platform/$library ]] || return 0
  printf '%s\n' "\"-Dorg.sqlite.lib.path=${APP//\\/\\\\}/org/sqlite/native/$platform\"" \
    "-Dorg.sqlite.lib.name=$library" >>"$APP/java.options"
}

# One run that starts, answers a few requests and stops teaches the JVM which classes to keep ready.
# Where that fails the server works all the same, and starts in twice the time.
train() {
  local log=$APP/train.log
  "$JDK/bin/java" "@$APP/java.options" "-XX:AOTCacheOutput=$APP/parley.aot" "$MAIN" aot-train \
    >"$log" 2>&1 </dev/null || say "no AOT cache, so starts take longer; why is in $log"
}

# run_app ARGUMENT…: becomes the server.
run_app() {
  local options
  read -r -a options <<<"${PARLEY_JAVA_OPTS:-}"
  [[ ! -e $APP/parley.aot ]] || options+=("-XX:AOTCache=$APP/parley.aot")
  exec "$JDK/bin/java" "@$APP/java.options" ${options[@]+"${options[@]}"} "$MAIN" "$@"
}
