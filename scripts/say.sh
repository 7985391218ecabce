# shellcheck shell=bash
# Words to whoever sits at the terminal, and the lock that keeps two starts apart.

say() { printf 'parley: %s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}

# show_progress TITLE: reads a log from its standard input and shows one line that changes: the time
# so far and what the log says last. Where nobody watches (a pipe, a CI log) it only waits for the
# end.
show_progress() {
  local line module='' fetched=0 started=$SECONDS wait_s=1
  [[ -t 2 ]] || exec cat >/dev/null
  # Bash 3 (macOS) can't tell a time-out from the end of the log, so there the time moves only with
  # the log.
  ((BASH_VERSINFO[0] > 3)) || wait_s=3600
  while read -r -t "$wait_s" line || (($? > 128)); do
    case $line in
      *'] Building Parley '*) module=${line##*'] Building Parley '} module=${module%% *} ;;
      *'Downloaded from '*) fetched=$((fetched + 1)) ;;
    esac
    printf '\r\033[Kparley: %s … %d s%s%s' "$1" $((SECONDS - started)) "${module:+ · $module}" \
      "$( ((fetched == 0)) || printf ' · %d files fetched' "$fetched")" >&2
  done
  printf '\r\033[K' >&2
}

# lock FD: waits until no other process holds the file that is open on FD. The lock ends when the
# process does, however that comes about.
lock() {
  if command -v flock >/dev/null; then
    flock -n "$1" && return
    say 'waiting for another start to finish its build'
    flock "$1"
  else # macOS has no flock, but the same system call through its perl
    perl -e 'use Fcntl ":flock"; open(my $f, ">&=", $ARGV[0]) or die $!; flock($f, LOCK_EX)' "$1"
  fi
}
