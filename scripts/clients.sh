#!/usr/bin/env bash
# Proves the interface from a client's side: the public GraphQL audits, the rules of both faces, the
# quickstart and the exchange of docs/ as they stand there, calls from another origin and the pages for developers
# in Chromium, and that what was acknowledged survives a kill.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/prepare.sh
if [ ! -d tests/clients/node_modules ] || [ tests/clients/package-lock.json -nt tests/clients/node_modules ]; then
  npm --prefix tests/clients ci
  touch tests/clients/node_modules
fi
[ -f frontend/dist/graphiql.html ] || (cd frontend && npm run build)
npm --prefix frontend run build:crypto
cargo build --workspace --locked
npm --prefix tests/clients --silent test
