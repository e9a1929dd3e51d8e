#!/usr/bin/env bash
# Drives the shipped binary in a real browser. "journeys" is the part of `make test`, "full" the
# whole cross product of pages, states and colours.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/prepare.sh
[ -f frontend/dist/index.html ] || (cd frontend && npm run build)
cargo build --workspace --locked
cd tests/browser
SCHUTZNETZ_SCOPE="$1" npx playwright test
