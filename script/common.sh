# What demo, test and bench share; sourced by bash in the project's top folder.
#
#   choose_pg_config     sets PG_CONFIG: the caller's, or the newest PostgreSQL that is here whole
#   build                makes the extension and its model
#   start_server         a throw-away server with the extension, on a private socket
#
# Nothing outside the clone and one temporary folder is written to: the server
# runs from a copy of the PostgreSQL installation (programs copied, the rest
# linked), into which the extension is installed.  PostgreSQL finds its files
# relative to its programs, so the copy is a whole installation.

say() { printf '\n== %s\n' "$*"; }
die() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# has_server PG_CONFIG, has_headers PG_CONFIG: is that part of it here?  Debian
# brings pg_config and pgxs.mk with the client, so they say nothing.
has_server() { [ -x "$("$1" --bindir 2> /dev/null)/postgres" ]; }
has_headers() { [ -e "$("$1" --includedir-server 2> /dev/null)/postgres.h" ]; }

# major PG_CONFIG prints 15, 16 ...
major() { "$1" --version 2> /dev/null | sed -n 's/[^0-9]*\([0-9]*\).*/\1/p'; }

# choose_pg_config takes the caller's PG_CONFIG; else the newest PostgreSQL from
# 15 on that is here whole, else the newest that lacks something, else what the
# PATH has, else none: script/setup then installs what is missing.
choose_pg_config() {
  local candidate best= rest=
  if [ -n "${PG_CONFIG:-}" ]; then
    case $PG_CONFIG in
      /usr/lib/postgresql/*) ;;      # Debian's packages can bring it
      *) command -v "$PG_CONFIG" > /dev/null || die "PG_CONFIG names $PG_CONFIG, which cannot be run" ;;
    esac
    export PG_CONFIG
    return
  fi
  # no process substitution: without /proc there is none
  for candidate in $(ls -d /usr/lib/postgresql/*/bin/pg_config 2> /dev/null | sort -t/ -k5 -n) $(command -v pg_config || true); do
    if [ ! -x "$candidate" ] || [ "$(major "$candidate")" -lt 15 ] 2> /dev/null || ! has_server "$candidate"; then continue; fi
    rest=$candidate
    if has_headers "$candidate"; then best=$candidate; fi
  done
  PG_CONFIG=${best:-$rest}
  export PG_CONFIG
}

# log COMMAND... runs it quietly, and shows what it printed when it fails.
log() {
  if ! "$@" > "$work/log" 2>&1; then
    tail -n 60 "$work/log"
    die "failed: $*"
  fi
}

# make_work sets $work, a folder that goes with this process, and $owner, who
# runs the server: PostgreSQL refuses to be root.
make_work() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/newstext.XXXXXX") || die "no folder can be made in ${TMPDIR:-/tmp}; TMPDIR names another"
  if [ "$(df -Pk "$work" | awk 'NR == 2 { print $4 }')" -lt 300000 ]; then
    rmdir "$work"
    die "less than 300 MB are free in ${TMPDIR:-/tmp}, which the throw-away server needs; TMPDIR names another folder"
  fi
  trap clean_up EXIT
  trap 'exit 130' INT TERM
  owner=$(id -un)
  if [ "$(id -u)" = 0 ]; then
    owner=nobody
    if id postgres > /dev/null 2>&1; then owner=postgres; fi
  fi
  chmod 755 "$work"
}

keep=
clean_up() {
  local status=$?
  [ -n "$keep" ] && return
  stop_server
  cd /
  rm -rf "$work"
  exit $status
}

# as_owner COMMAND... runs it as the one who owns the server.
as_owner() {
  if [ "$(id -u)" = 0 ]; then
    (cd "$work" && HOME=$work exec setpriv --reuid "$(id -u "$owner")" --regid "$(id -g "$owner")" --clear-groups "$@")
  else
    (cd "$work" && "$@")
  fi
}

# steps N prints how far a command is whose output it reads, a line a step: over
# one line of a terminal, every tenth part of the way elsewhere.
steps() {
  awk -v all="$1" -v tty="$([ -t 1 ] && echo 1)" '
    { n++ }
    tty { printf "\r  %d of %d", n, all }
    !tty && n * 10 >= all * (told + 1) { told = int(n * 10 / all); printf "  %d of %d\n", n, all; fflush() }
    END { if (tty && n) print "" }'
}

# build_part NAME makes a part of the project and shows how far it is.
build_part() {
  local name=$1 target=$2 all
  make -s PG_CONFIG="$PG_CONFIG" -n "$target" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  all=$(make PG_CONFIG="$PG_CONFIG" -n "$target" 2> /dev/null | grep -cE '^[^ ]+ .* -c ' || true)
  if [ "$all" -gt 20 ]; then echo "$name: $all files"; fi
  if ! { make -j"$(nproc)" PG_CONFIG="$PG_CONFIG" "$target" 2>&1 | tee "$work/log" |
         grep --line-buffered -E '^[^ ]+ .* -c ' | if [ "$all" -gt 20 ]; then steps "$all"; else cat > /dev/null; fi; }; then
    # grep fails when there was nothing to do
    if grep -qE '\*\*\*|Error [0-9]' "$work/log"; then
      grep -vE '^[^ ]+ .* -c ' "$work/log" | tail -n 60
      die "the build failed; this is its end"
    fi
  fi
}

build() {
  say "Building the extension and its model for $("$PG_CONFIG" --version) (one to three minutes the first time)"
  build_part "The extension" all
  build_part "The programs of the command line" tools
}

# stage_server copies the installation to $work/stage and installs the extension there.
stage_server() {
  local dir
  for dir in $("$PG_CONFIG" --pkglibdir) $("$PG_CONFIG" --sharedir); do
    mkdir -p "$work/stage$dir"
    cp -rs "$dir/." "$work/stage$dir"
  done
  pgbin=$work/stage$("$PG_CONFIG" --bindir)
  mkdir -p "$pgbin"
  cp -L "$("$PG_CONFIG" --bindir)"/* "$pgbin"
  rm -f "$work/stage$("$PG_CONFIG" --pkglibdir)"/newstext.so "$work/stage$("$PG_CONFIG" --sharedir)"/extension/newstext*
  log make install PG_CONFIG="$PG_CONFIG" DESTDIR="$work/stage"
}

start_server() {
  say "Starting a throw-away server in $work, on a socket of its own"
  stage_server
  mkdir "$work/socket"
  if [ "$(id -u)" = 0 ]; then chown "$owner" "$work" "$work/socket"; fi
  local locale=C
  if locale -a 2> /dev/null | grep -qix 'c.utf-\?8'; then locale=C.UTF-8; fi
  log as_owner "$pgbin/initdb" -D "$work/data" -U postgres -A trust -E UTF8 --locale="$locale" --no-sync
  as_owner tee -a "$work/data/postgresql.conf" > /dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$work/socket'
fsync = off
jit = off
CONF
  log as_owner "$pgbin/pg_ctl" -D "$work/data" -l "$work/server.log" -w start
  export PGHOST=$work/socket PGPORT=5432 PGUSER=postgres PGDATABASE=postgres
  unset PGOPTIONS PGSERVICE PGPASSWORD PGCLIENTENCODING
  psql="$pgbin/psql -X -v ON_ERROR_STOP=1 -P pager=off"
}

stop_server() {
  if [ -e "$work/data/postmaster.pid" ]; then
    as_owner "$pgbin/pg_ctl" -D "$work/data" -m fast -w stop > /dev/null 2>&1 || true
  fi
}
