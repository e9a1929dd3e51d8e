#!/usr/bin/env bash
# Builds the pages and the server (dev profile), loads the network and the demo once, serves.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -f frontend/dist/index.html ] || [ -n "$(find frontend/src frontend/build frontend/*.html frontend/package-lock.json openapi/schema.graphql -newer frontend/dist/index.html -print -quit)" ]; then
  make --no-print-directory frontend/node_modules
  (cd frontend && npm run build)
fi
cargo build --workspace --locked

mkdir -p var
export DATABASE_URL="${DATABASE_URL:-sqlite://var/demo.db?mode=rwc}"
export SCHUTZNETZ__INSTANCE_ID="${SCHUTZNETZ__INSTANCE_ID:-demo}"
export SCHUTZNETZ__KEYS__DIR="${SCHUTZNETZ__KEYS__DIR:-var/keys}"
export SCHUTZNETZ__WEB__DIR="${SCHUTZNETZ__WEB__DIR:-frontend/dist}"
export SCHUTZNETZ__LOG__FORMAT="${SCHUTZNETZ__LOG__FORMAT:-text}"
address="${SCHUTZNETZ__LISTEN:-127.0.0.1:8080}"
if curl -sS -o /dev/null "http://$address/healthz" 2>/dev/null; then
  echo "Something answers at $address already. End it, or choose another address: SCHUTZNETZ__LISTEN=127.0.0.1:8090 make run" >&2
  exit 1
fi
target/debug/schutznetz seed --demo

target/debug/schutznetz serve &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server"' INT TERM EXIT
until curl -fsS "http://$address/readyz" >/dev/null 2>&1; do
  kill -0 "$server" 2>/dev/null || { wait "$server"; exit 1; }
  sleep 0.2
done
cat <<TEXT

  Pages      http://$address/
  REST       http://$address/docs/
  GraphiQL   http://$address/graphiql
  GraphQL    POST http://$address/graphql
  Sign in    http://$address/intern/anmelden

$(sed -n '/^| login/,/^$/p' data/demo/README.md)

  Press Ctrl-C to stop.
TEXT
wait "$server"
