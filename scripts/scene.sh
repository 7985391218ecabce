# shellcheck shell=bash
# What the tests of the scripts share: a folder that goes away at the end, and checks that read as
# sentences.

begin_scene() {
  SCENE=$(mktemp -d "${TMPDIR:-/tmp}/parley scene.XXXXXX") # with a blank, as folders of users have
  trap end_scene EXIT
}

end_scene() { rm -rf "$SCENE"; }

# check SENTENCE [!] COMMAND…: says the sentence when the command succeeds (with !: fails), else
# ends the test.
check() {
  local sentence=$1 expected=0 result=0
  shift
  if [[ $1 == '!' ]]; then
    expected=1
    shift
  fi
  "$@" || result=$?
  if (((result != 0) != expected)); then fail "$sentence"; fi
  printf '  ✓ %s\n' "$sentence"
}

# fail SENTENCE: ends the test, showing what the scripts said last.
fail() {
  printf '  ✗ %s\n' "$1"
  [[ ! -e $SCENE/said ]] || sed 's/^/      /' "$SCENE/said"
  exit 1
}
