# What demo, test and bench share; sourced by bash in the project's top folder.
#
#   choose_pg_config     sets PG_CONFIG: the caller's, or the newest PostgreSQL here
#   build                makes the extension and its model
#   start_server         a throw-away server with the extension, on a private socket
#
# Nothing outside the clone and one temporary folder is written to: the server
# runs from a copy of the PostgreSQL installation (programs copied, the rest
# linked), into which the extension is installed.  PostgreSQL finds its files
# relative to its programs, so the copy is a whole installation.

say() { printf '\n== %s\n' "$*"; }
die() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# The newest of Debian's installations, else what pg_config on the PATH names,
# else nothing: script/setup then installs one.
choose_pg_config() {
  if [ -n "${PG_CONFIG:-}" ]; then
    command -v "$PG_CONFIG" > /dev/null || die "PG_CONFIG names $PG_CONFIG, which cannot be run"
    return
  fi
  local newest
  newest=$(ls -d /usr/lib/postgresql/*/bin/postgres 2> /dev/null | sort -t/ -k5 -n | tail -n 1 || true)
  if [ -n "$newest" ]; then
    PG_CONFIG=${newest%postgres}pg_config
  else
    PG_CONFIG=$(command -v pg_config || true)
  fi
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
  work=$(mktemp -d "${TMPDIR:-/tmp}/newstext.XXXXXX")
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

build() {
  say "Building the extension and its model for $("$PG_CONFIG" --version)"
  log make -s -j"$(nproc)" PG_CONFIG="$PG_CONFIG"
  log make -s -j"$(nproc)" PG_CONFIG="$PG_CONFIG" tools
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
  psql="$pgbin/psql -X -v ON_ERROR_STOP=1"
}

stop_server() {
  if [ -e "$work/data/postmaster.pid" ]; then
    as_owner "$pgbin/pg_ctl" -D "$work/data" -m fast -w stop > /dev/null 2>&1 || true
  fi
}
