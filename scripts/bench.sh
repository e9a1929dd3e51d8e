#!/usr/bin/env bash
# Measures the release binary over HTTP on generated networks, on SQLite and on PostgreSQL with their
# durable settings, and writes target/bench.md. Sizes: SIZES="1000 10000 100000" make bench
set -euo pipefail
cd "$(dirname "$0")/.."

sizes=${SIZES:-"1000 10000"}
cargo build --release --workspace --locked --bin schutznetz --example bench

room=$(mktemp -d)
as_postgres=()
if [ "$(id -u)" -eq 0 ]; then
  # PostgreSQL refuses to be run by root
  as_postgres=(runuser -u postgres --)
fi
# Debian keeps the programs outside PATH; the newest version is taken
initdb=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1 || true)
initdb=${initdb:-$(command -v initdb || true)}
targets=()

stop() {
  [ ! -f "$room/cluster/data/postmaster.pid" ] || "${as_postgres[@]}" "$bin/pg_ctl" stop -m fast -s -D "$room/cluster/data"
  rm -rf "$room"
}
trap stop EXIT

if [ -n "$initdb" ]; then
  bin=$(dirname "$initdb")
  port=$((20000 + RANDOM % 20000))
  chmod 755 "$room"
  mkdir "$room/cluster"
  [ "$(id -u)" -ne 0 ] || chown postgres "$room/cluster"
  "${as_postgres[@]}" "$initdb" -U postgres -A trust --locale=C.UTF-8 --encoding=UTF8 -D "$room/cluster/data" >/dev/null
  "${as_postgres[@]}" "$bin/pg_ctl" start -w -s -D "$room/cluster/data" -l "$room/cluster/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$room/cluster"
else
  echo "PostgreSQL is not installed: only SQLite is measured"
fi
for size in $sizes; do
  targets+=(--on "$size=sqlite://$room/$size.db?mode=rwc")
done
if [ -n "$initdb" ]; then
  for size in $sizes; do
    "$bin/createdb" -h 127.0.0.1 -p "$port" -U postgres "bench_$size"
    targets+=(--on "$size=postgres://postgres@127.0.0.1:$port/bench_$size")
  done
fi
target/release/examples/bench "${targets[@]}" "$@"
