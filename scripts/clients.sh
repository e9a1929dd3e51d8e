#!/usr/bin/env bash
# Proves the interface from a client's side: the public GraphQL audits, the rules of both faces, the
# quickstart of docs/ as it stands there, calls from another origin in Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/prepare.sh
if [ ! -d tests/clients/node_modules ] || [ tests/clients/package-lock.json -nt tests/clients/node_modules ]; then
  npm --prefix tests/clients ci
  touch tests/clients/node_modules
fi
cargo build --workspace --locked
npm --prefix tests/clients --silent test
